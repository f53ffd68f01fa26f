// SPDX-License-Identifier: Apache-2.0
/// PNG pictures as rows of 8-bit samples; the only door to libpng in render.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace presskit::render {

/// `samples` has `channels` bytes a pixel (1 grey, 3 sRGB), `alpha` one a pixel or is empty.
struct Pixels {
    std::uint32_t width = 0, height = 0;
    int channels = 3;
    std::string samples;
    std::string alpha;
};

/// Decodes a PNG of any kind; none if it is damaged or larger than render takes (64 million
/// pixels).
std::optional<Pixels> decode_png(std::string_view bytes);

} // namespace presskit::render
