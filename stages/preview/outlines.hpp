// SPDX-License-Identifier: Apache-2.0
/// Outlines of glyphs and paths as coverage of pixels. The only door to FreeType, of which we use what
/// computes in integers: outlines in font units, its stroker and its smooth rasteriser. Nothing is hinted.
#pragma once

#include "stages/model/font_library.hpp"
#include "stages/model/vector_path.hpp"
#include "stages/preview/canvas.hpp"
#include "stages/preview/scale.hpp"

#include <cstdint>
#include <memory>

namespace presskit::preview {

/// Glyphs stand at quarters of a pixel along the line, and on whole pixels up and down.
inline constexpr int phases = 4;

/// A run's scaling is left out: in a picture as small as a preview it is less than a phase.
struct GlyphShape {
    FontId font;
    std::uint32_t id = 0;
    Length size;
    int phase = 0;
    auto operator<=>(const GlyphShape&) const = default;
};

/// Not shared between threads; the library must outlive it.
class Outlines {
  public:
    explicit Outlines(const FontLibrary& fonts);
    ~Outlines();
    Outlines(const Outlines&) = delete;
    Outlines& operator=(const Outlines&) = delete;

    /// From where the glyph's pen is; empty for a glyph without an outline, or none of the font's.
    Coverage glyph(const GlyphShape& shape, const Scale& scale);

    /// The path filled and stroked as it says. One of more points than FreeType can hold (32 767) is
    /// left out.
    void draw(const VectorPath& path, const Scale& scale, Canvas& canvas);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace presskit::preview
