// SPDX-License-Identifier: Apache-2.0
#include "stages/render/tagged_text.hpp"
#include "tests/unit/render/page_maker.hpp"
#include "tests/unit/render/pdf_tools.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

namespace {

std::string extracted(const PageMaker& maker) {
    return run_on(write_pdf(maker.pages), "pdftotext -enc UTF-8 {} -");
}

} // namespace

TEST_CASE("text: a ligature is read as its letters") {
    PageMaker maker;
    maker.paragraph("five offices find flight");
    CHECK(contains(extracted(maker), "five offices find flight"));
}

TEST_CASE("text: a word hyphenated at a line end is read whole") {
    PageMaker maker;
    const ContentId content =
        maker.content(maker.element(StructureRole::paragraph, PageMaker::document));
    maker.line(content, "all stake\u00AD");
    maker.line(content, "holders act");
    CHECK(tagged_text(maker.pages) == "all stakeholders act\n");
    CHECK(contains(extracted(maker), "stake\u00AD"));
    CHECK_FALSE(contains(extracted(maker), "stake-"));
}

TEST_CASE("text: space and no-break space stay apart, hyphen and soft hyphen too") {
    PageMaker maker;
    maker.paragraph("Article\u00A034 of so-called law\u00AD");
    const std::string pdf = uncompressed(write_pdf(maker.pages));
    for (const char* text : {"<0020>", "<00A0>", "<002D>", "<00AD>"})
        CHECK(count_of(pdf, std::string("> ") + text) == 1);
}

TEST_CASE("text: a letter with a combining mark is read as both") {
    PageMaker maker;
    maker.paragraph("дојде с\u0301ад и q\u0301");
    CHECK(contains(extracted(maker), "с\u0301ад и q\u0301"));
}

TEST_CASE("text: the glyphs of a cluster share its text, a code point each") {
    PageMaker maker;
    maker.paragraph("с\u0301 и");
    GlyphRun& run = std::get<GlyphRun>(maker.pages.pages[0].items[0].shape);
    REQUIRE(run.glyphs.size() == 4);
    REQUIRE(run.glyphs[1].text_begin == run.glyphs[1].text_end);
    const std::string pdf = write_pdf(maker.pages);
    CHECK_FALSE(contains(uncompressed(pdf), "/ActualText"));
    CHECK(contains(uncompressed(pdf), "<0301>"));
    CHECK(contains(run_on(pdf, "pdfinfo -struct-text {}"), "с\u0301 и"));
}

TEST_CASE("text: more glyphs than characters get ActualText, nothing after is lost") {
    PageMaker maker;
    maker.paragraph("abcd");
    GlyphRun& run = std::get<GlyphRun>(maker.pages.pages[0].items[0].shape);
    run.text = "abd";
    run.glyphs[2].text_begin = run.glyphs[2].text_end = 2; // `b` and `c` together are a "b"
    run.glyphs[3].text_begin = 2;
    run.glyphs[3].text_end = 3;
    const std::string pdf = write_pdf(maker.pages);
    CHECK(contains(uncompressed(pdf), "/Span <</MCID 1 /ActualText (b)>> BDC"));
    CHECK(contains(run_on(pdf, "pdftotext {} -"), "abd"));
    const std::string structured = run_on(pdf, "pdfinfo -struct-text {}");
    CHECK(contains(structured, "\"a"));
    CHECK(contains(structured, "d\""));
    CHECK(contains(run_on(pdf, "qpdf --check {}"), "No syntax"));
}

TEST_CASE(
    "text: letters drawn wider or narrower stand where the page wants them and are read alike") {
    PageMaker plain, wide;
    for (PageMaker* maker : {&plain, &wide}) {
        maker->paragraph("States shall protect every child");
        maker->paragraph("from all forms of exploitation");
    }
    GlyphRun& run = std::get<GlyphRun>(wide.pages.pages[0].items[0].shape);
    run.scaling = 10'150;
    for (Glyph& glyph : run.glyphs)
        glyph.advance = scaled(glyph.advance, run.scaling, GlyphRun::unscaled);
    const std::string pdf = write_pdf(wide.pages);
    CHECK(contains(uncompressed(pdf), "101.5 Tz"));
    CHECK(contains(uncompressed(pdf), "100 Tz"));
    CHECK_FALSE(contains(uncompressed(write_pdf(plain.pages)), " Tz"));
    CHECK(contains(extracted(wide), "States shall protect every child"));
    const auto ends = [](const std::string& bytes) {
        std::vector<double> out;
        const std::string boxes = run_on(bytes, "pdftotext -bbox {} -");
        for (auto at = boxes.find("xMax=\""); at != std::string::npos;
             at = boxes.find("xMax=\"", at + 1))
            out.push_back(std::stod(boxes.substr(at + 6)));
        return out;
    };
    const auto before = ends(write_pdf(plain.pages)), after = ends(pdf);
    REQUIRE(before.size() == 10);
    REQUIRE(after.size() == 10);
    const double left = static_cast<double>(run.origin.x.millipoints) / 1000;
    for (std::size_t i = 0; i < 5; ++i)
        CHECK(after[i] == Approx(left + (before[i] - left) * 1.015).margin(0.05));
    for (std::size_t i = 5; i < 10; ++i) CHECK(after[i] == Approx(before[i]).margin(0.01));
}

