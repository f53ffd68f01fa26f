// SPDX-License-Identifier: Apache-2.0
// PDF/UA-2 with PDF/A-4, and attachments, as verify reads them: one file of each kind, then broken.
#include "stages/verify/pdf.hpp"
#include "tests/unit/verify/pdf_source.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::verify;

namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

void change(PdfSource& pdf, const std::string& from, const std::string& to) {
    bool found = false;
    for (auto& [number, text] : pdf.objects) {
        found = found || text.find(from) != std::string::npos;
        replace_all(text, from, to);
    }
    REQUIRE(found);
}

/// Rewrites the packet; its stream's Length with it.
void claim(PdfSource& pdf, const std::string& from, const std::string& to) {
    for (auto& [number, text] : pdf.objects) {
        const auto begin = text.find("stream\n<?xpacket");
        if (begin == std::string::npos) continue;
        std::string packet = text.substr(begin + 7, text.rfind("\nendstream") - begin - 7);
        REQUIRE(packet.find(from) != std::string::npos);
        replace_all(packet, from, to);
        text = stream_object("/Type /Metadata /Subtype /XML", packet);
    }
}

PdfSource good_pdf_2_0() {
    PdfSource pdf = good_pdf();
    pdf.header = "%PDF-2.0\n%\xE2\xE3\xCF\xD3\n";
    replace_all(pdf.trailer, "/Info 14 0 R", "");
    claim(pdf, "pdfaid:part=\"2\"", "pdfaid:part=\"4\" pdfaid:rev=\"2020\"");
    claim(pdf, "pdfaid:conformance=\"A\"", "");
    claim(pdf, "<pdfuaid:part>1</pdfuaid:part>",
          "<pdfuaid:part>2</pdfuaid:part><pdfuaid:rev>2024</pdfuaid:rev>");
    change(pdf, "/S /Note", "/S /FENote");
    change(pdf, "/S /Box", "/S /Sect");
    change(pdf, "/RoleMap << /Box /Div >>", "/Namespaces [60 0 R]");
    change(pdf, "/Type /StructElem", "/Type /StructElem /NS 60 0 R");
    pdf.objects[60] = "<< /Type /Namespace /NS (http://iso.org/pdf2/ssn) >>";
    return pdf;
}

PdfSource with_attachment(PdfSource pdf) {
    pdf.objects[61] = stream_object(
        "/Type /EmbeddedFile /Subtype /text#2Fcsv /Params << /Size 3 /ModDate (D:20210518080000Z) >>",
        "a,b");
    pdf.objects[62] = "<< /Type /Filespec /F (a.csv) /UF (a.csv) /Desc (A table) /AFRelationship /Data "
                      "/EF << /F 61 0 R >> >>";
    pdf.objects[1].insert(pdf.objects[1].find("<<") + 2,
                          " /AF [62 0 R] /Names << /EmbeddedFiles << /Names [(a.csv) 62 0 R] >> >>");
    return pdf;
}

PdfSource good_pdf_a_3a() {
    PdfSource pdf = with_attachment(good_pdf());
    claim(pdf, "pdfaid:part=\"2\"", "pdfaid:part=\"3\"");
    return pdf;
}

std::string faults_of(const PdfSource& pdf) {
    std::string out;
    for (const Diagnostic& fault : check_pdf(pdf.bytes()).faults)
        out += fault.code + ": " + fault.message + "\n";
    return out;
}

bool has_code(const PdfSource& pdf, std::string_view code) {
    return has_code(check_pdf(pdf.bytes()), code);
}

} // namespace

TEST_CASE("standards: a PDF/UA-2 file keeps all rules") {
    CHECK(faults_of(good_pdf_2_0()) == "");
}

TEST_CASE("standards: a PDF/UA-2 file that claims too little is told so") {
    PdfSource pdf = good_pdf_2_0();
    claim(pdf, "pdfaid:rev=\"2020\"", "");
    CHECK_FALSE(faults_of(pdf).empty());
    pdf = good_pdf_2_0();
    claim(pdf, "<pdfuaid:rev>2024</pdfuaid:rev>", "");
    CHECK_FALSE(faults_of(pdf).empty());
    pdf = good_pdf_2_0();
    pdf.header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"; // PDF/A-4 in the wrong frame
    CHECK_FALSE(faults_of(pdf).empty());
    pdf = good_pdf_2_0();
    pdf.trailer += " /Info 14 0 R";
    CHECK(has_code(pdf, "verify.pdf-info"));
}

TEST_CASE("standards: elements of PDF/UA-2 are in a namespace that has them") {
    for (const auto& [from, to] :
         {std::pair{"/S /FENote", "/S /Note"}, std::pair{"pdf2/ssn", "pdf3/ssn"},
          std::pair{"/Type /StructElem /NS 60 0 R /S /Document", "/Type /StructElem /S /Document"},
          std::pair{"/S /Sect", "/S /TOC"}}) {
        PdfSource pdf = good_pdf_2_0();
        change(pdf, from, to);
        INFO(from);
        CHECK(has_code(pdf, "verify.pdf-namespace"));
    }
}

TEST_CASE("standards: destinations of PDF/UA-2 lead to elements") {
    PdfSource pdf = good_pdf_2_0();
    pdf.objects[1].insert(pdf.objects[1].find("<<") + 2, " /Outlines 63 0 R");
    pdf.objects[63] = "<< /First 64 0 R /Last 64 0 R /Count 1 >>";
    pdf.objects[64] =
        "<< /Title (x) /Parent 63 0 R /A << /S /GoTo /D [3 0 R /Fit] /SD [21 0 R /Fit] >> >>";
    CHECK(faults_of(pdf) == "");
    change(pdf, "/SD [21 0 R /Fit]", "");
    CHECK(has_code(pdf, "verify.pdf-destination"));
    change(pdf, "/A << /S /GoTo /D [3 0 R /Fit]  >>", "/Dest [3 0 R /Fit]");
    CHECK(has_code(pdf, "verify.pdf-destination"));
}

TEST_CASE("standards: PDF/A-3a and PDF/A-4f carry files, PDF/A-2a and PDF/A-4 do not") {
    CHECK(faults_of(good_pdf_a_3a()) == "");
    CHECK_FALSE(faults_of(with_attachment(good_pdf())).empty());
    PdfSource pdf = with_attachment(good_pdf_2_0());
    CHECK_FALSE(faults_of(pdf).empty());
    claim(pdf, "pdfaid:rev=\"2020\"", "pdfaid:rev=\"2020\" pdfaid:conformance=\"F\"");
    CHECK(faults_of(pdf) == "");
}

TEST_CASE("standards: an attachment says all that it must") {
    for (const auto& [from, to] :
         {std::pair{"/UF (a.csv)", ""}, std::pair{"/Desc (A table)", ""},
          std::pair{"/AFRelationship /Data", ""}, std::pair{"/Subtype /text#2Fcsv", ""},
          std::pair{"/ModDate (D:20210518080000Z)", ""}, std::pair{"/Size 3", "/Size 4"},
          std::pair{"/EF << /F 61 0 R >>", ""}, std::pair{"/AF [62 0 R]", ""},
          std::pair{"/Names [(a.csv) 62 0 R]", "/Names []"}}) {
        PdfSource pdf = good_pdf_a_3a();
        change(pdf, from, to);
        INFO(from);
        CHECK_FALSE(faults_of(pdf).empty());
    }
}
