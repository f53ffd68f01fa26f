// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/chart_shapes.hpp"

namespace presskit::compose {
namespace {

/// How far the control points of a quarter of a circle stand off, in ten thousandths of its radius.
constexpr std::int64_t circle_handle = 5523;

constexpr Length outline{1'000};

/// A quarter from the pen, at `from` off the centre, to `to` off it.
CurveTo quarter(Point centre, Point from, Point to) {
    const auto part = [](Length length) { return scaled(length, circle_handle, 10'000); };
    return {{centre.x + from.x + part(to.x), centre.y + from.y + part(to.y)},
            {centre.x + to.x + part(from.x), centre.y + to.y + part(from.y)},
            {centre.x + to.x, centre.y + to.y}};
}

void add_left_half(VectorPath& path, Point centre, Length radius) {
    const Point top{{}, -radius}, left{-radius, {}}, bottom{{}, radius};
    path.segments.push_back(MoveTo{{centre.x, centre.y - radius}});
    path.segments.push_back(quarter(centre, top, left));
    path.segments.push_back(quarter(centre, left, bottom));
    path.segments.push_back(ClosePath{});
}

} // namespace

void add_circle(VectorPath& path, Point centre, Length radius) {
    const Point top{{}, -radius}, right{radius, {}}, bottom{{}, radius}, left{-radius, {}};
    path.segments.push_back(MoveTo{{centre.x, centre.y - radius}});
    path.segments.push_back(quarter(centre, top, right));
    path.segments.push_back(quarter(centre, right, bottom));
    path.segments.push_back(quarter(centre, bottom, left));
    path.segments.push_back(quarter(centre, left, top));
    path.segments.push_back(ClosePath{});
}

std::vector<VectorPath> mark_shapes(ChartMark mark, Point centre, Length radius, Color color) {
    VectorPath ring, filled;
    filled.fill = color;
    if (mark == ChartMark::full) {
        add_circle(filled, centre, radius);
        return {filled};
    }
    ring.stroke.color = color;
    ring.stroke.width = outline;
    add_circle(ring, centre, radius - outline / 2);
    if (mark == ChartMark::empty) return {ring};
    add_left_half(filled, centre, radius - outline / 2);
    return {ring, filled};
}

} // namespace presskit::compose
