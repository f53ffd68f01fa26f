// SPDX-License-Identifier: Apache-2.0
/// Names as they stand in running text: one or more words, in any case, with the endings of their
/// language where the campaign says so.
#pragma once

#include "stages/model/campaign.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::languages {

/// Words in lower case that follow one another; a stem stands for every word that begins so.
struct WordForm {
    struct Word {
        std::u32string letters;
        bool is_stem = false;
    };
    std::vector<Word> words;
};
using WordForms = std::vector<WordForm>;

/// "Kosov*", "Konvent* për të Drejtat e Fëmijës". Without words for an empty text.
WordForm word_form(std::string_view text);

/// The forms of a language: its own, or those derived from the language that it is derived from.
WordForms word_forms(const Campaign& campaign, const std::map<Locale, std::vector<std::string>>& words,
                     const Locale& language);

/// Where a form stands in a text, in bytes.
struct FoundWords {
    std::size_t begin = 0, end = 0;
    std::size_t form = 0; ///< its index
};

/// The first place at or after byte `from` where one of the forms stands as whole words; of several at
/// that place the longest.
std::optional<FoundWords> find_words(std::string_view text, const WordForms& forms, std::size_t from = 0);

} // namespace presskit::languages
