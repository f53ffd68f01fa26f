// SPDX-License-Identifier: Apache-2.0
/// Numbers, colours and transforms of SVG in integers, so that a drawing is the same on every machine.
#pragma once

#include "pipeline/base/units.hpp"
#include "stages/model/brand_looks.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace presskit::load {

/// Farthest coordinate, in user units.
inline constexpr std::int64_t max_svg_units = 20'000;

/// Takes a number, and the white space and comma behind it, off the front of `text`; in thousandths.
/// None if there is no number, or one beyond max_svg_units. SVG 1.1 4.2.
std::optional<std::int64_t> take_number(std::string_view& text);

/// A whole attribute that is one number, with or without `px`.
std::optional<Length> svg_length(std::string_view text);

/// "#0B4F5C", "#abc", "rgb(11, 79, 92)", one of CSS 2.1's names or "none"; the outer optional is none for
/// anything else.
std::optional<std::optional<Color>> svg_color(std::string_view text);

/// Cosine and sine in millionths.
struct SvgAngle {
    std::int64_t cosine = 1'000'000, sine = 0;
};
SvgAngle svg_angle(std::int64_t millidegrees);

/// x' = a·x + c·y + e, y' = b·x + d·y + f; a to d in millionths, e and f as lengths.
struct SvgTransform {
    std::int64_t a = 1'000'000, b = 0, c = 0, d = 1'000'000;
    Length e, f;

    Point apply(Point p) const;
    /// First `inner`, then this.
    SvgTransform after(const SvgTransform& inner) const;
    /// Of a line's width: the square root would be no integer, so the larger of the two scales.
    Length scale(Length width) const;
};

/// translate(), scale(), rotate(), skewX(), skewY() and matrix() one after another; none for others and
/// for factors over 100. SVG 1.1 7.6.
std::optional<SvgTransform> svg_transform(std::string_view text);

} // namespace presskit::load
