// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/plain_words.hpp"

#include "pipeline/base/text.hpp"

namespace presskit::compose {
namespace {

/// Letters of class AL: Latin but for the signs among them, and Cyrillic but for its marks and numbers.
bool is_plain_letter(char32_t c) {
    if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    if (c < 0x250) return c >= 0xC0 && c != 0xD7 && c != 0xF7;
    return c >= 0x400 && c < 0x530 && (c < 0x482 || c > 0x489);
}

/// Of class IS.
bool is_plain_mark(char c) { return c == ',' || c == '.' || c == ';' || c == ':'; }

/// The bytes of the plain letter at `at`; 0 if there is none.
std::size_t plain_letter_at(std::string_view utf8, std::size_t at) {
    if (at >= utf8.size()) return 0;
    const CodePoint c = decode(utf8, at);
    return is_plain_letter(c.value) ? c.bytes : 0;
}

/// Whether a plain letter or mark ends before byte `end`.
bool ends_plainly(std::string_view utf8, std::size_t end) {
    if (end == 0) return false;
    std::size_t at = end - 1;
    while (at > 0 && end - at < 4 && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80) --at;
    return is_plain_mark(utf8[at]) || plain_letter_at(utf8, at) == end - at;
}

} // namespace

std::string_view script_of_plain_letter(char32_t c) {
    if (!is_plain_letter(c)) return {};
    return c < 0x400 ? "Latn" : "Cyrl";
}

std::size_t end_of_plain_word(std::string_view utf8, std::size_t at) {
    std::size_t end = at;
    while (const std::size_t bytes = plain_letter_at(utf8, end)) end += bytes;
    if (end == at) return at;
    if (end < utf8.size() && is_plain_mark(utf8[end])) ++end;
    if (end == utf8.size()) return end;
    return utf8[end] == ' ' && plain_letter_at(utf8, end + 1) > 0 ? end + 1 : at;
}

std::size_t next_plain_break(std::string_view utf8, std::size_t at) {
    for (std::size_t space = utf8.find(' ', at); space != utf8.npos; space = utf8.find(' ', space + 1))
        if (plain_letter_at(utf8, space + 1) > 0 && ends_plainly(utf8, space)) return space + 1;
    return utf8.size();
}

} // namespace presskit::compose
