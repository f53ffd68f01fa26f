// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/pdf_case.hpp"

namespace presskit::verify {
namespace {

/// ISO 32000-1 table 116. `supplement` is -1 where there is none.
struct CharacterCollection {
    std::string registry, ordering;
    int supplement = -1;
};

CharacterCollection collection_of(QPDFObjectHandle owner) {
    QPDFObjectHandle system = owner.getKeyIfDict("/CIDSystemInfo");
    if (!system.isDictionary()) return {};
    const auto text = [&](const char* key) {
        QPDFObjectHandle value = system.getKey(key);
        return value.isString() ? value.getStringValue() : std::string();
    };
    return {text("/Registry"), text("/Ordering"), to_int(system.getKey("/Supplement"), -1)};
}

void check_collections(PdfCase& pdf, QPDFObjectHandle cmap, QPDFObjectHandle descendant,
                       const std::string& name) {
    const CharacterCollection meant = collection_of(cmap), there = collection_of(descendant);
    if (meant.registry != there.registry)
        pdf.broken({"31-001", "6.2.11.3.1-1"},
                   "the font " + name + " and its CMap have other registries");
    if (meant.ordering != there.ordering)
        pdf.broken({"31-002", "6.2.11.3.1-1"},
                   "the font " + name + " and its CMap have other orderings");
    if (meant.supplement > there.supplement)
        pdf.broken({"31-003", "6.2.11.3.1-1"},
                   "the supplement of the font " + name + " is older than its CMap's");
}

} // namespace

std::size_t bytes_a_code(PdfCase& pdf, QPDFObjectHandle font) {
    QPDFObjectHandle cmap = font.getKey("/Encoding");
    const CodeMap* map = cmap.isStream() ? pdf.code_map(cmap) : nullptr;
    return map != nullptr && map->is_one_byte_identity ? 1 : 2;
}

void check_encoding(PdfCase& pdf, QPDFObjectHandle font, QPDFObjectHandle descendant,
                    const std::string& name) {
    QPDFObjectHandle encoding = font.getKey("/Encoding");
    if (to_name(encoding) == "Identity-H") return;
    if (!encoding.isStream())
        return pdf.broken({"31-006", "6.2.11.3.3-1"},
                          "the font " + name + " has no CMap of its own, nor Identity-H");
    const CodeMap* map = pdf.code_map(encoding);
    if (map == nullptr)
        return pdf.fault("verify.pdf-font", "the CMap of " + name + " cannot be read");
    QPDFObjectHandle entries = encoding.getDict();
    if (to_int(entries.getKey("/WMode"), 0) != static_cast<int>(map->writing_mode))
        pdf.broken({"31-007", "6.2.11.3.3-2"},
                   "the CMap of " + name + " contradicts itself about the writing mode");
    if (map->builds_on_another || entries.hasKey("/UseCMap"))
        pdf.broken({"31-008", "6.2.11.3.3-3"}, "the CMap of " + name + " builds on another");
    if (!map->is_one_byte_identity)
        pdf.fault("verify.pdf-font",
                  "the CMap of " + name + " is not that of single bytes, as a kit's is");
    check_collections(pdf, entries, descendant, name);
}

} // namespace presskit::verify
