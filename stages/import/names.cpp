// SPDX-License-Identifier: Apache-2.0
#include "stages/import/names.hpp"

#include "pipeline/languages/unicode.hpp"
#include "stages/import/words.hpp"

namespace presskit::import {
namespace {

const std::vector<std::string> in_persons{"von", "van", "de", "der", "den", "da", "di",  "del",
                                          "dos", "la",  "le", "bin", "al",  "el", "ter", "zu"};
const std::vector<std::string> in_works{"in", "of", "the", "and", "on", "for", "to",  "from", "a",
                                        "an", "by", "with", "at", "as", "und", "der", "i",    "e"};
constexpr std::size_t most_words = 14, most_words_of_person = 4;
constexpr std::u32string_view arabic_article = U"ال";

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
    NameFinder(std::u32string_view text, NameKind kind, const ReleaseWords& known)
        : text_(text), kind_(kind), known_(known), words_(split_words(text)) {}

    std::vector<FoundName> find() {
        std::vector<FoundName> names;
        for (std::size_t i = 0; i < words_.size();) {
            const std::size_t first = i;
            if (!is_capitalised(i) || contains(known_.no_name, word(i)) ||
                contains(known_.titles, word(i))) {
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
    const ReleaseWords& known_;
    std::vector<TextWord> words_;
};

/// An article makes an office of a word ("the director"), but also ends many surnames.
bool is_no_name(std::u32string_view word, bool is_first, const ReleaseWords& words) {
    if (contains(words.no_name, word)) return true;
    return word.starts_with(arabic_article) &&
           (is_first || contains(words.no_name, word.substr(arabic_article.size())));
}

} // namespace

std::vector<FoundName> find_names(std::u32string_view text, NameKind kind, const ReleaseWords& words) {
    return NameFinder(text, kind, words).find();
}

std::u32string leading_name(std::u32string_view text, const ReleaseWords& words) {
    const std::vector<TextWord> parts = split_words(text);
    const auto word = [&](std::size_t i) { return text.substr(parts[i].begin, parts[i].end - parts[i].begin); };
    if (parts.empty() || parts[0].begin != 0) return {};
    std::size_t first = 0;
    while (first + 1 < parts.size() && contains(words.titles, word(first))) ++first;
    std::size_t end = first;
    for (; end < parts.size(); ++end) {
        if (end > first && !stands_beside(text, parts[end - 1].end, parts[end])) break;
        if (is_no_name(word(end), end == first, words)) break;
        if (end - first == most_words_of_person) return {};
    }
    if (end - first < 2) return {};
    return std::u32string(text.substr(parts[first].begin, parts[end - 1].end - parts[first].begin));
}

} // namespace presskit::import
