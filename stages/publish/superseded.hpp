// SPDX-License-Identifier: Apache-2.0
/// Versions that a correction has replaced: what was published stays to be found, and says that it holds
/// no more.
///
/// The site's superseded.json hands them from release to release: `{"kits": [row, …]}`, a row with
/// `campaign`, `id`, `version`, `file`, `sha256`, `bytes`, `title`, `language`, `country`, `correction` (`date`,
/// `note` by language) and `release`, the release of the site that offered it last.
#pragma once

#include "stages/publish/catalogue.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace presskit::publish {

/// Reads a superseded.json; none where it is none. A row that does not name a kit of ours is left out.
std::vector<SupersededKit> read_superseded(std::string_view json);
std::string to_json(const std::vector<SupersededKit>& kits);

/// What the current catalogue's site has to say of versions that hold no more: the kits of the previous
/// catalogue, which `release` offered, that a correction replaces now, and of those known `before` all whose
/// campaigns are still there. Each once, in the order of campaign, kit and version.
std::vector<SupersededKit> superseded_kits(const Catalogue& current, const Catalogue& previous,
                                           const std::string& release,
                                           const std::vector<SupersededKit>& before);

} // namespace presskit::publish