TEST_CASE("text: an artefact may hold ActualText too") {
    PageMaker maker;
    GlyphRun run = shaped("ab", {{72'000}, {72'000}});
    run.text = "\uE000b";
    run.glyphs[0].text_end = run.glyphs[1].text_begin = 3;
    run.glyphs[1].text_end = 4;
    maker.item({run, ArtifactKind::pagination_footer, {}});
    const std::string pdf = uncompressed(write_pdf(maker.pages));
    CHECK(count_of(pdf, " BDC\n") == 2);
    CHECK(count_of(pdf, "EMC\n") == 2);
}

TEST_CASE("text: Arabic is read in logical order") {
    PageMaker maker;
    // As in a line of a page: each word is a run of its own.
    maker.paragraph("حماية", {noto_naskh, true});
    maker.paragraph("الأطفال", {noto_naskh, true});
    CHECK(contains(extracted(maker), "حماية"));
    CHECK(contains(extracted(maker), "الأطفال"));
    CHECK(tagged_text(maker.pages) == "حماية\nالأطفال\n");
}

TEST_CASE("text: a paragraph over two pages is one element") {
    const std::string pdf = write_pdf(everything().pages);
    const std::string structured = run_on(pdf, "pdfinfo -struct-text {}");
    CHECK(contains(structured, "It begins here and "));
    CHECK(contains(structured, "ends there."));
    CHECK(count_of(uncompressed(pdf), "/Type /MCR") == 1);
}

TEST_CASE("text: private use characters always have ActualText") {
    PageMaker maker;
    maker.paragraph("a");
    GlyphRun& run = std::get<GlyphRun>(maker.pages.pages[0].items[0].shape);
    run.text = "\uE000";
    run.glyphs[0].text_end = 3;
    CHECK(contains(uncompressed(write_pdf(maker.pages)), "/Span <</MCID 0 /ActualText"));
}

TEST_CASE("text: ActualText at the beginning of a page nests with its text object") {
    PageMaker tagged, artefact;
    tagged.paragraph("ab");
    GlyphRun& run = std::get<GlyphRun>(tagged.pages.pages[0].items[0].shape);
    run.text = "\uE000b";
    run.glyphs[0].text_end = run.glyphs[1].text_begin = 3;
    run.glyphs[1].text_end = 4;
    artefact.item({run, ArtifactKind::pagination_footer, {}});
    for (PageMaker* maker : {&tagged, &artefact}) { // ISO 32000-1 14.6.1
        std::vector<std::string> open;
        std::istringstream pdf(uncompressed(write_pdf(maker->pages)));
        for (std::string line; std::getline(pdf, line);) {
            if (line == "BT") open.push_back("ET");
            if (line.ends_with(" BDC")) open.push_back("EMC");
            if (line != "ET" && line != "EMC") continue;
            REQUIRE_FALSE(open.empty());
            CHECK(open.back() == line);
            open.pop_back();
        }
        CHECK(open.empty());
    }
}

TEST_CASE("text: what ToUnicode may not say is left out") {
    PageMaker maker;
    maker.paragraph("ab");
    GlyphRun& run = std::get<GlyphRun>(maker.pages.pages[0].items[0].shape);
    run.text = "\uFEFFb";
    run.glyphs[0].text_end = 3;
    run.glyphs[1].text_begin = 3;
    run.glyphs[1].text_end = 4;
    const std::string pdf = uncompressed(write_pdf(maker.pages));
    CHECK_FALSE(contains(pdf, "<FEFF>"));
    CHECK(contains(pdf, "<200B>"));
}

TEST_CASE("text: structure order, blocks on lines, cells by tabs, labels by spaces") {
    CHECK(tagged_text(everything().pages) == "The heading\n"
                                             "• A point\n"
                                             "See the site1\n"
                                             "1 Article 34.\n"
                                             "Year\tLaw\n"
                                             "1989\tConvention\n"
                                             "It begins here and ends there.\n");
}

TEST_CASE("text: fonts are embedded, subset and have a Unicode map") {
    PageMaker maker;
    maker.paragraph("Latin");
    maker.paragraph("سلام", {noto_naskh, true});
    const std::string seen = run_on(write_pdf(maker.pages), "pdffonts {}");
    CHECK(count_of(seen, "yes yes yes") == 2);
    CHECK(contains(seen, "+NotoSerif"));
    CHECK(contains(seen, "CID TrueType"));
}

TEST_CASE("text: glyphs stand where the layout puts them") {
    PageMaker maker;
    const ElementId paragraph = maker.element(StructureRole::paragraph, PageMaker::document);
    GlyphRun run = shaped("wide", {{100'000}, {200'000}});
    for (Glyph& glyph : run.glyphs) glyph.advance = glyph.advance + Length{20'000};
    const Length last =
        Length{} + run.glyphs[0].advance + run.glyphs[1].advance + run.glyphs[2].advance;
    maker.item({run, maker.content(paragraph), {}});
    const std::string trace = run_on(write_pdf(maker.pages), "mutool trace {}");
    const auto at = trace.find("unicode=\"e\"");
    REQUIRE(at != std::string::npos);
    const auto x = trace.find(" x=\"", at);
    REQUIRE(x != std::string::npos);
    CHECK(std::stod(trace.substr(x + 4)) ==
          Approx(100.0 + static_cast<double>(last.millipoints) / 1000).margin(0.02));
}
