// SPDX-License-Identifier: Apache-2.0
#include "stages/render/conformance.hpp"
#include "stages/render/render.hpp"
#include "tests/unit/render/page_maker.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

namespace {

bool breaks(const Pages& pages, Rule rule) {
    const Diagnostics faults = check(pages, fonts());
    return std::ranges::any_of(faults,
                               [&](const Diagnostic& d) { return d.code == text_of(rule).code; });
}

GlyphRun& first_run(PageMaker& maker) {
    return std::get<GlyphRun>(maker.pages.pages[0].items[0].shape);
}

} // namespace

TEST_CASE("conformance: a document with everything breaks no rule") {
    for (const Diagnostic& fault : check(everything().pages, fonts())) FAIL(fault.code);
}

TEST_CASE("conformance: a document needs a title, a language, a date, a page") {
    PageMaker maker;
    maker.pages.properties.title.clear();
    maker.pages.properties.language.tag = "en_GB";
    maker.pages.properties.timestamp = 400'000'000'000;
    maker.pages.pages.clear();
    CHECK(breaks(maker.pages, Rule::document_title));
    CHECK(breaks(maker.pages, Rule::document_language));
    CHECK(breaks(maker.pages, Rule::timestamp_range));
    CHECK(breaks(maker.pages, Rule::has_pages));
}

TEST_CASE("conformance: PDF/UA-2 takes no private use characters, in text or in what stands for a picture") {
    const auto is_refused = [](const Pages& pages, PdfStandard standard) {
        return std::ranges::any_of(check(pages, fonts(), standard), [](const Diagnostic& d) {
            return d.code == text_of(Rule::private_use).code;
        });
    };
    PageMaker text;
    text.paragraph("te\xEE\x80\x81t");
    CHECK(is_refused(text.pages, PdfStandard::ua_2_a_4));
    CHECK_FALSE(is_refused(text.pages, PdfStandard::ua_1_a_2a));
    PageMaker words;
    words.at(words.paragraph("text")).alternative_text = "\xEE\x80\x81";
    CHECK(is_refused(words.pages, PdfStandard::ua_2_a_4));
    CHECK_FALSE(is_refused(everything().pages, PdfStandard::ua_2_a_4));
}

