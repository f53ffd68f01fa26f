// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/cmap.hpp"
#include "stages/verify/pdf_case.hpp"

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

/// 31-004 and 31-005 are about TrueType only; PostScript outlines have no map.
void check_glyph_map(PdfCase& pdf, QPDFObjectHandle descendant, const std::string& name) {
    QPDFObjectHandle map = descendant.getKey("/CIDToGIDMap");
    if (to_name(descendant.getKey("/Subtype")) != "CIDFontType2" || map.isStream()) return;
    if (map.isNull())
        pdf.broken({"31-005", "6.2.11.3.2-1"}, "the font " + name + " has no CIDToGIDMap");
    else if (to_name(map) != "Identity")
        pdf.broken({"31-004", "6.2.11.3.2-1"},
                   "the CIDToGIDMap of " + name + " is neither a stream nor Identity");
}

void check_descendant(PdfCase& pdf, QPDFObjectHandle descendant, const std::string& name,
                      const CodeSet& shown) {
    check_glyph_map(pdf, descendant, name);
    QPDFObjectHandle system = descendant.getKey("/CIDSystemInfo");
    if (!system.isDictionary() || !system.getKey("/Registry").isString() ||
        !system.getKey("/Ordering").isString() || !system.getKey("/Supplement").isInteger())
        pdf.broken({"6.2.11.3.1-1"}, "the font " + name + " has no CIDSystemInfo");
    QPDFObjectHandle descriptor = descendant.getKeyIfDict("/FontDescriptor");
    if (!descriptor.isDictionary() || !is_embedded(descendant))
        return pdf.broken({"31-009", "6.2.11.4.1-1"}, "the font " + name + " is not embedded");
    if (descriptor.hasKey("/CIDSet"))
        pdf.broken({"31-014", "6.2.11.4.2-1"}, "the font " + name + " has a CIDSet");
    check_font_program(pdf, descendant, name, shown);
}

/// A composite font as presskit writes it: over one embedded descendant.
void check_composite(PdfCase& pdf, QPDFObjectHandle font, const std::string& name,
                     const CodeSet& shown) {
    const auto descendants = to_list(font.getKey("/DescendantFonts"));
    if (descendants.size() != 1 || !QPDFObjectHandle(descendants.front()).isDictionary())
        return pdf.fault("verify.pdf-font", "the font " + name + " has not one descendant");
    check_encoding(pdf, font, descendants.front(), name);
    check_descendant(pdf, descendants.front(), name, shown);
}

/// ISO 32000-1 9.6.2, 9.7.6.1.
void check_entries(PdfCase& pdf, QPDFObjectHandle font, const std::string& name) {
    const std::string subtype = to_name(font.getKey("/Subtype"));
    const bool is_known = subtype == "Type0" || subtype == "Type1" || subtype == "MMType1" ||
                          subtype == "TrueType" || subtype == "Type3";
    if (to_name(font.getKey("/Type")) != "Font" || !is_known ||
        to_name(font.getKey("/BaseFont")).empty())
        pdf.broken({"6.2.11.2-1"}, "the font " + name + " lacks its Type, Subtype or BaseFont");
    if (subtype == "Type0") return;
    pdf.broken({"31-017", "6.2.11.6-1"}, "the font " + name + " is simple, as no kit's is");
    if (!is_embedded(font))
        pdf.broken({"31-009", "6.2.11.4.1-1"}, "the font " + name + " is not embedded");
}

bool is_private(unsigned unit, unsigned next) {
    // Planes 15 and 16 are the surrogates from DB80 on.
    return (unit >= 0xE000 && unit <= 0xF8FF) ||
           (unit >= 0xDB80 && unit <= 0xDBFF && next >= 0xDC00);
}

/// No text may be U+0000 or a byte order mark, and none that is shown outside ActualText private.
/// Matterhorn 31-028, 31-029; ISO 19005-2 6.2.11.7.3.
void check_text(PdfCase& pdf, const std::string& text, bool is_shown, const std::string& name) {
    const auto unit_at = [&](std::size_t i) {
        return i + 1 < text.size() ? static_cast<unsigned char>(text[i]) * 256u +
                                         static_cast<unsigned char>(text[i + 1])
                                   : 0u;
    };
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        const unsigned unit = unit_at(i);
        if (unit == 0)
            pdf.broken({"31-028", "6.2.11.7.2-2"}, "the font " + name + " maps to U+0000");
        if (unit == 0xFEFF || unit == 0xFFFE)
            pdf.broken({"31-029", "6.2.11.7.2-2"},
                       "the font " + name + " maps to U+FEFF or U+FFFE");
        if (is_shown && is_private(unit, unit_at(i + 2)))
            pdf.broken({"6.2.11.7.3-1"},
                       "the font " + name + " shows a private use character without ActualText");
    }
}

void check_to_unicode(PdfCase& pdf, QPDFObjectHandle font, const std::string& name,
                      const CodeSet& shown) {
    QPDFObjectHandle stream = font.getKey("/ToUnicode");
    if (!stream.isStream())
        return pdf.broken({"31-027", "6.2.11.7.2-1"}, "the font " + name + " has no ToUnicode");
    const auto cmap = pdf.decoded(stream);
    const auto texts = cmap ? read_to_unicode(*cmap, bytes_a_code(pdf, font)) : std::nullopt;
    if (!texts)
        return pdf.fault("verify.pdf-to-unicode", "the ToUnicode of " + name + " is malformed");
    CodeSet silent = shown;
    for (const auto& [code, text] : *texts) {
        check_text(pdf, text, shown[code], name);
        silent.reset(code);
    }
    for (std::size_t code = 0; silent.any(); ++code)
        if (silent[code]) {
            pdf.broken({"10-001"}, "the font " + name + " shows code " + std::to_string(code) +
                                       " without a text");
            break;
        }
    if (shown[0]) pdf.broken({"31-030", "6.2.11.8-1"}, "the font " + name + " shows .notdef");
}

} // namespace

void check_fonts(PdfCase& pdf, const ContentUse& use) {
    const CodeSet unused;
    for (auto& [number, font] : fonts_of_pages(pdf)) {
        if (!font.isDictionary()) continue;
        const std::string name = in_backticks(to_name(font.getKey("/BaseFont")));
        const auto use_of_font = use.codes.find(number);
        const CodeSet& shown = use_of_font == use.codes.end() ? unused : use_of_font->second;
        check_entries(pdf, font, name);
        if (to_name(font.getKey("/Subtype")) == "Type0") check_composite(pdf, font, name, shown);
        check_to_unicode(pdf, font, name, shown);
    }
}

} // namespace presskit::verify
