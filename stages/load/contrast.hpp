// SPDX-License-Identifier: Apache-2.0
/// Contrast of two colours by WCAG 2.2, in integers, so that a colour passes or fails on every
/// machine alike.
#pragma once

#include "stages/model/brand.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace presskit::load {

/// What text needs against its background, in tenths: 4.5:1; 3:1 for large text (18 pt, or 14 pt
/// bold) and for parts of graphics. WCAG 2.2 1.4.3, 1.4.11.
inline constexpr std::int64_t text_contrast_tenths = 45;
inline constexpr std::int64_t large_contrast_tenths = 30;

/// Relative luminance in 1/10^11. WCAG 2.2, "relative luminance".
std::int64_t luminance(Color color);

/// True if the ratio of the two is at least `tenths`/10.
bool has_contrast(Color a, Color b, std::int64_t tenths);

/// "4.49": the ratio to two digits, rounded down so that none below a threshold shows as the
/// threshold.
std::string contrast_text(Color a, Color b);

/// The colour nearest to `color`, darkened or lightened, that has the contrast; none if neither
/// black nor white has.
std::optional<Color> nearest_with_contrast(Color color, Color background, std::int64_t tenths);

/// "#0B4F5C"
std::string to_text(Color color);

} // namespace presskit::load
