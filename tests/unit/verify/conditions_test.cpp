// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/conditions.hpp"

#include "stages/verify/pdf.hpp"
#include "tests/unit/verify/pdf_source.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace presskit;
using namespace presskit::verify;

namespace {

/// A condition, and how the good PDF is made to break it: in an object, `from` becomes `to`.
struct Breakage {
    std::string_view id;
    int object;
    std::string from, to;
};

std::string annotation(const std::string& subtype) { return "/Subtype /" + subtype; }

std::string long_text(std::size_t size) { return std::string(size, 'a'); }

std::string nested_states() {
    std::string out;
    for (int i = 0; i < 29; ++i) out += "q ";
    for (int i = 0; i < 29; ++i) out += "Q ";
    return out;
}

const std::vector<Breakage>& ua_breakages() {
    static const std::vector<Breakage> rows{
        {"01-003", 4, "/H1 <</MCID 0>> BDC", "/H1 <</MCID 0>> BDC /Artifact BMC EMC"},
        {"01-004", 4, "q 0 0", "/P <</MCID 9>> BDC EMC q 0 0"},
        {"01-005", 4, "/Artifact <</Type /Pagination>> BDC", "/Span BMC"},
        {"01-007", 1, "/Marked true", "/Marked true /Suspects true"},
        {"02-001", 34, "/S /Box", "/S /Crate"},
        {"02-003", 10, "/Box /Div", "/Box /Crate /Crate /Box"},
        {"02-004", 10, "/Box /Div", "/Box /Div /P /Div"},
        {"06-001", 1, "/Metadata 12 0 R", ""},
        {"06-002", 12, "<pdfuaid:part>1", "<pdfuaid:part>2"},
        {"06-003", 12, "Title<", "<"},
        {"07-001", 1, "/DisplayDocTitle true", ""},
        {"07-002", 1, "/DisplayDocTitle true", "/DisplayDocTitle false"},
        {"09-004", 25, "/S /TR", "/S /Div"},
        {"09-005", 28, "/S /L ", "/S /Sect "},
        {"09-006", 22, "/S /P", "/S /TOCI"},
        {"09-007", 22, "/S /P", "/S /RB"},
        {"09-008", 22, "/S /P", "/S /WT"},
        {"10-001", 4, "<0102>", "<0109>"},
        {"11-001", 1, "/Lang (en)", ""},
        {"11-002", 1, "/Lang (en)", ""},
        {"11-003", 1, "/Lang (en)", "/Outlines << >>"},
        {"11-004", 1, "/Lang (en)", ""},
        {"11-006", 1, "/Lang (en)", ""},
        {"13-004", 32, "/Alt (A line)", ""},
        {"14-002", 21, "/S /H1", "/S /H2"},
        {"14-003", 22, "/S /P", "/S /H3"},
        {"14-006", 20, "/K [34 0 R", "/K [50 0 R 51 0 R 34 0 R"},
        {"14-007", 22, "/S /P", "/S /H"},
        {"15-003", 26, "/Scope /Column", ""},
        {"17-002", 22, "/S /P", "/S /Formula"},
        {"19-003", 33, "/ID (note-1)", ""},
        {"19-004", 22, "/K", "/ID (note-1) /K"},
        {"20-001", 1, "/Lang", "/OCProperties << /D << >> >> /Lang"},
        {"21-001", 1, "/Lang", "/Names << /EmbeddedFiles << >> >> /Lang"},
        {"25-001", 1, "/Lang", "/AcroForm << /XFA (x) >> /Lang"},
        {"26-001", in_trailer, "/Root", "/Encrypt << /Filter /Standard >> /Root"},
        {"28-002", 15, annotation("Link"), annotation("Text")},
        {"28-004", 15, "/Contents (The report)", ""},
        {"28-006", 15, annotation("Link"), annotation("Balloon")},
        {"28-007", 15, annotation("Link"), annotation("TrapNet")},
        {"28-008", 3, "/Tabs /S", ""},
        {"28-009", 3, "/Tabs /S", "/Tabs /R"},
        {"28-010", 15, annotation("Link"), annotation("Widget")},
        {"28-011", 23, "/S /Link", "/S /Span"},
        {"28-012", 15, "/Contents (The report)", "/Contents ( )"},
        {"28-014", 15, annotation("Link"), annotation("Screen")},
        {"28-016", 15, annotation("Link"), annotation("FileAttachment")},
        {"28-017", 15, annotation("Link"), annotation("PrinterMark")},
        {"30-001", 13, "/N 3", "/N 3 /Type /XObject /Ref << >>"},
        {"30-002", 13, "/N 3", "/N 3 /Type /XObject /Subtype /Form /StructParents 9"},
        {"31-001", 16, "(Adobe)", "(Other)"},
        {"31-002", 16, "(Identity)", "(Japan1)"},
        {"31-003", 16, "/Supplement 0", "/Supplement 1"},
        {"31-004", 6, "/CIDToGIDMap /Identity", "/CIDToGIDMap /Other"},
        {"31-005", 6, "/CIDToGIDMap /Identity", ""},
        {"31-006", 5, "/Encoding 16 0 R", "/Encoding /UniGB-UCS2-H"},
        {"31-007", 16, "/WMode 0 /CID", "/WMode 1 /CID"},
        {"31-008", 16, "begincmap", "begincmap /Other usecmap"},
        {"31-009", 7, "/FontFile2 8 0 R", ""},
        {"31-011", 4, "<0102>", "<0104>"},
        {"31-014", 7, "/Flags 4", "/Flags 4 /CIDSet 9 0 R"},
        {"31-016", 6, "[500 500]", "[500 502]"},
        {"31-017", 5, "/Subtype /Type0", "/Subtype /TrueType"},
        {"31-027", 5, "/ToUnicode 9 0 R", ""},
        {"31-028", 9, "<0041>", "<0000>"},
        {"31-029", 9, "<0041>", "<FEFF>"},
        {"31-030", 4, "<0102>", "<0100>"},
    };
    return rows;
}

const std::vector<Breakage>& archive_breakages() {
    static const std::vector<Breakage> rows{
        {"6.1.2-1", in_header, "%PDF-1.7", "%PDF-1.4"},
        {"6.1.2-2", in_header, "%\xE2\xE3\xCF\xD3", "%bin"},
        {"6.1.3-1", in_trailer, "/ID [<0123456789ABCDEF><0123456789ABCDEF>]", ""},
        {"6.1.3-2", in_trailer, "/Root", "/Encrypt 9 0 R /Root"},
        {"6.1.3-3", at_end, "%%EOF\n", "%%EOF\nmore"},
        {"6.1.4-1", in_trailer, "/Root", "/Prev 9 /Root"},
        {"6.1.6-1", 4, "<02>", "<020>"},
        {"6.1.7.1-1", 9, "/Length ", "/Length 9999"},
        {"6.1.7.1-2", 13, "/N 3", "/N 3 /F (file)"},
        {"6.1.7.2-1", 13, "/N 3", "/N 3 /Filter /LZWDecode"},
        {"6.1.8-1", 7, "/Flags 4", "/Flags 4 /FontFamily /#FF#FE"},
        {"6.1.9-1", 2, "/Count 1", "/Count 1 <"},
        {"6.1.10-1", 4, "re f Q", "re f BI /W 1 /H 1 ID x\nEI Q"},
        {"6.1.12-1", 1, "/Lang", "/Perms << /UR3 << >> >> /Lang"},
        {"6.1.13-1", 7, "/Flags 4", "/Flags 4 /Ascent 2147483648"},
        {"6.1.13-2", 7, "/Flags 4", "/Flags 4 /Ascent 1" + std::string(45, '0') + ".0"},
        {"6.1.13-3", 14, "(Title)", "(Title) /Note (" + long_text(32'768) + ")"},
        {"6.1.13-4", 7, "/Flags 4", "/Flags 4 /FontFamily /" + long_text(128)},
        {"6.1.13-5", 4, "q 0 0", nested_states() + "q 0 0"},
        {"6.1.13-6", 3, "[0 0 595 842]", "[0 0 595 14401]"},
        {"6.2.2-1", 4, "re f", "re f foo"},
        {"6.2.2-2", 3, "/Resources << /Font << /F1 5 0 R >> >>", ""},
        {"6.2.3-1", 1, "/GTS_PDFA1", "/GTS_PDFX"},
        {"6.2.3-2", 13, "mntr", "link"},
        {"6.2.3-3", 13, "/N 3", "/N 4"},
        {"6.2.3-4", 13, std::string("\x02\0\0\0mntr", 8), std::string("\x05\0\0\0mntr", 8)},
        {"6.2.4.3-1", 4, "q 0 0", "q 0 0 0 1 k 0 0"},
        {"6.2.4.3-2", 9, "<< ", "<< /Subtype /Image /ColorSpace /DeviceCMYK "},
        {"6.2.5-1", 3, "/Font <<", "/ExtGState << /G << /TR /Identity >> >> /Font <<"},
        {"6.2.5-2", 3, "/Font <<", "/ExtGState << /G << /HTP [0 0] >> >> /Font <<"},
        {"6.2.6-1", 4, "re f", "re f /Bright ri"},
        {"6.2.6-2", 3, "/Font <<", "/ExtGState << /G << /RI /Bright >> >> /Font <<"},
        {"6.2.8-1", 9, "<< ", "<< /Subtype /Image /Interpolate true "},
        {"6.2.8-2", 9, "<< ", "<< /Subtype /Image /Alternates [] "},
        {"6.2.8-3", 9, "<< ", "<< /Subtype /Image /OPI << >> "},
        {"6.2.8-4", 9, "<< ", "<< /Subtype /Image /BitsPerComponent 7 "},
        {"6.2.9-1", 9, "<< ", "<< /Type /XObject /Subtype /PS "},
        {"6.2.9-2", 9, "<< ", "<< /Type /XObject /Ref << >> "},
        {"6.2.10-1", 3, "/Font <<", "/ExtGState << /G << /BM /Glow >> >> /Font <<"},
        {"6.2.10-2", 3, "/Tabs", "/Group << /S /Transparency >> /Tabs"},
        {"6.2.11.2-1", 5, "/Type /Font", "/Type /Fount"},
        {"6.2.11.3.1-1", 6, "/CIDSystemInfo", "/Other"},
        {"6.2.11.3.2-1", 6, "/CIDToGIDMap /Identity", ""},
        {"6.2.11.3.3-1", 5, "/Encoding 16 0 R", "/Encoding /Identity-V"},
        {"6.2.11.3.3-2", 16, "/WMode 0 def", "/WMode 1 def"},
        {"6.2.11.3.3-3", 16, "/CMapName /Bytes /WMode", "/UseCMap /Other /WMode"},
        {"6.2.11.4.1-1", 7, "/FontFile2 8 0 R", ""},
        {"6.2.11.4.1-2", 4, "<0102>", "<0104>"},
        {"6.2.11.4.2-1", 7, "/Flags 4", "/Flags 4 /CIDSet 9 0 R"},
        {"6.2.11.5-1", 6, "/W [1 [500 500] 3 3 500]", "/W [1 2 490]"},
        {"6.2.11.6-1", 5, "/Subtype /Type0", "/Subtype /Type1"},
        {"6.2.11.7.2-1", 5, "/ToUnicode 9 0 R", ""},
        {"6.2.11.7.2-2", 9, "<0041>", "<FFFE>"},
        {"6.2.11.7.3-1", 9, "<0041>", "<E001>"},
        {"6.2.11.8-1", 4, "<0102>", "<0100>"},
        {"6.3.1-1", 15, annotation("Link"), annotation("Movie")},
        {"6.3.2-1", 15, "/F 4", "/F 0"},
        {"6.3.2-2", 15, "/F 4", "/F 6"},
        {"6.3.3-1", 15, annotation("Link"), annotation("Square")},
        {"6.4.1-1", 1, "/Lang", "/AcroForm << >> /Lang"},
        {"6.4.2-1", 1, "/Lang", "/AcroForm << /XFA (x) >> /Lang"},
        {"6.4.2-2", 1, "/Lang", "/NeedsRendering true /Lang"},
        {"6.5.1-1", 15, "/S /URI", "/S /Launch"},
        {"6.5.1-2", 15, "/S /URI", "/S /Named"},
        {"6.5.2-1", 3, "/Tabs", "/AA << >> /Tabs"},
        {"6.6.2.1-1", 1, "/Metadata 12 0 R", ""},
        {"6.6.2.1-2", 12, "</dc:title>", ""},
        {"6.6.2.1-3", 12, "/Subtype /XML", "/Subtype /XML /Filter /FlateDecode"},
        {"6.6.2.1-4", 12, "<?xpacket begin", "<?xpacket encoding=\"UTF-8\" begin"},
        {"6.6.2.3-1", 12, "<pdfaProperty:name>part", "<pdfaProperty:name>parts"},
        {"6.6.2.3-2", 12, "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", ""},
        {"6.6.2.3-3", 12, "<pdfuaid:part>1", "<pdfuaid:part>one"},
        {"6.6.3-1", 14, "(Title)", "(Other)"},
        {"6.6.4-1", 12, "pdfaid:part=\"2\"", "pdfaid:part=\"3\""},
        {"6.6.4-2", 12, "conformance=\"A\"", "conformance=\"B\""},
        {"6.7.2.2-1", 1, "/Marked true", "/Marked false"},
        {"6.7.3.3-1", 1, "/StructTreeRoot 10 0 R", ""},
        {"6.7.3.4-1", 34, "/S /Box", "/S /Crate"},
        {"6.7.3.4-2", 10, "/Box /Div", "/Box /Crate /Crate /Box"},
        {"6.7.3.4-3", 10, "/Box /Div", "/Box /Div /P /Div"},
        {"6.7.4-1", 22, "/K", "/Lang (english_UK) /K"},
        {"6.8-1", 1, "/Lang", "/AF [] /Lang"},
        {"6.9-1", 1, "/Lang", "/OCProperties << >> /Lang"},
        {"6.10-1", 1, "/Lang", "/Names << /AlternatePresentations << >> >> /Lang"},
        {"6.10-2", 3, "/Tabs", "/PresSteps << >> /Tabs"},
        {"6.11-1", 1, "/Lang", "/Requirements [] /Lang"},
    };
    return rows;
}

std::vector<Breakage> breakages() {
    std::vector<Breakage> rows = ua_breakages();
    rows.insert(rows.end(), archive_breakages().begin(), archive_breakages().end());
    return rows;
}

std::vector<Condition> all_conditions() {
    std::vector<Condition> out;
    for (const auto rows :
         {ua_conditions(), ua_2_conditions(), archive_conditions(), archive_4_conditions()})
        out.insert(out.end(), rows.begin(), rows.end());
    return out;
}

std::string cell(std::string_view text) { return text.empty() ? "–" : std::string(text); }

std::string words_of(ConditionKind kind) {
    switch (kind) {
    case ConditionKind::machine: return "tested";
    case ConditionKind::absence: return "absence tested";
    case ConditionKind::human: return "a person";
    case ConditionKind::not_applicable: return "nothing of the kind";
    }
    return {};
}

bool is_tested(const Condition& condition) {
    return condition.kind == ConditionKind::machine || condition.kind == ConditionKind::absence;
}

PdfCheck check_of(const Breakage& row) {
    if (row.id != "14-006") return check_pdf(broken_pdf(row.object, row.from, row.to));
    PdfSource pdf = good_pdf();
    std::string& document = pdf.objects[row.object];
    document.replace(document.find(row.from), row.from.size(), row.to);
    for (const int heading : {50, 51})
        pdf.objects[heading] = "<< /Type /StructElem /S /H /P 20 0 R /K [] >>";
    return check_pdf(pdf.bytes());
}

std::string text_of_file(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("conditions: a PDF that keeps all of them breaks none") {
    CHECK(check_pdf(good_pdf().bytes()).broken.empty());
}

TEST_CASE("conditions: each that a machine can test is found in a PDF broken on purpose") {
    for (const Breakage& row : breakages()) {
        const PdfCheck check = check_of(row);
        std::string found;
        for (const BrokenCondition& broken : check.broken) found.append(broken.id).append(" ");
        for (const Diagnostic& fault : check.faults) found.append("\n").append(fault.message);
        INFO(row.id << ": " << found);
        CHECK(std::ranges::find(check.broken, row.id, &BrokenCondition::id) != check.broken.end());
    }
}

TEST_CASE("conditions: the table and the broken PDFs name the same ones") {
    std::set<std::string_view> tested, broken;
    for (const Condition& row : all_conditions())
        if (is_tested(row) && !row.clause.empty()) tested.insert(row.id);
    const std::vector<Breakage> rows = breakages();
    for (const Breakage& row : rows) broken.insert(row.id);
    CHECK(tested == broken);
    CHECK(broken.size() == rows.size());
}

TEST_CASE("conditions: all of the Matterhorn Protocol's are there, each once, with words") {
    std::set<std::string_view> ids;
    for (const Condition& row : all_conditions()) {
        INFO(row.id);
        CHECK(ids.insert(row.id).second);
        CHECK_FALSE(row.text.empty());
        CHECK_FALSE(row.text.ends_with("."));
        CHECK(row.code.empty() != is_tested(row));
        CHECK(row.check.empty() == (row.kind == ConditionKind::not_applicable));
    }
    CHECK(ua_conditions().size() == 136);
}

TEST_CASE("conditions: the file that a condition names reports it") {
    const std::filesystem::path stage =
        std::filesystem::path(PRESSKIT_SOURCE_DIR) / "stages/verify";
    for (const Condition& row : all_conditions()) {
        if (!is_tested(row)) continue;
        INFO(row.id << " in " << row.check);
        const std::string source = text_of_file(stage / (std::string(row.check) + ".cpp"));
        CHECK(source.find("\"" + std::string(row.id) + "\"") != std::string::npos);
    }
}

TEST_CASE("conditions: a fault of a structure element tells which one, in the order of the tree") {
    // Document, Box, H1, P, Link, Table, TR, TH, TD, L, LI, Lbl, LBody, Figure, Note
    const PdfCheck check = check_pdf(broken_pdf(32, "/Alt (A line)", ""));
    REQUIRE(check.broken.size() == 1);
    CHECK(check.broken.front().element == 13);
    CHECK(check.faults[check.broken.front().fault].message.find("13-004") != std::string::npos);
}

TEST_CASE("conditions: the ledger and the table say the same") {
    const std::filesystem::path root = PRESSKIT_SOURCE_DIR;
    const std::string ledger = text_of_file(root / "stages/render/CONFORMANCE.md");
    const std::size_t begin = ledger.find("| condition | clause | later | judged by");
    REQUIRE(begin != std::string::npos);
    std::istringstream lines(ledger.substr(begin));
    std::string line;
    std::getline(lines, line);
    std::getline(lines, line);
    std::set<std::string> written, wanted;
    while (std::getline(lines, line) && line.starts_with("| ")) written.insert(line);
    for (const Condition& row : all_conditions())
        wanted.insert("| " + std::string(row.id) + " | " + cell(row.clause) + " | " +
                      cell(row.later_clause) + " | " + words_of(row.kind) + " | " +
                      cell(row.check) + " | " +
                      std::string(row.text) + " |");
    CHECK(written == wanted);
}

TEST_CASE("conditions: each clause that is tested has its row in the ledger of the writer") {
    const std::filesystem::path root = PRESSKIT_SOURCE_DIR;
    const std::string ledger = text_of_file(root / "stages/render/CONFORMANCE.md");
    std::istringstream lines(ledger.substr(0, ledger.find("| condition | clause")));
    std::set<std::string> known;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| ")) continue;
        std::istringstream words(line.substr(2, line.find(" |") - 2));
        std::string standard;
        for (std::string word; words >> word;) {
            if (word.ends_with(",")) word.pop_back();
            if (word[0] >= '1' && word[0] <= '9')
                known.insert(standard + " " + word);
            else
                standard = word;
        }
    }
    for (const Condition& row : all_conditions()) {
        const std::string clause =
            row.clause.empty()
                ? (is_of_ua(row) ? "UA-2 " : "A-4 ") + std::string(row.later_clause)
                : (is_of_ua(row) ? "UA " : "A-2 ") + std::string(row.clause);
        INFO(clause);
        if (is_tested(row)) CHECK(known.contains(clause));
    }
}
