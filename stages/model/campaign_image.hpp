// SPDX-License-Identifier: Apache-2.0
/// A picture of the campaign, checked and without metadata.
#pragma once

#include "pipeline/base/digest.hpp"
#include "pipeline/base/source.hpp"

#include <cstdint>
#include <string>

namespace presskit {

enum class ImageFormat { png, jpeg, svg };

/// `bytes` decode to `width` by `height` pixels and hold no EXIF, XMP, thumbnail or comment; an SVG has
/// no pixels and is as its designer drew it.
struct CampaignImage {
    std::string path; ///< in the campaign
    ImageFormat format = ImageFormat::png;
    std::uint32_t width = 0, height = 0; ///< pixels
    std::string bytes;
    Digest digest;
    bool operator==(const CampaignImage&) const = default;
};

/// What campaign.yaml says of a picture. `consent` says where the consent of a child and its guardian
/// is kept; it is for the campaign's team and goes into no kit.
struct ImageRecord {
    std::string creator, licence, consent;
    bool shows_child = false;
    Span span;
    bool operator==(const ImageRecord&) const = default;
};

} // namespace presskit
