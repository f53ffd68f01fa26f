// SPDX-License-Identifier: Apache-2.0
/// The line that says whose a picture is.
#pragma once

#include "stages/model/campaign_image.hpp"

namespace presskit {

/// Whom to name beside the picture; empty where its record leaves that to the campaign.
inline const std::string& credit_of(const ImageRecord& record) {
    if (!record.credit.empty()) return record.credit;
    return record.creator.empty() ? record.holder : record.creator;
}

} // namespace presskit
