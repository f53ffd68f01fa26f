// SPDX-License-Identifier: Apache-2.0
#include "stages/import/names.hpp"

#include "pipeline/languages/unicode.hpp"
#include "stages/import/words.hpp"

#include <array>

namespace presskit::import {
namespace {

constexpr std::array<std::string_view, 16> in_persons{"von", "van", "de",  "der", "den", "da",
                                                      "di",  "del", "dos", "la",  "le",  "bin",
                                                      "al",  "el",  "ter", "zu"};
constexpr std::array<std::string_view, 18> in_works{"in", "of",   "the", "and", "on", "for",
                                                    "to", "from", "a",   "an",  "by", "with",
                                                    "at", "as",   "und", "der", "i",  "e"};
constexpr std::array<std::string_view, 10> forms_of_address{
    "mr", "mrs", "ms", "miss", "frau", "herr", "gđa", "zonja", "zoti", "gospođa"};
constexpr std::size_t most_words = 14;

/// ’s at the end belongs to the sentence, not to the name.
TextWord without_possessive(std::u32string_view text, TextWord word) {
    const auto name = text.substr(word.begin, word.end - word.begin);
    if (name.size() > 2 && (name.ends_with(U"’s") || name.ends_with(U"'s"))) word.end -= 2;
    return word;
}

/// Words of one name have a space, or the point of an initial and a space, between them.
bool stands_beside(std::u32string_view text, std::size_t end, const TextWord& next) {
    const auto between = text.substr(end, next.begin - end);
    return between == U" " || between == U"\u00A0" || between == U". ";
}

class NameFinder {
  public:
    NameFinder(std::u32string_view text, NameKind kind, std::span<const std::string_view> articles)
        : text_(text), kind_(kind), articles_(articles), words_(split_words(text)) {}

    std::vector<FoundName> find() {
        std::vector<FoundName> names;
        for (std::size_t i = 0; i < words_.size();) {
            const std::size_t first = i;
            if (!is_capitalised(i) || contains(articles_, word(i)) ||
                contains(forms_of_address, word(i))) {
                ++i;
                continue;
            }
            FoundName name = read(i);
            names.push_back(std::move(name));
            if (i == first) ++i;
        }
        return names;
    }

  private:
    std::u32string_view word(std::size_t i) const {
        return text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
    }
    bool is_capitalised(std::size_t i) const { return languages::is_upper(text_[words_[i].begin]); }
    bool is_small_word(std::size_t i) const {
        return kind_ == NameKind::person ? contains(in_persons, word(i))
                                         : contains(in_works, word(i));
    }

    /// Reads from word `i` on, which is capitalised; leaves `i` after the name.
    FoundName read(std::size_t& i) const {
        FoundName name;
        name.begin = words_[i].begin;
        std::size_t after = i;
        for (std::size_t at = i; at < words_.size() && at - i < most_words; ++at) {
            if (at > i && !stands_beside(text_, words_[at - 1].end, words_[at])) break;
            if (!is_capitalised(at)) {
                if (is_small_word(at)) continue;
                break;
            }
            const TextWord last = without_possessive(text_, words_[at]);
            name.end = last.end;
            ++name.words;
            after = at + 1;
            if (last.end != words_[at].end) break;
        }
        i = after;
        name.text = text_.substr(name.begin, name.end - name.begin);
        return name;
    }

    std::u32string_view text_;
    NameKind kind_;
    std::span<const std::string_view> articles_;
    std::vector<TextWord> words_;
};

} // namespace

std::vector<FoundName> find_names(std::u32string_view text, NameKind kind,
                                  std::span<const std::string_view> articles) {
    return NameFinder(text, kind, articles).find();
}

} // namespace presskit::import
