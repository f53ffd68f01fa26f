// SPDX-License-Identifier: Apache-2.0
/// A vector picture from an SVG file: paths in user units, one unit a point, from the top left corner
/// of its view box; scaled where it is placed.
#pragma once

#include "stages/model/vector_path.hpp"

#include <vector>

namespace presskit {

struct VectorImage {
    Length width, height; ///< of the view box; both positive
    std::vector<VectorPath> paths; ///< in painting order
};

} // namespace presskit
