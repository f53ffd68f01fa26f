// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/mutation.hpp"

#include "pipeline/base/deflate.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace presskit::fuzz {
namespace {

using namespace std::string_view_literals;

constexpr std::array special_words{
    "---\n"sv, "\n\n"sv, "\r\n"sv, "\t"sv, "```\n"sv, "|"sv, "| a | < |\n|---|---|\n"sv, "[^a]"sv, "[^nets]: "sv,
    "{{"sv, "}}"sv, "{{country:in}}"sv, "{{date:2024-02-30}}"sv, "{{number:99999999999999999999}}"sv, ":::"sv,
    "::: chart bar\n"sv, "::: note\n"sv, "::: figures\n"sv, "::: glossary\n"sv, "::: instruments\n"sv, "{#"sv,
    "{.a b=c}"sv, "}"sv, "["sv, "]("sv, "![](images/fish.png){decorative}"sv, "**"sv, "*"sv, "&"sv, "&amp;"sv,
    "<!--"sv, "<b>"sv, "\xFF"sv, "\xF0\x9F\x98\x80"sv, "\0"sv, "\xC2\xAD"sv, "\xE2\x80\x8D"sv, "\xE2\x80\xAE"sv,
    "\xE2\x81\xA6"sv, "\xD8\xA7\xD9\x84"sv, "\xCC\x81"sv, "e\xCC\x81\xCC\x81\xCC\x81"sv, "\xEF\xBB\xBF"sv, "\xED\xA0\x80"sv,
    "\xE0\xB8\x81\xE0\xB8\xB3"sv, "- "sv, "1. "sv, "> > > > > > "sv, "&a "sv, "*a "sv, "!!binary "sv, ": "sv,
    "{"sv, "? "sv, "\""sv, "'"sv, "|2\n"sv, "[[[[[[[[[[[["sv, "{a: {a: {a: {a: "sv, "0"sv, "-1"sv, "1e999"sv, "0x7F"sv,
    "4294967296"sv, "18446744073709551616"sv, ".nan"sv, "~"sv, "null"sv, "true"sv, "9pt"sv, "-9mm"sv, "99999999mm"sv,
    "..//"sv, "/etc/passwd"sv, "\\"sv, "%"sv, "<svg>"sv, "<g>"sv, "<use href=\"#a\"/>"sv, "<!DOCTYPE a [<!ENTITY b \"c\">]>"sv,
    "transform=\"scale(1e30)\""sv, "M0 0L1e9-1e9A0 0 0 1 1 9 9z"sv, "url(#a)"sv, "rgb(300,-1,2%)"sv,
    "\xC2\xA0"sv, "A\xC3\x85ngstr\xC3\xB6m"sv, "supercalifragilisticexpialidocious-"sv};

constexpr std::array<std::uint8_t, 8> edge_bytes{0, 1, 2, 0x20, 0x7F, 0x80, 0xFE, 0xFF};
constexpr std::array<std::size_t, 6> piece_sizes{1, 2, 4, 16, 100, 1000};

char any_byte(Random& random) {
    return static_cast<char>(random.one_in(2) ? random.of(edge_bytes) : static_cast<std::uint8_t>(random.next()));
}

std::size_t line_begin(const std::string& text, std::size_t at) {
    const auto end = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
    return end == std::string::npos ? 0 : end + 1;
}

std::string line_at(const std::string& text, std::size_t at) {
    const std::size_t begin = line_begin(text, at);
    const std::size_t end = text.find('\n', at);
    return text.substr(begin, end == std::string::npos ? end : end + 1 - begin);
}

/// Often one alone, so that nothing else hides what comes of it.
std::size_t few(std::size_t most, Random& random) { return random.one_in(2) ? 1 : random.early(most) + 1; }

void change_number(std::string& text, std::size_t at, Random& random) {
    const auto digit = text.find_first_of("0123456789", at);
    if (digit == std::string::npos) return;
    static constexpr std::array numbers{"0"sv, "-1"sv, "99999"sv, "2147483648"sv, "0.0001"sv, ""sv, "00"sv, "1e5"sv};
    text.replace(digit, random.below(3) + 1, random.of(numbers));
}

void change_text(std::string& text, Random& random) {
    const std::size_t at = random.below(text.size());
    switch (random.below(9)) {
    case 0: text.insert(at, random.of(special_words)); break;
    case 1: text.replace(at, random.below(4), random.of(special_words)); break;
    case 2: text.erase(at, random.of(piece_sizes)); break;
    case 3: text.insert(line_begin(text, at), line_at(text, random.below(text.size()))); break;
    case 4: text.erase(line_begin(text, at), line_at(text, at).size()); break;
    case 5: change_number(text, at, random); break;
    case 6: text.insert(at, text.substr(random.below(text.size()), random.of(piece_sizes))); break;
    case 7: text[at] = any_byte(random); break;
    default: { // one word many times over: depth, width and length beyond all bounds
        const auto word = std::string(random.of(special_words));
        std::string many;
        for (std::size_t i = std::size_t{1} << random.below(12); i > 0; --i) many += word;
        text.insert(random.one_in(2) ? at : line_begin(text, at), many);
    }
    }
}

void change_bytes(std::string& bytes, Random& random) {
    const std::size_t at = random.one_in(2) ? random.below(bytes.size()) : random.early(bytes.size());
    switch (random.below(6)) {
    case 0:
    case 1: bytes[at] = any_byte(random); break;
    case 2: bytes[at] = static_cast<char>(bytes[at] ^ 1 << random.below(8)); break;
    case 3: bytes.erase(at, random.of(piece_sizes)); break;
    case 4: bytes.insert(at, bytes.substr(random.below(bytes.size()), random.of(piece_sizes))); break;
    default: bytes.insert(at, std::string(random.below(4) + 1, any_byte(random)));
    }
}

std::size_t number_at(const std::string& bytes, std::size_t at, std::size_t count) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + count && i < bytes.size(); ++i)
        value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
    return value;
}

