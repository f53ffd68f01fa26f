// SPDX-License-Identifier: Apache-2.0
#include "stages/render/big_endian.hpp"
#include "stages/render/cff_widths.hpp"
#include "stages/render/render.hpp"
#include "tests/unit/render/page_maker.hpp"
#include "tests/unit/render/pdf_tools.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

namespace {

/// Where a table of an OpenType font begins.
std::size_t table_at(const std::string& font, std::string_view tag) {
    const BigEndian bytes(font);
    for (std::size_t row = 12; row < 12 + std::size_t{16} * *bytes.u16(4); row += 16)
        if (bytes.slice(row, 4) == tag) return *bytes.u32(row + 8);
    return 0;
}

/// The fonts of these tests with C059's hmtx 77 units wider than its outlines for the one glyph of `letter`.
FontLibrary with_other_hmtx(std::string_view letter) {
    FontLibrary library = fonts();
    FontBytes& font = library.fonts.at(c059.value);
    const std::size_t at = table_at(font.bytes, "hmtx") + 4 * std::size_t{shaped(letter, {}, {c059}).glyphs[0].id};
    const std::uint32_t wider = *BigEndian(font.bytes).u16(at) + 77;
    font.bytes[at] = static_cast<char>(wider >> 8);
    font.bytes[at + 1] = static_cast<char>(wider & 0xFF);
    font.digest = sha256(font.bytes);
    return library;
}

std::string written_with(const FontLibrary& library, const Pages& pages) {
    PdfWriter writer(library, {});
    const auto pdf = writer.write(pages);
    for (const Diagnostic& fault : pdf.diagnostics) UNSCOPED_INFO(fault.message);
    REQUIRE(pdf);
    return pdf->bytes;
}

std::string widths_in(std::string_view pdf) {
    const std::string plain = uncompressed(pdf);
    const std::size_t at = plain.find("/W [");
    return plain.substr(at, plain.find("endobj", at) - at);
}

bool has_c059() {
    if (!fonts().at(c059).bytes.empty()) return true;
    WARN("skipped: install fonts-urw-base35 to test CFF fonts");
    return false;
}

} // namespace

TEST_CASE("cff: where hmtx and outlines differ, a PDF's widths are those of the outlines it embeds") {
    if (!has_c059()) return;
    PageMaker maker;
    maker.paragraph("a banana", {c059});
    const std::string sound = write_pdf(maker.pages), other = written_with(with_other_hmtx("a"), maker.pages);
    REQUIRE(contains(widths_in(sound), "556")); // of a
    CHECK(widths_in(other) == widths_in(sound));
}

TEST_CASE("cff: where hmtx and outlines differ, glyphs stand as hmtx says") {
    if (!has_c059()) return;
    PageMaker maker;
    maker.paragraph("aaa", {c059});
    auto& run = std::get<GlyphRun>(maker.pages.pages[0].items[0].shape);
    for (Glyph& glyph : run.glyphs) glyph.advance = glyph.advance + Length{770}; // 77 thousandths of 10 pt
    // The pen is moved by the difference, once a glyph: ISO 32000-1 9.4.3.
    const std::string pdf = uncompressed(written_with(with_other_hmtx("a"), maker.pages));
    INFO(pdf.substr(pdf.find("BT"), 300));
    CHECK(contains(pdf, "[<01>-77<01>-77<01>] TJ"));
}

TEST_CASE("cff: a font whose outlines cannot be drawn is refused by glyph") {
    if (!has_c059()) return;
    FontLibrary library = fonts();
    FontBytes& font = library.fonts.at(c059.value);
    const std::size_t from = table_at(font.bytes, "CFF ");
    // All that comes behind the head of the table: private dictionaries and subroutines among it.
    for (std::size_t at = from + 6000; at < from + 60'000 && at < font.bytes.size(); ++at) font.bytes[at] = '\0';
    PageMaker maker;
    maker.paragraph("banana", {c059});
    PdfWriter writer(library, {});
    const auto pdf = writer.write(maker.pages);
    REQUIRE_FALSE(pdf);
    CHECK(pdf.diagnostics[0].code == "render.font-unusable");
    CHECK(contains(pdf.diagnostics[0].message, font.path));
}

TEST_CASE("cff: no cut or flipped byte of a program makes the reader of widths leave it") {
    if (!has_c059()) return;
    const std::string& font = fonts().at(c059).bytes;
    const std::string whole = font.substr(table_at(font, "CFF "), 4000);
    for (std::size_t end = 0; end < whole.size(); end += 37) read_cff_widths(whole.substr(0, end), {0, 1, 40'000});
    for (std::size_t at = 0; at < 400; ++at) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(~flipped[at]);
        read_cff_widths(flipped, {0, 1, 40'000});
    }
    CHECK_FALSE(read_cff_widths("", {0}));
}
