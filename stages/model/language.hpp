// SPDX-License-Identifier: Apache-2.0
/// All that presskit knows of a language, as data: one YAML file a language in pipeline/languages.
#pragma once

#include "stages/model/locale.hpp"
#include "stages/model/word.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace presskit {

struct Hyphenation {
    std::string dictionary; ///< file name in the hyphen dictionaries' folder ("hyph_sr_RS.dic")
    int left = 2;           ///< least letters before a hyphen
    int right = 2;          ///< least letters after a hyphen
    bool operator==(const Hyphenation&) const = default;
};

struct QuotationMarks {
    std::string open, close, inner_open, inner_close;
    bool operator==(const QuotationMarks&) const = default;
};

/// `sentence` sets a thought apart, with the spaces around it; `range` joins two numbers.
struct Dashes {
    std::string sentence, range;
    bool operator==(const Dashes&) const = default;
};

/// `percent` is a pattern with the name {number}. Numbers of fewer digits than `group_from` stand undivided; 0 leaves
/// that to CLDR.
struct NumberSigns {
    std::string decimal, group, percent;
    int group_from = 0;
    bool operator==(const NumberSigns&) const = default;
};

/// Which spaces a line does not end at, so that what belongs together is read together. Words are as
/// they are written; `after` and `before_number` hold for capitals too.
struct NoBreak {
    std::vector<std::string> after;         ///< stay with any next word: "a", "Dr."
    std::vector<std::string> before_number; ///< stay with a number: "Article", "No.", "§"
    std::vector<std::string> after_number;  ///< a number stays with them, as with months: "%", "km"
    std::vector<std::string> initials;      ///< letters that an initial may have instead of one: "Dž"
    bool operator==(const NoBreak&) const = default;
};

/// Without `hyphenation` the language is set ragged, never hyphenated.
struct Language {
    Locale locale;
    std::string autonym;          ///< the language's name in itself
    std::string script;           ///< ISO 15924 ("Latn"), for shaping
    std::string shaping_language; ///< BCP 47 tag given to the shaper (it picks `locl` forms)
    std::string icu_locale;       ///< for numbers, dates, collation and line breaks
    Direction direction = Direction::left_to_right;
    std::optional<Hyphenation> hyphenation;
    QuotationMarks quotation_marks;
    std::string apostrophe{};
    std::string comma{}; ///< with its space
    std::string colon{}; ///< between a label and its value, with its spaces
    Dashes dashes{};
    std::string date_pattern; ///< CLDR pattern of a full date ("d MMMM y")
    std::string first_of_month{}; ///< in place of the 1 of a date ("1er"); empty for that
    std::string dateline{}; ///< before a release's first words; holds {city} and {date}. Empty for "city – date:"
    std::array<std::string, 12> months{}; ///< in the case a date asks for
    NumberSigns numbers{};
    std::vector<std::string> alphabet{}; ///< small letters in their order, those of two signs too
    std::string collation_rules{};       ///< added to CLDR's; ICU syntax. Empty where those suffice
    NoBreak no_break{};
    std::array<std::string, word_count> words;
    bool operator==(const Language&) const = default;

    const std::string& word(Word w) const { return words[static_cast<std::size_t>(w)]; }
};

} // namespace presskit
