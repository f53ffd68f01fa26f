// SPDX-License-Identifier: Apache-2.0
// What a campaign can ask for besides PDF/UA-1 with PDF/A-2a: PDF 2.0, attachments, linearization.
#include "stages/render/element_places.hpp"
#include "stages/render/linearize.hpp"
#include "stages/render/render.hpp"
#include "tests/unit/render/page_maker.hpp"
#include "tests/unit/render/pdf_tools.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

namespace {

const Attachments two_files{
    {"a.json", "Der Text – als Daten", "application/json", AttachmentRelation::source, "{\"a\": 1}\n"},
    {"a-table-1.csv", "A table", "text/csv", AttachmentRelation::data, "x,y\r\n1,2\r\n"}};

std::string written(const WriterOptions& options, const Attachments& attachments = {}) {
    const std::map<std::string, CampaignImage> none;
    PdfWriter writer(fonts(), none, options);
    auto pdf = writer.write(everything().pages, attachments);
    REQUIRE(pdf);
    CHECK(pdf->use.total() == pdf->bytes.size());
    return pdf->bytes;
}

constexpr WriterOptions pdf_2_0{{PdfStandard::ua_2_a_4, false}, false};

} // namespace

TEST_CASE("PDF 2.0: other readers find nothing wrong") {
    const std::string pdf = written(pdf_2_0, two_files);
    CHECK(pdf.starts_with("%PDF-2.0\n"));
    CHECK(contains(run_on(pdf, "qpdf --check {}"), "No syntax or stream encoding errors found"));
    CHECK(run_on(pdf, "pdftotext {} /dev/null").empty());
    CHECK_FALSE(contains(run_on(pdf, "mutool draw -F text -o /dev/null {}"), "error"));
    CHECK(run_on(pdf, "pdftotext {} -") == run_on(written({}), "pdftotext {} -"));
}

TEST_CASE("PDF 2.0: the claims are PDF/UA-2 and PDF/A-4, and there is no Info") {
    const std::string pdf = written(pdf_2_0);
    CHECK(contains(pdf, "<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>"));
    CHECK(contains(pdf, "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>"));
    CHECK_FALSE(contains(pdf, "pdfaid:conformance"));
    CHECK_FALSE(contains(pdf, "pdfaExtension"));
    CHECK_FALSE(contains(pdf, "/Info"));
    CHECK_FALSE(contains(uncompressed(pdf), "/Producer"));
    CHECK(contains(pdf, "<pdf:Producer>"));
}

TEST_CASE("PDF 2.0: each element is in a namespace, and a note is an FENote") {
    const std::string pdf = uncompressed(written(pdf_2_0));
    CHECK(count_of(pdf, "(http://iso.org/pdf2/ssn)") == 1);
    CHECK(count_of(pdf, "(http://iso.org/pdf/ssn)") == 1);
    CHECK(count_of(pdf, "/NS ") == count_of(pdf, "/S /") - count_of(pdf, "/S /GTS") -
                                       count_of(pdf, "/S /URI") - count_of(pdf, "/S /GoTo") -
                                       count_of(pdf, "/S /D\n") + 2);
    CHECK(contains(pdf, "/S /FENote"));
    CHECK(contains(pdf, "/NoteType /Footnote"));
    CHECK_FALSE(contains(pdf, "/S /Note"));
    CHECK_FALSE(contains(uncompressed(written({})), "/NS "));
}

TEST_CASE("PDF 2.0: a note and its reference name each other") {
    PageMaker maker;
    const ElementId paragraph = maker.paragraph("Text ");
    const ElementId reference = maker.element(StructureRole::reference, paragraph);
    maker.line(maker.content(reference), "1");
    const ElementId note = maker.element(StructureRole::note, PageMaker::document);
    maker.at(note).id = "note-1";
    maker.line(maker.content(note), "1 A note.");
    const auto& run = std::get<GlyphRun>(maker.pages.pages[0].items.back().shape);
    maker.pages.links.push_back({0,
                                 {{72'000}, {120'000}, {5'000}, {12'000}},
                                 Destination{0, run.origin.y - run.size},
                                 reference,
                                 "note 1"});
    const std::map<std::string, CampaignImage> none;
    PdfWriter writer(fonts(), none, pdf_2_0);
    const auto pdf = writer.write(maker.pages);
    REQUIRE(pdf);
    CHECK(count_of(uncompressed(pdf->bytes), "/Ref [") == 2);
}

