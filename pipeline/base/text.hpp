// SPDX-License-Identifier: Apache-2.0
/// UTF-8 without tables: walking, checking, and numbers to text without a locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace presskit {

/// What some editors write before a text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A code point and how many bytes it took; an ill-formed sequence gives U+FFFD and one byte.
struct CodePoint {
    char32_t value = 0;
    std::uint32_t bytes = 0;
};

namespace details {
CodePoint decode_sequence(std::string_view utf8, std::size_t offset);
}

/// Decodes the code point at `offset`, which must be less than the size. RFC 3629.
inline CodePoint decode(std::string_view utf8, std::size_t offset) {
    const auto lead = static_cast<unsigned char>(utf8[offset]);
    return lead < 0x80 ? CodePoint{lead, 1} : details::decode_sequence(utf8, offset);
}

/// Decodes the code point that ends at byte `end`, which must be more than 0.
inline CodePoint decode_before(std::string_view utf8, std::size_t end) {
    std::size_t at = end - 1;
    while (at > 0 && (static_cast<unsigned char>(utf8[at]) & 0xC0) == 0x80) --at;
    return decode(utf8, at);
}

/// The byte offset of the first ill-formed sequence; none if all is well. RFC 3629.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

void append_utf8(std::string& out, char32_t code_point);
std::string to_utf8(std::u32string_view text);
std::u32string to_utf32(std::string_view utf8);

/// As to_utf32, with control characters, bidirectional controls and broken bytes shown as U+FFFD and
/// tabs as one space: what may be sent to a terminal.
std::u32string printable(std::string_view bytes);

/// Decimal text of millis/1000 with at most three digits after the point, none when whole: "12.5".
std::string decimal(std::int64_t millis);

/// "1.2 MB", "340 kB", "12 B": powers of 1000, one digit below 10.
std::string human_bytes(std::uint64_t bytes);

/// Of ASCII, whatever the locale.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// 0 to 15; -1 for what is no hexadecimal digit.
constexpr int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    const char small = static_cast<char>(c | 0x20);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string lower_ascii(std::string_view text);
std::string_view trim_ascii(std::string_view text);

/// `U+0041` notation.
std::string code_point_name(char32_t code_point);

/// Replaces & < > " ' for HTML and XML text and attribute values.
std::string escape_markup(std::string_view text);

} // namespace presskit
