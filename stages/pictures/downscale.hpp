// SPDX-License-Identifier: Apache-2.0
/// Pictures made smaller without the loss of light that averaging sRGB values would mean.
#pragma once

#include "stages/model/raster.hpp"

namespace presskit::pictures {

/// The picture `width` pixels wide, its height in proportion. Each new pixel is the average of the area
/// that it covers, in linear light; colours weigh by their alpha. All arithmetic is exact until the
/// last rounding, so that every machine gives the same bytes.
/// Requires: 0 < width <= raster.width, and sides of at most 12 000 pixels.
/// Spec: IEC 61966-2-1 for the curve between sRGB and light.
Raster downscale(const Raster& raster, std::uint32_t width);

} // namespace presskit::pictures
