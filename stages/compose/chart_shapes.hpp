// SPDX-License-Identifier: Apache-2.0
/// What charts are drawn with.
#pragma once

#include "stages/model/chart.hpp"
#include "stages/model/page.hpp"

#include <vector>

namespace presskit::compose {

/// Adds a circle to a path.
void add_circle(VectorPath& path, Point centre, Length radius);

/// The paths of ○, ◐ or ● within `radius` of `centre`.
std::vector<VectorPath> mark_shapes(ChartMark mark, Point centre, Length radius, Color color);

} // namespace presskit::compose
