// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"

#include <array>
#include <charconv>

namespace presskit {

CodePoint details::decode_sequence(std::string_view utf8, std::size_t offset) {
    const auto byte = [&](std::size_t i) {
        return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0u;
    };
    const auto trail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const unsigned lead = byte(offset);
    if (lead >= 0xC2 && lead <= 0xDF && trail(offset + 1))
        return {((lead & 0x1Fu) << 6) | (byte(offset + 1) & 0x3Fu), 2};
    if (lead >= 0xE0 && lead <= 0xEF && trail(offset + 1) && trail(offset + 2)) {
        const char32_t c = ((lead & 0x0Fu) << 12) | ((byte(offset + 1) & 0x3Fu) << 6) |
                           (byte(offset + 2) & 0x3Fu);
        if (c >= 0x800 && (c < 0xD800 || c > 0xDFFF)) return {c, 3};
    }
    if (lead >= 0xF0 && lead <= 0xF4 && trail(offset + 1) && trail(offset + 2) && trail(offset + 3)) {
        const char32_t c = ((lead & 0x07u) << 18) | ((byte(offset + 1) & 0x3Fu) << 12) |
                           ((byte(offset + 2) & 0x3Fu) << 6) | (byte(offset + 3) & 0x3Fu);
        if (c >= 0x10000 && c <= 0x10FFFF) return {c, 4};
    }
    return {U'\uFFFD', 1};
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const CodePoint c = decode(bytes, i);
        if (c.value == U'\uFFFD' && c.bytes == 1) return i;
        i += c.bytes;
    }
    return std::nullopt;
}

void append_utf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

std::string to_utf8(std::u32string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

std::u32string to_utf32(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint c = decode(utf8, i);
        out += c.value;
        i += c.bytes;
    }
    return out;
}

std::u32string printable(std::string_view bytes) {
    std::u32string out = to_utf32(bytes);
    for (char32_t& c : out) {
        const bool bidi_control =
            (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        if (c == '\t') c = ' ';
        else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || bidi_control) c = U'\uFFFD';
    }
    return out;
}

std::string decimal(std::int64_t millis) {
    std::array<char, 32> buffer{};
    const bool negative = millis < 0;
    const std::uint64_t absolute =
        negative ? ~static_cast<std::uint64_t>(millis) + 1 : static_cast<std::uint64_t>(millis);
    char* end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), absolute / 1000).ptr;
    const auto fraction = static_cast<unsigned>(absolute % 1000);
    if (fraction != 0) {
        *end++ = '.';
        *end++ = static_cast<char>('0' + fraction / 100);
        *end++ = static_cast<char>('0' + fraction / 10 % 10);
        *end++ = static_cast<char>('0' + fraction % 10);
        while (end[-1] == '0') --end;
    }
    return (negative && absolute != 0 ? "-" : "") + std::string(buffer.data(), end);
}

std::string human_bytes(std::uint64_t bytes) {
    if (bytes < 1000) return std::to_string(bytes) + " B";
    const bool mega = bytes >= 999'500;
    const std::uint64_t unit = mega ? 1'000'000 : 1000;
    const char* name = mega ? " MB" : " kB";
    const std::uint64_t tenths = (bytes * 10 + unit / 2) / unit;
    if (tenths >= 100) return std::to_string((bytes + unit / 2) / unit) + name;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + name;
}

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::string_view trim_ascii(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::string code_point_name(char32_t code_point) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (char32_t rest = code_point; rest != 0 || hex.size() < 4; rest /= 16)
        hex.insert(hex.begin(), digits[rest % 16]);
    return "U+" + hex;
}

namespace {

/// Empty for a character that stands for itself.
constexpr std::string_view markup_escape(char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
    }
}

} // namespace

std::string escape_markup(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t plain = 0; // where the text begins that is taken as it is
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view escaped = markup_escape(text[i]);
        if (escaped.empty()) continue;
        out.append(text, plain, i - plain).append(escaped);
        plain = i + 1;
    }
    return out.append(text, plain);
}

} // namespace presskit
