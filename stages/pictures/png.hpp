// SPDX-License-Identifier: Apache-2.0
/// PNG files as pixels and back; the only door to libpng in this folder.
#pragma once

#include "stages/model/raster.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace presskit::pictures {

/// 8 bits a channel, whatever the file has. Nothing if it is damaged.
std::optional<Raster> decode_png(std::string_view bytes);

/// Nothing if there is no memory for it. The file says that its colours are sRGB.
std::optional<std::string> encode_png(const Raster& raster);

} // namespace presskit::pictures
