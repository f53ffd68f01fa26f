// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/conditions.hpp"
#include "stages/verify/xmp.hpp"

#include <array>

namespace presskit::verify {
namespace {

constexpr std::string_view pdf_schema = "http://ns.adobe.com/pdf/1.3/";
constexpr std::string_view xmp_schema = "http://ns.adobe.com/xap/1.0/";
constexpr std::string_view pdfa_id = "http://www.aiim.org/pdfa/ns/id/";
constexpr std::string_view pdfua_id = "http://www.aiim.org/pdfua/ns/id/";

std::string property(const XmpProperties& xmp, std::string_view schema, std::string_view name) {
    const auto found = xmp.find(std::string(schema).append(name));
    return found == xmp.end() ? std::string() : found->second;
}

/// The digits of a date as far as Info and XMP both tell it: "20210518080000".
std::string date_digits(std::string_view date) {
    std::string digits;
    for (const char c : date)
        if (c >= '0' && c <= '9' && digits.size() < 14) digits += c;
    return digits;
}

/// Info and XMP say the same. ISO 19005-2 6.6.3 and its Technical Corrigenda.
void check_agreement(PdfCase& pdf, const XmpProperties& xmp) {
    struct Row {
        const char* key;
        std::string_view schema, name;
        bool is_date = false;
    };
    constexpr std::array<Row, 8> rows{{{"/Title", dc_namespace, "title"},
                                       {"/Author", dc_namespace, "creator"},
                                       {"/Subject", dc_namespace, "description"},
                                       {"/Keywords", pdf_schema, "Keywords"},
                                       {"/Producer", pdf_schema, "Producer"},
                                       {"/Creator", xmp_schema, "CreatorTool"},
                                       {"/CreationDate", xmp_schema, "CreateDate", true},
                                       {"/ModDate", xmp_schema, "ModifyDate", true}}};
    QPDFObjectHandle dictionary = pdf.pdf().getTrailer().getKeyIfDict("/Info");
    for (const Row& row : rows) {
        if (!dictionary.isDictionary() || !dictionary.hasKey(row.key)) continue;
        std::string there = to_text(dictionary.getKey(row.key));
        std::string here = property(xmp, row.schema, row.name);
        if (row.is_date) there = date_digits(there), here = date_digits(here);
        if (there != here)
            pdf.broken({"6.6.3-1"}, "Info's " + std::string(row.key + 1) + " is " +
                                        in_backticks(there) + ", but XMP says " +
                                        in_backticks(here));
    }
}

/// PDF 2.0: PDF/A-4, or A-4f with files, and PDF/UA-2. ISO 19005-4 6.7.3, ISO 14289-2 5.
void check_claims_2_0(PdfCase& pdf, const XmpProperties& xmp) {
    if (property(xmp, pdfa_id, "part") != "4" || property(xmp, pdfa_id, "rev") != "2020")
        pdf.broken({"6.6.4-1"}, "XMP does not claim PDF/A part 4 of 2020");
    const std::string level = property(xmp, pdfa_id, "conformance");
    if (level == "F") pdf.allow_attachments();
    if (!level.empty() && level != "F")
        pdf.broken({"6.6.4-2"}, "XMP claims a conformance level that no kit has");
    if (property(xmp, pdfua_id, "part") != "2" || property(xmp, pdfua_id, "rev") != "2024")
        pdf.broken({"06-002"}, "XMP does not claim PDF/UA part 2 of 2024");
}

/// PDF 1.7: PDF/A-2a, or A-3a with files, and PDF/UA-1.
void check_claims_1_7(PdfCase& pdf, const XmpProperties& xmp) {
    const std::string part = property(xmp, pdfa_id, "part");
    if (part == "3") pdf.allow_attachments();
    if (part != "2" && part != "3") pdf.broken({"6.6.4-1"}, "XMP does not claim PDF/A part 2 or 3");
    if (property(xmp, pdfa_id, "conformance") != "A")
        pdf.broken({"6.6.4-2"}, "XMP does not claim conformance level A");
    if (property(xmp, pdfua_id, "part") != "1") pdf.broken({"06-002"}, "XMP does not claim part 1");
}

void check_claims(PdfCase& pdf, const XmpProperties& xmp) {
    if (pdf.is_pdf_2())
        check_claims_2_0(pdf, xmp);
    else
        check_claims_1_7(pdf, xmp);
    if (trim_ascii(property(xmp, dc_namespace, "title")).empty())
        pdf.broken({"06-003"}, "XMP has no dc:title");
}

void check_packet(PdfCase& pdf, std::string_view packet) {
    const std::string_view header = packet.substr(0, packet.find("?>"));
    if (header.starts_with("<?xpacket") && (header.find("bytes=") != std::string_view::npos ||
                                            header.find("encoding=") != std::string_view::npos))
        pdf.broken({"6.6.2.1-4"}, "the XMP header has a bytes or encoding attribute");
    const auto xmp = read_xmp(packet);
    if (!xmp) return pdf.broken({"6.6.2.1-2"}, "the Metadata stream is not well-formed XMP");
    check_claims(pdf, xmp->properties);
    check_agreement(pdf, xmp->properties);
    if (pdf.is_pdf_2()) return; // PDF/A-4 asks for no description of schemas
    for (const BrokenSchema& row : check_schemas(*xmp))
        pdf.broken({row.id},
                   std::string(condition_of(row.id).text) + ": " + in_backticks(row.property));
}

void check_xmp(PdfCase& pdf) {
    QPDFObjectHandle metadata = pdf.catalog().getKey("/Metadata");
    if (!metadata.isStream())
        return pdf.broken({"06-001", "6.6.2.1-1"}, "the catalog has no Metadata stream");
    if (metadata.getDict().hasKey("/Filter"))
        pdf.broken({"6.6.2.1-3"}, "the Metadata stream is compressed");
    if (const auto packet = pdf.decoded(metadata)) check_packet(pdf, *packet);
}

/// Entries of the catalog that no kit has.
void check_absences(PdfCase& pdf, QPDFObjectHandle catalog) {
    if (catalog.hasKey("/OCProperties"))
        pdf.broken({"20-001", "6.9-1"}, "there is optional content, which no kit has");
    if (catalog.hasKey("/Perms"))
        pdf.broken({"6.1.12-1"}, "there are permissions, which no kit has");
    if (catalog.hasKey("/NeedsRendering"))
        pdf.broken({"6.4.2-2"}, "the catalog asks to be rendered by a script");
    if (catalog.hasKey("/Requirements"))
        pdf.broken({"6.11-1"}, "the catalog has requirements of its readers");
    QPDFObjectHandle names = catalog.getKeyIfDict("/Names");
    if (names.isDictionary() && names.hasKey("/AlternatePresentations"))
        pdf.broken({"6.10-1"}, "there is an alternate presentation");
}

void check_trailer(PdfCase& pdf) {
    const auto id = to_list(pdf.pdf().getTrailer().getKey("/ID"));
    bool complete = id.size() == 2;
    for (QPDFObjectHandle part : id)
        complete = complete && part.isString() && !part.getStringValue().empty();
    if (!complete) pdf.broken({"6.1.3-1"}, "the trailer has no ID");
}

} // namespace

void check_metadata(PdfCase& pdf) {
    QPDFObjectHandle catalog = pdf.catalog();
    check_trailer(pdf);
    QPDFObjectHandle mark = catalog.getKeyIfDict("/MarkInfo");
    const auto is_true = [](QPDFObjectHandle dictionary, const char* key) {
        if (!dictionary.isDictionary()) return false;
        QPDFObjectHandle value = dictionary.getKey(key);
        return value.isBool() && value.getBoolValue();
    };
    if (!is_true(mark, "/Marked")) pdf.broken({"6.7.2.2-1", "6.2-1"}, "MarkInfo does not say Marked");
    if (is_true(mark, "/Suspects")) pdf.broken({"01-007"}, "MarkInfo has Suspects true");
    QPDFObjectHandle preferences = catalog.getKeyIfDict("/ViewerPreferences");
    if (!preferences.isDictionary() || !preferences.hasKey("/DisplayDocTitle"))
        pdf.broken({"07-001"}, "ViewerPreferences has no DisplayDocTitle");
    else if (!is_true(preferences, "/DisplayDocTitle"))
        pdf.broken({"07-002"}, "DisplayDocTitle is not true");
    if (!catalog.getKey("/StructTreeRoot").isDictionary())
        pdf.broken({"6.7.3.3-1", "8.2.1-1"}, "the catalog has no StructTreeRoot");
    check_absences(pdf, catalog);
    check_xmp(pdf);
}

} // namespace presskit::verify
