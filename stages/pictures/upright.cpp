// SPDX-License-Identifier: Apache-2.0
#include "stages/pictures/upright.hpp"

#include "stages/model/campaign_image.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace presskit::pictures {

Raster upright(Raster raster, unsigned orientation) {
    assert(orientation >= 1 && orientation <= 8);
    if (orientation == 1) return raster;
    const bool on_side = lies_on_side(orientation);
    const bool from_last_row = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    const bool from_last_column = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    Raster turned{on_side ? raster.height : raster.width, on_side ? raster.width : raster.height,
                  raster.channels, {}};
    turned.samples.resize(raster.samples.size());
    auto to = turned.samples.begin();
    for (std::uint32_t y = 0; y < turned.height; ++y)
        for (std::uint32_t x = 0; x < turned.width; ++x) {
            const std::uint32_t row = on_side ? x : y, column = on_side ? y : x;
            const std::size_t pixel =
                std::size_t{from_last_row ? raster.height - 1 - row : row} * raster.width +
                (from_last_column ? raster.width - 1 - column : column);
            const auto from = raster.samples.begin() + static_cast<std::ptrdiff_t>(pixel) * raster.channels;
            to = std::copy_n(from, raster.channels, to);
        }
    return turned;
}

} // namespace presskit::pictures
