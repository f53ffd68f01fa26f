// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/verify/pdf_source.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace presskit::verify {
namespace {

std::string padded(std::size_t number) {
    const std::string digits = std::to_string(number);
    return std::string(10 - digits.size(), '0') + digits;
}

std::string element(const std::string& type, const std::string& parent, const std::string& kids,
                    const std::string& others = "") {
    return "<< /Type /StructElem /S /" + type + " /P " + parent + " 0 R /Pg 3 0 R /K " + kids +
           " " + others + " >>";
}

std::string tagged(const std::string& type, int mcid, const std::string& painting) {
    return "/" + type + " <</MCID " + std::to_string(mcid) + ">> BDC\n" + painting + "\nEMC\n";
}

std::string content() {
    const std::string text = "BT /F1 12 Tf 72 700 Td <0102> Tj ET";
    return "/Artifact <</Type /Pagination>> BDC\nq 0 0 10 10 re f Q\nEMC\n" +
           tagged("H1", 0, text) + tagged("P", 1, text) + tagged("Link", 2, text) +
           tagged("TH", 3, text) + tagged("TD", 4, text) + tagged("Lbl", 5, text) +
           tagged("LBody", 6, text) + tagged("Figure", 7, "0 0 m 9 9 l S") +
           tagged("Note", 8, "BT /F1 8 Tf [<01> -20 <02>] TJ ET");
}

std::string schemas() {
    return "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
           "<pdfaSchema:schema>PDF/UA</pdfaSchema:schema>\n"
           "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
           "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
           "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
           "<pdfaProperty:name>part</pdfaProperty:name>\n"
           "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
           "<pdfaProperty:category>internal</pdfaProperty:category>\n"
           "<pdfaProperty:description>Part</pdfaProperty:description>\n"
           "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n";
}

std::string number(std::size_t value, std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t i = size; i-- > 0; value >>= 8) bytes[i] = static_cast<char>(value & 0xFF);
    return bytes;
}

/// Four glyphs, each 500 of 1000 units wide, as far as widths need them.
std::string font_program() {
    const std::pair<std::string, std::string> tables[]{
        {"head", std::string(18, '\0') + number(1000, 2) + std::string(34, '\0')},
        {"hhea", std::string(34, '\0') + number(1, 2)},
        {"hmtx", number(500, 2) + std::string(2 + 3 * 2, '\0')},
        {"maxp", number(0x10000, 4) + number(4, 2)}};
    std::string font = number(0x10000, 4) + number(4, 2) + std::string(6, '\0'), bytes;
    for (const auto& [tag, table] : tables) {
        font +=
            tag + number(0, 4) + number(12 + 4 * 16 + bytes.size(), 4) + number(table.size(), 4);
        bytes += table;
    }
    return font + bytes;
}

/// The header of an ICC profile.
std::string profile() {
    std::string bytes(128, '\0');
    bytes[8] = 2;
    bytes.replace(12, 8, "mntrRGB ").replace(36, 4, "acsp");
    return bytes;
}

std::string packet(const std::string& title) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
           "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\" "
           "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
           "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
           "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" pdfaid:part=\"2\" "
           "pdfaid:conformance=\"A\">\n"
           "<pdfuaid:part>1</pdfuaid:part><xmp:CreateDate>2021-05-18T08:00:00Z</xmp:CreateDate>\n"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           title + "</rdf:li></rdf:Alt></dc:title>\n" + schemas() +
           "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

void add_structure(std::map<int, std::string>& objects) {
    objects[10] = "<< /Type /StructTreeRoot /K 20 0 R /ParentTree 11 0 R /ParentTreeNextKey 2 "
                  "/RoleMap << /Box /Div >> >>";
    objects[11] =
        "<< /Nums [0 [21 0 R 22 0 R 23 0 R 26 0 R 27 0 R 30 0 R 31 0 R 32 0 R 33 0 R] 1 23 0 R] >>";
    objects[20] = element("Document", "10", "[34 0 R 23 0 R 24 0 R 28 0 R 32 0 R 33 0 R]");
    objects[21] = element("H1", "34", "0");
    objects[22] = element("P", "34", "[<< /Type /MCR /Pg 3 0 R /MCID 1 >>]");
    objects[23] = element("Link", "20", "[2 << /Type /OBJR /Obj 15 0 R >>]");
    objects[24] = element("Table", "20", "[25 0 R]");
    objects[25] = element("TR", "24", "[26 0 R 27 0 R]");
    objects[26] = element("TH", "25", "3", "/A << /O /Table /Scope /Column >>");
    objects[27] = element("TD", "25", "4");
    objects[28] = element("L", "20", "[29 0 R]");
    objects[29] = element("LI", "28", "[30 0 R 31 0 R]");
    objects[30] = element("Lbl", "29", "5");
    objects[31] = element("LBody", "29", "6");
    objects[32] = element("Figure", "20", "7", "/Alt (A line) /A << /O /Layout /BBox [0 0 9 9] >>");
    objects[33] = element("Note", "20", "8", "/ID (note-1)");
    objects[34] = element("Box", "20", "[21 0 R 22 0 R]");
}

} // namespace

