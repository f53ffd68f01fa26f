// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/bindings.hpp"

#include "pipeline/base/text.hpp"
#include "stages/compose/unicode.hpp"

#include <algorithm>
#include <array>

namespace presskit::compose {
namespace {

constexpr std::string_view opening[] = {"(", "[", "\"", "'", "„", "“", "”", "‚", "‘", "’",
                                        "«", "»", "‹", "›", "¿", "¡"};
constexpr std::string_view closing[] = {")", "]", "\"", "'", "“", "”", "‘", "’", "«", "»", "‹",
                                        "›", ".", ",",  ";", ":", "!", "?", "…"};
constexpr std::string_view dashes[] = {"–", "—"};
constexpr std::size_t longest_bound_word = 48; ///< bytes; no rule has a longer one

/// By first byte: every mark of either list is ASCII punctuation or begins with one of two others.
constexpr auto mark_bytes = [] {
    std::array<bool, 256> out{};
    for (unsigned byte = 0; byte < 0x80; ++byte) {
        const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
        out[byte] = !letter && !is_digit(static_cast<char>(byte));
    }
    out[0xC2] = out[0xE2] = true;
    return out;
}();

bool may_be_mark(char first) { return mark_bytes[static_cast<unsigned char>(first)]; }

std::string_view without_opening(std::string_view word) {
    for (bool again = true; again;) {
        again = false;
        if (word.empty() || !may_be_mark(word.front())) return word;
        for (const std::string_view mark : opening)
            if (word.starts_with(mark)) {
                word.remove_prefix(mark.size());
                again = true;
            }
    }
    return word;
}

std::string_view without_closing(std::string_view word) {
    for (bool again = true; again;) {
        again = false;
        // A mark that is not ASCII ends in a byte of a sequence, as many letters do.
        const bool ascii = !word.empty() && static_cast<signed char>(word.back()) >= 0;
        if (word.empty() || (ascii && !may_be_mark(word.back()))) return word;
        for (const std::string_view mark : closing)
            if (word.ends_with(mark)) {
                word.remove_suffix(mark.size());
                again = true;
            }
    }
    return word;
}

/// "article" of "l’article".
std::string_view without_elision(std::string_view word) {
    for (const std::string_view apostrophe : {"’", "'"}) {
        const std::size_t at = word.rfind(apostrophe);
        if (at != word.npos && at + apostrophe.size() < word.size()) return word.substr(at + apostrophe.size());
    }
    return word;
}

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::size_t code_points(std::string_view word) {
    return static_cast<std::size_t>(std::ranges::count_if(word, begins_code_point));
}

bool may_be_in_apostrophe(char c) { return c == '\'' || c == '\xE2'; }

bool may_have_apostrophe(std::string_view word) { return std::ranges::any_of(word, may_be_in_apostrophe); }

/// As many code points, though not as many bytes.
std::string small(std::string_view word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint c = decode(word, at);
        append_utf8(out, to_small(c.value));
        at += c.bytes;
    }
    return out;
}

/// Letters share bits; most words are told apart without a search all the same.
std::uint64_t letter_bit(char32_t small_letter) { return std::uint64_t{1} << (small_letter % 64); }

bool begins_as_number(std::string_view word) {
    constexpr char lead_of_signs = '\xE2';
    if (word.empty()) return false;
    if (word[0] != '+' && word[0] != '-' && word[0] != lead_of_signs) return is_digit(word[0]);
    for (const std::string_view sign : {"+", "-", "−", "–"})
        if (word.starts_with(sign)) {
            word.remove_prefix(sign.size());
            break;
        }
    return !word.empty() && is_digit(word.front());
}

/// "II" as in "Protocol II".
bool is_roman(std::string_view word) {
    return !word.empty() && word.find_first_not_of("IVXLC") == std::string_view::npos;
}

/// A letter or sign of a unit.
bool may_be_in_unit(char32_t c) { return is_letter(c) || c == U'²' || c == U'³' || c == U'€' || c == U'$' || c == U'°'; }

/// Whether the slash before byte `at` is one of two short parts, as in km/h, Mbit/s, mg/l:ssa and he/she.
bool divides_short_word(std::string_view text, std::size_t at) {
    constexpr int most = 4; // letters of a part
    int before = 0, after = 0;
    for (std::size_t i = at - 1; i > 0;) {
        const CodePoint c = decode_before(text, i);
        if (c.value == U'/') return false; // of a path
        if (!may_be_in_unit(c.value)) break;
        if (++before > most) return false;
        i -= c.bytes;
    }
    for (std::size_t i = at; i < text.size();) {
        const CodePoint c = decode(text, i);
        if (c.value == U'/') return false;
        if (!may_be_in_unit(c.value)) break;
        if (++after > most) return false;
        i += c.bytes;
    }
    return before > 0 && after > 0;
}

/// "km/h" and the like, after whose slash alone a line might begin.
bool is_ratio(std::string_view word) {
    const std::size_t slash = word.find('/');
    return slash != word.npos && divides_short_word(word, slash + 1);
}

/// A number that a unit may follow: not "2021," or "(34)". A full stop may be an ordinal's.
bool is_open_number(std::string_view word) {
    return begins_as_number(word) && (is_digit(word.back()) || word.back() == '.');
}

bool is_digits(std::string_view word, std::size_t most) {
    return !word.empty() && word.size() <= most && std::ranges::all_of(word, is_digit);
}

bool is_capital(char32_t c) { return to_small(c) != c; }

bool has(const std::vector<std::string>& sorted, std::string_view word) {
    return std::ranges::binary_search(sorted, word, std::less<>{});
}

std::vector<std::string> in_order(std::vector<std::string> words, bool in_small_letters) {
    if (in_small_letters)
        for (std::string& word : words) word = small(word);
    std::ranges::sort(words);
    return words;
}

} // namespace