TEST_CASE("conformance: a page has a size that viewers take") {
    PageMaker maker;
    maker.pages.pages[0].width = Length{2'000};
    CHECK(breaks(maker.pages, Rule::page_size));
}

TEST_CASE("conformance: the structure is a tree with a Document on top") {
    PageMaker none;
    none.pages.elements.clear();
    CHECK(breaks(none.pages, Rule::structure_root));
    PageMaker cycle;
    const ElementId paragraph = cycle.paragraph("text");
    cycle.at(paragraph).kids.push_back(PageMaker::document);
    CHECK(breaks(cycle.pages, Rule::structure_tree));
    PageMaker dangling;
    dangling.at(PageMaker::document).kids.push_back(ElementId{99});
    CHECK(breaks(dangling.pages, Rule::structure_tree));
    PageMaker twice;
    const ElementId owner = twice.paragraph("text");
    twice.at(twice.paragraph("other")).kids.push_back(twice.at(owner).kids.front());
    CHECK(breaks(twice.pages, Rule::structure_tree));
}

TEST_CASE("conformance: the structure has a bottom") {
    PageMaker maker;
    ElementId id = PageMaker::document;
    for (int depth = 0; depth < 300; ++depth) id = maker.element(StructureRole::section, id);
    CHECK(breaks(maker.pages, Rule::structure_depth));
}

TEST_CASE("conformance: tables and lists hold what they may") {
    PageMaker maker;
    const ElementId table = maker.element(StructureRole::table, PageMaker::document);
    maker.element(StructureRole::paragraph, table);
    CHECK(breaks(maker.pages, Rule::structure_nesting));
    PageMaker list;
    list.element(StructureRole::list_item, PageMaker::document);
    CHECK(breaks(list.pages, Rule::structure_nesting));
    PageMaker direct;
    direct.line(direct.content(direct.element(StructureRole::list, PageMaker::document)), "text");
    CHECK(breaks(direct.pages, Rule::structure_nesting));
}

TEST_CASE("conformance: a line of contents holds a reference, not a bare link") {
    PageMaker maker;
    const ElementId contents = maker.element(StructureRole::contents, PageMaker::document);
    const ElementId item = maker.element(StructureRole::contents_item, contents);
    maker.element(StructureRole::contents, item);
    const ElementId reference = maker.element(StructureRole::reference, item);
    const ElementId link = maker.element(StructureRole::link, reference);
    CHECK_FALSE(breaks(maker.pages, Rule::structure_nesting));
    maker.at(reference).kids.clear();
    maker.at(item).kids.push_back(link);
    CHECK(breaks(maker.pages, Rule::structure_nesting));
}

TEST_CASE("conformance: a table's rows are equally wide and its header cells have a scope") {
    PageMaker maker;
    const ElementId table = maker.element(StructureRole::table, PageMaker::document);
    for (int cells = 1; cells <= 2; ++cells) {
        const ElementId row = maker.element(StructureRole::table_row, table);
        for (int i = 0; i < cells; ++i) maker.element(StructureRole::table_header_cell, row);
    }
    CHECK(breaks(maker.pages, Rule::table_is_regular));
    CHECK(breaks(maker.pages, Rule::header_cell_scope));
}

TEST_CASE("conformance: a cell that stands across two rows counts in both, and there must be two") {
    for (const int rows : {1, 2, 3}) {
        PageMaker maker;
        const ElementId table = maker.element(StructureRole::table, PageMaker::document);
        const ElementId first = maker.element(StructureRole::table_row, table);
        maker.at(maker.element(StructureRole::table_data_cell, first)).row_span = rows;
        maker.element(StructureRole::table_data_cell, first);
        maker.element(StructureRole::table_data_cell, maker.element(StructureRole::table_row, table));
        CHECK(breaks(maker.pages, Rule::table_is_regular) == (rows != 2));
    }
}

TEST_CASE("conformance: a caption comes first, a table head not without a body") {
    PageMaker caption;
    const ElementId list = caption.element(StructureRole::list, PageMaker::document);
    caption.element(StructureRole::list_item, list);
    caption.element(StructureRole::caption, list);
    CHECK(breaks(caption.pages, Rule::structure_nesting));
    PageMaker head;
    const ElementId table = head.element(StructureRole::table, PageMaker::document);
    head.element(StructureRole::caption, table);
    CHECK_FALSE(breaks(head.pages, Rule::structure_nesting));
    head.element(StructureRole::table_head, table);
    CHECK(breaks(head.pages, Rule::structure_nesting));
}

TEST_CASE("conformance: an element outside the tree must not own text or a link") {
    PageMaker maker;
    const ElementId lost = maker.paragraph("text");
    maker.at(PageMaker::document).kids.clear();
    CHECK(breaks(maker.pages, Rule::structure_tree));
    maker.at(lost).role = StructureRole::link;
    maker.pages.links.push_back({0, {}, "https://example.org", lost, "words"});
    CHECK(breaks(maker.pages, Rule::link_element));
}

TEST_CASE("conformance: text on a page belongs to an element") {
    PageMaker maker;
    maker.item({shaped("text", {}), ContentId{7}, {}});
    CHECK(breaks(maker.pages, Rule::content_is_tagged));
}

TEST_CASE("conformance: headings do not skip a level") {
    PageMaker maker;
    maker.element(StructureRole::heading_1, PageMaker::document);
    maker.element(StructureRole::heading_3, PageMaker::document);
    CHECK(breaks(maker.pages, Rule::heading_order));
    PageMaker first;
    first.element(StructureRole::heading_2, PageMaker::document);
    CHECK(breaks(first.pages, Rule::heading_order));
}

TEST_CASE("conformance: a figure has words and a place, a note an id of its own") {
    PageMaker maker;
    maker.element(StructureRole::figure, PageMaker::document);
    CHECK(breaks(maker.pages, Rule::figure_alternative));
    CHECK(breaks(maker.pages, Rule::figure_has_box));
    const ElementId note = maker.element(StructureRole::note, PageMaker::document);
    CHECK(breaks(maker.pages, Rule::note_id));
    maker.at(note).id = "a";
    maker.at(maker.element(StructureRole::note, PageMaker::document)).id = "a";
    CHECK(breaks(maker.pages, Rule::unique_id));
}

TEST_CASE("conformance: a link has an element, words and an aim") {
    PageMaker maker;
    const ElementId paragraph = maker.paragraph("text");
    maker.pages.links.push_back({0, {}, Destination{5, {}}, paragraph, ""});
    CHECK(breaks(maker.pages, Rule::link_element));
    CHECK(breaks(maker.pages, Rule::link_description));
    CHECK(breaks(maker.pages, Rule::destination_exists));
    maker.pages.links = {{9, {}, "https://example.org", {99}, "x"}};
    CHECK(breaks(maker.pages, Rule::link_element));
}

TEST_CASE("conformance: a link element has an area to click on") {
    PageMaker maker;
    const ElementId link = maker.element(StructureRole::link, maker.paragraph("text"));
    maker.line(maker.content(link), "words");
    CHECK(breaks(maker.pages, Rule::link_area));
    maker.pages.links.push_back({0, {}, "https://example.org", link, "words"});
    CHECK_FALSE(breaks(maker.pages, Rule::link_area));
}

TEST_CASE("conformance: a font whose tables name glyphs that it does not have is at fault itself") {
    PageMaker maker;
    maker.paragraph("text");
    first_run(maker).glyphs[0].id = 0xFFFF;
    const std::map<std::string, CampaignImage> none;
    const auto written = PdfWriter(fonts(), none).write(maker.pages);
    REQUIRE(written.diagnostics.size() == 1);
    CHECK(written.diagnostics[0].code == "render.font-unusable");
    CHECK(written.diagnostics[0].blame == Blame::configuration);
}

TEST_CASE("conformance: runs name fonts, glyphs and text that exist") {
    PageMaker font;
    font.paragraph("text");
    first_run(font).font = FontId{9};
    CHECK(breaks(font.pages, Rule::glyph_in_font));
    PageMaker glyph;
    glyph.paragraph("text");
    first_run(glyph).glyphs[0].id = 0x10000;
    CHECK(breaks(glyph.pages, Rule::glyph_in_font));
    PageMaker missing;
    missing.paragraph("text");
    first_run(missing).glyphs[1].id = 0;
    CHECK(breaks(missing.pages, Rule::glyph_not_defined));
    PageMaker outside;
    outside.paragraph("text");
    first_run(outside).glyphs[1].text_end = 99;
    CHECK(breaks(outside.pages, Rule::glyph_text));
    PageMaker inside_letter;
    inside_letter.paragraph("žž");
    first_run(inside_letter).glyphs[0].text_end = 1;
    CHECK(breaks(inside_letter.pages, Rule::glyph_text));
    PageMaker no_size;
    no_size.paragraph("text");
    first_run(no_size).size = {};
    CHECK(breaks(no_size.pages, Rule::glyph_text));
}

TEST_CASE("conformance: strings fit what PDF/A-2 allows") {
    PageMaker maker;
    maker.pages.properties.description = std::string(20'000, 'x');
    CHECK(breaks(maker.pages, Rule::string_limit));
}
