// SPDX-License-Identifier: Apache-2.0
/// Pixels that colours are laid on.
#pragma once

#include "stages/model/brand.hpp"
#include "stages/model/raster.hpp"

#include <cstdint>
#include <vector>

namespace presskit::preview {

/// A pixel as 0x00RRGGBB.
using Pixel = std::uint32_t;

constexpr Pixel pixel_of(Color color) {
    return Pixel{color.red} << 16 | Pixel{color.green} << 8 | Pixel{color.blue};
}

/// How much of each pixel a shape covers, 0 to 255; rows from the top. A shape's picture before it
/// has a colour or a place.
struct Coverage {
    int left = 0, top = 0; ///< of the first sample, from where the shape is placed
    int width = 0, height = 0;
    std::vector<std::uint8_t> samples;
};

/// A rectangle of whole pixels, or of parts of them: 256ths from the top left corner.
struct PixelBox {
    std::int64_t left = 0, top = 0, right = 0, bottom = 0;
};

/// What is beyond the edges is not drawn.
class Canvas {
  public:
    Canvas(int width, int height, Color paper)
        : width_(width), height_(height),
          pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), pixel_of(paper)) {}

    int width() const { return width_; }
    int height() const { return height_; }
    const std::vector<Pixel>& pixels() const { return pixels_; }

    /// `count` pixels from (x, y), all covered alike.
    void span(int x, int y, int count, unsigned coverage, Pixel color);
    void fill(const PixelBox& box, Pixel color);
    void stamp(const Coverage& shape, int x, int y, Pixel color);
    /// The picture scaled into the box; each pixel is the average of what it covers.
    void place(const Raster& picture, const PixelBox& box);

  private:
    Pixel* row(int y) { return pixels_.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width_); }

    int width_, height_;
    std::vector<Pixel> pixels_;
};

} // namespace presskit::preview
