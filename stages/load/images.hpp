// SPDX-License-Identifier: Apache-2.0
/// Pictures: decoded once to know that they are whole, freed of metadata, never changed in a pixel. A
/// colour profile other than sRGB's, and how a photograph is to be turned, are handed on beside the bytes.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/model/campaign_image.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace presskit::load {

inline constexpr std::size_t max_image_bytes = 20'000'000;
inline constexpr std::uint64_t max_image_pixels = 40'000'000;
inline constexpr std::uint32_t max_image_side = 12'000;

/// `path` as the campaign names it; `use` is where it does so.
/// Errors: neither PNG nor JPEG, damaged, too large; of JPEG also CMYK without a profile, and a coding that
/// PDF lacks.
Result<CampaignImage> read_image(const std::string& path, std::string_view bytes, Span use);

/// True for the names of files that are taken for pictures.
bool is_image_name(std::string_view path);

} // namespace presskit::load
