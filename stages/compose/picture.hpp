// SPDX-License-Identifier: Apache-2.0
/// Pictures of the campaign in their place, be they pixels or drawn.
#pragma once

#include "stages/model/campaign.hpp"
#include "stages/model/page.hpp"

#include <optional>
#include <string>
#include <vector>

namespace presskit::compose {

/// How high a picture stands at `width`; none for a path that is no picture of the campaign.
std::optional<Length> picture_height(const Campaign& campaign, const std::string& path, Length width);

/// Adds the picture, filling `box`, all of it in `tag`. A drawing takes `ink`, if given, instead of
/// its own colours. Requires: picture_height() knows the path.
void place_picture(const Campaign& campaign, std::vector<PageItem>& items, const std::string& path,
                   Box box, Tag tag, Span span, std::optional<Color> ink = std::nullopt);

} // namespace presskit::compose
