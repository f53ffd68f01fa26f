// SPDX-License-Identifier: Apache-2.0
/// Which paths a content stream can draw.
#pragma once

#include "stages/model/vector_path.hpp"

namespace presskit::render {

/// Whether `path` begins with a MoveTo and goes on, is filled or stroked, every subpath after a
/// ClosePath begins with a MoveTo, its line has no negative width and dashes that come to an end,
/// and no point is further from the page's corner than two of the largest pages. ISO
/// 32000-1 8.5.2, 8.4.3.6.
bool is_drawable(const VectorPath& path);

} // namespace presskit::render
