// SPDX-License-Identifier: Apache-2.0
/// What the accessibility report speaks of, in the kit's language: what was tested, and what a person
/// is asked.
#pragma once

#include "stages/model/word.hpp"

#include <array>
#include <string_view>

namespace presskit::bundle {

struct Topic {
    std::string_view name; ///< ConditionResult::subject or ::question
    Word sentence;
};

inline constexpr std::array<Topic, 18> subjects{{{"tagging", Word::tested_tagging},
                                                 {"headings", Word::tested_headings},
                                                 {"nesting", Word::tested_nesting},
                                                 {"headers", Word::tested_headers},
                                                 {"pictures", Word::tested_pictures},
                                                 {"language", Word::tested_language},
                                                 {"notes", Word::tested_notes},
                                                 {"links", Word::tested_links},
                                                 {"characters", Word::tested_characters},
                                                 {"fonts", Word::tested_fonts},
                                                 {"metadata", Word::tested_metadata},
                                                 {"colours", Word::tested_colours},
                                                 {"graphics", Word::tested_graphics},
                                                 {"file", Word::tested_file},
                                                 {"openness", Word::tested_openness},
                                                 {"layers", Word::tested_layers},
                                                 {"programs", Word::tested_programs},
                                                 {"attachments", Word::tested_attachments}}};

inline constexpr std::array<Topic, 8> questions{{{"reading-order", Word::judge_reading_order},
                                                 {"tags", Word::judge_tags},
                                                 {"pictures", Word::judge_pictures},
                                                 {"colour", Word::judge_colour},
                                                 {"language", Word::judge_language},
                                                 {"title", Word::judge_title},
                                                 {"decoration", Word::judge_decoration},
                                                 {"fonts", Word::judge_fonts}}};

} // namespace presskit::bundle
