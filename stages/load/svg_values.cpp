// SPDX-License-Identifier: Apache-2.0
#include "stages/load/svg_values.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace presskit::load {
namespace {

constexpr std::int64_t million = 1'000'000;
constexpr std::int64_t max_factor = 100 * million;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void skip_spaces(std::string_view& text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

/// Digits with `places` decimals as one integer; further decimals are cut off.
std::optional<std::int64_t> take_decimal(std::string_view& text, int places, std::int64_t most) {
    std::string_view rest = text;
    skip_spaces(rest);
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+')) rest.remove_prefix(1);
    std::int64_t value = 0;
    bool any = false;
    for (; !rest.empty() && is_digit(rest.front()); rest.remove_prefix(1), any = true)
        value = std::min(value * 10 + (rest.front() - '0'), most + 1);
    const bool has_point = rest.starts_with('.');
    if (has_point) rest.remove_prefix(1);
    for (int place = 0; place < places; ++place) {
        value *= 10;
        if (!has_point || rest.empty() || !is_digit(rest.front())) continue;
        value += rest.front() - '0';
        any = true;
        rest.remove_prefix(1);
    }
    while (has_point && !rest.empty() && is_digit(rest.front())) rest.remove_prefix(1);
    std::int64_t scale = 1;
    for (int place = 0; place < places; ++place) scale *= 10;
    // An exponent is legal, and no drawing program needs one at this precision.
    if (!any || value > most * scale || rest.starts_with('e') || rest.starts_with('E'))
        return std::nullopt;
    skip_spaces(rest);
    if (rest.starts_with(',')) rest.remove_prefix(1);
    skip_spaces(rest);
    text = rest;
    return negative ? -value : value;
}

std::optional<SvgTransform> one_transform(std::string_view name, std::string_view arguments) {
    SvgTransform out;
    const bool is_matrix = name == "matrix", is_scale = name == "scale";
    if (!is_matrix && !is_scale && name != "translate") return std::nullopt;
    std::vector<std::int64_t> factors;
    skip_spaces(arguments);
    while (!arguments.empty() && factors.size() < 7) {
        // Factors have six decimals, lengths three.
        const bool is_factor = is_scale || (is_matrix && factors.size() < 4);
        const auto number = is_factor ? take_decimal(arguments, 6, 100) : take_number(arguments);
        if (!number) return std::nullopt;
        factors.push_back(*number);
    }
    const auto at = [&](std::size_t i, std::int64_t otherwise) {
        return i < factors.size() ? factors[i] : otherwise;
    };
    if (factors.empty() || factors.size() > (is_matrix ? 6u : 2u) || (is_matrix && factors.size() < 6))
        return std::nullopt;
    if (is_scale) {
        out.a = factors[0];
        out.d = at(1, factors[0]);
    } else if (is_matrix) {
        out = {factors[0], factors[1], factors[2], factors[3], {factors[4]}, {factors[5]}};
    } else {
        out.e = {factors[0]};
        out.f = {at(1, 0)};
    }
    return out;
}

} // namespace

std::optional<std::int64_t> take_number(std::string_view& text) {
    return take_decimal(text, 3, max_svg_units);
}

std::optional<Length> svg_length(std::string_view text) {
    const auto number = take_number(text);
    if (!number || (!text.empty() && trim_ascii(text) != "px")) return std::nullopt;
    return Length{*number};
}

std::optional<std::optional<Color>> svg_color(std::string_view text) {
    text = trim_ascii(text);
    if (text == "none") return std::optional<Color>();
    if (text == "white") return std::optional(Color{255, 255, 255});
    if (text == "black") return std::optional(Color{});
    if (!text.starts_with('#') || (text.size() != 7 && text.size() != 4)) return std::nullopt;
    const std::size_t digits = text.size() == 7 ? 2 : 1;
    std::array<std::uint8_t, 3> channels{};
    for (std::size_t i = 0; i < 3; ++i) {
        const int high = hex_digit(text[1 + i * digits]);
        const int low = hex_digit(text[i * digits + digits]);
        if (high < 0 || low < 0) return std::nullopt;
        channels[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return std::optional(Color{channels[0], channels[1], channels[2]});
}

Point SvgTransform::apply(Point p) const {
    return {scaled(p.x, a, million) + scaled(p.y, c, million) + e,
            scaled(p.x, b, million) + scaled(p.y, d, million) + f};
}

SvgTransform SvgTransform::after(const SvgTransform& inner) const {
    const auto sum = [](std::int64_t p, std::int64_t q, std::int64_t r, std::int64_t s) {
        return std::clamp(scaled({p}, q, million).millipoints + scaled({r}, s, million).millipoints,
                          -max_factor, max_factor);
    };
    const Point moved = apply({inner.e, inner.f});
    return {sum(a, inner.a, c, inner.b), sum(b, inner.a, d, inner.b),
            sum(a, inner.c, c, inner.d), sum(b, inner.c, d, inner.d), moved.x, moved.y};
}

Length SvgTransform::scale(Length width) const {
    const auto size = [](std::int64_t x, std::int64_t y) { return std::max(x < 0 ? -x : x, y < 0 ? -y : y); };
    return scaled(width, std::max(size(a, b), size(c, d)), million);
}

std::optional<SvgTransform> svg_transform(std::string_view text) {
    SvgTransform out;
    for (text = trim_ascii(text); !text.empty();) {
        const std::size_t open = text.find('(');
        const std::size_t close = text.find(')');
        if (open == text.npos || close == text.npos || close < open) return std::nullopt;
        const auto one =
            one_transform(trim_ascii(text.substr(0, open)), text.substr(open + 1, close - open - 1));
        if (!one) return std::nullopt;
        out = out.after(*one);
        text = trim_ascii(text.substr(close + 1));
        if (text.starts_with(',')) text = trim_ascii(text.substr(1));
    }
    return out;
}

} // namespace presskit::load
