// SPDX-License-Identifier: Apache-2.0
/// A picture of the campaign, checked and without metadata.
#pragma once

#include "pipeline/base/digest.hpp"

#include <cstdint>
#include <string>

namespace presskit {

enum class ImageFormat { png, jpeg };

/// `bytes` decode to `width` by `height` pixels and hold no EXIF, XMP, thumbnail or comment.
struct CampaignImage {
    std::string path; ///< in the campaign
    ImageFormat format = ImageFormat::png;
    std::uint32_t width = 0, height = 0; ///< pixels
    std::string bytes;
    Digest digest;
    bool operator==(const CampaignImage&) const = default;
};

} // namespace presskit