TEST_CASE("PDF 2.0: a list with labels says of what kind they are") {
    PageMaker maker;
    for (const ListMarks marks : {ListMarks::term, ListMarks::other_sign}) {
        const ElementId list = maker.element(StructureRole::list, PageMaker::document);
        maker.at(list).marks = marks;
        const ElementId item = maker.element(StructureRole::list_item, list);
        maker.line(maker.content(maker.element(StructureRole::label, item)), "label");
        maker.line(maker.content(maker.element(StructureRole::list_body, item)), "words");
    }
    const std::map<std::string, CampaignImage> none;
    PdfWriter writer(fonts(), none, pdf_2_0);
    const auto pdf = writer.write(maker.pages);
    REQUIRE(pdf);
    CHECK(contains(uncompressed(pdf->bytes), "/ListNumbering /Description"));
    CHECK(contains(uncompressed(pdf->bytes), "/ListNumbering /Unordered"));
}

TEST_CASE("PDF 2.0: destinations lead to structure elements") {
    const std::string pdf = uncompressed(written(pdf_2_0));
    CHECK_FALSE(contains(pdf, "/Dest ["));
    CHECK(count_of(pdf, "/S /GoTo") >= 2);
    CHECK(count_of(pdf, "/SD [") == count_of(pdf, "/S /GoTo"));
}

TEST_CASE("element places: a destination is the block that begins there or next below") {
    PageMaker maker;
    const ElementId first = maker.paragraph("first"), second = maker.paragraph("second");
    const ElementPlaces places(maker.pages);
    const auto top_of = [&](std::size_t item) {
        const auto& run = std::get<GlyphRun>(maker.pages.pages[0].items[item].shape);
        return run.origin.y - run.size;
    };
    CHECK(places.find({0, Length{0}}) == first);
    CHECK(places.find({0, top_of(0)}) == first);
    CHECK(places.find({0, top_of(1)}) == second);
    CHECK(places.find({0, Length{800'000}}) == second);
}

TEST_CASE("attachments: they come out as they went in, and say what they are") {
    const std::string pdf = written({}, two_files);
    CHECK(contains(run_on(pdf, "qpdf --check {}"), "No syntax or stream encoding errors found"));
    CHECK(run_on(pdf, "qpdf --show-attachment=a-table-1.csv {}") == "x,y\r\n1,2\r\n");
    CHECK(run_on(pdf, "qpdf --show-attachment=a.json {}") == "{\"a\": 1}\n");
    CHECK(contains(run_on(pdf, "pdfdetach -list {}"), "2 embedded files"));
    const std::string text = uncompressed(pdf);
    CHECK(contains(text, "/AFRelationship /Source"));
    CHECK(contains(text, "/AFRelationship /Data"));
    CHECK(contains(text, "/Subtype /text#2fcsv"));
    CHECK(count_of(text, "/ModDate (D:20210518080000Z)") == 3); // Info's, and one each
    CHECK(contains(text, "/EmbeddedFiles"));
}

TEST_CASE("attachments: they make the file PDF/A-3a, or PDF/A-4f") {
    const std::string a_3a = written({}, two_files), a_4f = written(pdf_2_0, two_files);
    CHECK(contains(a_3a, "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>"));
    CHECK(contains(a_4f, "<pdfaid:conformance>F</pdfaid:conformance>"));
    CHECK(contains(written({}), "<pdfaid:part>2</pdfaid:part>"));
}

TEST_CASE("linearize: readers find the first page first, and the same document") {
    for (const PdfStandard standard : {PdfStandard::ua_1_a_2a, PdfStandard::ua_2_a_4}) {
        const WriterOptions plain{{standard, false}, false}, fast{{standard, false}, true};
        const std::string pdf = written(fast, two_files);
        CHECK(contains(run_on(pdf, "qpdf --check-linearization {}"), "no linearization errors"));
        CHECK(contains(run_on(pdf, "pdfinfo {}"), "Optimized:       yes"));
        CHECK(run_on(pdf, "pdftotext {} -") == run_on(written(plain), "pdftotext {} -"));
        CHECK(pdf == written(fast, two_files));
    }
}
