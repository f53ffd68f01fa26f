// SPDX-License-Identifier: Apache-2.0
/// Groups of recommendations: each on one page, where white between recommendations may close for it; and
/// that white grows where pages have room.
#pragma once

#include "stages/compose/fill_pages.hpp"

#include <vector>

namespace presskit::compose {

/// A break between a group's recommendations: as bad as 24 % of a page left white; see fill_pages.
inline constexpr std::int32_t group_penalty = 600;

/// `pages` of `galley`; or, if these divide a group, those of the galley without white between
/// recommendations, which it then has no more: if they divide none, and are no more than before.
std::vector<PageRows> with_whole_groups(Galley& galley, std::vector<PageRows> pages, Length height);

/// Widens the white between recommendations, everywhere alike and to `most` at most, as far as `pages` have
/// room for it. White above the heads of groups grows by as much, so that it stays the larger.
void open_groups(Galley& galley, const std::vector<PageRows>& pages, Length height, Length most);

} // namespace presskit::compose
