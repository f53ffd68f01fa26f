// SPDX-License-Identifier: Apache-2.0
/// A QR code as a path, so that it prints sharp at any size. ISO/IEC 18004.
#pragma once

#include "stages/model/vector_path.hpp"

#include <optional>
#include <string>

namespace presskit::compose {

/// The dark modules of the code for `text`, filled in `ink`, within a square of `size` that includes
/// the quiet zone of four modules; its top left corner is at the origin. Medium error correction.
/// None if the text is too long for a code.
std::optional<VectorPath> qr_code(const std::string& text, Length size, Color ink);

} // namespace presskit::compose