std::string big_endian(std::size_t value, std::size_t count) {
    std::string out(count, '\0');
    for (std::size_t i = count; i-- > 0; value >>= 8) out[i] = static_cast<char>(value & 0xFF);
    return out;
}

/// One part of a file that is a list of parts.
using Part = std::pair<std::string, std::string>; // kind, content

void change_parts(std::vector<Part>& parts, Random& random) {
    if (parts.empty()) return;
    const std::size_t at = random.below(parts.size());
    const auto there = parts.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random.below(8)) {
    case 0: parts.erase(there); break;
    case 1: parts.insert(there, Part(random.of(parts))); break;
    case 2: std::swap(parts[at], parts[random.below(parts.size())]); break;
    case 3: parts[at].first = random.of(parts).first; break;
    default:
        if (!parts[at].second.empty()) change_bytes(parts[at].second, random);
    }
}

std::vector<Part> png_chunks(const std::string& png) {
    std::vector<Part> chunks;
    for (std::size_t at = 8; at + 12 <= png.size();) {
        const std::size_t size = number_at(png, at, 4);
        chunks.emplace_back(png.substr(at + 4, 4), png.substr(at + 8, size));
        at += 12 + size;
    }
    return chunks;
}

/// Markers from the second on, up to the scan; its data is the last part's.
std::vector<Part> jpeg_segments(const std::string& jpeg) {
    std::vector<Part> segments;
    std::size_t at = 2;
    while (at + 4 <= jpeg.size() && jpeg[at] == '\xFF') {
        const std::size_t size = number_at(jpeg, at + 2, 2);
        segments.emplace_back(jpeg.substr(at, 2), jpeg.substr(at + 4, size - 2));
        at += 2 + size;
        if (segments.back().first == "\xFF\xDA") break;
    }
    segments.emplace_back("", jpeg.substr(std::min(at, jpeg.size())));
    return segments;
}

} // namespace

std::string mutated_text(std::string text, Random& random) {
    for (std::size_t changes = few(8, random); changes > 0 && !text.empty(); --changes)
        change_text(text, random);
    if (random.one_in(20)) text.resize(random.below(text.size() + 1));
    return text;
}

std::string mutated_bytes(std::string bytes, Random& random) {
    for (std::size_t changes = few(16, random); changes > 0 && !bytes.empty(); --changes)
        change_bytes(bytes, random);
    if (random.one_in(10)) bytes.resize(random.below(bytes.size() + 1));
    return bytes;
}

std::string overwritten(std::string bytes, Random& random) {
    for (std::size_t changes = few(12, random); changes > 0; --changes) {
        const std::size_t at = random.below(bytes.size());
        std::string piece = random.one_in(2) ? bytes.substr(random.below(bytes.size()), random.of(piece_sizes))
                            : random.one_in(2) ? std::string(random.of(special_words))
                                               : std::string(1, any_byte(random));
        piece.resize(std::min(piece.size(), bytes.size() - at));
        bytes.replace(at, piece.size(), piece);
    }
    return bytes;
}

std::string mutated_png(const std::string& png, Random& random) {
    auto chunks = png_chunks(png);
    for (std::size_t changes = few(4, random); changes > 0; --changes) change_parts(chunks, random);
    std::string out = png.substr(0, 8);
    for (const auto& [kind, content] : chunks)
        out += big_endian(content.size(), 4) + kind + content + big_endian(crc32_of(kind + content), 4);
    return out;
}

std::string mutated_jpeg(const std::string& jpeg, Random& random) {
    auto segments = jpeg_segments(jpeg);
    for (std::size_t changes = few(4, random); changes > 0; --changes) change_parts(segments, random);
    std::string out = jpeg.substr(0, 2);
    for (const auto& [marker, content] : segments)
        out += marker.empty() ? content : marker + big_endian(content.size() + 2, 2) + content;
    return out;
}

std::string mutated_font(std::string font, Random& random) {
    const std::size_t tables = number_at(font, 4, 2);
    if (random.one_in(8)) return mutated_bytes(std::move(font), random);
    for (std::size_t changes = few(24, random); changes > 0; --changes) {
        const std::size_t record = 12 + 16 * random.below(tables);
        if (random.one_in(16)) { // the table's own row: another name, place or length
            font[record + random.below(16)] = any_byte(random);
            continue;
        }
        const std::size_t offset = number_at(font, record + 8, 4), size = number_at(font, record + 12, 4);
        if (size == 0 || offset >= font.size()) continue;
        const std::size_t at = offset + (random.one_in(3) ? random.below(size) : random.early(std::min<std::size_t>(size, 200)));
        if (at < font.size()) font[at] = any_byte(random);
    }
    return font;
}

} // namespace presskit::fuzz
