// SPDX-License-Identifier: Apache-2.0
/// The words of a text, and the phrases of a language among them (ReleaseWords).
#pragma once

#include "stages/model/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::import {

/// A word of a text: letters, digits, and hyphens and apostrophes inside.
struct TextWord {
    std::size_t begin = 0, end = 0; ///< offsets in code points
};
std::vector<TextWord> split_words(std::u32string_view text);

std::u32string to_lower(std::u32string_view text);
bool contains(const std::vector<std::string>& phrases, std::u32string_view text);

/// The phrase that `text` begins with, at a word's end; its length in code points.
std::optional<std::size_t> begins_with(const std::vector<std::string>& phrases,
                                       std::u32string_view text);

/// Whether the language's script has them; names are told by them.
bool has_capitals(const Language& language);

/// In a script without capitals any letter may.
bool may_begin_sentence(char32_t letter);

bool is_all_capitals(std::u32string_view text);

} // namespace presskit::import
