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

/// A glyph's step at a look's size, tracking included.
Length glyph_advance(const Fonts& fonts, FontId font, const TextLook& look, const ShapedGlyph& glyph);
/// The hyphen shown where a word is divided.
std::uint32_t hyphen_glyph(Fonts& fonts, FontId font);
Length hyphen_glyph_width(Fonts& fonts, FontId font, const TextLook& look);

} // namespace presskit::compose
