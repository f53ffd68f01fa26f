// SPDX-License-Identifier: Apache-2.0
/// Preview: from finished pages to pictures of them. The stage's one public header.
///
/// All arithmetic is on integers, from font units to the last rounding of a colour, so that a page
/// gives the same picture on every machine.
#pragma once

#include "stages/model/font_library.hpp"
#include "stages/model/image_rights.hpp"
#include "stages/model/page.hpp"
#include "stages/model/raster.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace presskit::preview {

/// The pixels of a campaign's picture by its path; none for one that cannot be read.
using FindPicture = std::function<const Raster*(const std::string& path)>;

/// The height in pixels of a page drawn `width` pixels wide. Requires: width > 0.
std::uint32_t height_of(const Page& page, std::uint32_t width);

/// Draws pages with one worker's caches: each glyph of a size is turned into pixels once. Not shared
/// between threads; what it is made from must outlive it.
class Painter {
  public:
    Painter(const FontLibrary& fonts, FindPicture pictures);
    ~Painter();
    Painter(Painter&&) noexcept;
    Painter& operator=(Painter&&) noexcept;

    /// The page on `paper`, `width` pixels wide, as a PNG without alpha. With `rights` the file says
    /// whose it is. Requires: 0 < width <= 4096, and a page that has a size.
    std::string draw(const Page& page, std::uint32_t width, Color paper,
                     const ImageRights* rights = nullptr);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace presskit::preview
