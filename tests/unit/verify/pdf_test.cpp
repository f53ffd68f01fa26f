// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf.hpp"

#include "tests/unit/verify/pdf_source.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::verify;

namespace {

std::string codes_of(const PdfCheck& check) {
    std::string codes;
    for (const Diagnostic& fault : check.faults) codes += fault.code + ": " + fault.message + "\n";
    return codes;
}

/// One thing broken: in an object, `from` becomes `to`.
struct Break {
    const char* claim;
    int object;
    std::string from, to, code;
};

std::string broken(const Break& change) {
    return broken_pdf(change.object, change.from, change.to);
}

} // namespace

TEST_CASE("pdf: a font of two-byte codes in Identity-H is read as well") {
    PdfSource pdf = good_pdf();
    const auto replace_all = [](std::string& text, std::string_view from, std::string_view to) {
        for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
            text.replace(at, from.size(), to);
    };
    replace_all(pdf.objects[5], "16 0 R", "/Identity-H");
    std::string content = pdf.objects[4].substr(pdf.objects[4].find("stream\n") + 7);
    content.resize(content.rfind("\nendstream"));
    replace_all(content, "<0102>", "<00010002>");
    replace_all(content, "<01>", "<0001>");
    replace_all(content, "<02>", "<0002>");
    pdf.objects[4] = stream_object("", content);
    pdf.objects[9] = stream_object("", "1 begincodespacerange <0000><FFFF> endcodespacerange\n"
                                       "2 beginbfchar <0001> <0041> <0002> <0042> endbfchar");
    const PdfCheck check = check_pdf(pdf.bytes());
    INFO((check.faults.empty() ? std::string() : check.faults.front().message));
    CHECK(check.faults.empty());
}

TEST_CASE("pdf: a document that keeps the rules has no faults") {
    const PdfCheck check = check_pdf(good_pdf().bytes());
    CHECK(codes_of(check) == "");
    CHECK(check.pages == 1);
    CHECK(check.language == "en");
}

