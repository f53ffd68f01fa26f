// SPDX-License-Identifier: Apache-2.0
/// The advance widths that stand in the charstrings of a CFF font program. The only door to FreeType in render.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace presskit::render {

/// In millionths of an em, for each of `cids` in turn (in a name-keyed font the places of glyphs, ISO 32000-1
/// 9.7.4.2); none for a glyph that the program has not, or whose outline cannot be drawn. Nothing at all if
/// `table` is no CFF.
std::optional<std::vector<std::optional<std::int64_t>>> read_cff_widths(std::string_view table,
                                                                        const std::vector<std::uint16_t>& cids);

} // namespace presskit::render
