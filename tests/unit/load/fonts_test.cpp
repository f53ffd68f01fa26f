// SPDX-License-Identifier: Apache-2.0
#include "stages/load/fonts.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <tuple>

using namespace presskit;
using namespace presskit::load;

namespace {

std::string font_bytes(const std::string& path) {
    std::ifstream in("/usr/share/fonts/" + path, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

std::string noto() { return font_bytes("truetype/noto/NotoSans-Regular.ttf"); }

/// The offset of a table's record in the font's directory.
std::size_t record(const std::string& font, const std::string& tag) {
    const std::size_t at = font.find(tag, 12);
    REQUIRE(at < 1000);
    return at;
}

/// Where the table of a record lies.
std::size_t offset_of(const std::string& font, std::size_t row) {
    std::size_t offset = 0;
    for (std::size_t i = 8; i < 12; ++i)
        offset = offset << 8 | static_cast<unsigned char>(font[row + i]);
    return offset;
}

std::string with_permission(std::string font, unsigned fs_type) {
    const std::size_t offset = offset_of(font, record(font, "OS/2"));
    font[offset + 8] = static_cast<char>(fs_type >> 8);
    font[offset + 9] = static_cast<char>(fs_type & 0xFF);
    return font;
}

std::string font_fault(const std::string& bytes) {
    const Diagnostics all = check_font({"brand/fonts/x.ttf", "", {}}, bytes);
    return all.empty() ? "" : all[0].code + ": " + all[0].message;
}

} // namespace

TEST_CASE("fonts: an open font passes") { CHECK(font_fault(noto()).empty()); }

TEST_CASE("fonts: permissions to embed are read from OS/2, the most liberal of several counts") {
    const std::string font = noto();
    for (const unsigned allowed : {0x0000u, 0x0004u, 0x0008u, 0x000Au})
        CHECK(font_fault(with_permission(font, allowed)).empty());
    for (const unsigned refused : {0x0002u, 0x0100u, 0x0200u, 0x0208u})
        CHECK(font_fault(with_permission(font, refused)).starts_with("load.font-permission"));
}

TEST_CASE("fonts: what is no font, or lacks outlines, characters or permission, is refused") {
    for (const auto* bytes : {"", "x", "<html>", "OTTO", "ttcf"})
        CHECK(font_fault(bytes).starts_with("load.not-a-font"));
    std::string font = noto();
    font.replace(record(font, "glyf"), 4, "XXXX");
    CHECK(font_fault(font).starts_with("load.font-without-outlines"));
    font = noto();
    font.replace(record(font, "OS/2"), 4, "XXXX");
    CHECK(font_fault(font).starts_with("load.font-permission"));
    font = noto();
    font.replace(record(font, "cmap"), 4, "XXXX");
    CHECK(font_fault(font).starts_with("load.not-a-font"));
}

TEST_CASE("fonts: a font that does not say how wide its glyphs are is damaged") {
    const std::size_t em_at = 18, widths_at = 34;
    for (const auto& [tag, at, value] :
         {std::tuple{"head", em_at, '\0'}, {"hhea", widths_at, '\xFF'}, {"hmtx", std::size_t{0}, 'X'}}) {
        std::string font = noto();
        const std::size_t row = record(font, tag);
        if (at == 0) font[row] = value; // the table is known by another name
        else font.replace(offset_of(font, row) + at, 2, std::string(2, value));
        CHECK(font_fault(font).starts_with("load.damaged-font"));
    }
}

TEST_CASE("fonts: a head or an hhea of an unknown version, or without its magic number, is damage") {
    for (const auto& [tag, at] : {std::pair{"head", std::size_t{0}}, {"head", std::size_t{12}}, {"hhea", std::size_t{0}}}) {
        std::string font = noto();
        ++font[offset_of(font, record(font, tag)) + at];
        CHECK(font_fault(font).starts_with("load.damaged-font"));
    }
    std::string font = noto();
    font[record(font, "head") + 15] = 53; // one byte short
    CHECK(font_fault(font).starts_with("load.damaged-font"));
}

TEST_CASE("fonts: a glyph too wide for what places it is damage") {
    std::string font = noto();
    font.replace(offset_of(font, record(font, "hmtx")) + 4 * 8, 2, "\x7F\xFF");
    CHECK(font_fault(font).empty());
    font.replace(offset_of(font, record(font, "hmtx")) + 4 * 8, 2, std::string("\x80\0", 2));
    CHECK(font_fault(font).starts_with("load.damaged-font"));
}

TEST_CASE("fonts: a font that is cut short is damaged, though its first letters show") {
    const std::string font = noto();
    for (const std::size_t kept : {font.size() - 1, font.size() / 2}) {
        INFO(kept);
        CHECK(font_fault(font.substr(0, kept)).starts_with("load.damaged-font"));
    }
}

TEST_CASE("fonts: a font that does not say where its outlines are is damaged") {
    std::string font = noto();
    font[record(font, "loca") + 3] = 'b'; // the table is known by another name, in the same place of the order
    CHECK(font_fault(font).starts_with("load.damaged-font"));
    font = noto();
    font[offset_of(font, record(font, "head")) + 51] = 2; // neither short nor long
    CHECK(font_fault(font).starts_with("load.damaged-font"));
    font = noto();
    --font[record(font, "loca") + 14]; // 256 bytes short
    CHECK(font_fault(font).starts_with("load.damaged-font"));
}

TEST_CASE("fonts: a font cut anywhere is refused or passes, never a crash") {
    const std::string font = noto();
    for (std::size_t size = 0; size < font.size(); size += 4999) font_fault(font.substr(0, size));
}

namespace {

void append_number(std::string& out, std::size_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

/// Both fonts in one file, their tables found from its start: OpenType 1.9, Font Collections.
std::string collection_of(const std::vector<std::string>& fonts) {
    std::string head = "ttcf";
    append_number(head, 0x00010000);
    append_number(head, fonts.size());
    const std::size_t first = head.size() + 4 * fonts.size();
    std::string body;
    for (std::string font : fonts) {
        const std::size_t begin = first + body.size();
        append_number(head, begin);
        const auto tables = static_cast<std::size_t>(static_cast<unsigned char>(font[5]));
        for (std::size_t i = 0; i < tables; ++i) {
            const std::size_t row = 12 + 16 * i;
            std::string offset;
            append_number(offset, offset_of(font, row) + begin);
            font.replace(row + 8, 4, offset);
        }
        body += font;
    }
    return head + body;
}

} // namespace

TEST_CASE("fonts: one of a collection is named by its place in it, and becomes a font of its own") {
    const std::string bold = font_bytes("truetype/noto/NotoSans-Bold.ttf");
    const std::string both = collection_of({noto(), bold});
    const auto fault = [&](int face, const std::string& bytes) {
        const Diagnostics all = check_font({"x.ttc", "", {}, face}, bytes);
        return all.empty() ? std::string() : all[0].code + ": " + all[0].message + "; " + all[0].hint;
    };
    CHECK(fault(0, both) == "load.font-collection: font `x.ttc` is a collection of 2 fonts; say which one beside the "
                            "path: `face: 1` (Noto Sans Regular), `face: 2` (Noto Sans Bold)");
    CHECK(fault(3, both).starts_with("load.font-collection: font `x.ttc` has no face 3"));
    CHECK(fault(2, noto()).starts_with("load.font-collection: font `x.ttc` has no face 2"));
    for (const int face : {1, 2}) {
        INFO(face);
        CHECK(fault(face, both).empty());
        const std::string single = single_font({"x.ttc", "", {}, face}, both);
        CHECK(single.size() < both.size());
        CHECK(font_fault(single).empty());
    }
    CHECK(single_font({"x.ttc", "", {}, 2}, both).size() != single_font({"x.ttc", "", {}, 1}, both).size());
    CHECK(single_font({"x.ttf", "", {}}, noto()) == noto());
}

TEST_CASE("fonts: no cut or flipped byte of a collection's head makes its reader leave it") {
    const std::string both = collection_of({noto(), noto()});
    for (std::size_t end = 0; end < 400; ++end) {
        check_font({"x.ttc", "", {}, 2}, both.substr(0, end));
        single_font({"x.ttc", "", {}, 2}, both.substr(0, end));
    }
    for (std::size_t at = 0; at < 200; ++at) {
        std::string flipped = both;
        flipped[at] = static_cast<char>(~flipped[at]);
        check_font({"x.ttc", "", {}, 2}, flipped);
        single_font({"x.ttc", "", {}, 2}, flipped);
    }
}
