// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/planned_campaign.hpp"

#include "pipeline/cli/clock.hpp"
#include "stages/model/iso_time.hpp"

#include <algorithm>
#include <utility>

namespace presskit::cli {

Result<PlannedCampaign> plan_campaign(engine::Workspace& workspace, const std::string& folder,
                                      const Only& only, const std::string& brand, std::int64_t now,
                                      SourceMap& sources) {
    Result<ReadCampaign> read = read_campaign(workspace, folder, sources, brand);
    if (!read) return std::move(read.diagnostics);
    Diagnostics faults = std::move(read.diagnostics);
    // From here on an embargo that has passed is none.
    auto& embargo = read->campaign.embargo;
    std::string public_from;
    if (embargo && embargo->instant <= now) {
        public_from = to_utc_text(embargo->instant);
        embargo.reset();
    }
    Result<Plan> plan = only.plan(read->campaign);
    append(faults, std::move(plan.diagnostics));
    if (!plan) return faults;
    Result<Resources> resources =
        read_resources(workspace, read->campaign, read->files, languages_of(*plan));
    append(faults, std::move(resources.diagnostics));
    Result<std::int64_t> timestamp = source_date(workspace, release_instant(read->campaign));
    append(faults, std::move(timestamp.diagnostics));
    if (has_errors(faults)) return faults;
    return {{std::move(*read), std::move(*plan), std::move(*resources), *timestamp,
             std::move(public_from)},
            std::move(faults)};
}

Diagnostics claim_id(std::map<std::string, std::string>& folder_of, const std::string& id,
                     const std::string& folder) {
    const auto [first, is_new] = folder_of.emplace(id, folder);
    if (is_new) return {};
    return {{.code = "build.same-id",
             .message = "has the id `" + id + "`, as `" + first->second + "` has",
             .hint = "give each campaign an `id` of its own",
             .path = folder + "/campaign.yaml",
             .blame = Blame::configuration}};
}

bool has_kit(const Campaign& campaign, std::string_view id) {
    return std::ranges::any_of(campaign.countries, [&](const Country& country) {
        return std::ranges::any_of(country.languages, [&](const Locale& language) {
            return country.code.code + "-" + language.tag == id;
        });
    });
}

} // namespace presskit::cli
