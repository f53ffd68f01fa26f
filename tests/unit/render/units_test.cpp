// SPDX-License-Identifier: Apache-2.0
#include "stages/render/clusters.hpp"
#include "stages/render/codes.hpp"
#include "stages/render/dump.hpp"
#include "stages/render/trees.hpp"
#include "tests/unit/render/page_maker.hpp"
#include "tests/unit/render/pdf_tools.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

namespace {

std::string joined(const GlyphRun& run) {
    std::string text;
    for (const Cluster& cluster : clusters_of(run)) text += std::string(cluster.text) + "|";
    return text;
}

CodeTable table(OutlineFormat outlines) {
    auto subset = std::make_shared<FontSubset>();
    subset->outlines = outlines;
    subset->numbers = {{5, 1}, {9, 2}};
    return {subset, 10};
}

} // namespace

TEST_CASE("clusters: text that no glyph claims goes to the cluster before it") {
    GlyphRun run;
    run.text = "ab  ";
    run.glyphs = {{1, {}, {}, {}, 0, 1}, {2, {}, {}, {}, 1, 2}};
    CHECK(joined(run) == "a|b  |");
}

TEST_CASE("clusters: a run is plain if each glyph stands for its own letters, and all for the text") {
    GlyphRun run;
    run.text = "aëb";
    run.glyphs = {{1, {}, {}, {}, 0, 1}, {2, {}, {}, {}, 1, 3}, {3, {}, {}, {}, 3, 4}};
    CHECK(is_plain_run(run));
    CHECK(joined(run) == "a|ë|b|");
    SECTION("not from right to left") { run.right_to_left = true; }
    SECTION("not with letters that no glyph claims") { run.text += " "; }
    SECTION("not with a glyph that stands for nothing") { run.glyphs.insert(run.glyphs.begin() + 1, {4, {}, {}, {}, 1, 1}); }
    SECTION("not with glyphs in another order than their letters") { std::swap(run.glyphs[0], run.glyphs[1]); }
    SECTION("not with a letter of private use") {
        run.text = "\uE000b";
        run.glyphs = {{1, {}, {}, {}, 0, 3}, {3, {}, {}, {}, 3, 4}};
    }
    CHECK_FALSE(is_plain_run(run));
}

TEST_CASE("clusters: glyphs without text belong to the cluster they follow, or to the first") {
    GlyphRun run;
    run.text = "ab";
    run.glyphs = {
        {9, {}, {}, {}, 0, 0}, {1, {}, {}, {}, 0, 1}, {2, {}, {}, {}, 1, 2}, {3, {}, {}, {}, 2, 2}};
    const auto clusters = clusters_of(run);
    REQUIRE(clusters.size() == 2);
    CHECK(clusters[0].first == 0);
    CHECK(clusters[0].last == 2);
    CHECK(clusters[1].last == 4);
}

TEST_CASE("clusters: a run from right to left keeps its logical text") {
    GlyphRun run;
    run.text = "abc";
    run.right_to_left = true;
    run.glyphs = {{3, {}, {}, {}, 2, 3}, {1, {}, {}, {}, 0, 2}};
    CHECK(joined(run) == "c|ab|");
    CHECK(glyph_texts({0, 2, "ab"}, true) == std::vector<std::string>{"b", "a"});
}

TEST_CASE("clusters: a run whose glyphs have no text at all is one cluster") {
    GlyphRun run;
    run.text = "a";
    run.glyphs = {{1, {}, {}, {}, 0, 0}, {2, {}, {}, {}, 1, 1}};
    CHECK(joined(run) == "a|");
}

TEST_CASE("codes: TrueType has a code for each glyph and text") {
    CodeTable codes = table(OutlineFormat::true_type);
    CHECK(codes.code(9, " ").code == 2);
    CHECK(codes.is_identity());
    CHECK(codes.code(9, "\u00A0").code == 3);
    CHECK_FALSE(codes.is_identity());
    CHECK(codes.code(5, "a").code == 1);
    CHECK(codes.code(9, " ").code == 2);
    CHECK(codes.entries().size() == 3);
}

