// SPDX-License-Identifier: Apache-2.0
/// Pictures as image XObjects. ISO 32000-1 8.9.5.
#pragma once

#include "pipeline/base/deflate.hpp"
#include "pipeline/base/result.hpp"
#include "stages/model/campaign_image.hpp"
#include "stages/render/haru.hpp"

#include <string>

namespace presskit::render {

/// A picture ready for a file: dictionary entries and bytes, and the same of its soft mask. `metadata`
/// is an XMP packet with its rights, or null. ISO 32000-1 14.3.2.
struct EncodedImage {
    std::string entries;
    SharedBytes bytes;
    std::string mask_entries;
    SharedBytes mask; ///< null where the picture is opaque
    SharedBytes metadata;
};

/// JPEG passes through as it is; PNG is decoded, both its sides divided by `factor` (spare_factor),
/// and deflated in the smallest form that shows the same pixels. Errors: "render.image-unusable".
Result<EncodedImage> encode_image(const CampaignImage& image, std::uint32_t factor,
                                  Deflater& deflater);

ObjectId write_image(PdfFile& file, const EncodedImage& image);

} // namespace presskit::render
