// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/xmp.hpp"

#include <array>

namespace presskit::verify {
namespace {

constexpr std::string_view dc = "http://purl.org/dc/elements/1.1/";
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

/// Info and XMP say the same. ISO 19005-2 6.6.2.3 and its Technical Corrigenda.
void check_agreement(PdfCase& pdf, const XmpProperties& xmp) {
    struct Row {
        const char* key;
        std::string_view schema, name;
        bool is_date = false;
    };
    constexpr std::array<Row, 8> rows{{{"/Title", dc, "title"},
                                       {"/Author", dc, "creator"},
                                       {"/Subject", dc, "description"},
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
            pdf.fault("verify.pdf-metadata-disagree",
                      "PDF/A-2a: Info's " + std::string(row.key + 1) + " is " +
                          in_backticks(there) + ", but XMP says " + in_backticks(here) +
                          " (ISO 19005-2 6.6.2.3)");
    }
}

void check_xmp(PdfCase& pdf) {
    QPDFObjectHandle metadata = pdf.catalog().getKey("/Metadata");
    if (!metadata.isStream())
        return pdf.ua_fault("verify.pdf-metadata", "the catalog has no Metadata stream", "06-001");
    if (metadata.getDict().hasKey("/Filter"))
        pdf.fault("verify.pdf-metadata",
                  "PDF/A-2a: the Metadata stream is compressed (ISO 19005-2 6.6.2.1)");
    const auto packet = pdf.decoded(metadata);
    if (!packet) return;
    const auto xmp = read_xmp(*packet);
    if (!xmp) return pdf.fault("verify.pdf-metadata", "the Metadata stream is not well-formed XMP");
    if (property(*xmp, pdfa_id, "part") != "2" || property(*xmp, pdfa_id, "conformance") != "A")
        pdf.fault("verify.pdf-pdfa-id",
                  "PDF/A-2a: XMP does not claim part 2, conformance A (ISO 19005-2 6.6.4)");
    if (property(*xmp, pdfua_id, "part") != "1")
        pdf.ua_fault("verify.pdf-pdfua-id", "XMP does not claim part 1", "06-002");
    if (trim_ascii(property(*xmp, dc, "title")).empty())
        pdf.ua_fault("verify.pdf-title", "XMP has no dc:title", "06-003");
    check_agreement(pdf, *xmp);
}

void check_output_intent(PdfCase& pdf) {
    for (QPDFObjectHandle& intent : to_list(pdf.catalog().getKey("/OutputIntents")))
        if (intent.isDictionary() && to_name(intent.getKey("/S")) == "GTS_PDFA1" &&
            intent.getKey("/DestOutputProfile").isStream())
            return;
    pdf.fault("verify.pdf-output-intent",
              "PDF/A-2a: there is no GTS_PDFA1 output intent with a profile (ISO 19005-2 6.2.3)");
}

void check_trailer(PdfCase& pdf) {
    const auto id = to_list(pdf.pdf().getTrailer().getKey("/ID"));
    bool complete = id.size() == 2;
    for (QPDFObjectHandle part : id)
        complete = complete && part.isString() && !part.getStringValue().empty();
    if (!complete)
        pdf.fault("verify.pdf-id", "PDF/A-2a: the trailer has no ID (ISO 19005-2 6.1.3)");
}

} // namespace

void check_metadata(PdfCase& pdf) {
    QPDFObjectHandle catalog = pdf.catalog();
    check_trailer(pdf);
    if (trim_ascii(to_text(catalog.getKey("/Lang"))).empty())
        pdf.ua_fault("verify.pdf-language", "the catalog has no Lang", "11-006");
    QPDFObjectHandle mark = catalog.getKeyIfDict("/MarkInfo");
    const auto is_true = [](QPDFObjectHandle dictionary, const char* key) {
        if (!dictionary.isDictionary()) return false;
        QPDFObjectHandle value = dictionary.getKey(key);
        return value.isBool() && value.getBoolValue();
    };
    if (!is_true(mark, "/Marked"))
        pdf.fault("verify.pdf-marked", "PDF/UA-1: MarkInfo does not say Marked (ISO 14289-1 6.2)");
    if (is_true(mark, "/Suspects"))
        pdf.ua_fault("verify.pdf-suspects", "MarkInfo has Suspects true", "01-007");
    QPDFObjectHandle preferences = catalog.getKeyIfDict("/ViewerPreferences");
    if (!is_true(preferences, "/DisplayDocTitle"))
        pdf.ua_fault("verify.pdf-display-title", "ViewerPreferences has no DisplayDocTitle true",
                     preferences.isDictionary() && preferences.hasKey("/DisplayDocTitle")
                         ? "07-002"
                         : "07-001");
    if (!catalog.getKey("/StructTreeRoot").isDictionary())
        pdf.ua_fault("verify.pdf-structure", "the catalog has no StructTreeRoot", "01-005");
    check_output_intent(pdf);
    check_xmp(pdf);
}

void check_file_frame(std::string_view bytes, FaultList& faults) {
    if (!bytes.starts_with("%PDF-1.7"))
        faults.add("verify.pdf-header", "the file does not begin with %PDF-1.7");
    const std::size_t line = bytes.find_first_of("\r\n");
    const std::size_t comment = bytes.find_first_not_of("\r\n", line);
    bool binary = comment != std::string_view::npos && bytes[comment] == '%';
    for (std::size_t i = 1; i <= 4 && binary; ++i)
        binary = comment + i < bytes.size() && static_cast<unsigned char>(bytes[comment + i]) > 127;
    if (!binary)
        faults.add(
            "verify.pdf-header",
            "PDF/A-2a: no comment of four binary bytes follows the header (ISO 19005-2 6.1.2)");
    const std::size_t end = bytes.find_last_not_of("\r\n");
    if (end == std::string_view::npos || !bytes.substr(0, end + 1).ends_with("%%EOF") ||
        bytes.size() > end + 3)
        faults.add("verify.pdf-end",
                   "PDF/A-2a: the file does not end with %%EOF (ISO 19005-2 6.1.3)");
}

} // namespace presskit::verify
