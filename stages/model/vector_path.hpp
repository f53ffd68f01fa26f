// SPDX-License-Identifier: Apache-2.0
/// Lines and curves on a page: what charts, symbols and drawn logos are made of. The imaging model
/// is PDF's: ISO 32000-1 8.5.
#pragma once

#include "pipeline/base/units.hpp"
#include "stages/model/brand.hpp"

#include <optional>
#include <variant>
#include <vector>

namespace presskit {

/// Begins a subpath.
struct MoveTo {
    Point to;
    auto operator<=>(const MoveTo&) const = default;
};
struct LineTo {
    Point to;
    auto operator<=>(const LineTo&) const = default;
};
/// A cubic Bézier curve from where the pen is.
struct CurveTo {
    Point first_control, second_control, to;
    auto operator<=>(const CurveTo&) const = default;
};
/// A straight line back to where the subpath began.
struct ClosePath {
    auto operator<=>(const ClosePath&) const = default;
};
using PathSegment = std::variant<MoveTo, LineTo, CurveTo, ClosePath>;

enum class FillRule { nonzero_winding, even_odd };
enum class LineCap { butt, round, square };
enum class LineJoin { miter, round, bevel };

/// How a line is drawn. `dashes` are lengths of marks and gaps by turns; none is a solid line.
struct PathStroke {
    Color color;
    Length width;
    LineCap cap = LineCap::butt;
    LineJoin join = LineJoin::miter;
    std::vector<Length> dashes;
    bool operator==(const PathStroke&) const = default;
};

/// Filled, stroked, or first filled and then stroked; a line without width is not drawn. `segments` begins with a MoveTo; points are
/// places on the page, as those of all items.
struct VectorPath {
    std::vector<PathSegment> segments;
    std::optional<Color> fill;
    FillRule fill_rule = FillRule::nonzero_winding;
    PathStroke stroke;
    bool is_stroked() const { return stroke.width > Length{}; }
    bool operator==(const VectorPath&) const = default;
};

/// Calls `visit` with each point of `path`, control points included. A curve lies inside the hull
/// of its points.
template <class Path, class Visit>
void for_each_point(Path& path, Visit visit) {
    for (auto& segment : path.segments) {
        if (auto* move = std::get_if<MoveTo>(&segment)) {
            visit(move->to);
        } else if (auto* line = std::get_if<LineTo>(&segment)) {
            visit(line->to);
        } else if (auto* curve = std::get_if<CurveTo>(&segment)) {
            visit(curve->first_control);
            visit(curve->second_control);
            visit(curve->to);
        }
    }
}

} // namespace presskit
