// SPDX-License-Identifier: Apache-2.0
// PDF/UA-2 with PDF/A-4, and attachments, as verify reads them: one file of each kind, then broken.
#include "stages/verify/conditions.hpp"
#include "stages/verify/pdf.hpp"
#include "tests/unit/verify/pdf_source.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

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
    change(pdf, "/S /Note", "/A << /O /FENote /NoteType /Footnote >> /Ref [22 0 R] /S /FENote");
    change(pdf, "/S /P /P 34", "/Ref [33 0 R] /S /P /P 34");
    change(pdf, "/S /Box", "/S /Sect");
    change(pdf, "/RoleMap << /Box /Div >>", "/Namespaces [60 0 R]");
    change(pdf, "/Type /StructElem", "/Type /StructElem /NS 60 0 R");
    pdf.objects[60] = "<< /Type /Namespace /NS (http://iso.org/pdf2/ssn) >>";
    pdf.objects[65] = "<< /Type /Namespace /NS (http://iso.org/pdf/ssn) >>";
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
}

namespace {

using Changes = std::vector<std::pair<std::string, std::string>>;

/// The conditions that only PDF 2.0 has, and how a good file is made to break each.
const std::vector<std::pair<std::string_view, Changes>>& later_breakages() {
    static const std::vector<std::pair<std::string_view, Changes>> rows{
        {"6.2-1", {{"/Marked true", "/Marked false"}}},
        {"8.2.1-1", {{"/StructTreeRoot 10 0 R", ""}}},
        {"8.2.4-1", {{"pdf2/ssn", "pdf3/ssn"}}},
        {"8.2.5.2-1", {{"/NS 60 0 R /S /Document", "/NS 65 0 R /S /Document"}}},
        {"8.2.5.8-1",
         {{"/NS 60 0 R /S /Sect", "/NS 65 0 R /S /TOC"}, {"/S /H1", "/NS 65 0 R /S /TOCI"}}},
        {"8.2.5.12-1", {{"/NS 60 0 R /S /H1", "/NS 65 0 R /S /H"}}},
        {"8.2.5.14-1", {{"/NS 60 0 R /A", "/NS 65 0 R /A"}, {"/S /FENote", "/S /Note"}}},
        {"8.2.5.14-2", {{"/Ref [22 0 R]", ""}}},
        {"8.2.5.14-3", {{"/NoteType /Footnote", "/NoteType /Sidenote"}}},
        {"8.2.5.27-1", {{"/S /P /P 34", "/S /Caption /P 34"}, {"/S /Sect", "/S /Part"}}},
        {"8.4.3-1", {{"/Alt (A line)", "/Alt <FEFFE001>"}}},
        {"8.4.4-1", {{"/Lang (en)", "/Lang (english!)"}}},
        {"8.8-1", {{"/S /URI /URI (https://example.org/)", "/S /GoTo /D [3 0 R /Fit]"}}},
        {"6.1.3-4", {}}};
    return rows;
}

std::set<std::string_view> broken_in(const PdfSource& pdf) {
    std::set<std::string_view> ids;
    for (const BrokenCondition& row : check_pdf(pdf.bytes()).broken) ids.insert(row.id);
    return ids;
}

} // namespace

TEST_CASE("standards: each condition that only PDF 2.0 has is found in a PDF broken on purpose") {
    std::set<std::string_view> tested, broken;
    for (const auto rows : {ua_2_conditions(), archive_4_conditions()})
        for (const Condition& row : rows) tested.insert(row.id);
    for (const auto& [id, changes] : later_breakages()) {
        PdfSource pdf = good_pdf_2_0();
        for (const auto& [from, to] : changes) change(pdf, from, to);
        if (id == "6.1.3-4") pdf.trailer += " /Info 14 0 R";
        INFO(id << "\n" << faults_of(pdf));
        CHECK(broken_in(pdf).contains(id));
        broken.insert(id);
    }
    CHECK(tested == broken);
}

TEST_CASE("standards: faults name the standard that the file is held against, and its clause") {
    PdfSource pdf = good_pdf_2_0();
    change(pdf, "/Alt (A line)", "");
    CHECK(faults_of(pdf) == "verify.pdf-figure-alt: PDF/UA-2: a Figure has no alternative text "
                            "(ISO 14289-2 8.2.5.28.2)\n");
    pdf = good_pdf_a_3a();
    change(pdf, "/UF (a.csv)", "");
    CHECK(faults_of(pdf) == "verify.pdf-embedded-file: PDF/UA-1: the attachment `a.csv` has no F and UF of "
                            "one name (Matterhorn 21-001, ISO 19005-3 6.8)\n");
}

