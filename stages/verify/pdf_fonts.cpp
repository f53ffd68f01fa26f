// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"
#include "stages/verify/to_unicode.hpp"

#include <qpdf/QPDFPageObjectHelper.hh>

namespace presskit::verify {
namespace {

std::map<int, QPDFObjectHandle> fonts_of_pages(PdfCase& pdf) {
    std::map<int, QPDFObjectHandle> fonts;
    for (QPDFObjectHandle page : pdf.pages()) {
        QPDFObjectHandle resources = QPDFPageObjectHelper(page).getAttribute("/Resources", false);
        QPDFObjectHandle row = resources.getKeyIfDict("/Font");
        if (!row.isDictionary()) continue;
        for (auto& [name, font] : row.getDictAsMap())
            if (QPDFObjectHandle(font).isIndirect())
                fonts.emplace(QPDFObjectHandle(font).getObjectID(), font);
    }
    return fonts;
}

bool is_embedded(QPDFObjectHandle font) {
    QPDFObjectHandle descriptor = font.getKeyIfDict("/FontDescriptor");
    for (const char* key : {"/FontFile", "/FontFile2", "/FontFile3"})
        if (descriptor.isDictionary() && descriptor.getKey(key).isStream()) return true;
    return false;
}

/// A composite font as presskit writes it: Identity-H over one embedded descendant.
bool check_composite(PdfCase& pdf, QPDFObjectHandle font, const std::string& name) {
    const auto descendants = to_list(font.getKey("/DescendantFonts"));
    if (descendants.size() != 1 || !QPDFObjectHandle(descendants.front()).isDictionary())
        return false;
    QPDFObjectHandle descendant = descendants.front();
    QPDFObjectHandle map = descendant.getKey("/CIDToGIDMap");
    if (to_name(descendant.getKey("/Subtype")) == "CIDFontType2" && !map.isStream() &&
        to_name(map) != "Identity")
        pdf.fault("verify.pdf-font",
                  "PDF/UA-1: the font " + name + " has no CIDToGIDMap (ISO 14289-1 7.21.3.2)");
    if (to_name(font.getKey("/Encoding")) != "Identity-H")
        pdf.fault("verify.pdf-font", "the font " + name + " is not encoded in Identity-H");
    return is_embedded(descendant);
}

/// No text may be U+0000 or a byte order mark. Matterhorn 31-028, 31-029.
void check_texts(PdfCase& pdf, const std::map<unsigned, std::string>& texts,
                 const std::string& name) {
    for (const auto& [code, text] : texts)
        for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
            const unsigned unit = static_cast<unsigned char>(text[i]) * 256u +
                                  static_cast<unsigned char>(text[i + 1]);
            if (unit == 0)
                return pdf.ua_fault("verify.pdf-to-unicode", "the font " + name + " maps to U+0000",
                                    "31-028");
            if (unit == 0xFEFF || unit == 0xFFFE)
                return pdf.ua_fault("verify.pdf-to-unicode",
                                    "the font " + name + " maps to U+FEFF or U+FFFE", "31-029");
        }
}

void check_to_unicode(PdfCase& pdf, QPDFObjectHandle font, const std::string& name,
                      const CodeSet& shown) {
    QPDFObjectHandle stream = font.getKey("/ToUnicode");
    if (!stream.isStream())
        return pdf.ua_fault("verify.pdf-to-unicode", "the font " + name + " has no ToUnicode",
                            "31-027");
    const auto cmap = pdf.decoded(stream);
    const auto texts = cmap ? read_to_unicode(*cmap) : std::nullopt;
    if (!texts)
        return pdf.fault("verify.pdf-to-unicode", "the ToUnicode of " + name + " is malformed");
    check_texts(pdf, *texts, name);
    CodeSet silent = shown;
    for (const auto& [code, text] : *texts) silent.reset(code);
    for (std::size_t code = 0; silent.any(); ++code)
        if (silent[code])
            return pdf.ua_fault("verify.pdf-to-unicode",
                                "the font " + name + " shows code " + std::to_string(code) +
                                    " without a text",
                                "10-001");
    if (shown[0])
        pdf.ua_fault("verify.pdf-notdef", "the font " + name + " shows .notdef", "31-030");
}

} // namespace

void check_fonts(PdfCase& pdf, const ContentUse& use) {
    for (auto& [number, font] : fonts_of_pages(pdf)) {
        if (!font.isDictionary()) continue;
        const std::string name = in_backticks(to_name(font.getKey("/BaseFont")));
        const bool composite = to_name(font.getKey("/Subtype")) == "Type0";
        if (!composite)
            pdf.fault("verify.pdf-font", "the font " + name + " is not composite, as a kit's are");
        if (!(composite ? check_composite(pdf, font, name) : is_embedded(font)))
            pdf.ua_fault("verify.pdf-font-embedding", "the font " + name + " is not embedded",
                         "31-009");
        const auto shown = use.codes.find(number);
        check_to_unicode(pdf, font, name, shown == use.codes.end() ? CodeSet{} : shown->second);
    }
}

} // namespace presskit::verify
