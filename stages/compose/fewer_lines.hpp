// SPDX-License-Identifier: Apache-2.0
/// Saving a line of a paragraph where the document needs it.
#pragma once

#include "stages/compose/paragraph_items.hpp"

#include <cstdint>
#include <vector>

namespace presskit::compose {

/// False where fewer than `count` lines are too few for the text even with its spaces as narrow as they may
/// be; a line loses a space at its end, and what hangs on either side. Cost: O(items).
bool may_go_into_fewer(const std::vector<ParagraphItem>& items, const LineRules& rules,
                       std::size_t count);

/// Breaks for fewer than `count` lines, as break_lines returns them, or nothing if spaces would have to
/// be narrower or wider than they may. No line is set that break_lines could not choose.
/// Cost: twice break_lines and a copy of the items.
std::vector<std::uint32_t> break_into_fewer(const std::vector<ParagraphItem>& items,
                                            const LineRules& rules, std::size_t count);

} // namespace presskit::compose
