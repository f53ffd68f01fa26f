// SPDX-License-Identifier: Apache-2.0
/// A campaign with everything decided and nothing made.
#pragma once

#include "pipeline/cli/production.hpp"
#include "pipeline/cli/resources.hpp"
#include "pipeline/cli/selection.hpp"
#include "stages/model/plan.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace presskit::cli {

/// `timestamp` is that of all files, in seconds since 1970-01-01T00:00Z.
struct PlannedCampaign {
    ReadCampaign read;
    Plan plan;
    Resources resources;
    std::int64_t timestamp = 0;
    std::string public_from{}; ///< when its embargo passed, "2021-05-18T08:00:00Z"; empty if it had none
};

/// Reads and plans the campaign in `folder`; an embargo that has passed at `now` is none.
Result<PlannedCampaign> plan_campaign(engine::Workspace& workspace, const std::string& folder,
                                      const Only& only, const std::string& brand, std::int64_t now,
                                      SourceMap& sources);

/// Refuses a second campaign with an id that is in `folder_of`, for kits of both would have one name.
Diagnostics claim_id(std::map<std::string, std::string>& folder_of, const std::string& id,
                     const std::string& folder);

/// Whether the campaign has a kit of this id, "al-sq", whatever is selected.
bool has_kit(const Campaign& campaign, std::string_view id);

} // namespace presskit::cli
