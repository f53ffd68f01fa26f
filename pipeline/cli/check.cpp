// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/batches.hpp"
#include "pipeline/cli/build.hpp"
#include "pipeline/cli/planned_campaign.hpp"
#include "pipeline/cli/production.hpp"
#include "pipeline/engine/parallel.hpp"

#include <utility>

namespace presskit::cli {

Result<CheckedCampaign> check(engine::Workspace& workspace, const std::string& folder,
                              const std::string& brand, bool typography, SourceMap& sources,
                              engine::Log& log) {
    Result<PlannedCampaign> planned =
        plan_campaign(workspace, folder, {{}, false}, brand, workspace.now(), sources);
    if (!planned) return std::move(planned.diagnostics);
    const Plan& plan = planned->plan;
    engine::Progress progress(log);
    Production production(planned->read.campaign, plan, planned->resources,
                          {.workers = engine::default_workers(),
                           .timestamp = planned->timestamp,
                           .typography = typography});
    progress.start("compose and render", plan.artefacts.size());
    for_each_batch(plan, engine::default_workers(), [&](std::size_t first, std::size_t last) {
        append(planned.diagnostics, production.make_artefacts(first, last, progress));
        production.forget_before(last);
    });
    progress.finish();
    return {{planned->read.campaign.id, plan.artefacts.size(), plan.kits.size()}, std::move(planned.diagnostics)};
}

} // namespace presskit::cli
