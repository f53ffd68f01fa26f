// SPDX-License-Identifier: Apache-2.0
/// Pictures that were saved in other colours than sRGB, or on their side: kits hold neither.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/campaign_image.hpp"

namespace presskit::pictures {

/// Leaves the picture upright, in sRGB and without a profile. One that is upright and has none, or sRGB's
/// own colours by another name, keeps its bytes; others are coded again, once, 8 bits a channel, a JPEG as
/// for print.
/// Warnings: "pictures.colour-profile", a profile that cannot be used: the picture stays as it is. Errors:
/// "pictures.cmyk", the same of a picture in CMYK, which is nothing without it. Throws std::runtime_error
/// without memory.
/// Requires: a picture as loading leaves it.
Diagnostics standardize(CampaignImage& image);

} // namespace presskit::pictures
