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

/// The same for a worker that asks for the code of one address again and again, as the documents of a kit do.
class QrCodes {
  public:
    const std::optional<VectorPath>& find(const std::string& text, Length size, Color ink);

  private:
    std::string text_;
    Length size_;
    Color ink_;
    std::optional<VectorPath> code_; ///< of the last text
};

} // namespace presskit::compose