TEST_CASE("codes: CFF has a code for each glyph, and tells when it says another text") {
    CodeTable codes = table(OutlineFormat::cff);
    CHECK(codes.code(9, " ").code == 2);
    CHECK(codes.code(9, "\u00A0").code == 2);
    CHECK_FALSE(codes.code(9, "\u00A0").exact);
    CHECK(codes.code(5, "a").code == 1);
    CHECK(codes.entries().front().glyph == 5);
}

TEST_CASE("codes: text too long for a CMap is cut there and told to be inexact") {
    CodeTable codes = table(OutlineFormat::true_type);
    CHECK_FALSE(codes.code(5, std::string(300, 'x')).exact);
    CHECK(codes.entries().front().text.size() <= 96);
}

TEST_CASE("codes: a font of few glyphs has codes of one byte, and each glyph gets one") {
    CodeTable codes = table(OutlineFormat::true_type);
    CHECK(codes.bytes_a_code() == 1);
    for (int i = 0; i < 300; ++i) codes.code(5, std::to_string(i));
    CHECK_FALSE(codes.code(5, "one more").exact);
    CHECK(codes.code(9, "a").exact);
    CHECK(codes.entries().back().code == 0xFF);
}

TEST_CASE("codes: a font of many glyphs has codes of two bytes, and a glyph keeps one of its own") {
    auto subset = std::make_shared<FontSubset>();
    for (std::uint16_t glyph = 1; glyph < 300; ++glyph) subset->numbers[glyph] = glyph;
    CodeTable codes(subset, 300);
    CHECK(codes.bytes_a_code() == 2);
    for (int i = 0; i < 0xFFFF; ++i) codes.code(5, std::to_string(i));
    CHECK_FALSE(codes.code(5, "one more").exact);
    CHECK(codes.code(299, "z").exact);
    CHECK(codes.entries().back().code == 0xFFFF);
}

TEST_CASE("dump: a person can read what stands where and what it is") {
    PageMaker maker;
    const ElementId heading = maker.element(StructureRole::heading_1, PageMaker::document);
    maker.line(maker.content(heading), "Law\u00A034");
    maker.item({Rectangle{{{0}, {0}, {10'000}, {5'000}}, {255, 0, 16}}, ArtifactKind::layout, {}});
    CHECK(dump(maker.pages) == "document \"A title\"\n"
                               "  language en\n"
                               "  author Example e. V.\n"
                               "  description A page – made by hand\n"
                               "  keyword one\n"
                               "  keyword two\n"
                               "  rights © Example\n"
                               "  date 2021-05-18T08:00:00Z\n"
                               "page 1 595.3x841.9\n"
                               "  #0 (72 72) F0 10 #000000 \"Law<U+00A0>34\"\n"
                               "  layout (0 0) 10x5 fill #FF0010\n"
                               "structure\n"
                               "  Document\n"
                               "    H1\n"
                               "      #0 \"Law<U+00A0>34\"\n");
}

TEST_CASE("trees: many entries are split, every key is found once and in order") {
    PdfFile file;
    std::vector<TreeEntry> entries;
    for (int i = 0; i < 10'000; ++i) entries.push_back({std::to_string(i), "null"});
    const ObjectId root = write_tree(file, TreeKind::numbers, entries);
    file.set(file.catalog(), "/Type /Catalog /X " + std::to_string(root.value) + " 0 R");
    Deflater deflater(1);
    const auto pdf = file.save(deflater);
    REQUIRE(pdf);
    const std::string plain = uncompressed(pdf->bytes);
    CHECK(count_of(plain, "/Nums") == 157);
    CHECK(contains(plain, "/Limits [\n    0\n    4095\n  ]"));
    CHECK(contains(plain, "/Limits [\n    8192\n    9999\n  ]"));
}
