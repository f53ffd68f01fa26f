// SPDX-License-Identifier: Apache-2.0
/// The line that says whose a picture is.
#pragma once

#include "stages/model/campaign.hpp"

namespace presskit {

/// Whom to name beside the picture: by campaign.yaml, or else by the picture's own file; empty where both
/// leave that to the campaign.
inline std::string credit_of(const Campaign& campaign, const std::string& path) {
    if (const auto row = campaign.image_records.find(path); row != campaign.image_records.end())
        for (const std::string* line : {&row->second.credit, &row->second.creator, &row->second.holder})
            if (!line->empty()) return *line;
    const auto image = campaign.images.find(path);
    if (image == campaign.images.end()) return {};
    const ImageRights& own = image->second.own_rights;
    return own.credit.empty() ? own.creator : own.credit;
}

} // namespace presskit
