// SPDX-License-Identifier: Apache-2.0
#include "stages/load/svg_writer.hpp"

#include "pipeline/base/text.hpp"
#include "stages/load/contrast.hpp"

#include <array>
#include <string_view>
#include <variant>

namespace presskit::load {
namespace {

std::string pair(Point p) { return decimal(p.x.millipoints) + ' ' + decimal(p.y.millipoints); }

std::string path_data(const std::vector<PathSegment>& segments) {
    std::string out;
    for (const PathSegment& segment : segments) {
        if (const auto* move = std::get_if<MoveTo>(&segment)) out += 'M' + pair(move->to);
        else if (const auto* line = std::get_if<LineTo>(&segment)) out += 'L' + pair(line->to);
        else if (const auto* curve = std::get_if<CurveTo>(&segment))
            out += 'C' + pair(curve->first_control) + ' ' + pair(curve->second_control) + ' ' + pair(curve->to);
        else out += 'Z';
    }
    return out;
}

void attribute(std::string& out, std::string_view name, std::string_view value) {
    out.append(" ").append(name).append("=\"").append(value).append("\"");
}

void stroke(std::string& out, const PathStroke& line) {
    constexpr std::array<std::string_view, 3> caps{"butt", "round", "square"}, joins{"miter", "round", "bevel"};
    attribute(out, "stroke", to_text(line.color));
    attribute(out, "stroke-width", decimal(line.width.millipoints));
    attribute(out, "stroke-linecap", caps[static_cast<std::size_t>(line.cap)]);
    attribute(out, "stroke-linejoin", joins[static_cast<std::size_t>(line.join)]);
    // PDF's limit, which is not SVG's. ISO 32000-1 8.4.3.5.
    if (line.join == LineJoin::miter) attribute(out, "stroke-miterlimit", "10");
}

std::string element(const VectorPath& path) {
    std::string out = "<path";
    attribute(out, "fill", path.fill ? to_text(*path.fill) : "none");
    if (path.fill && path.fill_rule == FillRule::even_odd) attribute(out, "fill-rule", "evenodd");
    if (path.is_stroked()) stroke(out, path.stroke);
    attribute(out, "d", path_data(path.segments));
    return out + "/>\n";
}

} // namespace

std::string write_svg(const VectorImage& drawing) {
    const std::string width = decimal(drawing.width.millipoints), height = decimal(drawing.height.millipoints);
    std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    attribute(out, "width", width);
    attribute(out, "height", height);
    attribute(out, "viewBox", "0 0 " + width + ' ' + height);
    out += ">\n";
    for (const VectorPath& path : drawing.paths) out += element(path);
    return out + "</svg>\n";
}

} // namespace presskit::load
