// SPDX-License-Identifier: Apache-2.0
/// What png.cpp and jpeg.cpp make of a picture's bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace presskit::load {

/// Bytes; those for presses take 3 MB. Of a longer one the picture is taken for sRGB.
inline constexpr std::size_t max_profile_bytes = 4'000'000;

/// `bytes` are the file without metadata; `fault` says what is wrong ("is damaged: …"), `hint` what
/// to do. Empty `fault`: the picture was decoded to its last pixel.
struct Picture {
    std::string bytes;
    std::uint32_t width = 0, height = 0;
    std::string fault;
    std::string hint;
    unsigned orientation = 1; ///< how a JPEG wants to be turned, 1 to 8: Exif 2.32 4.6.4 A
    std::string icc{}; ///< its colour profile, of at most `max_profile_bytes`; unchecked
};

/// Keeps the critical chunks and tRNS. Spec: PNG (ISO 15948) 5, 11.
Picture read_png(std::string_view bytes);

/// Keeps JFIF and Adobe markers, on which the colours depend. Spec: ITU-T T.81 Annex B, T.871.
Picture read_jpeg(std::string_view bytes);

/// True if a picture of this size is within the limits of images.hpp; else says why in `fault`.
bool is_allowed_size(Picture& picture);

} // namespace presskit::load
