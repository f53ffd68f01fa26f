// SPDX-License-Identifier: Apache-2.0
/// What a whole galley must keep to before it is cut into pages: what stays together, and where text
/// meets the baseline grid.
#pragma once

#include "stages/compose/galley.hpp"

#include <cstddef>
#include <vector>

namespace presskit::compose {

/// Forbids breaks that would leave one row of `rows[first, last)` alone on a page.
void hold_ends(std::vector<GalleyRow>& rows, std::size_t first, std::size_t last);

/// Rules over all rows: a heading has two lines below it on its page, a panel two rows at either end, and
/// one that is divided costs.
void hold_together(Galley& galley);

/// Lets blocks stand so that running text is on the grid: a heading is moved with the text below it,
/// so that white goes above the heading and not between the two.
void align_to_grid(Galley& galley);

} // namespace presskit::compose
