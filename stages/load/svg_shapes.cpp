// SPDX-License-Identifier: Apache-2.0
#include "stages/load/svg_shapes.hpp"

#include "stages/load/svg_path.hpp"
#include "stages/load/svg_values.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace presskit::load {
namespace {

using Segments = std::optional<std::vector<PathSegment>>;

struct ShapeName {
    std::string_view element;
    std::array<std::string_view, 6> attributes;
};
constexpr std::array<ShapeName, 7> shapes{{{"path", {"d"}},
                                           {"rect", {"x", "y", "width", "height", "rx", "ry"}},
                                           {"circle", {"cx", "cy", "r"}},
                                           {"ellipse", {"cx", "cy", "rx", "ry"}},
                                           {"line", {"x1", "y1", "x2", "y2"}},
                                           {"polygon", {"points"}},
                                           {"polyline", {"points"}}}};

/// Corners are quarters of an ellipse; one radius stands for both, and half a side is the most. SVG 1.1 9.2.
Segments rectangle(const SvgAttributes& attributes) {
    const auto x = attributes.length("x"), y = attributes.length("y");
    const auto width = attributes.length("width"), height = attributes.length("height");
    const auto rx = attributes.length(attributes.find("rx").empty() ? "ry" : "rx");
    const auto ry = attributes.length(attributes.find("ry").empty() ? "rx" : "ry");
    if (!x || !y || !width || !height || !rx || !ry) return std::nullopt;
    if (std::min({*width, *height, *rx, *ry}) < Length{}) return std::nullopt;
    const Length right = *x + *width, bottom = *y + *height;
    const Length across = std::min(*rx, *width / 2), down = std::min(*ry, *height / 2);
    if (across == Length{} || down == Length{})
        return std::vector<PathSegment>{MoveTo{{*x, *y}}, LineTo{{right, *y}}, LineTo{{right, bottom}},
                                        LineTo{{*x, bottom}}, ClosePath{}};
    // A control point's distance from the corner, for a radius of one.
    const auto short_of = [](Length radius) { return scaled(radius, 447'715, 1'000'000); };
    const Length kx = short_of(across), ky = short_of(down);
    return std::vector<PathSegment>{
        MoveTo{{*x + across, *y}},
        LineTo{{right - across, *y}},
        CurveTo{{right - kx, *y}, {right, *y + ky}, {right, *y + down}},
        LineTo{{right, bottom - down}},
        CurveTo{{right, bottom - ky}, {right - kx, bottom}, {right - across, bottom}},
        LineTo{{*x + across, bottom}},
        CurveTo{{*x + kx, bottom}, {*x, bottom - ky}, {*x, bottom - down}},
        LineTo{{*x, *y + down}},
        CurveTo{{*x, *y + ky}, {*x + kx, *y}, {*x + across, *y}},
        ClosePath{}};
}

Segments round(const SvgAttributes& attributes, std::string_view across, std::string_view down) {
    const auto x = attributes.length("cx"), y = attributes.length("cy");
    const auto rx = attributes.length(across), ry = attributes.length(down);
    if (!x || !y || !rx || !ry || *rx < Length{} || *ry < Length{}) return std::nullopt;
    return ellipse({*x, *y}, *rx, *ry);
}

Segments straight(const SvgAttributes& attributes) {
    const auto x1 = attributes.length("x1"), y1 = attributes.length("y1");
    const auto x2 = attributes.length("x2"), y2 = attributes.length("y2");
    if (!x1 || !y1 || !x2 || !y2) return std::nullopt;
    return std::vector<PathSegment>{MoveTo{{*x1, *y1}}, LineTo{{*x2, *y2}}};
}

Segments corners(bool is_closed, const SvgAttributes& attributes) {
    std::string path = "M";
    path += attributes.find("points");
    auto segments = parse_path(path);
    if (segments && !segments->empty() && is_closed) segments->push_back(ClosePath{});
    return segments;
}

} // namespace

std::optional<Length> SvgAttributes::length(std::string_view name) const {
    const std::string_view text = find(name);
    return text.empty() ? Length{} : svg_length(text);
}

bool is_svg_geometry(std::string_view element, std::string_view attribute) {
    const auto shape = std::ranges::find(shapes, element, &ShapeName::element);
    return shape != shapes.end() && std::ranges::find(shape->attributes, attribute) != shape->attributes.end();
}

bool is_svg_shape(std::string_view element) {
    return std::ranges::find(shapes, element, &ShapeName::element) != shapes.end();
}

std::optional<std::vector<PathSegment>> svg_shape(std::string_view element, const SvgAttributes& attributes) {
    if (element == "path") return parse_path(attributes.find("d"));
    if (element == "rect") return rectangle(attributes);
    if (element == "circle") return round(attributes, "r", "r");
    if (element == "ellipse") return round(attributes, "rx", "ry");
    if (element == "line") return straight(attributes);
    return corners(element == "polygon", attributes);
}

} // namespace presskit::load
