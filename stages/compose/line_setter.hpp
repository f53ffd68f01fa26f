// SPDX-License-Identifier: Apache-2.0
/// From chosen breaks to placed glyphs: justification, visual order, hyphens and underlines.
#pragma once

#include "stages/compose/paragraph.hpp"

#include <functional>
#include <vector>

namespace presskit::compose {

/// A paragraph ready to be cut into lines.
struct ParagraphParts {
    const StyledText& text;
    const ParagraphForm& form;
    const std::vector<FontRun>& runs;
    const std::vector<LevelRun>& levels;
    const std::vector<ParagraphItem>& items;
};

/// Glyphs of bytes [begin, end) of a font run.
using ShapeText = std::function<const ShapedWord&(const FontRun&, bool right_to_left,
                                                  std::uint32_t begin, std::uint32_t end)>;

/// `breaks` as break_lines returns them. Spaces at line ends are kept as text beyond the measure, so
/// that words do not run together when extracted; a hyphen added at a break says U+00AD.
std::vector<SetLine> set_lines(const ParagraphParts& parts, const std::vector<std::uint32_t>& breaks,
                               Fonts& fonts, const ShapeText& shape);

/// What a font's glyphs measure at one size.
class GlyphScale {
  public:
    GlyphScale(const Fonts& fonts, FontId font, const TextLook& look)
        : size_(fonts.size(font, look.size)), tracking_(look.tracking), em_(fonts.units_per_em(font)) {}

    Length of(std::int32_t font_units) const {
        // Most fonts have 1000 units; a constant spares the division.
        return em_ == 1000 ? scaled(size_, font_units, 1000) : scaled(size_, font_units, em_);
    }
    /// A glyph's step, tracking included.
    Length advance(const ShapedGlyph& glyph) const {
        return glyph.advance == 0 ? Length{} : of(glyph.advance) + tracking_;
    }
    Length width(const ShapedWord& word) const {
        Length width;
        for (const ShapedGlyph& glyph : word.glyphs) width += advance(glyph);
        return width;
    }

  private:
    Length size_, tracking_;
    std::int64_t em_;
};

/// The hyphen shown where a word is divided.
std::uint32_t hyphen_glyph(Fonts& fonts, FontId font);
Length hyphen_glyph_width(Fonts& fonts, FontId font, const TextLook& look);

} // namespace presskit::compose
