// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/cff_program.hpp"
#include "stages/verify/font_program.hpp"
#include "stages/verify/pdf_case.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace presskit::verify {
namespace {

/// Widths by CID, in thousandths of the font's size; what has none has `other`. ISO
/// 32000-1 9.7.4.3.
struct Widths {
    std::map<unsigned, double> by_cid;
    double other = 1000;

    double of(unsigned cid) const {
        const auto width = by_cid.find(cid);
        return width == by_cid.end() ? other : width->second;
    }
};

double to_number(QPDFObjectHandle object, double otherwise) {
    return object.isNumber() ? object.getNumericValue() : otherwise;
}

std::optional<Widths> read_widths(QPDFObjectHandle descendant) {
    Widths widths;
    widths.other = to_number(descendant.getKey("/DW"), 1000);
    const auto rows = to_list(descendant.getKey("/W"));
    for (std::size_t i = 0; i < rows.size();) {
        const int first = to_int(rows[i], -1);
        if (first < 0 || first > 0xFFFF || i + 1 >= rows.size()) return std::nullopt;
        QPDFObjectHandle next = rows[i + 1];
        if (next.isArray()) {
            unsigned cid = static_cast<unsigned>(first);
            for (QPDFObjectHandle& width : next.getArrayAsVector())
                widths.by_cid[cid++] = to_number(width, 0);
            i += 2;
            continue;
        }
        const int last = to_int(next, -1);
        if (last < first || last > 0xFFFF || i + 2 >= rows.size()) return std::nullopt;
        for (int cid = first; cid <= last; ++cid)
            widths.by_cid[static_cast<unsigned>(cid)] = to_number(rows[i + 2], 0);
        i += 3;
    }
    return widths;
}

/// From CID to glyph: an Identity map is empty.
struct GlyphMap {
    std::string bytes;
    unsigned of(unsigned cid) const {
        if (bytes.empty()) return cid;
        const std::size_t at = std::size_t{cid} * 2;
        if (at + 1 >= bytes.size()) return 0;
        return static_cast<unsigned char>(bytes[at]) * 256u +
               static_cast<unsigned char>(bytes[at + 1]);
    }
};

class ProgramCheck {
  public:
    ProgramCheck(PdfCase& pdf, const std::string& name) : pdf_(pdf), name_(name) {}

    /// `glyph_of` and `width_of`: of a CID; no width where the program has no glyph for it.
    template <class GlyphOf, class WidthOf>
    void check(const Widths& widths, const CodeSet& shown, const GlyphOf& glyph_of, const WidthOf& width_of) {
        std::size_t left = shown.count() - (shown[0] ? 1 : 0); // codes are few and low
        for (unsigned cid = 1; left > 0; ++cid) {
            if (!shown[cid]) continue;
            if (!check_glyph(widths.of(cid), glyph_of(cid), width_of(cid), cid)) return;
            --left;
        }
    }

  private:
    /// False at the first fault: one of a font is enough.
    bool check_glyph(double told, unsigned glyph, std::optional<double> width, unsigned cid) {
        const auto what = [&] { return "the font " + name_ + ": code " + std::to_string(cid); };
        if (!width)
            pdf_.broken({"31-011", "6.2.11.4.1-2"}, what() + " has no glyph in the font program");
        else if (glyph == 0)
            pdf_.broken({"31-030", "6.2.11.8-1"}, what() + " shows .notdef");
        else if (std::abs(told - *width) > 1)
            pdf_.broken({"31-016", "6.2.11.5-1"}, what() + " is not as wide as in the font program");
        else
            return true;
        return false;
    }

    PdfCase& pdf_;
    const std::string& name_;
};

void check_cff(PdfCase& pdf, QPDFObjectHandle file, const std::string& name, const Widths& widths,
               const CodeSet& shown) {
    auto bytes = pdf.decoded(file);
    if (!bytes) return;
    const auto program = CffProgram::read(std::move(*bytes));
    if (!program)
        return pdf.broken({"31-016", "6.2.11.5-1"}, "the font " + name + " has no widths to read");
    ProgramCheck(pdf, name).check(
        widths, shown, [](unsigned cid) { return cid; },
        [&](unsigned cid) { return program->width(cid); });
}

void check_true_type(PdfCase& pdf, QPDFObjectHandle file, QPDFObjectHandle glyph_map, const std::string& name,
                     const Widths& widths, const CodeSet& shown) {
    const auto bytes = pdf.decoded(file);
    if (!bytes) return;
    const auto program = read_font_program(*bytes);
    if (!program)
        return pdf.broken({"31-016", "6.2.11.5-1"}, "the font " + name + " has no widths to read");
    GlyphMap map;
    if (glyph_map.isStream()) map.bytes = pdf.decoded(glyph_map).value_or(std::string());
    ProgramCheck(pdf, name).check(
        widths, shown, [&](unsigned cid) { return map.of(cid); },
        [&](unsigned cid) {
            const unsigned glyph = map.of(cid);
            return glyph < program->glyphs ? std::optional(program->width(glyph)) : std::nullopt;
        });
}

} // namespace

void check_font_program(PdfCase& pdf, QPDFObjectHandle descendant, const std::string& name,
                        const CodeSet& shown) {
    QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
    QPDFObjectHandle true_type = descriptor.getKeyIfDict("/FontFile2"), cff = descriptor.getKeyIfDict("/FontFile3");
    if (!true_type.isStream() && !cff.isStream()) return;
    const auto widths = read_widths(descendant);
    if (!widths)
        return pdf.broken({"31-016", "6.2.11.5-1"}, "the font " + name + " has no widths to read");
    if (true_type.isStream())
        check_true_type(pdf, true_type, descendant.getKey("/CIDToGIDMap"), name, *widths, shown);
    else
        check_cff(pdf, cff, name, *widths, shown);
}

} // namespace presskit::verify
