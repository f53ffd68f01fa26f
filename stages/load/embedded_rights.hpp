// SPDX-License-Identifier: Apache-2.0
/// Whose a picture is by its own file, as photographers and agencies write it there.
#pragma once

#include "stages/model/image_rights.hpp"

#include <string_view>

namespace presskit::load {

/// Creator, credit, copyright notice and web statement of a PNG or JPEG: of its XMP and, what that does
/// not say, of a JPEG's IPTC-IIM, then of what its camera wrote (exif.hpp). Each is one line of at most 500
/// bytes of UTF-8, and empty where the file does not say it. Damaged notes are as good as none.
/// Spec: IPTC Photo Metadata, XMP part 1 7 and part 3 1.1.3, 1.1.5, IPTC-IIM 4.2, Exif 2.32 4.6.4 D.
ImageRights embedded_rights(std::string_view file);

} // namespace presskit::load