TEST_CASE("standards: what only PDF/UA-1 and PDF/A-2 forbid is no fault of a PDF 2.0 file") {
    PdfSource pdf = good_pdf_2_0();
    change(pdf, "/Marked true", "/Marked true /Suspects true");
    change(pdf, "/ID (note-1)", "");
    CHECK(faults_of(pdf) == "");
}

TEST_CASE("standards: a note and what refers to it name each other, and nothing else") {
    for (const auto& [from, to] :
         {std::pair{"/Ref [33 0 R]", ""}, std::pair{"/Ref [22 0 R]", "/Ref [23 0 R]"},
          std::pair{"/Ref [22 0 R]", "/Ref [22 0 R 23 0 R]"}}) {
        PdfSource pdf = good_pdf_2_0();
        change(pdf, from, to);
        INFO(from << " " << to);
        CHECK(has_code(pdf, "verify.pdf-reference"));
    }
}

TEST_CASE("standards: a Caption of PDF/UA-2 is the first or the last of what it stands in") {
    PdfSource pdf = good_pdf_2_0();
    change(pdf, "/S /P /P 34", "/S /Caption /P 34");
    CHECK_FALSE(has_code(pdf, "verify.pdf-caption"));
    change(pdf, "/K [21 0 R 22 0 R]", "/K [22 0 R 21 0 R]");
    CHECK_FALSE(has_code(pdf, "verify.pdf-caption"));
    PdfSource of_document = pdf;
    change(of_document, "/S /Sect", "/S /Part");
    CHECK(has_code(of_document, "verify.pdf-caption"));
    pdf.objects[70] = "<< /Type /StructElem /NS 60 0 R /S /P /P 34 0 R >>";
    change(pdf, "/K [22 0 R 21 0 R]", "/K [21 0 R 22 0 R 70 0 R]");
    CHECK(has_code(pdf, "verify.pdf-caption"));
}

TEST_CASE("standards: what replaces text in PDF/UA-2 has no private use characters") {
    PdfSource pdf = good_pdf_2_0();
    std::string& content = pdf.objects[4];
    REQUIRE(content.find("/P <</MCID 1>>") != std::string::npos);
    const auto marked = [&](const std::string& properties) {
        PdfSource other = pdf;
        const std::string begin = "stream\n", end = "\nendstream";
        const auto from = content.find(begin) + begin.size();
        std::string stream = content.substr(from, content.rfind(end) - from);
        replace_all(stream, "/P <</MCID 1>>", "/P " + properties);
        other.objects[4] = stream_object("", stream);
        return has_code(other, "verify.pdf-private-use");
    };
    const auto replaced_by = [&](const std::string& words) { return marked("<</MCID 1 /ActualText " + words + ">>"); };
    CHECK_FALSE(replaced_by("(A)"));
    CHECK_FALSE(replaced_by("<FEFFF900>"));
    CHECK(replaced_by("<FEFFE001>"));
    CHECK(replaced_by("<FEFFDB80DC00>"));
    PdfSource element = good_pdf_2_0();
    change(element, "/Alt (A line)", "/Alt (A line) /ActualText <FEFFE001>");
    CHECK(has_code(element, "verify.pdf-private-use"));
    change(pdf, "/Resources <<", "/Resources << /Properties << /Words << /MCID 1 /ActualText <FEFFE001> >> >>");
    CHECK(marked("/Words"));
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

TEST_CASE("standards: a link of PDF/UA-2 that names a page beside its element names one there is") {
    PdfSource pdf = good_pdf_2_0();
    change(pdf, "/S /URI /URI (https://example.org/)", "/S /GoTo /SD [21 0 R /Fit]");
    CHECK(faults_of(pdf) == "");
    change(pdf, "/S /GoTo /SD", "/S /GoTo /D [3 0 R /Fit] /SD");
    CHECK(faults_of(pdf) == "");
    change(pdf, "/D [3 0 R /Fit]", "/D [2 0 R /Fit]");
    CHECK(has_code(pdf, "verify.pdf-link-target"));
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