std::string stream_object(const std::string& entries, const std::string& bytes) {
    return "<< " + entries + " /Length " + std::to_string(bytes.size()) + " >>\nstream\n" + bytes +
           "\nendstream";
}

std::string PdfSource::bytes() const {
    std::string out = header;
    std::map<int, std::size_t> offsets;
    for (const auto& [number, text] : objects) {
        offsets[number] = out.size();
        out += std::to_string(number) + " 0 obj\n" + text + "\nendobj\n";
    }
    const std::size_t table = out.size();
    const int count = objects.rbegin()->first + 1;
    out += "xref\n0 " + std::to_string(count) + "\n0000000000 65535 f \n";
    for (int i = 1; i < count; ++i)
        out += offsets.contains(i) ? padded(offsets[i]) + " 00000 n \n" : "0000000000 00001 f \n";
    return out + "trailer\n<< /Size " + std::to_string(count) + " " + trailer + " >>\nstartxref\n" +
           std::to_string(table) + "\n" + end;
}

PdfSource good_pdf(const std::string& language) {
    PdfSource pdf;
    auto& objects = pdf.objects;
    objects[1] = "<< /Type /Catalog /Pages 2 0 R /Lang (" + language +
                 ") /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> "
                 "/StructTreeRoot 10 0 R /Metadata 12 0 R /OutputIntents [<< /Type /OutputIntent "
                 "/S /GTS_PDFA1 "
                 "/OutputConditionIdentifier (sRGB) /DestOutputProfile 13 0 R >>] >>";
    objects[2] = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    objects[3] = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
                 "<< /Font << /F1 5 0 R >> >> "
                 "/StructParents 0 /Tabs /S /Annots [15 0 R] >>";
    objects[4] = stream_object("", content());
    objects[5] = "<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Test /Encoding 16 0 R "
                 "/DescendantFonts [6 0 R] /ToUnicode 9 0 R >>";
    objects[6] = "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Test /CIDToGIDMap "
                 "/Identity /DW 500 /W [1 [500 500] 3 3 500] /FontDescriptor 7 0 R "
                 "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>";
    objects[7] = "<< /Type /FontDescriptor /FontName /AAAAAA+Test /Flags 4 /FontFile2 8 0 R >>";
    objects[8] = stream_object("", font_program());
    objects[9] = stream_object("", "1 begincodespacerange <00><FF> endcodespacerange\n1 "
                                   "beginbfchar <01> <0041> endbfchar\n"
                                   "1 beginbfrange <02> <03> <0042> endbfrange");
    objects[12] = stream_object("/Type /Metadata /Subtype /XML", packet("Title"));
    objects[13] = stream_object("/N 3", profile());
    objects[14] = "<< /Title (Title) /CreationDate (D:20210518080000Z) >>";
    objects[15] = "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /F 4 /Contents (The report) "
                  "/StructParent 1 "
                  "/A << /S /URI /URI (https://example.org/) >> >>";
    objects[16] = stream_object(
        "/Type /CMap /CMapName /Bytes /WMode 0 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
        "begincmap /CMapName /Bytes def /WMode 0 def\n"
        "1 begincodespacerange <00><FF> endcodespacerange\n"
        "1 begincidrange <00><FF> 0 endcidrange endcmap");
    add_structure(objects);
    return pdf;
}

std::string broken_pdf(int object, const std::string& from, const std::string& to) {
    PdfSource pdf = good_pdf();
    std::string& text = object == in_header    ? pdf.header
                        : object == in_trailer ? pdf.trailer
                        : object == at_end     ? pdf.end
                                               : pdf.objects[object];
    const std::size_t at = text.find(from);
    INFO("there is no `" + from + "` to break");
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    if (const std::size_t data = text.find("stream\n"); data != std::string::npos) {
        const std::size_t begin = data + 7, end = text.rfind("\nendstream");
        const std::size_t length = text.rfind("/Length ", data);
        const std::size_t stop = text.find(" >>", length);
        if (text.substr(length, 12) != "/Length 9999")
            text.replace(length, stop - length, "/Length " + std::to_string(end - begin));
    }
    return pdf.bytes();
}

bool has_code(const PdfCheck& check, std::string_view code) {
    return std::ranges::find(check.faults, code, &Diagnostic::code) != check.faults.end();
}

} // namespace presskit::verify
