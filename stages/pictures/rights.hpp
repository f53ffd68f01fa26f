// SPDX-License-Identifier: Apache-2.0
/// Rights written into pictures, beside pixels that stay as they are.
#pragma once

#include "stages/model/image_rights.hpp"

#include <string>
#include <string_view>

namespace presskit::pictures {

/// A JPEG with the rights as XMP (APP1) and as IPTC-IIM (APP13), which older programs read.
/// Requires: a JPEG without either, as loading leaves it.
/// Spec: ITU-T T.81 B.2.4.6, XMP part 3 1.1.3, IPTC-IIM 4.2.
std::string jpeg_with_rights(std::string_view jpeg, const ImageRights& rights);

/// A PNG with the rights as XMP in an iTXt chunk. Requires: a PNG without one.
/// Spec: ISO 15948 11.3.4.5, XMP part 3 1.1.5.
std::string png_with_rights(std::string_view png, const ImageRights& rights);

} // namespace presskit::pictures
