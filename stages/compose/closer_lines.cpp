// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/closer_lines.hpp"

namespace presskit::compose {

Brand with_closer_lines(const Brand& brand, int per_mille) {
    const Length grid = brand.page.baseline_grid;
    const Length closer_grid = grid * (1000 - per_mille) / 1000;
    // What is so many lines of the grid high stays so, to the last thousandth of a point.
    const auto closer = [&](Length length) {
        return grid > Length{} ? scaled(length, closer_grid.millipoints, grid.millipoints)
                               : length * (1000 - per_mille) / 1000;
    };
    Brand out = brand;
    for (TextStyle& style : out.styles) {
        style.leading = closer(style.leading);
        style.space_before = closer(style.space_before);
        style.space_after = closer(style.space_after);
    }
    out.page.baseline_grid = closer_grid;
    out.groups.between = closer(out.groups.between);
    out.groups.between_at_most = closer(out.groups.between_at_most);
    out.callout.padding = closer(out.callout.padding);
    out.table.padding_down = closer(out.table.padding_down);
    return out;
}

} // namespace presskit::compose
