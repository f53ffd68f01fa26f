// SPDX-License-Identifier: Apache-2.0
/// Campaign pictures made ready to leave: with their rights inside, and small enough for the web.
#pragma once

#include "stages/model/campaign.hpp"
#include "stages/model/raster.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace presskit::pictures {

/// Pixels; a wider picture gets a copy for the web.
inline constexpr std::uint32_t web_width = 1600;
/// A picture of no more bytes serves the web as it is, however wide.
inline constexpr std::size_t light_bytes = 100'000;

/// Whose the picture at `path` is: what campaign.yaml says of it, then what its own file says, and who
/// holds the rights in the campaign where neither says whose they are. The campaign's licence is not that of its logo, and a partner's logo is
/// the partner's.
ImageRights rights_of(const Campaign& campaign, const std::string& path);

/// Writes each picture's rights into it. Pixels are not touched, and nothing is compressed again. A
/// drawing only gets to know its rights.
/// Requires: pictures as loading leaves them.
void declare_rights(Campaign& campaign);

/// Gives a picture wider than `web_width` and heavier than `light_bytes` a copy of that width in the
/// same format, unless the copy would not have fewer bytes. Throws std::runtime_error without memory for it.
/// Requires: its rights are declared.
void make_web_copy(CampaignImage& image);

/// The picture's pixels, at most `width` of them across. Nothing if it is damaged, or a drawing.
std::optional<Raster> pixels_of(const CampaignImage& image, std::uint32_t width);

/// How many pixels a photograph has at most in the campaign's PDFs: its density over the text's width, the
/// widest that a picture is shown.
std::uint32_t print_width(const Campaign& campaign);

/// Gives a JPEG that is a tenth wider than `width` or more a copy of that width, for PDFs; the kit keeps the
/// picture as it came. None if the copy would not have fewer bytes. Throws std::runtime_error without
/// memory for it.
/// Requires: its rights are declared.
void make_print_copy(CampaignImage& image, std::uint32_t width);

} // namespace presskit::pictures
