// SPDX-License-Identifier: Apache-2.0
/// Pictures of few colours as indices of a palette: flat artwork in a third of the bytes or less.
/// ISO 32000-1 8.6.6.3.
#pragma once

#include "stages/render/png.hpp"

#include <optional>
#include <string>

namespace presskit::render {

/// `rows` has the indices, `bits` each (1, 2, 4 or 8), the first in the high bits; rows begin on a byte.
/// `colors` has three bytes (sRGB) a palette entry.
struct IndexedPixels {
    int bits = 8;
    std::string colors;
    std::string rows;
};

/// Up to 256 colours: not one pixel another. More than that, where the rest are but the mixed colours of
/// smoothed edges (5 pixels in a hundred at most): each of those may become one that is 3 of 255 off at
/// most, which nobody sees. None for all other pictures, and for grey ones.
std::optional<IndexedPixels> to_palette(const Pixels& pixels);

/// A picture of three channels that are equal everywhere becomes one of one channel.
void drop_equal_channels(Pixels& pixels);

} // namespace presskit::render
