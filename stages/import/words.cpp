// SPDX-License-Identifier: Apache-2.0
#include "stages/import/words.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/unicode.hpp"

#include <algorithm>

namespace presskit::import {
namespace {

bool is_inside_word(char32_t c) { return c == '-' || c == 0x2019 || c == 0x2011 || c == '\''; }

bool is_word_part(char32_t c) { return languages::is_word_character(c) || (c >= '0' && c <= '9'); }

} // namespace

std::vector<TextWord> split_words(std::u32string_view text) {
    std::vector<TextWord> words;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_word_part(text[i])) continue;
        std::size_t end = i + 1;
        while (end < text.size() &&
               (is_word_part(text[end]) || (is_inside_word(text[end]) && end + 1 < text.size() &&
                                            is_word_part(text[end + 1]))))
            ++end;
        words.push_back({i, end});
        i = end;
    }
    return words;
}

std::u32string to_lower(std::u32string_view text) {
    std::u32string lower(text);
    std::ranges::transform(lower, lower.begin(), languages::to_lower);
    return lower;
}

bool contains(const std::vector<std::string>& phrases, std::u32string_view text) {
    return std::ranges::find(phrases, to_utf8(to_lower(text))) != phrases.end();
}

std::optional<std::size_t> begins_with(const std::vector<std::string>& phrases,
                                       std::u32string_view text) {
    std::optional<std::size_t> longest;
    const std::u32string lower = to_lower(text.substr(0, 80));
    for (const std::string& phrase : phrases) {
        const std::u32string wanted = to_utf32(phrase);
        const bool ends_word =
            lower.size() == wanted.size() ||
            (lower.size() > wanted.size() && !is_word_part(lower[wanted.size()]));
        if (lower.starts_with(wanted) && ends_word && wanted.size() > longest.value_or(0))
            longest = wanted.size();
    }
    return longest;
}

bool has_capitals(const Language& language) {
    const std::u32string letter = to_utf32(language.alphabet.front());
    return languages::to_upper(letter.front()) != letter.front();
}

bool may_begin_sentence(char32_t c) {
    const bool has_case = languages::to_upper(c) != c || languages::to_lower(c) != c;
    return has_case ? languages::is_upper(c) : languages::is_word_character(c);
}

bool is_all_capitals(std::u32string_view text) {
    std::size_t capitals = 0;
    for (const char32_t c : text) {
        if (languages::to_upper(c) != c) return false;
        if (languages::is_upper(c)) ++capitals;
    }
    return capitals >= 2;
}

} // namespace presskit::import
