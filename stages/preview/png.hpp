// SPDX-License-Identifier: Apache-2.0
/// Pixels as a PNG file. Spec: ISO 15948.
#pragma once

#include "stages/model/image_rights.hpp"
#include "stages/preview/canvas.hpp"

#include <string>

namespace presskit::preview {

/// With a palette where 256 colours are enough, else with three bytes a pixel. The file says that
/// its colours are sRGB, and with `rights` whose it is (as XMP).
std::string to_png(const Canvas& canvas, const ImageRights* rights);

} // namespace presskit::preview
