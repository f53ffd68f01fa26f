// SPDX-License-Identifier: Apache-2.0
#include "stages/load/svg_style.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <array>

namespace presskit::load {
namespace {

constexpr std::size_t max_rules = 1'000;

SvgReading taken_if(bool sound) { return sound ? SvgReading::taken : SvgReading::refused; }

/// Of text, of colours between, of speed: they change nothing of a plain shape.
bool is_idle(std::string_view name) {
    constexpr std::array<std::string_view, 14> beginnings{
        "font", "text-", "-inkscape-", "letter-spacing", "word-spacing", "line-height", "white-space", "writing-mode",
        "color-", "shape-", "image-rendering", "stop-", "solid-", "-webkit-"};
    constexpr std::array<std::string_view, 8> names{"clip-rule",     "stroke-miterlimit", "stroke-dashoffset",
                                                    "enable-background", "direction",      "baseline-shift",
                                                    "overflow",      "vector-effect"};
    return std::ranges::any_of(beginnings, [&](std::string_view begin) { return name.starts_with(begin); }) ||
           std::ranges::find(names, name) != names.end();
}

/// Known only by the values that draw a shape plainly.
std::optional<SvgReading> plain_value(std::string_view name, std::string_view value) {
    struct Plain {
        std::string_view name;
        std::array<std::string_view, 2> values;
    };
    constexpr std::array<Plain, 10> properties{{{"stroke-dasharray", {"none", ""}},
                                                {"marker", {"none", ""}},
                                                {"marker-start", {"none", ""}},
                                                {"marker-mid", {"none", ""}},
                                                {"marker-end", {"none", ""}},
                                                {"filter", {"none", ""}},
                                                {"mask", {"none", ""}},
                                                {"clip-path", {"none", ""}},
                                                {"isolation", {"auto", "isolate"}},
                                                {"mix-blend-mode", {"normal", ""}}}};
    const auto found = std::ranges::find(properties, name, &Plain::name);
    if (found == properties.end()) return std::nullopt;
    return taken_if(std::ranges::find(found->values, value) != found->values.end());
}

SvgReading paint(SvgState& state, std::string_view name, std::string_view value) {
    const auto color = value == "currentColor" ? std::optional(std::optional(state.color)) : svg_color(value);
    if (!color) return SvgReading::refused;
    if (name == "fill") state.fill = *color;
    else {
        state.is_stroked = color->has_value();
        state.stroke.color = color->value_or(Color{});
    }
    return SvgReading::taken;
}

/// Colours of a page cover what is below them, or are not there.
SvgReading opacity(SvgState& state, std::string_view name, std::string_view value) {
    const auto number = svg_length(value);
    if (!number || (*number != Length{} && *number != Length{1'000})) return SvgReading::refused;
    const bool shows = *number != Length{};
    if (name == "opacity") state.is_gone = state.is_gone || !shows;
    else (name == "fill-opacity" ? state.fill_shows : state.stroke_shows) = shows;
    return SvgReading::taken;
}

SvgReading line_end(SvgState& state, std::string_view value) {
    state.stroke.cap = value == "round" ? LineCap::round : value == "square" ? LineCap::square : LineCap::butt;
    return taken_if(value == "round" || value == "square" || value == "butt");
}

SvgReading line_corner(SvgState& state, std::string_view value) {
    state.stroke.join = value == "round" ? LineJoin::round : value == "bevel" ? LineJoin::bevel : LineJoin::miter;
    return taken_if(value == "round" || value == "bevel" || value == "miter");
}

std::string_view until(std::string_view& text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view part = trim_ascii(text.substr(0, at));
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

bool is_class_name(std::string_view name) {
    return !name.empty() && !is_digit(name.front()) && std::ranges::all_of(name, [](char c) {
        return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    });
}

} // namespace

SvgReading read_svg_property(SvgState& state, std::string_view name, std::string_view value) {
    value = trim_ascii(value);
    if (name == "transform") {
        const auto transform = svg_transform(value);
        if (transform) state.transform = state.transform.after(*transform);
        return taken_if(transform.has_value());
    }
    if (name == "fill" || name == "stroke") return paint(state, name, value);
    if (name == "opacity" || name == "fill-opacity" || name == "stroke-opacity") return opacity(state, name, value);
    if (name == "stroke-linecap") return line_end(state, value);
    if (name == "stroke-linejoin") return line_corner(state, value);
    if (name == "color") {
        const auto color = svg_color(value);
        if (color && *color) state.color = **color;
        return taken_if(color && *color);
    }
    if (name == "stroke-width") {
        const auto width = svg_length(value);
        if (width) state.stroke.width = *width;
        return taken_if(width && *width >= Length{});
    }
    if (name == "fill-rule") {
        state.fill_rule = value == "evenodd" ? FillRule::even_odd : FillRule::nonzero_winding;
        return taken_if(value == "evenodd" || value == "nonzero");
    }
    if (name == "display") state.is_gone = state.is_gone || value == "none";
    if (name == "visibility") state.is_hidden = value != "visible";
    if (name == "display" || name == "visibility") return SvgReading::taken;
    if (name == "paint-order") // the line over the ground is PDF's order
        return taken_if(value.find("stroke") == value.npos || value.find("fill") < value.find("stroke"));
    if (const auto plain = plain_value(name, value)) return *plain;
    return is_idle(name) ? SvgReading::taken : SvgReading::unknown;
}

std::optional<std::string> read_svg_declarations(SvgState& state, std::string_view text) {
    while (!text.empty()) {
        std::string_view rest = until(text, ';');
        if (rest.empty()) continue;
        const std::string_view whole = rest, name = until(rest, ':');
        if (name == "transform" || read_svg_property(state, name, rest) != SvgReading::taken)
            return std::string(whole); // CSS writes transforms otherwise, with units
    }
    return std::nullopt;
}

std::optional<std::string> SvgStyleSheet::add(std::string_view text) {
    for (text = trim_ascii(text); !text.empty(); text = trim_ascii(text)) {
        if (text.starts_with("/*")) {
            const std::size_t end = text.find("*/");
            if (end == text.npos) return std::string(text);
            text.remove_prefix(end + 2);
            continue;
        }
        std::string_view selectors = until(text, '{');
        const std::string_view declarations = until(text, '}');
        while (!selectors.empty()) {
            const std::string_view selector = until(selectors, ',');
            if (!selector.starts_with('.') || !is_class_name(selector.substr(1)) || rules_.size() == max_rules)
                return std::string(selector);
            rules_.emplace_back(selector.substr(1), declarations);
        }
    }
    return std::nullopt;
}

std::optional<std::string> SvgStyleSheet::apply(SvgState& state, std::string_view classes) const {
    for (const auto& [name, declarations] : rules_) {
        std::string_view rest = classes;
        bool is_meant = false;
        while (!rest.empty()) is_meant = until(rest, ' ') == name || is_meant;
        if (!is_meant) continue;
        if (auto fault = read_svg_declarations(state, declarations)) return fault;
    }
    return std::nullopt;
}

} // namespace presskit::load
