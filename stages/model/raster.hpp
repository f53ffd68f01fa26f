// SPDX-License-Identifier: Apache-2.0
/// A picture as pixels.
#pragma once

#include <cstdint>
#include <vector>

namespace presskit {

/// Rows from the top, `channels` bytes a pixel: 1 grey, 2 grey and alpha, 3 sRGB, 4 sRGB and alpha.
struct Raster {
    std::uint32_t width = 0, height = 0;
    int channels = 3;
    std::vector<std::uint8_t> samples;
    bool operator==(const Raster&) const = default;
};

constexpr bool has_alpha(const Raster& raster) { return raster.channels % 2 == 0; }

} // namespace presskit