TEST_CASE("pdf: each broken rule is named") {
    const Break breaks[] = {
        {"no language", 1, "/Lang (en)", "", "verify.pdf-language"},
        {"not marked", 1, "/Marked true", "/Marked false", "verify.pdf-marked"},
        {"suspects", 1, "/Marked true", "/Marked true /Suspects true", "verify.pdf-suspects"},
        {"title not displayed", 1, "/DisplayDocTitle true", "/DisplayDocTitle false",
         "verify.pdf-display-title"},
        {"no structure", 1, "/StructTreeRoot 10 0 R", "", "verify.pdf-structure"},
        {"no metadata", 1, "/Metadata 12 0 R", "", "verify.pdf-metadata"},
        {"no output intent", 1, "/GTS_PDFA1", "/GTS_PDFX", "verify.pdf-output-intent"},
        {"a second output profile", 1, "/OutputIntents [",
         "/OutputIntents [<< /S /GTS_PDFX /DestOutputProfile 8 0 R >> ", "verify.pdf-output-intent"},
        {"open action runs a script", 1, "/Lang", "/OpenAction << /S /JavaScript /JS (x) >> /Lang",
         "verify.pdf-action"},
        {"launch action", 15, "/S /URI", "/S /Launch", "verify.pdf-action"},
        {"additional actions", 3, "/Tabs", "/AA << >> /Tabs", "verify.pdf-action"},
        {"embedded files", 1, "/Lang", "/Names << /EmbeddedFiles << >> >> /Lang",
         "verify.pdf-embedded-file"},
        {"form", 1, "/Lang", "/AcroForm << >> /Lang", "verify.pdf-form"},
        {"pdfa part", 12, "pdfaid:part=\"2\"", "pdfaid:part=\"3\"", "verify.pdf-pdfa-id"},
        {"pdfa conformance", 12, "conformance=\"A\"", "conformance=\"B\"", "verify.pdf-pdfa-id"},
        {"pdfua part", 12, "<pdfuaid:part>1", "<pdfuaid:part>2", "verify.pdf-pdfua-id"},
        {"xmp title", 12, "Title<", "<", "verify.pdf-title"},
        {"xmp not well-formed", 12, "</dc:title>", "", "verify.pdf-metadata"},
        {"xmp with a document type", 12, "<x:xmpmeta", "<!DOCTYPE x []><x:xmpmeta",
         "verify.pdf-metadata"},
        {"info disagrees", 14, "(Title)", "(Other)", "verify.pdf-metadata-disagree"},
        {"dates disagree", 14, "20210518", "20210519", "verify.pdf-metadata-disagree"},
        {"tab order", 3, "/Tabs /S", "/Tabs /R", "verify.pdf-tabs"},
        {"no struct parents", 3, "/StructParents 0", "", "verify.pdf-struct-parents"},
        {"untagged painting", 4, "/Artifact <</Type /Pagination>> BDC", "/Span BMC",
         "verify.pdf-content"},
        {"artifact inside tagged content", 4, "/H1 <</MCID 0>> BDC",
         "/H1 <</MCID 0>> BDC /Artifact BMC EMC", "verify.pdf-content"},
        {"tagged content inside an artifact", 4, "q 0 0", "/P <</MCID 9>> BDC EMC q 0 0",
         "verify.pdf-content"},
        {"MCID used twice", 4, "/MCID 1>>", "/MCID 0>>", "verify.pdf-mcid"},
        {"mark left open", 4, "EMC", "", "verify.pdf-unbalanced"},
        {"state left open", 4, " Q\n", "\n", "verify.pdf-unbalanced"},
        {"mark that ends inside text and began before it", 4, "Tj ET\nEMC", "Tj EMC ET", "verify.pdf-unbalanced"},
        {"mark that begins inside text and ends after it", 4, "Tj ET\nEMC", "Tj /Span BMC ET EMC EMC",
         "verify.pdf-unbalanced"},
        {"unknown operator", 4, "re f", "re f foo", "verify.pdf-operator"},
        {"font not there", 4, "/F1 12 Tf", "/F2 12 Tf", "verify.pdf-font"},
        {"a CMap that maps elsewhere", 16, "<00><FF> 0", "<00><FF> 1", "verify.pdf-font"},
        {"a CMap of two ranges", 16, "<00><FF> 0", "<00><7F> 0 <80><FF> 128", "verify.pdf-font"},
        {"code without text", 4, "<0102>", "<0109>", "verify.pdf-to-unicode"},
        {"shows .notdef", 9, "<01> <0041>", "<00> <0041>", "verify.pdf-to-unicode"},
        {"maps to U+0000", 9, "<0041>", "<0000>", "verify.pdf-to-unicode"},
        {"maps to a byte order mark", 9, "<0041>", "<FEFF>", "verify.pdf-to-unicode"},
        {"malformed ToUnicode", 9, "<01> <0041>", "<01>", "verify.pdf-to-unicode"},
        {"no ToUnicode", 5, "/ToUnicode 9 0 R", "", "verify.pdf-to-unicode"},
        {"font not embedded", 7, "/FontFile2 8 0 R", "", "verify.pdf-font-embedding"},
        {"no CIDToGIDMap", 6, "/CIDToGIDMap /Identity", "", "verify.pdf-font"},
        {"unknown type", 34, "/S /Box", "/S /Crate", "verify.pdf-role-map"},
        {"standard type remapped", 10, "/Box /Div", "/Box /Div /P /Div", "verify.pdf-role-map"},
        {"circular roles", 10, "/Box /Div", "/Box /Crate /Crate /Box", "verify.pdf-role-map"},
        {"first heading", 21, "/S /H1", "/S /H2", "verify.pdf-heading"},
        {"heading skips", 22, "/S /P", "/S /H3", "verify.pdf-heading"},
        {"both kinds of headings", 22, "/S /P", "/S /H", "verify.pdf-heading"},
        {"figure without text", 32, "/Alt (A line)", "", "verify.pdf-figure-alt"},
        {"figure whose text is blank", 32, "(A line)", "( )", "verify.pdf-figure-alt"},
        {"figure that blanks stand for", 32, "/Alt (A line)", "/ActualText ( )", "verify.pdf-figure-alt"},
        {"text whose language is unknown", 22, "/S /P", "/Lang () /S /P", "verify.pdf-language"},
        {"figure without box", 32, "/BBox [0 0 9 9]", "", "verify.pdf-figure-box"},
        {"formula without text", 22, "/S /P", "/S /Formula", "verify.pdf-formula-alt"},
        {"note without ID", 33, "/ID (note-1)", "", "verify.pdf-note-id"},
        {"ID used twice", 22, "/K", "/ID (note-1) /K", "verify.pdf-note-id"},
        {"list item outside a list", 28, "/S /L ", "/S /Sect ", "verify.pdf-list"},
        {"list holds text", 29, "/K [", "/K [9 ", "verify.pdf-list"},
        {"cell outside a row", 25, "/S /TR", "/S /Div", "verify.pdf-table"},
        {"header cell without scope", 26, "/Scope /Column", "", "verify.pdf-table-scope"},
        {"header cell without scope, a cell that names no header there is", 26, "/Scope /Column",
         "/Headers [(nowhere)]", "verify.pdf-table-scope"},
        {"cell that names no header there is", 27, "/K 4", "/K 4 /A << /O /Table /Headers [(nowhere)] >>",
         "verify.pdf-table-headers"},
        {"no header cell", 26, "/S /TH", "/S /TD", "verify.pdf-table-header"},
        {"absurd span", 26, "/Scope", "/ColSpan 2000000000 /Scope", "verify.pdf-table-irregular"},
        {"row span beyond the table", 26, "/Scope", "/RowSpan 2 /Scope",
         "verify.pdf-table-irregular"},
        {"entry outside contents", 22, "/S /P", "/S /TOCI", "verify.pdf-contents"},
        {"link without annotation", 23, "<< /Type /OBJR /Obj 15 0 R >>", "", "verify.pdf-link"},
        {"annotation of another element", 23, "/S /Link", "/S /Span", "verify.pdf-link"},
        {"wrong parent", 21, "/P 34 0 R", "/P 20 0 R", "verify.pdf-structure"},
        {"loop", 24, "/K [25 0 R]", "/K [20 0 R]", "verify.pdf-structure"},
        {"content that is not on the page", 22, "/MCID 1", "/MCID 77", "verify.pdf-parent-tree"},
        {"parent tree leads elsewhere", 11, "21 0 R 22 0 R", "22 0 R 21 0 R", "verify.pdf-content"},
        {"parent tree is gone", 10, "/ParentTree 11 0 R", "", "verify.pdf-parent-tree"},
        {"next key in use", 10, "/ParentTreeNextKey 2", "/ParentTreeNextKey 1",
         "verify.pdf-parent-tree"},
        {"parent tree in a loop", 11, "<< /Nums", "<< /Kids [11 0 R] /Nums",
         "verify.pdf-parent-tree"},
        {"link without contents", 15, "/Contents (The report)", "", "verify.pdf-link-contents"},
        {"link not printed", 15, "/F 4", "/F 2", "verify.pdf-annotation-flags"},
        {"link runs a script", 15, "https://example.org/", "javascript:x",
         "verify.pdf-link-target"},
        {"link to a page that is none", 15, "/S /URI /URI (https://example.org/)",
         "/S /GoTo /D [2 0 R /Fit]", "verify.pdf-link-target"},
        {"link to a name that is none", 15, "/A << /S /URI /URI (https://example.org/) >>",
         "/Dest (nowhere)", "verify.pdf-link-target"},
        {"link without element", 15, "/StructParent 1", "", "verify.pdf-link"},
        {"other annotation", 15, "/Subtype /Link", "/Subtype /Text", "verify.pdf-annotation"},
        {"interpolated image", 13, "/N 3", "/N 3 /Subtype /Image /Interpolate true",
         "verify.pdf-interpolate"},
        {"form XObject", 13, "/N 3", "/N 3 /Subtype /Form", "verify.pdf-inner-content"},
        {"pattern", 13, "/N 3", "/N 3 /PatternType 1", "verify.pdf-inner-content"},
        {"pattern that is no stream", 3, "/Resources <<",
         "/Resources << /Pattern << /P1 << /PatternType 2 /Shading 8 0 R >> >>", "verify.pdf-inner-content"},
        {"shading", 3, "/Resources <<", "/Resources << /Shading << /S1 << /ShadingType 2 /ColorSpace /DeviceCMYK >> >>",
         "verify.pdf-inner-content"},
        {"external stream", 13, "/N 3", "/N 3 /F (file)", "verify.pdf-stream"},
        {"other filter", 13, "/N 3", "/N 3 /Filter /LZWDecode", "verify.pdf-filter"},
        {"stream that does not inflate", 13, "/N 3", "/N 3 /Filter /FlateDecode",
         "verify.pdf-stream"},
        {"reference XObject", 13, "/N 3", "/N 3 /Type /XObject /Ref << >>", "verify.pdf-xobject"},
        {"syntax error", 2, "/Count 1", "/Count 1 <", "verify.pdf-warning"},
    };
    for (const Break& change : breaks) {
        CAPTURE(change.claim);
        const PdfCheck check = check_pdf(broken(change));
        INFO(codes_of(check));
        CHECK(has_code(check, change.code));
    }
}