void keep_ratios_whole(std::string_view text, std::vector<std::uint32_t>& opportunities) {
    std::erase_if(opportunities, [&](std::uint32_t at) {
        return at < text.size() && text[at - 1] == '/' && divides_short_word(text, at);
    });
}

Bindings::Bindings(const Language& language)
    : marks_(language.quotation_marks), after_(in_order(language.no_break.after, true)),
      before_number_(in_order(language.no_break.before_number, true)),
      after_number_(language.no_break.after_number),
      initials_(in_order(language.no_break.initials, false)) {
    after_number_.insert(after_number_.end(), language.months.begin(), language.months.end());
    after_number_ = in_order(std::move(after_number_), false);
    for (const auto* words : {&after_, &before_number_})
        for (const std::string& word : *words)
            longest_before_ = std::max(longest_before_, code_points(word));
    letters_.resize(longest_before_ + 1);
    for (const auto* words : {&after_, &before_number_})
        for (const std::string& word : *words) {
            EndLetters& known = letters_[code_points(word)];
            known.first |= letter_bit(decode(word, 0).value);
            known.last |= letter_bit(decode_before(word, word.size()).value);
        }
}

bool Bindings::is_initial(std::string_view word) const {
    if (!word.ends_with('.')) return false;
    word.remove_suffix(1);
    if (word.empty() || !is_capital(decode(word, 0).value)) return false;
    return decode(word, 0).bytes == word.size() || has(initials_, word);
}

/// Nothing but marks that open: « and ( do, and » in a language that opens with it.
bool Bindings::opens(std::string_view word) const {
    if (word.empty() || !may_be_mark(word.front()) || !without_opening(word).empty()) return false;
    for (const std::string_view mark : {"«", "‹", "(", "[", "¿", "¡"})
        if (word.ends_with(mark)) return mark != marks_.close && mark != marks_.inner_close;
    const bool own = word.ends_with(marks_.open) || word.ends_with(marks_.inner_open);
    return own && !word.ends_with(marks_.close) && !word.ends_with(marks_.inner_close);
}

