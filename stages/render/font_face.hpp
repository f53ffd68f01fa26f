// SPDX-License-Identifier: Apache-2.0
/// A font file as a PDF needs it: metrics, widths and subsets. The only door to HarfBuzz in render.
#pragma once

#include "pipeline/base/deflate.hpp"
#include "pipeline/base/result.hpp"
#include "stages/model/font_library.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace presskit::render {

enum class OutlineFormat { true_type, cff };

/// In thousandths of an em, for the font descriptor (ISO 32000-1 table 122).
struct FontMetrics {
    std::int64_t ascent = 0, descent = 0, cap_height = 0, stem_width = 0;
    std::int64_t italic_angle = 0;     ///< thousandths of a degree, counter-clockwise
    std::array<std::int64_t, 4> box{}; ///< left, bottom, right, top
    bool fixed_pitch = false, serif = false, italic = false;
};

/// A font program with some glyphs of a font. `name` has the subset tag of ISO 32000-1 9.6.4.
struct FontSubset {
    OutlineFormat outlines = OutlineFormat::true_type;
    std::string name;
    std::shared_ptr<const std::string> program; ///< deflated
    std::size_t program_bytes = 0;              ///< before deflation
    /// By glyph of the font: its glyph in the subset (TrueType) or its CID there (CFF).
    std::map<std::uint32_t, std::uint16_t> numbers;
};

/// "render.font-unusable": the font is at fault, not who asked for it.
Diagnostic unusable_font(const std::string& path, std::string why);

/// A parsed font and the subsets made of it so far. One thread.
class FontFace {
  public:
    /// Parses `font`, which must outlive the object.
    /// Errors: "render.font-unusable" when a PDF cannot hold its outlines.
    static Result<std::shared_ptr<FontFace>> open(const FontBytes& font);
    ~FontFace();
    FontFace(const FontFace&) = delete;
    FontFace& operator=(const FontFace&) = delete;

    const FontMetrics& metrics() const;
    std::uint32_t glyph_count() const;

    /// The advance of a glyph of the font in millionths of an em: what hmtx says, and from its first subset
    /// on what its program says, for a PDF must say the same (ISO 19005-2 6.2.11.5). Where the two differ,
    /// text stands as hmtx has it all the same, by adjustments.
    std::int64_t advance(std::uint32_t glyph) const;

    /// `glyphs` are sorted, without repetition, and in the font; glyph 0 comes along unasked.
    /// Errors: "render.font-unusable" when the font's tables, or a glyph's outlines, turn out damaged.
    Result<std::shared_ptr<const FontSubset>> subset(const std::vector<std::uint32_t>& glyphs,
                                                     Deflater& deflater);

  private:
    struct Parsed;
    explicit FontFace(std::unique_ptr<Parsed> parsed);
    std::unique_ptr<Parsed> parsed_;
    std::map<std::vector<std::uint32_t>, std::shared_ptr<const FontSubset>> subsets_;
};

} // namespace presskit::render
