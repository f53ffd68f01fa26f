// SPDX-License-Identifier: Apache-2.0
/// Pictures that were saved in other colours than sRGB, which is all that kits hold.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/campaign_image.hpp"

namespace presskit::pictures {

/// Leaves the picture in sRGB and without a profile. One that has none, or sRGB's own colours by another
/// name, keeps its bytes; others are coded again, 8 bits a channel, a JPEG as for print.
/// Warnings: "pictures.colour-profile", a profile that cannot be used: the picture stays as it is. Errors:
/// "pictures.cmyk", the same of a picture in CMYK, which is nothing without it. Throws std::runtime_error
/// without memory.
/// Requires: a picture as loading leaves it.
Diagnostics convert_to_srgb(CampaignImage& image);

} // namespace presskit::pictures
