// SPDX-License-Identifier: Apache-2.0
/// The segments of a JPEG file, walked without decoding.
#pragma once

#include "stages/load/picture.hpp"

#include <string_view>

namespace presskit::load {

/// A real photograph has some ten; each costs a pass over all pixels.
inline constexpr int max_jpeg_scans = 100;

/// Copies the file without metadata into `picture.bytes`, or says why it cannot be used.
/// Requires: `jpeg` begins with an SOI marker.
void strip_jpeg(std::string_view jpeg, Picture& picture);

} // namespace presskit::load