TEST_CASE("pdf: a table has one THead, TBody below it, and its caption first or last") {
    // What an element of the good PDF (the table, the list) holds instead.
    const auto holding = [](int object, const std::vector<std::string>& kids, const char* code) {
        PdfSource pdf = good_pdf();
        int next = 70;
        const auto add = [&](const std::string& type, int parent, const std::string& held) {
            pdf.objects[next] = "<< /Type /StructElem /S /" + type + " /P " +
                                std::to_string(parent) + " 0 R /K [" + held + "] >>";
            return next++;
        };
        std::string list;
        for (const std::string& type : kids) {
            const bool group = type == "THead" || type == "TBody" || type == "TFoot";
            const std::string held = std::to_string(next + 1) + " 0 R";
            int last = add(type, object, type == "Caption" ? "" : held);
            list += std::to_string(last) + " 0 R ";
            if (group) last = add("TR", last, std::to_string(next + 1) + " 0 R");
            if (type != "Caption") add(type == "LI" ? "LBody" : "TH", last, "");
        }
        std::string& text = pdf.objects[object];
        const std::size_t begin = text.find("/K [") + 4;
        text.replace(begin, text.find(']', begin) - begin, list);
        return has_code(check_pdf(pdf.bytes()), code);
    };
    const auto bad_table = [&](const std::vector<std::string>& kids) {
        return holding(24, kids, "verify.pdf-table");
    };
    CHECK_FALSE(bad_table({"Caption", "TBody", "TBody"}));
    CHECK_FALSE(bad_table({"THead", "TBody", "TFoot", "Caption"}));
    CHECK(bad_table({"THead", "THead", "TBody"}));
    CHECK(bad_table({"TBody", "TFoot", "TFoot"}));
    CHECK(bad_table({"THead", "TR"}));
    CHECK(bad_table({"THead"}));
    CHECK(bad_table({"TBody", "THead"}));
    CHECK(bad_table({"TBody", "TR"}));
    CHECK(bad_table({"TBody", "Caption", "TBody"}));
    CHECK(bad_table({"Caption", "TR", "Caption"}));
    const auto bad_list = [&](const std::vector<std::string>& kids) {
        return holding(28, kids, "verify.pdf-list");
    };
    CHECK_FALSE(bad_list({"Caption", "LI"}));
    CHECK(bad_list({"LI", "Caption"}));
}

