// SPDX-License-Identifier: Apache-2.0
/// A picture of the campaign, checked and without the notes that cameras leave in it.
#pragma once

#include "pipeline/base/digest.hpp"
#include "pipeline/base/source.hpp"
#include "stages/model/image_rights.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace presskit {

enum class ImageFormat { png, jpeg, svg };

/// The same picture smaller, on both sides and in bytes.
struct SmallerCopy {
    std::uint32_t width = 0, height = 0; ///< pixels
    std::string bytes;
    Digest digest;
    bool operator==(const SmallerCopy&) const = default;
};

/// What a picture holds of its own colours, where they are not sRGB's; nobody has checked it.
struct ColourProfile {
    std::string name; ///< "Adobe RGB (1998)"
    std::string icc;  ///< ICC.1:2010
    Span use;         ///< where the campaign names the picture
    bool operator==(const ColourProfile&) const = default;
};

/// True for those of Exif's orientations, 1 to 8, that make a picture's width its height.
constexpr bool lies_on_side(unsigned orientation) { return orientation >= 5; }

/// `bytes` decode to `width` by `height` pixels, once turned, and hold no EXIF, thumbnail or comment, and
/// of XMP and IPTC the `rights` alone, or nothing while those are empty; an SVG has no pixels and is as
/// its designer drew it.
struct CampaignImage {
    std::string path; ///< in the campaign
    ImageFormat format = ImageFormat::png;
    std::uint32_t width = 0, height = 0; ///< pixels
    std::string bytes;
    Digest digest;
    ImageRights rights{};
    ImageRights own_rights{}; ///< what the campaign's file says of itself; `rights` begin with it
    std::optional<ColourProfile> profile{}; ///< of `bytes`, until their colours are sRGB's
    unsigned orientation = 1;           ///< of `bytes`, as Exif counts (2.32 4.6.4 A), until they are upright
    std::optional<SmallerCopy> web{};   ///< for screens; none where `bytes` serve
    std::optional<SmallerCopy> print{}; ///< for PDFs; none where `bytes` serve
    bool operator==(const CampaignImage&) const = default;
};

/// What campaign.yaml says of a picture; what it leaves out is what the picture's file says, then the
/// campaign's. `consent` says where the consent of a child and its guardian is kept; it is for the
/// campaign's team and goes into no kit.
struct ImageRecord {
    std::string creator, credit, holder, licence, consent;
    bool shows_child = false;
    Span span;
    bool operator==(const ImageRecord&) const = default;
};

} // namespace presskit
