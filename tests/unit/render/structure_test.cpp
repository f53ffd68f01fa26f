// SPDX-License-Identifier: Apache-2.0
#include "stages/render/trees.hpp"
#include "tests/unit/render/page_maker.hpp"
#include "tests/unit/render/pdf_tools.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

TEST_CASE("structure: poppler sees the tree as it was meant") {
    const std::string tree = run_on(write_pdf(everything().pages), "pdfinfo -struct {}");
    for (const char* part : {"Document", "H1", "L (block)", "LI (block)", "Lbl (block)",
                             "LBody (block)", "Link (inline)", "Reference (inline)", "Note <crc34>",
                             "Table", "THead", "TR", "TH", "TD"})
        CHECK(contains(tree, part));
    CHECK_FALSE(contains(tree, "rror"));
}

TEST_CASE("structure: a table header cell has a scope, a list its numbering") {
    const std::string pdf = uncompressed(write_pdf(everything().pages));
    CHECK(count_of(pdf, "/Scope /Column") == 2);
    CHECK(contains(pdf, "/ListNumbering /Disc"));
}

TEST_CASE("structure: a list of terms, or of figures without marks, claims no discs") {
    PageMaker maker;
    const ElementId list = maker.element(StructureRole::list, PageMaker::document);
    const ElementId item = maker.element(StructureRole::list_item, list);
    maker.line(maker.content(maker.element(StructureRole::list_body, item)), "words");
    CHECK(contains(uncompressed(write_pdf(maker.pages)), "/ListNumbering /None"));
    maker.at(list).marks = ListMarks::term;
    CHECK(contains(uncompressed(write_pdf(maker.pages)), "/ListNumbering /None"));
}

TEST_CASE("structure: a link has its annotation, words for it and an ASCII address") {
    const std::string pdf = uncompressed(write_pdf(everything().pages));
    CHECK(count_of(pdf, "/Type /OBJR") == 2);
    CHECK(contains(pdf, "/Contents (the site, example.org)"));
    CHECK(contains(pdf, "/URI (https://example.org/%D0%B4%D0%B5%D1%82%D0%B5)"));
    CHECK(count_of(pdf, "/F 4\n") == 2);
    CHECK(count_of(pdf, "/Tabs /S") == 2);
}

TEST_CASE("structure: the annotation of a reference lies in a Link element inside it") {
    const std::string pdf = uncompressed(write_pdf(everything().pages));
    CHECK(count_of(pdf, "/S /Reference") == 1);
    CHECK(count_of(pdf, "/S /Link\n") == 2);
}

TEST_CASE("structure: a note has an id, and the tree of ids leads to it") {
    const std::string pdf = uncompressed(write_pdf(everything().pages));
    CHECK(contains(pdf, "/ID (crc34)"));
    CHECK(contains(pdf, "/IDTree"));
}

TEST_CASE("structure: everything on a page is inside a marked-content sequence") {
    const std::string pdf = uncompressed(write_pdf(everything().pages));
    CHECK(count_of(pdf, " BDC\n") == count_of(pdf, "EMC\n"));
    CHECK(contains(pdf, "/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>> BDC"));
    CHECK(contains(pdf, "/Artifact <</Type /Background /BBox [0 791.89 595.276 841.89]>> BDC"));
    CHECK(contains(pdf, "/Artifact <</Type /Layout>> BDC"));
}

TEST_CASE("structure: empty elements do no harm") {
    PageMaker maker;
    maker.paragraph("text");
    maker.element(StructureRole::paragraph, PageMaker::document);
    const ElementId empty = maker.element(StructureRole::span, PageMaker::document);
    maker.content(empty); // painted nowhere
    CHECK(contains(run_on(write_pdf(maker.pages), "qpdf --check {}"), "No syntax"));
}

TEST_CASE("structure: elements carry language, expansion and column span") {
    PageMaker maker;
    const ElementId paragraph = maker.paragraph("UN");
    maker.at(paragraph).language = Locale{"sr-Cyrl"};
    maker.at(paragraph).expansion = "Уједињене нације";
    const ElementId table = maker.element(StructureRole::table, PageMaker::document);
    const ElementId row = maker.element(StructureRole::table_row, table);
    const ElementId cell = maker.element(StructureRole::table_data_cell, row);
    maker.at(cell).column_span = 2;
    maker.line(maker.content(cell), "wide");
    const std::string pdf = uncompressed(write_pdf(maker.pages));
    CHECK(contains(pdf, "/Lang (sr-Cyrl)"));
    CHECK(contains(pdf, "/E "));
    CHECK(contains(pdf, "/ColSpan 2"));
}

TEST_CASE("structure: a long document has a parent tree in parts") {
    PageMaker maker;
    for (int page = 0; page < 200; ++page) {
        maker.paragraph("page");
        maker.next_page();
    }
    const std::string pdf = write_pdf(maker.pages);
    CHECK(contains(uncompressed(pdf), "/Limits"));
    CHECK(count_of(run_on(pdf, "pdfinfo -struct-text {}"), "\"page\"") == 200);
    CHECK(contains(run_on(pdf, "qpdf --check {}"), "No syntax"));
}
