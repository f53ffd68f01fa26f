// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/transliterate.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/unicode.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace presskit::languages {
namespace {

struct Pair {
    char32_t cyrillic;
    std::u32string_view latin;
};

/// Lower case; sorted by code point. The letters of Macedonian and Montenegrin stand in names.
constexpr std::array letters = {
    Pair{U'а', U"a"}, Pair{U'б', U"b"},  Pair{U'в', U"v"},  Pair{U'г', U"g"},  Pair{U'д', U"d"},
    Pair{U'е', U"e"}, Pair{U'ж', U"ž"},  Pair{U'з', U"z"},  Pair{U'и', U"i"},  Pair{U'к', U"k"},
    Pair{U'л', U"l"}, Pair{U'м', U"m"},  Pair{U'н', U"n"},  Pair{U'о', U"o"},  Pair{U'п', U"p"},
    Pair{U'р', U"r"}, Pair{U'с', U"s"},  Pair{U'т', U"t"},  Pair{U'у', U"u"},  Pair{U'ф', U"f"},
    Pair{U'х', U"h"}, Pair{U'ц', U"c"},  Pair{U'ч', U"č"},  Pair{U'ш', U"š"},  Pair{U'ђ', U"đ"},
    Pair{U'ѓ', U"đ"}, Pair{U'ѕ', U"dz"}, Pair{U'ј', U"j"},  Pair{U'љ', U"lj"}, Pair{U'њ', U"nj"},
    Pair{U'ћ', U"ć"}, Pair{U'ќ', U"ć"},  Pair{U'џ', U"dž"},
};
static_assert(std::ranges::is_sorted(letters, {}, &Pair::cyrillic));

std::u32string_view latin_of(char32_t lower) {
    const auto* found = std::ranges::lower_bound(letters, lower, {}, &Pair::cyrillic);
    return found != letters.end() && found->cyrillic == lower ? found->latin
                                                              : std::u32string_view{};
}

/// Whether the second letter of a digraph that stands for text[at] is a capital too: as the next
/// letter is, or at the end of a word as the one before it is.
bool wants_two_capitals(std::u32string_view text, std::size_t at) {
    if (at + 1 < text.size() && is_word_character(text[at + 1])) return is_upper(text[at + 1]);
    return at > 0 && is_word_character(text[at - 1]) && is_upper(text[at - 1]);
}

void append_letter(std::u32string& out, std::u32string_view text, std::size_t at) {
    const char32_t lower = to_lower(text[at]);
    const std::u32string_view latin = latin_of(lower);
    if (latin.empty()) {
        out += text[at];
    } else if (lower == text[at]) {
        out += latin;
    } else {
        out += to_upper(latin[0]);
        for (const char32_t c : latin.substr(1))
            out += wants_two_capitals(text, at) ? to_upper(c) : c;
    }
}

std::u32string folded(std::u32string_view text) {
    std::u32string out;
    std::ranges::transform(text, std::back_inserter(out), to_lower);
    return out;
}

/// `words` as the exception gives it, in the case of the word it replaces.
std::u32string in_case_of(std::u32string_view word, std::u32string words) {
    const auto is_capital = [](char32_t c) { return is_upper(c); };
    if (word.size() > 1 && std::ranges::all_of(word, is_capital)) {
        std::ranges::transform(words, words.begin(), to_upper);
    } else if (!words.empty() && std::ranges::none_of(word.substr(1), is_capital)) {
        words[0] = is_upper(word[0]) ? to_upper(words[0]) : to_lower(words[0]);
    }
    return words;
}

/// Does the word begin with `lower`, in any case?
bool starts_with(std::u32string_view word, std::u32string_view lower) {
    return word.size() >= lower.size() &&
           std::ranges::equal(word.substr(0, lower.size()), lower, {}, to_lower);
}

} // namespace

Latinizer::Latinizer(const TransliterationExceptions& exceptions) {
    for (const auto& [word, latin] : exceptions) {
        Exception exception{folded(to_utf32(word)), to_utf32(latin), word.ends_with('*')};
        if (exception.is_stem) exception.word.pop_back();
        if (latin.ends_with('*')) exception.latin.pop_back();
        if (!exception.word.empty()) exceptions_.push_back(std::move(exception));
    }
}

/// The whole word before any stem, the longest stem before a shorter one.
const Latinizer::Exception* Latinizer::exception_for(std::u32string_view word) const {
    const Exception* best = nullptr;
    for (const Exception& exception : exceptions_) {
        if (!starts_with(word, exception.word)) continue;
        if (!exception.is_stem && exception.word.size() == word.size()) return &exception;
        if (exception.is_stem && (best == nullptr || best->word.size() < exception.word.size()))
            best = &exception;
    }
    return best;
}

std::string Latinizer::operator()(std::string_view utf8) const {
    const std::u32string text = to_utf32(utf8);
    std::u32string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_word_character(text[end])) ++end;
        if (end == at) {
            out += text[at++];
            continue;
        }
        const std::u32string_view word = std::u32string_view(text).substr(at, end - at);
        if (const Exception* exception = exception_for(word)) {
            out += in_case_of(word.substr(0, exception->word.size()), exception->latin);
            at += exception->word.size();
        }
        for (; at < end; ++at) append_letter(out, text, at);
    }
    return to_nfc(to_utf8(out));
}

std::string to_latin(std::string_view text, const TransliterationExceptions& exceptions) {
    return Latinizer(exceptions)(text);
}

} // namespace presskit::languages
