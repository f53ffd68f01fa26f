// SPDX-License-Identifier: Apache-2.0
#include "stages/render/path_painter.hpp"

#include "stages/model/document.hpp"
#include "stages/render/syntax.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>

namespace presskit::render {
namespace {

/// The painting operator of ISO 32000-1 table 60.
std::string_view paint_operator(const VectorPath& path) {
    const bool even_odd = path.fill_rule == FillRule::even_odd;
    if (!path.fill) return "S\n";
    if (path.is_stroked()) return even_odd ? "B*\n" : "B\n";
    return even_odd ? "f*\n" : "f\n";
}

} // namespace

void PathPainter::set_fill(Color color) {
    if (fill_ == color) return;
    fill_ = color;
    append_color(out_, color);
    out_ += " rg\n";
}

void PathPainter::point(Point place) {
    append_points(out_, place.x);
    out_ += ' ';
    append_points(out_, page_height_ - place.y);
}

void PathPainter::set_stroke(const PathStroke& stroke) {
    if (stroke_ == stroke) return;
    if (stroke_.color != stroke.color) {
        append_color(out_, stroke.color);
        out_ += " RG\n";
    }
    if (stroke_.width != stroke.width) {
        append_points(out_, stroke.width);
        out_ += " w\n";
    }
    if (stroke_.cap != stroke.cap) {
        append_integer(out_, static_cast<int>(stroke.cap));
        out_ += " J\n";
    }
    if (stroke_.join != stroke.join) {
        append_integer(out_, static_cast<int>(stroke.join));
        out_ += " j\n";
    }
    if (stroke_.dashes != stroke.dashes) set_dashes(stroke.dashes);
    stroke_ = stroke;
}

void PathPainter::set_dashes(const std::vector<Length>& dashes) {
    out_ += '[';
    for (std::size_t i = 0; i < dashes.size(); ++i) {
        if (i != 0) out_ += ' ';
        append_points(out_, dashes[i]);
    }
    out_ += "] 0 d\n";
}

void PathPainter::paint(const Rectangle& rectangle) {
    set_fill(rectangle.fill);
    const Box& box = rectangle.box;
    point({box.x, box.y + box.height});
    out_ += ' ';
    append_points(out_, box.width);
    out_ += ' ';
    append_points(out_, box.height);
    out_ += " re f\n";
}

void PathPainter::paint(const Stroke& stroke) {
    set_stroke({stroke.color, stroke.width, {}, {}, {}});
    point(stroke.from);
    out_ += " m ";
    point(stroke.to);
    out_ += " l S\n";
}

/// Of a drawing, whose lines need not meet those of boxes.
void PathPainter::drawn(Point place) {
    append_points(out_, as_printed(place.x));
    out_ += ' ';
    append_points(out_, as_printed(page_height_ - place.y));
}

void PathPainter::segment(const PathSegment& segment) {
    std::visit(overloaded{[&](const MoveTo& s) {
                              drawn(s.to);
                              out_ += " m ";
                          },
                          [&](const LineTo& s) {
                              drawn(s.to);
                              out_ += " l ";
                          },
                          [&](const CurveTo& s) {
                              drawn(s.first_control);
                              out_ += ' ';
                              drawn(s.second_control);
                              out_ += ' ';
                              drawn(s.to);
                              out_ += " c ";
                          },
                          [&](const ClosePath&) { out_ += "h "; }},
               segment);
}

void PathPainter::paint(const VectorPath& path) {
    assert(path.fill || path.is_stroked());
    if (path.fill) set_fill(*path.fill);
    if (path.is_stroked()) set_stroke(path.stroke);
    for (const PathSegment& s : path.segments) segment(s);
    out_ += paint_operator(path);
}

Box extent_of(const VectorPath& path) {
    const auto* start = path.segments.empty() ? nullptr : std::get_if<MoveTo>(&path.segments[0]);
    assert(start);
    Point low = start->to, high = start->to;
    for_each_point(path, [&](const Point& p) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    });
    const Length margin = path.stroke.width / 2;
    return {low.x - margin, low.y - margin, high.x - low.x + margin * 2,
            high.y - low.y + margin * 2};
}

} // namespace presskit::render
