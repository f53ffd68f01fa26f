// SPDX-License-Identifier: Apache-2.0
/// JPEG files as pixels and back; the only door to libjpeg in this folder.
#pragma once

#include "stages/model/raster.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::pictures {

/// Of libjpeg's 1 to 100; with colour at half resolution, as cameras and newsrooms save for the web.
inline constexpr int web_jpeg_quality = 85;
/// Compressed a second time for print, a photograph loses nothing that is seen at 300 pixels an inch.
inline constexpr int print_jpeg_quality = 92;

/// Rows from the top, four bytes a pixel: cyan, magenta, yellow and black, 255 where all of the ink lies.
struct InkRaster {
    std::uint32_t width = 0, height = 0;
    std::vector<std::uint8_t> samples;
};

/// Nothing if the file is damaged or not CMYK (or YCCK).
std::optional<InkRaster> decode_cmyk_jpeg(std::string_view bytes);

/// Grey or RGB. Nothing if the file is damaged or CMYK.
std::optional<Raster> decode_jpeg(std::string_view bytes);

/// Progressive, so that a slow connection sees all of it early. Nothing if there is no memory for it.
/// Requires: no alpha.
std::optional<std::string> encode_jpeg(const Raster& raster, int quality = web_jpeg_quality);

} // namespace presskit::pictures