/// Nothing but marks that close or end something.
bool Bindings::closes(std::string_view word) const {
    if (word.empty() || !may_be_mark(word.front()) || !without_closing(word).empty()) return false;
    for (const std::string_view mark : {"»", "›", ")", "]", ";", ":", "!", "?", "…", ".", ","})
        if (word.starts_with(mark)) return mark != marks_.open && mark != marks_.inner_open;
    const bool own = word.starts_with(marks_.close) || word.starts_with(marks_.inner_close);
    return own && !word.starts_with(marks_.open) && !word.starts_with(marks_.inner_open);
}

/// Whether a word of no more than letters is as long as one of the list, and begins and ends as it does.
bool Bindings::may_be_listed(std::string_view word, std::size_t letters) const {
    if (letters > longest_before_) return false;
    const EndLetters& known = letters_[letters];
    return (known.first & letter_bit(to_small(decode(word, 0).value))) != 0 &&
           (known.last & letter_bit(to_small(decode_before(word, word.size()).value))) != 0;
}

/// What most words do not.
bool Bindings::may_hold_next(std::string_view word) const {
    if (may_be_mark(word.front()) || is_digit(word.front()) || word.back() == '.') return true;
    if (word.size() > longest_bound_word) return false;
    std::size_t letters = 0;
    for (const char c : word) {
        if (may_be_in_apostrophe(c)) return true;
        letters += begins_code_point(c) ? 1u : 0u;
    }
    return may_be_listed(word, letters);
}

bool Bindings::hold(std::string_view before, std::string_view after) const {
    if (after.empty()) return opens(before);
    if (may_be_mark(after.front()) && (std::ranges::find(dashes, after) != std::end(dashes) || closes(after)))
        return true;
    if (opens(before)) return true;
    before = without_opening(before);
    after = without_opening(after);
    if (before.empty() || after.empty() || before.size() > longest_bound_word) return false;
    if (is_open_number(before)) {
        if (has(after_number_, after) || has(after_number_, without_closing(after))) return true;
        if (is_ratio(after)) return true;
        // Digits grouped by spaces: "15 000", "+221 33 800 00 00".
        const std::string_view group = without_closing(after);
        if (before.front() == '+') return is_digits(group, 8);
        return is_digits(before, 3) && is_digits(group, 8) && group.size() >= 2;
    }
    if (is_initial(before) && is_capital(decode(after, 0).value)) return true;
    if (may_have_apostrophe(before)) before = without_elision(before);
    if (!may_be_listed(before, code_points(before))) return false;
    const std::string word = small(before);
    if (has(after_, word)) return true;
    const bool before_numeral = begins_as_number(after) ||
                                (is_roman(after.substr(0, 1)) && is_roman(without_closing(after)));
    return before_numeral && has(before_number_, word);
}

bool Bindings::hold_at(std::string_view text, std::size_t at) const {
    const auto is_space = [&](std::size_t i) {
        return text[i] == ' ' || text[i] == '\n' ||
               (text[i] == no_break_space[0] && text.substr(i).starts_with(no_break_space));
    };
    const auto ends_in_space = [&](std::size_t end) {
        const char last = text[end - 1];
        return last == ' ' || last == '\n' ||
               (last == no_break_space[1] && text.substr(0, end).ends_with(no_break_space));
    };
    std::size_t begin = at, next = at, end;
    while (begin > 0 && !ends_in_space(begin)) --begin;
    if (begin == at) return false; // the second of two spaces follows what the first does
    while (next < text.size() && text[next] == ' ') ++next;
    const std::string_view before = text.substr(begin, at - begin);
    if (next < text.size() && !may_be_mark(text[next]) && !may_hold_next(before)) return false;
    for (end = next; end < text.size() && !is_space(end);) ++end;
    return hold(before, text.substr(next, end - next));
}

} // namespace presskit::compose