TEST_CASE("pdf: the frame of the file is checked") {
    PdfSource pdf = good_pdf();
    pdf.header = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    CHECK(has_code(check_pdf(pdf.bytes()), "verify.pdf-header"));
    pdf = good_pdf();
    pdf.header = "%PDF-1.7\n";
    CHECK(has_code(check_pdf(pdf.bytes()), "verify.pdf-header"));
    pdf = good_pdf();
    pdf.end = "%%EOF\nmore";
    CHECK(has_code(check_pdf(pdf.bytes()), "verify.pdf-end"));
    pdf = good_pdf();
    pdf.trailer = "/Root 1 0 R";
    CHECK(has_code(check_pdf(pdf.bytes()), "verify.pdf-id"));
    pdf = good_pdf();
    pdf.trailer += " /Prev 9";
    CHECK(has_code(check_pdf(pdf.bytes()), "verify.pdf-cross-reference"));
}

TEST_CASE("pdf: whatever the bytes are, the answer is faults") {
    const std::string good = good_pdf().bytes();
    for (const std::string& bytes : {std::string(), std::string("%PDF-1.7"), std::string(1000, 'x'),
                                     std::string("startxref\n0\n%%EOF"), good.substr(9)})
        CHECK_FALSE(check_pdf(bytes).faults.empty());
    for (std::size_t size = 0; size < good.size(); size += 211)
        CHECK_FALSE(check_pdf(good.substr(0, size)).faults.empty());
    for (std::size_t i = 0; i < good.size(); i += 13) { // must come back, whatever it says
        std::string bytes = good;
        bytes[i] = static_cast<char>(~bytes[i]);
        static_cast<void>(check_pdf(bytes));
    }
}

TEST_CASE("pdf: deep nesting ends in a fault") {
    PdfSource pdf = good_pdf();
    pdf.objects[14] =
        "<< /Title (Title) /X " + std::string(200, '[') + std::string(200, ']') + " >>";
    CHECK(has_code(check_pdf(pdf.bytes()), "verify.pdf-depth"));
    pdf.objects[14] = "<< /X " + std::string(100'000, '[') + std::string(100'000, ']') + " >>";
    CHECK_FALSE(check_pdf(pdf.bytes()).faults.empty());
    pdf = good_pdf();
    int last = 34;
    for (int i = 100; i < 400; ++i) {
        pdf.objects[last].replace(pdf.objects[last].find("/K ["), 4,
                                  "/K [" + std::to_string(i) + " 0 R ");
        pdf.objects[i] =
            "<< /Type /StructElem /S /Div /P " + std::to_string(last) + " 0 R /K [] >>";
        last = i;
    }
    CHECK(has_code(check_pdf(pdf.bytes()), "verify.pdf-structure"));
}

TEST_CASE("pdf: text replaced by ActualText needs no mapping of its own") {
    const Break change{"", 4, "BT /F1 12 Tf 72 700 Td <0102> Tj ET",
                       "/Span <</ActualText (x)>> BDC BT /F1 12 Tf <0109> Tj ET EMC", ""};
    CHECK(codes_of(check_pdf(broken(change))) == "");
}
