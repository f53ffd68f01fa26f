// SPDX-License-Identifier: Apache-2.0
/// The path data of SVG. SVG 1.1 8.3.
#pragma once

#include "stages/model/vector_path.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace presskit::load {

inline constexpr std::size_t max_path_segments = 20'000;

/// Segments in user units, subpaths of one point left out; none if the data is at fault or has more
/// segments than max_path_segments.
std::optional<std::vector<PathSegment>> parse_path(std::string_view text);

/// A whole ellipse as four curves.
std::vector<PathSegment> ellipse(Point centre, Length across, Length down);

} // namespace presskit::load
