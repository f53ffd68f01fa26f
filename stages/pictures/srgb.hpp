// SPDX-License-Identifier: Apache-2.0
/// Colours of any ICC profile as sRGB; the only door to Little CMS.
#pragma once

#include "stages/model/raster.hpp"
#include "stages/pictures/jpeg.hpp"

#include <optional>
#include <string_view>

namespace presskit::pictures {

enum class SrgbOutcome {
    converted,
    same,         ///< the profile's colours are sRGB's within what an eye tells apart
    not_its_kind, ///< grey for a picture in colour, or the reverse: it cannot be the picture's
    refused,      ///< no profile, damaged, or of a device that pictures do not come from
};

/// The picture's samples as sRGB; alpha stays. Nothing is touched unless `converted`.
/// Out of range colours become the nearest that sRGB has; the darkest stays the darkest (relative
/// colorimetric with black point compensation, what picture editors do).
/// The same bytes on every machine: for 8 bits Little CMS makes tables of integers once and uses no
/// processor's vectors.
SrgbOutcome to_srgb(Raster& raster, std::string_view icc);

/// What inks look like on the press that `icc` describes. Nothing if it is refused, or not of CMYK.
std::optional<Raster> to_srgb(const InkRaster& inks, std::string_view icc);

} // namespace presskit::pictures
