// SPDX-License-Identifier: Apache-2.0
/// From lengths on a page to pixels.
#pragma once

#include "pipeline/base/units.hpp"

#include <algorithm>
#include <cstdint>

namespace presskit::preview {

/// So many pixels for so many thousandths of a point.
struct Scale {
    std::int64_t pixels = 0, millipoints = 1;

    /// In parts of a pixel. What lies far beyond any picture is moved nearer, where no sum overflows.
    std::int64_t parts(Length length, std::int64_t a_pixel) const {
        constexpr std::int64_t far_away = 1'000'000'000; // a thousand metres of paper, in millipoints
        const Length near{std::clamp(length.millipoints, -far_away, far_away)};
        return std::clamp(scaled(near, pixels * a_pixel, millipoints).millipoints, -farthest * a_pixel,
                          farthest * a_pixel);
    }
    static constexpr std::int64_t farthest = 8'192; ///< pixels
};

} // namespace presskit::preview
