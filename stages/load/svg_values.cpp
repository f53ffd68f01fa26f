// SPDX-License-Identifier: Apache-2.0
#include "stages/load/svg_values.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace presskit::load {
namespace {

constexpr std::int64_t million = 1'000'000;
constexpr std::int64_t max_factor = 100 * million;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

void skip_spaces(std::string_view& text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

/// Digits of a number and where its point stands; digits beyond fifteen change nothing that is drawn.
struct Digits {
    std::int64_t value = 0;
    int exponent = 0, count = 0;
    bool any = false;

    void take(char digit, bool is_behind_point) {
        any = true;
        if (count == 15) {
            exponent += is_behind_point ? 0 : 1;
            return;
        }
        value = value * 10 + (digit - '0');
        count += value == 0 ? 0 : 1;
        exponent -= is_behind_point ? 1 : 0;
    }
};

bool take_sign(std::string_view& text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    return negative;
}

/// What `e-3` moves the point by; none, and nothing taken, for the letter of a unit.
int take_exponent(std::string_view& text) {
    if (!text.starts_with('e') && !text.starts_with('E')) return 0;
    std::string_view rest = text.substr(1);
    const bool negative = take_sign(rest);
    if (rest.empty() || !is_digit(rest.front())) return 0;
    int exponent = 0;
    for (; !rest.empty() && is_digit(rest.front()); rest.remove_prefix(1))
        exponent = std::min(exponent * 10 + (rest.front() - '0'), 100);
    text = rest;
    return negative ? -exponent : exponent;
}

/// A number with `places` decimals as one integer; further decimals are cut off.
std::optional<std::int64_t> take_decimal(std::string_view& text, int places, std::int64_t most) {
    std::string_view rest = text;
    skip_spaces(rest);
    const bool negative = take_sign(rest);
    Digits digits;
    for (; !rest.empty() && is_digit(rest.front()); rest.remove_prefix(1)) digits.take(rest.front(), false);
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        for (; !rest.empty() && is_digit(rest.front()); rest.remove_prefix(1)) digits.take(rest.front(), true);
    }
    if (!digits.any) return std::nullopt;
    std::int64_t scale = 1, value = digits.value;
    for (int place = 0; place < places; ++place) scale *= 10;
    int shift = digits.exponent + take_exponent(rest) + places;
    for (; shift < 0 && value != 0; ++shift) value /= 10;
    for (; shift > 0 && value != 0 && value <= most * scale; --shift) value *= 10;
    if (value > most * scale) return std::nullopt;
    skip_spaces(rest);
    if (rest.starts_with(',')) rest.remove_prefix(1);
    skip_spaces(rest);
    text = rest;
    return negative ? -value : value;
}

/// Numbers with three decimals, at most `limit`; none if there are others.
std::optional<std::vector<std::int64_t>> numbers_of(std::string_view text, std::size_t limit) {
    std::vector<std::int64_t> out;
    for (skip_spaces(text); !text.empty();) {
        const auto number = take_number(text);
        if (!number || out.size() == limit) return std::nullopt;
        out.push_back(*number);
    }
    return out;
}

SvgTransform moved(std::int64_t x, std::int64_t y) { return {million, 0, 0, million, {x}, {y}}; }

/// `rotate(30)` or `rotate(30 50 50)`, about a point.
std::optional<SvgTransform> turned(std::string_view arguments) {
    const auto numbers = numbers_of(arguments, 3);
    if (!numbers || (numbers->size() != 1 && numbers->size() != 3)) return std::nullopt;
    const SvgAngle angle = svg_angle(numbers->front());
    const SvgTransform turn{angle.cosine, angle.sine, -angle.sine, angle.cosine, {}, {}};
    if (numbers->size() == 1) return turn;
    const std::int64_t x = (*numbers)[1], y = (*numbers)[2];
    return moved(x, y).after(turn).after(moved(-x, -y));
}

std::optional<SvgTransform> slanted(std::string_view arguments, bool across) {
    const auto numbers = numbers_of(arguments, 1);
    if (!numbers || numbers->empty()) return std::nullopt;
    const SvgAngle angle = svg_angle(numbers->front());
    if (angle.cosine == 0) return std::nullopt;
    const std::int64_t slant = angle.sine * million / angle.cosine;
    if (slant > max_factor || slant < -max_factor) return std::nullopt;
    return SvgTransform{million, across ? 0 : slant, across ? slant : 0, million, {}, {}};
}

std::optional<SvgTransform> one_transform(std::string_view name, std::string_view arguments) {
    if (name == "rotate") return turned(arguments);
    if (name == "skewX" || name == "skewY") return slanted(arguments, name == "skewX");
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

SvgAngle svg_angle(std::int64_t millidegrees) {
    constexpr std::int64_t turn = 360'000, quarter = 90'000, whole = 1'000'000'000;
    std::int64_t rest = (millidegrees % turn + turn) % turn;
    const std::int64_t quarters = rest / quarter;
    rest %= quarter;
    // Series of Taylor up to an eighth of a turn, where their terms fall fast. OEIS A000796 has pi.
    const bool is_steep = rest > quarter / 2;
    const std::int64_t radians = (is_steep ? quarter - rest : rest) * 3'141'592'654 / 180'000;
    std::int64_t sine = 0, cosine = 0, term = whole;
    for (std::int64_t i = 0; i < 12; ++i) {
        (i % 2 == 0 ? cosine : sine) += i % 4 < 2 ? term : -term;
        term = term * radians / whole / (i + 1);
    }
    if (is_steep) std::swap(sine, cosine);
    const auto rounded = [](std::int64_t x) { return (x + 500) / 1000; };
    const std::int64_t s = rounded(sine), c = rounded(cosine);
    switch (quarters) {
    case 0: return {c, s};
    case 1: return {-s, c};
    case 2: return {-c, -s};
    default: return {s, -c};
    }
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
