// SPDX-License-Identifier: Apache-2.0
/// What stands on every page besides its text: running header and footer, the bar of a first page.
#pragma once

#include "stages/compose/composition.hpp"

#include <cstddef>

namespace presskit::compose {

/// Adds the furniture of page `index` of `count`; `left` is the left edge of its text block. A page whose
/// top edge is covered by a ground `has_header` not. Words
/// that do not fit into the line are dropped from its start edge, the last first; a notice never is.
/// Under an embargo the notice stands across the top of every page.
/// All of it is artefacts: ISO 32000-1 14.8.2.2.2.
void set_furniture(Composition& c, Page& page, std::size_t index, std::size_t count, Length left,
                   bool has_header);

} // namespace presskit::compose
