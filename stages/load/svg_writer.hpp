// SPDX-License-Identifier: Apache-2.0
/// A drawing as a file of its own: what readers get instead of the author's SVG, in which scripts,
/// addresses, names and folders could hide in metadata and in other namespaces.
#pragma once

#include "stages/model/vector_image.hpp"

#include <string>

namespace presskit::load {

/// SVG 1.1 with nothing but paths, which looks as it does in PDFs. Coordinates keep three decimals.
std::string write_svg(const VectorImage& drawing);

} // namespace presskit::load
