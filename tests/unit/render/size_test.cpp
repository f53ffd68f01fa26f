// SPDX-License-Identifier: Apache-2.0
#include "stages/render/haru.hpp"
#include "stages/render/palette.hpp"
#include "stages/render/render.hpp"
#include "stages/render/row_filter.hpp"
#include "stages/render/shrink.hpp"
#include "tests/unit/render/page_maker.hpp"
#include "tests/unit/render/pdf_tools.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

namespace {

Pixels pixels_of(std::uint32_t width, std::uint32_t height, const std::string& samples) {
    return {width, height, 3, samples, {}};
}

} // namespace

TEST_CASE("object streams: every object is found, however many there are") {
    PdfFile file;
    std::string kids;
    for (int i = 0; i < 1000; ++i) {
        const ObjectId id = file.add("/Number " + std::to_string(i));
        append_reference(kids, id);
        kids += ' ';
    }
    file.set(file.page_tree(), "/Type /Pages /Kids [] /Count 0");
    std::string catalog = "/Type /Catalog /Pages ";
    append_reference(catalog, file.page_tree());
    file.set(file.catalog(), catalog + " /All [" + kids + "]");
    Deflater deflater(6);
    const auto pdf = file.save(deflater);
    REQUIRE(pdf);
    CHECK(contains(run_on(pdf->bytes, "qpdf --check {}"), "No syntax or stream encoding errors"));
    CHECK(count_of(pdf->bytes, "/ObjStm") == 6);
    const std::string plain = uncompressed(pdf->bytes);
    for (const int i : {0, 199, 200, 999})
        CHECK(count_of(plain, "/Number " + std::to_string(i) + "\n") == 1);
    CHECK(pdf->bytes.size() < 20'000);
}

TEST_CASE("sizes: what the bytes are spent on adds up to the file") {
    PdfWriter writer(fonts(), {});
    const auto pdf = writer.write(everything().pages);
    REQUIRE(pdf);
    CHECK(pdf->use.total() == pdf->bytes.size());
    for (const ByteUse use : {ByteUse::fonts, ByteUse::content, ByteUse::structure, ByteUse::other})
        CHECK(pdf->use[use] > 100);
    CHECK(pdf->use[ByteUse::images] == 0);
    CHECK(pdf->use[ByteUse::attachments] == 0);
}

TEST_CASE("palette: few colours become indices in as few bits as they need") {
    const auto two = to_palette(pixels_of(3, 1, std::string("\1\2\3\4\5\6\1\2\3", 9)));
    REQUIRE(two);
    CHECK(two->bits == 1);
    CHECK(two->colors == std::string("\1\2\3\4\5\6", 6));
    CHECK(two->rows == std::string("\x40", 1));
    std::string five;
    for (char c = 0; c < 5; ++c) five += {c, c, static_cast<char>(c + 1)};
    const auto nibbles = to_palette(pixels_of(5, 1, five));
    REQUIRE(nibbles);
    CHECK(nibbles->bits == 4);
    CHECK(nibbles->rows == std::string("\x01\x23\x40", 3));
}

TEST_CASE("palette: mixed colours of edges go to their neighbours, those of photographs stay") {
    std::string flat(3 * 10'000, '\x10'), photo;
    for (int i = 0; i < 300; ++i) { // 300 further colours, one pixel each
        flat += {static_cast<char>(i & 0xFF), '\x30', static_cast<char>(i >> 8)};
        for (int repeat = 0; repeat < 30; ++repeat)
            photo += {static_cast<char>(i & 0xFF), '\x30', static_cast<char>(i >> 8)};
    }
    const auto indexed = to_palette(pixels_of(10'300, 1, flat));
    REQUIRE(indexed);
    for (std::size_t at = 0; at < indexed->rows.size(); ++at) {
        const auto entry = 3u * static_cast<unsigned char>(indexed->rows[at]);
        for (std::size_t c = 0; c < 3; ++c)
            REQUIRE(std::abs(static_cast<unsigned char>(indexed->colors[entry + c]) -
                             static_cast<unsigned char>(flat[3 * at + c])) <= 3);
    }
    CHECK_FALSE(to_palette(pixels_of(9'000, 1, photo)));
}

TEST_CASE("palette: a grey picture in three channels needs one") {
    Pixels grey = pixels_of(2, 1, std::string("\5\5\5\7\7\7", 6));
    drop_equal_channels(grey);
    CHECK(grey.channels == 1);
    CHECK(grey.samples == "\5\7");
    Pixels color = pixels_of(2, 1, std::string("\5\5\5\7\7\6", 6));
    drop_equal_channels(color);
    CHECK(color.channels == 3);
}

TEST_CASE("row filter: a reader of PNG predictors gets the same rows back") {
    std::string rows;
    for (int y = 0; y < 40; ++y)
        for (int x = 0; x < 30; ++x)
            rows += {static_cast<char>(x * y), static_cast<char>(x + 3 * y), static_cast<char>(x ^ y)};
    const std::string filtered = filter_rows(rows, 90, 3);
    REQUIRE(filtered.size() == 40 * 91);
    Deflater deflater(6);
    PdfFile file;
    const ObjectId stream = file.add_stream(
        "/Filter /FlateDecode /DecodeParms <</Predictor 15 /Columns 30 /Colors 3>> ",
        deflater.deflate(filtered));
    file.set(file.page_tree(), "/Type /Pages /Kids [] /Count 0");
    std::string catalog = "/Type /Catalog /Pages ";
    append_reference(catalog, file.page_tree());
    catalog += " /Picture ";
    append_reference(catalog, stream);
    file.set(file.catalog(), catalog);
    const auto pdf = file.save(deflater);
    REQUIRE(pdf);
    CHECK(run_on(pdf->bytes,
                 "qpdf --show-object=" + std::to_string(stream.value) + " --filtered-stream-data {}") ==
          rows);
}

TEST_CASE("shrink: pixels that print cannot show are averaged") {
    CHECK(spare_factor(400, Length{48'000}) == 2); // 600 an inch
    CHECK(spare_factor(400, Length{96'000}) == 1);
    CHECK(spare_factor(4000, Length{48'000}) == 20);
    CHECK(spare_factor(3, Length{1}) == 3);
    CHECK(spare_factor(3, Length{0}) == 1);
    Pixels picture = pixels_of(3, 2, std::string("\10\0\0\20\0\0\1\1\1\30\0\0\40\0\0\3\3\3", 18));
    shrink(picture, 2);
    CHECK(picture.width == 2);
    CHECK(picture.height == 1);
    CHECK(picture.samples == std::string("\24\0\0\2\2\2", 6));
}

TEST_CASE("shrink: a pixel that is not there lends no colour") {
    Pixels picture = pixels_of(2, 1, std::string("\xFF\0\0\0\xFF\0", 6));
    picture.alpha = std::string("\xFF\0", 2);
    shrink(picture, 2);
    CHECK(picture.samples == std::string("\xFF\0\0", 3));
    CHECK(picture.alpha == "\x80");
}
