// SPDX-License-Identifier: Apache-2.0
/// PDF syntax as text: numbers, names, strings, references. Everything is appended to a buffer, so
/// that a page or a tree is written without temporary objects. Numbers are decimal text made from
/// integers: no float, no locale (ISO 32000-1 7.3).
#pragma once

#include "pipeline/base/units.hpp"
#include "stages/model/brand.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace presskit::render {

/// The number of an indirect object; 0 is none. The generation is always 0.
struct ObjectId {
    std::uint32_t value = 0;
    auto operator<=>(const ObjectId&) const = default;
    explicit operator bool() const { return value != 0; }
};

void append_integer(std::string& out, std::int64_t number);

/// `millis`/1000 with as few digits as it needs: "12.5".
void append_decimal(std::string& out, std::int64_t millis);

/// A length in points.
inline void append_points(std::string& out, Length length) {
    append_decimal(out, length.millipoints);
}

/// To the hundredth of a point, which is finer than print and a digit less than we reckon with.
constexpr Length as_printed(Length length) {
    constexpr std::int64_t step = 10;
    const std::int64_t half = length.millipoints >= 0 ? step / 2 : -step / 2;
    return {(length.millipoints + half) / step * step};
}

/// `12 0 R`. ISO 32000-1 7.3.10.
void append_reference(std::string& out, ObjectId id);

/// `[left bottom right top]` in points; the page's origin is at its lower left corner.
/// ISO 32000-1 7.9.5.
void append_rectangle(std::string& out, const Box& box, Length page_height);

/// Red, green and blue between 0 and 1.
void append_color(std::string& out, Color color);

/// A literal string of any bytes. ISO 32000-1 7.3.4.2.
void append_string(std::string& out, std::string_view bytes);

/// Puts one byte into an open literal string, escaped where it must be. A bare CR would be read as LF,
/// ISO 32000-1 7.3.4.2.
inline void append_string_byte(std::string& out, char byte) {
    switch (byte) {
    case '(':
    case ')':
    case '\\': out += '\\'; break;
    case '\r': out += "\\r"; return;
    case '\n': out += "\\n"; return;
    default: break;
    }
    out += byte;
}

/// A text string: in PDFDocEncoding where Latin-1 and it agree on every character, else in UTF-16BE
/// with a byte order mark. ISO 32000-1 7.9.2.2.
void append_text(std::string& out, std::string_view utf8);

/// `/Name`, with `#xx` for what is not a regular character. ISO 32000-1 7.3.5.
void append_name(std::string& out, std::string_view name);

/// Upper-case hexadecimal digits of `value`, `digits` of them.
void append_hex(std::string& out, std::uint32_t value, int digits);

/// UTF-16 big-endian, without a byte order mark. RFC 2781.
std::string to_utf16be(std::string_view utf8);

} // namespace presskit::render
