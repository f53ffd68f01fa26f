// SPDX-License-Identifier: Apache-2.0
/// A bounded part of SVG: what logos and symbols need, and nothing that could load, run or move.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/base/source.hpp"
#include "stages/model/vector_image.hpp"

#include <string>

namespace presskit::load {

inline constexpr std::size_t max_svg_bytes = 500'000;
inline constexpr std::size_t max_svg_paths = 1'000;

/// Draws groups and all basic shapes of SVG in plain colours, which attributes, `style` or the classes of a style sheet
/// may give. Titles, metadata and definitions are passed over; what refers to a definition is refused.
/// Errors: `load.svg-syntax` (no XML, or a document type that defines something), `load.svg-feature` (an
/// element, property or value beyond that part, at its line; hint: how to save without it), `load.svg-size`
/// (no size, or too many bytes or paths), `load.svg-empty` (nothing to draw, or none of SVG's namespace).
/// Spec: SVG 1.1 chapters 5 to 9 and 11.
Result<VectorImage> read_svg(const SourceMap& sources, SourceId source);

} // namespace presskit::load
