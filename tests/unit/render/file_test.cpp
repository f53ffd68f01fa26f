// SPDX-License-Identifier: Apache-2.0
#include "stages/render/render.hpp"
#include "tests/unit/render/page_maker.hpp"
#include "tests/unit/render/pdf_tools.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>

using namespace presskit;
using namespace presskit::render;
using namespace presskit::render::testing;

TEST_CASE("render: other readers find nothing wrong with a full document") {
    const std::string pdf = write_pdf(everything().pages);
    CHECK(contains(run_on(pdf, "qpdf --check {}"), "No syntax or stream encoding errors found"));
    CHECK(run_on(pdf, "pdftotext {} /dev/null").empty());
    CHECK_FALSE(contains(run_on(pdf, "mutool info {}"), "error"));
    CHECK_FALSE(contains(run_on(pdf, "mutool draw -F text -o /dev/null {}"), "error"));
}

TEST_CASE("render: the file begins and ends as PDF/A-2 asks") {
    const std::string pdf = write_pdf(everything().pages);
    CHECK(pdf.starts_with("%PDF-1.7\n%\xB7\xBE\xAD\xAA\n"));
    CHECK(pdf.ends_with("\n%%EOF\n"));
    CHECK(contains(pdf, "/ID [<"));
    CHECK_FALSE(contains(pdf, "/ID [<00000000000000000000000000000000>"));
    CHECK_FALSE(contains(pdf, "/Encrypt"));
    CHECK_FALSE(contains(pdf, "LZWDecode"));
    CHECK_FALSE(contains(pdf, "JavaScript"));
}

TEST_CASE("render: two writes are equal to the byte, whatever was written between") {
    PdfWriter writer(fonts(), {});
    const auto first = writer.write(everything().pages);
    PageMaker other;
    other.pages.elements[0].kids.clear();
    other.paragraph("Something else, with other glyphs: ŽžЉњ");
    REQUIRE(writer.write(other.pages));
    const auto again = writer.write(everything().pages);
    REQUIRE(first);
    REQUIRE(again);
    CHECK(first->bytes == again->bytes);
    CHECK(first->bytes == write_pdf(everything().pages));
}

TEST_CASE("render: neither time zone nor clock is in the file") {
    setenv("TZ", "Pacific/Auckland", 1);
    tzset();
    const std::string there = write_pdf(everything().pages);
    setenv("TZ", "America/Lima", 1);
    tzset();
    CHECK(there == write_pdf(everything().pages));
    unsetenv("TZ");
    tzset();
}

TEST_CASE("render: another word gives another trailer ID") {
    const auto id_of = [](const std::string& pdf) { return pdf.substr(pdf.rfind("/ID ["), 72); };
    PageMaker one, other;
    one.paragraph("one");
    other.paragraph("eno");
    CHECK(id_of(write_pdf(one.pages)) != id_of(write_pdf(other.pages)));
}

TEST_CASE("render: the catalog says language, marks, title and purpose") {
    const std::string pdf = uncompressed(write_pdf(everything().pages));
    CHECK(contains(pdf, "/Lang (en)"));
    CHECK(contains(pdf, "/Marked true"));
    CHECK(contains(pdf, "/DisplayDocTitle true"));
    CHECK(contains(pdf, "/S /GTS_PDFA1"));
    CHECK(contains(pdf, "/PageMode /UseOutlines"));
    CHECK(contains(pdf, "<pdfaid:conformance>A</pdfaid:conformance>"));
    CHECK(contains(pdf, "<pdfuaid:part>1</pdfuaid:part>"));
}

TEST_CASE("render: a document from right to left says so to the viewer") {
    PageMaker maker;
    maker.pages.direction = Direction::right_to_left;
    maker.paragraph("سلام", {noto_naskh, true});
    CHECK(contains(uncompressed(write_pdf(maker.pages)), "/Direction /R2L"));
}

TEST_CASE("render: Info and XMP agree") {
    const std::string pdf = write_pdf(everything().pages);
    const std::string seen = run_on(pdf, "env TZ=UTC pdfinfo -isodates {}");
    CHECK(contains(seen, "A title"));
    CHECK(contains(seen, "Example e. V."));
    CHECK(contains(seen, "A page – made by hand"));
    CHECK(contains(seen, "one, two"));
    CHECK(contains(seen, "2021-05-18T08:00:00"));
    CHECK(contains(seen, "PDF version:     1.7"));
    CHECK(contains(pdf, "<xmp:CreateDate>2021-05-18T08:00:00Z</xmp:CreateDate>"));
    CHECK(contains(pdf, "<pdf:Keywords>one, two</pdf:Keywords>"));
    CHECK(contains(pdf, "A page – made by hand"));
    CHECK(contains(uncompressed(pdf), "(D:20210518080000Z)"));
}

TEST_CASE("render: the outline is closed below its first level") {
    const std::string pdf = write_pdf(everything().pages);
    CHECK(contains(run_on(pdf, "mutool show {} outline"), "The heading"));
    CHECK(contains(run_on(pdf, "mutool show {} outline"), "Später"));
    CHECK(contains(uncompressed(pdf), "/Count -1"));
}

TEST_CASE("render: a damaged font is a diagnostic, not a crash") {
    FontLibrary broken{{{"truetype/broken.ttf", fonts().at(noto_serif).bytes.substr(0, 900), {}},
                        {"truetype/empty.ttf", "", {}}}};
    const std::map<std::string, CampaignImage> none;
    PdfWriter writer(broken, none);
    PageMaker maker;
    maker.paragraph("text");
    const auto result = writer.write(maker.pages);
    REQUIRE_FALSE(result);
    CHECK(result.diagnostics.front().code == "render.font-unusable");
}
