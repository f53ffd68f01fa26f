// SPDX-License-Identifier: Apache-2.0
/// Names as they stand in running text: one or more words, in any case, with the endings of their
/// language where the campaign says so.
#pragma once

#include "stages/model/campaign.hpp"

#include <bitset>
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

/// A name's forms in a language, or those derived for it.
WordForms word_forms(const Campaign& campaign, const LocalizedName& name, const Locale& language);

/// Where a form stands in a text, in bytes.
struct FoundWords {
    std::size_t begin = 0, end = 0;
    std::size_t form = 0; ///< its index
};

/// Looks texts through for all of its forms at once. Costs little more than reading a text once, however
/// many forms there are: most letters begin none of them.
class WordFinder {
  public:
    explicit WordFinder(WordForms forms);

    /// The first place at or after byte `from` where one of the forms stands as whole words; of several at
    /// that place the longest, of equally long ones the first.
    std::optional<FoundWords> find(std::string_view text, std::size_t from = 0) const;

  private:
    bool may_begin(char32_t letter) const { return first_letters_[letter % first_letters_.size()]; }
    std::optional<FoundWords> find_at(std::string_view text, std::size_t at, char32_t letter) const;

    WordForms forms_;
    std::vector<std::size_t> by_letter_; ///< indices of forms in the order of their first letters
    std::bitset<256> first_letters_;     ///< remainders of those
};

} // namespace presskit::languages
