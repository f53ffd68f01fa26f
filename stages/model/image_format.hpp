// SPDX-License-Identifier: Apache-2.0
/// What programs call the formats of pictures.
#pragma once

#include "stages/model/campaign.hpp"

#include <string_view>

namespace presskit {

/// RFC 6838: "image/png".
constexpr std::string_view media_type(ImageFormat format) {
    switch (format) {
    case ImageFormat::png: return "image/png";
    case ImageFormat::jpeg: return "image/jpeg";
    case ImageFormat::svg: break;
    }
    return "image/svg+xml";
}

} // namespace presskit
