// SPDX-License-Identifier: Apache-2.0
#include "stages/render/check_paths.hpp"

#include <algorithm>

namespace presskit::render {
namespace {

constexpr std::size_t max_segments = 100'000, max_dashes = 16;
constexpr Length farthest{28'800'000};

bool is_near(Length length) { return -farthest <= length && length <= farthest; }

/// Each subpath begins with a MoveTo and has something after it.
bool has_subpaths(const std::vector<PathSegment>& segments) {
    bool begun = false;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        if (std::holds_alternative<MoveTo>(segments[i])) {
            if (i + 1 == segments.size() || std::holds_alternative<MoveTo>(segments[i + 1]))
                return false;
            begun = true;
        } else if (!begun) {
            return false;
        }
        if (std::holds_alternative<ClosePath>(segments[i])) begun = false;
    }
    return !segments.empty();
}

bool has_sound_width(const PathStroke& stroke) {
    Length period;
    for (const Length dash : stroke.dashes) {
        if (dash < Length{} || !is_near(dash)) return false;
        period += dash;
    }
    const bool ends = stroke.dashes.empty() || period > Length{};
    return ends && stroke.dashes.size() <= max_dashes && stroke.width >= Length{} &&
           is_near(stroke.width);
}

} // namespace

bool is_drawable(const VectorPath& path) {
    if (!path.fill && !path.is_stroked()) return false;
    if (!has_sound_width(path.stroke)) return false;
    if (path.segments.size() > max_segments || !has_subpaths(path.segments)) return false;
    bool near = true;
    for_each_point(path, [&](const Point& p) { near = near && is_near(p.x) && is_near(p.y); });
    return near;
}

} // namespace presskit::render
