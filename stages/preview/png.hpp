// SPDX-License-Identifier: Apache-2.0
/// Pixels as a PNG file. Spec: ISO 15948.
#pragma once

#include "stages/model/image_rights.hpp"
#include "stages/preview/canvas.hpp"

#include <memory>
#include <string>

namespace presskit {
class Deflater;
}

namespace presskit::preview {

/// Writes one file after another. Not shared between threads.
class PngWriter {
  public:
    PngWriter();
    ~PngWriter();
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    /// With a palette where 256 colours are enough, else with three bytes a pixel. The file says that
    /// its colours are sRGB, and with `rights` whose it is (as XMP).
    std::string write(const Canvas& canvas, const ImageRights* rights);

  private:
    std::unique_ptr<Deflater> deflater_;
};

} // namespace presskit::preview
