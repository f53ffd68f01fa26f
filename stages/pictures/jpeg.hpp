// SPDX-License-Identifier: Apache-2.0
/// JPEG files as pixels and back; the only door to libjpeg in this folder.
#pragma once

#include "stages/model/raster.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace presskit::pictures {

/// Of libjpeg's 1 to 100; with colour at half resolution, as cameras and newsrooms save for the web.
inline constexpr int web_jpeg_quality = 85;
/// Compressed a second time for print, a photograph loses nothing that is seen at 300 pixels an inch.
inline constexpr int print_jpeg_quality = 92;

/// Grey or RGB. Nothing if the file is damaged.
std::optional<Raster> decode_jpeg(std::string_view bytes);

/// Progressive, so that a slow connection sees all of it early. Nothing if there is no memory for it.
/// Requires: no alpha.
std::optional<std::string> encode_jpeg(const Raster& raster, int quality = web_jpeg_quality);

} // namespace presskit::pictures
