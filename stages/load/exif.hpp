// SPDX-License-Identifier: Apache-2.0
/// What a camera writes beside a picture, as far as presskit heeds it: the first directory of a TIFF header.
/// Damaged notes are as good as none. Spec: Exif 2.32 4.5, 4.6.
#pragma once

#include <string_view>

namespace presskit::load {

/// Before the TIFF header in an APP1 segment of a JPEG; in the eXIf chunk of a PNG there is none.
inline constexpr std::string_view exif_prefix("Exif\0\0", 6);

/// How the picture wants to be turned, 1 to 8; 1, upright, if it does not say so. 4.6.4 A.
unsigned exif_orientation(std::string_view tiff);

/// As the camera's owner typed them, with the zero bytes that part or end texts; in no certain encoding.
/// They look into `tiff`. 4.6.4 D.
std::string_view exif_artist(std::string_view tiff);
std::string_view exif_copyright(std::string_view tiff);

} // namespace presskit::load
