// SPDX-License-Identifier: Apache-2.0
/// A path in 64ths of a pixel, and cut into dashes.
#pragma once

#include "stages/model/vector_path.hpp"
#include "stages/preview/scale.hpp"

#include <cstdint>
#include <vector>

namespace presskit::preview {

/// 64ths of a pixel; `y` downwards.
struct Place {
    std::int64_t x = 0, y = 0;
    bool operator==(const Place&) const = default;
};

/// Points after the first are ends of lines, or of curves with the two points before them.
struct Subpath {
    struct Step {
        Place end;
        bool is_control = false; ///< of a cubic curve
    };
    std::vector<Step> steps;
    bool closed = false;
};

std::vector<Subpath> subpaths_of(const VectorPath& path, const Scale& scale);

/// The marks of a dashed line, each an open subpath of straight lines. A line of very many dashes is
/// returned whole.
std::vector<Subpath> dashed(const std::vector<Subpath>& subpaths, const std::vector<std::int64_t>& dashes);

} // namespace presskit::preview
