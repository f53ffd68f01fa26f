// SPDX-License-Identifier: Apache-2.0
#include "stages/render/syntax.hpp"

#include "pipeline/base/text.hpp"

#include <array>
#include <charconv>
#include <optional>

namespace presskit::render {
namespace {

void append_code_unit(std::string& out, char32_t unit) {
    out += static_cast<char>(static_cast<unsigned char>(unit >> 8));
    out += static_cast<char>(static_cast<unsigned char>(unit & 0xFF));
}

/// The text in PDFDocEncoding, which from U+00A1 on is Latin-1 without U+00AD; none for text beyond
/// it, or that would be taken for another encoding. ISO 32000-1 annex D.2.
std::optional<std::string> to_document_encoding(std::string_view utf8) {
    std::string out;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint c = decode(utf8, at);
        at += c.bytes;
        const bool shared = (c.value >= 0x20 && c.value < 0x7F) ||
                            (c.value > 0xA0 && c.value <= 0xFF && c.value != 0xAD);
        if (!shared) return std::nullopt;
        out += static_cast<char>(static_cast<unsigned char>(c.value));
    }
    if (out.starts_with("\xFE\xFF") || out.starts_with("\xFF\xFE") || out.starts_with("\xEF\xBB\xBF"))
        return std::nullopt;
    return out;
}

bool is_regular(char c) {
    constexpr std::string_view delimiters = "()<>[]{}/%#";
    return c > 0x20 && c < 0x7F && delimiters.find(c) == std::string_view::npos;
}

} // namespace

void append_integer(std::string& out, std::int64_t number) {
    std::array<char, 24> digits{};
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void append_decimal(std::string& out, std::int64_t millis) {
    std::array<char, 32> digits{};
    char* end = digits.data();
    if (millis < 0) {
        *end++ = '-';
        millis = -millis;
    }
    end = std::to_chars(end, digits.data() + digits.size(), millis / 1000).ptr;
    // Digit by digit: divisors that the compiler knows are no divisions.
    const auto digit = [&](unsigned value) { *end++ = static_cast<char>('0' + value); };
    const auto fraction = static_cast<unsigned>(millis % 1000);
    if (fraction != 0) *end++ = '.';
    if (fraction != 0) digit(fraction / 100);
    if (fraction % 100 != 0) digit(fraction / 10 % 10);
    if (fraction % 10 != 0) digit(fraction % 10);
    out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
}

void append_reference(std::string& out, ObjectId id) {
    append_integer(out, id.value);
    out += " 0 R";
}

void append_rectangle(std::string& out, const Box& box, Length page_height) {
    out += '[';
    append_points(out, box.x);
    out += ' ';
    append_points(out, page_height - box.y - box.height);
    out += ' ';
    append_points(out, box.x + box.width);
    out += ' ';
    append_points(out, page_height - box.y);
    out += ']';
}

void append_color(std::string& out, Color color) {
    const auto component = [&](std::uint8_t value) {
        append_decimal(out, (value * 1000 + 127) / 255);
    };
    component(color.red);
    out += ' ';
    component(color.green);
    out += ' ';
    component(color.blue);
}

void append_string(std::string& out, std::string_view bytes) {
    out += '(';
    for (const char byte : bytes) append_string_byte(out, byte);
    out += ')';
}

void append_text(std::string& out, std::string_view utf8) {
    if (const auto bytes = to_document_encoding(utf8)) return append_string(out, *bytes);
    append_string(out, "\xFE\xFF" + to_utf16be(utf8));
}

void append_name(std::string& out, std::string_view name) {
    out += '/';
    for (const char c : name) {
        if (is_regular(c)) {
            out += c;
        } else {
            out += '#';
            append_hex(out, static_cast<unsigned char>(c), 2);
        }
    }
}

void append_hex(std::string& out, std::uint32_t value, int digits) {
    constexpr std::string_view alphabet = "0123456789ABCDEF";
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4)
        out += alphabet[(value >> shift) & 0xF];
}

std::string to_utf16be(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size() * 2);
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint c = decode(utf8, at);
        at += c.bytes;
        if (c.value < 0x10000) {
            append_code_unit(out, c.value);
        } else {
            append_code_unit(out, 0xD800 + ((c.value - 0x10000) >> 10));
            append_code_unit(out, 0xDC00 + ((c.value - 0x10000) & 0x3FF));
        }
    }
    return out;
}

} // namespace presskit::render
