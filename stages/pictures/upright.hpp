// SPDX-License-Identifier: Apache-2.0
/// Photographs that were taken with the camera turned.
#pragma once

#include "stages/model/raster.hpp"

namespace presskit::pictures {

/// The picture as its photographer saw it. Requires: `orientation` of Exif, 1 to 8.
/// Spec: Exif 2.32 4.6.4 A, which names the sides of the scene that the first row and column show.
Raster upright(Raster raster, unsigned orientation);

} // namespace presskit::pictures
