// SPDX-License-Identifier: Apache-2.0
/// Elliptical arcs of path data as curves. SVG 1.1 8.3.8.
#pragma once

#include "stages/model/vector_path.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace presskit::load {

/// The numbers of an arc: `A across down turn large,clockwise x,y`.
struct SvgArc {
    Point from, to;
    Length across, down;   ///< the ellipse's radii
    std::int64_t turn = 0; ///< of its axes, in thousandths of a degree
    bool is_large = false; ///< more than half of the ellipse
    bool is_clockwise = false;
};

/// Curves of a quarter turn at most, the last to `to`; a line for a radius of nought, and none of both
/// where the arc ends where it begins. Radii that are too small grow until they reach (SVG 1.1 F.6.6);
/// none if they are a thousand times too small.
std::optional<std::vector<PathSegment>> curves_of(const SvgArc& arc);

} // namespace presskit::load
