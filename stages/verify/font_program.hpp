// SPDX-License-Identifier: Apache-2.0
/// The advance widths of a TrueType font program. ISO/IEC 14496-22 head, hhea, hmtx, maxp.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace presskit::verify {

struct FontProgram {
    unsigned glyphs = 0;
    unsigned units_per_em = 0;
    std::vector<unsigned> advances; ///< in font units; later glyphs have the last one's

    /// In thousandths of the font's size. Requires: glyph < glyphs.
    double width(unsigned glyph) const {
        const unsigned advance = glyph < advances.size() ? advances[glyph] : advances.back();
        return advance * 1000.0 / units_per_em;
    }
};

/// A table's bytes; empty if it is not there or lies outside.
std::string_view font_table(std::string_view font, std::string_view tag);

/// Nothing if one of the tables is missing or does not fit the others.
std::optional<FontProgram> read_font_program(std::string_view bytes);

} // namespace presskit::verify
