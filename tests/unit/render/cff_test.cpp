// SPDX-License-Identifier: Apache-2.0
#include "stages/render/cff.hpp"
#include "tests/unit/render/page_maker.hpp"
#include "tests/unit/render/pdf_tools.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

namespace {

std::string index_of(const std::string& entry) {
    const auto length = static_cast<char>(entry.size() + 1);
    return std::string("\0\1\1\1", 4) + length + entry;
}

/// A number in a DICT as two bytes, so that offsets do not change the DICT's length.
std::string operand(int number) {
    return {'\x1C', static_cast<char>(number >> 8), static_cast<char>(number & 0xFF)};
}

/// A font of `glyphs` empty charstrings with the given charset; CID-keyed if `ros`.
std::string font(bool ros, const std::string& charset, int glyphs) {
    const std::string head = std::string("\1\0\4\1", 4) + index_of("A");
    const auto dict = [&](int charset_at, int strings_at) {
        return (ros ? operand(1) + operand(1) + operand(0) + "\x0C\x1E" : std::string()) +
               operand(charset_at) + '\x0F' + operand(strings_at) + '\x11';
    };
    const std::string empty = std::string(2, '\0');
    const int charset_at =
        static_cast<int>(head.size() + index_of(dict(0, 0)).size() + 2 * empty.size());
    std::string strings{'\0', static_cast<char>(glyphs), '\1'};
    for (int i = 0; i <= glyphs; ++i) strings += static_cast<char>(i + 1);
    return head + index_of(dict(charset_at, charset_at + static_cast<int>(charset.size()))) +
           empty + empty + charset + strings +
           std::string(static_cast<std::size_t>(glyphs), '\x0E');
}

const std::string format_0_charset("\0\0\7\1\0", 5);   // CIDs 7 and 256
const std::string format_2_charset("\2\0\x0A\0\1", 5); // CIDs 10 and 11

} // namespace

TEST_CASE("cff: a name-keyed font has no CIDs") {
    const auto charset = read_cff_charset(font(false, format_0_charset, 3));
    REQUIRE(charset);
    CHECK_FALSE(charset->cid_keyed);
}

TEST_CASE("cff: a CID-keyed font tells the CID of each glyph, in every format") {
    const auto listed = read_cff_charset(font(true, format_0_charset, 3));
    REQUIRE(listed);
    CHECK(listed->cids == std::vector<std::uint16_t>{0, 7, 256});
    const auto ranges = read_cff_charset(font(true, format_2_charset, 3));
    REQUIRE(ranges);
    CHECK(ranges->cids == std::vector<std::uint16_t>{0, 10, 11});
}

TEST_CASE("cff: no cut or flipped byte makes the reader leave the table") {
    const std::string whole = font(true, format_2_charset, 3);
    for (std::size_t end = 0; end < whole.size(); ++end) read_cff_charset(whole.substr(0, end));
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string flipped = whole;
        flipped[at] = static_cast<char>(~flipped[at]);
        read_cff_charset(flipped);
    }
    CHECK_FALSE(read_cff_charset(""));
    CHECK_FALSE(read_cff_charset(font(true, std::string("\3\0\0", 3), 3)));
}

TEST_CASE("cff: an OpenType font with CFF outlines is embedded and read") {
    if (fonts().at(c059).bytes.empty()) {
        WARN("skipped: install fonts-urw-base35 to test CFF fonts");
        return;
    }
    PageMaker maker;
    maker.paragraph("Article\u00A034 of so-called law\u00AD, five offices", {c059});
    const std::string pdf = write_pdf(maker.pages);
    CHECK(contains(run_on(pdf, "pdffonts {}"), "CID Type 0C"));
    CHECK(contains(run_on(pdf, "pdftotext {} -"), "of so-called law\u00AD, five offices"));
    CHECK(contains(run_on(pdf, "qpdf --check {}"), "No syntax"));
    CHECK_FALSE(contains(run_on(pdf, "mutool draw -F text -o /dev/null {}"), "error"));
    // One glyph says both: the text it does not have in ToUnicode is said by ActualText.
    CHECK(contains(uncompressed(pdf), "/ActualText <feff00ad>"));
}
