// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/commands.hpp"

#include "pipeline/cli/plan_table.hpp"
#include "pipeline/cli/planned_campaign.hpp"
#include "pipeline/cli/production.hpp"
#include "pipeline/cli/selection.hpp"
#include "pipeline/engine/report.hpp"
#include "stages/plan/matrix.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace presskit::cli {
namespace {

constexpr const char* campaigns_folder = "inputs";

bool lies_in(const std::string& path, const std::string& folder) {
    return path == folder || path.starts_with(folder + "/");
}

/// Outputs inside a campaign would be read as parts of it; a campaign inside the outputs would be
/// carried along with each exchange.
Diagnostics check_apart(engine::Workspace& workspace, const std::vector<std::string>& campaigns,
                        const std::string& out) {
    Diagnostics faults;
    const std::string place = workspace.resolved(out);
    for (const std::string& campaign : campaigns) {
        const std::string folder = workspace.resolved(campaign);
        if (lies_in(place, folder) || lies_in(folder, place))
            faults.push_back(usage_fault("nested-output",
                                         "the campaign and the outputs lie in each other",
                                         "give `--out` a folder of its own", campaign));
    }
    return faults;
}

/// What `check` says of a campaign without faults.
std::string summary(const std::string& folder, const CheckedCampaign& campaign) {
    return folder + ": " + engine::counted(campaign.documents, "document") + " in " +
           engine::counted(campaign.kits, "kit") + "\n";
}

} // namespace

Diagnostic usage_fault(std::string code, std::string message, std::string hint, std::string path) {
    return {.code = "cli." + std::move(code),
            .message = std::move(message),
            .hint = std::move(hint),
            .path = std::move(path),
            .blame = Blame::usage};
}

Result<std::vector<std::string>> campaign_folders(engine::Workspace& workspace,
                                                  const std::vector<std::string>& named) {
    if (!named.empty()) return named;
    auto names = workspace.list_folders(campaigns_folder);
    if (!names) return names.diagnostics;
    if (names->empty()) {
        append(names.diagnostics,
               {usage_fault("no-campaign", "there is no campaign in `inputs`",
                            "name a campaign's folder, or run where `inputs` is", campaigns_folder)});
        return names.diagnostics;
    }
    for (std::string& name : *names) name.insert(0, std::string(campaigns_folder) + "/");
    return names;
}

Outcome run_command(const BuildOptions& given, Surroundings& around) {
    BuildOptions options = given;
    auto folders = campaign_folders(around.workspace, given.campaigns);
    if (!folders) return {{}, std::move(folders.diagnostics)};
    options.campaigns = std::move(*folders);
    if (auto faults = check_apart(around.workspace, options.campaigns, options.out);
        has_errors(faults))
        return {{}, std::move(faults)};
    auto kits = build(around.workspace, options, around.sources, around.log);
    Outcome outcome{{}, std::move(folders.diagnostics)};
    append(outcome.diagnostics, std::move(kits.diagnostics));
    if (!kits) return outcome;
    for (const BuiltKit& kit : *kits)
        outcome.lines +=
            kit.id + "\t" + std::to_string(kit.bytes) + "\t" + kit.sha256 + "\t" + kit.file + "\n";
    return outcome;
}

Outcome run_command(const PlanOptions& options, Surroundings& around) {
    auto folders = campaign_folders(around.workspace, options.campaigns);
    if (!folders) return {{}, std::move(folders.diagnostics)};
    Outcome outcome{{}, std::move(folders.diagnostics)};
    const Only only{options.only, folders->size() > 1};
    std::vector<PlannedMatrix> matrices;
    std::set<std::string> known;
    for (const std::string& folder : *folders) {
        auto read = read_campaign(around.workspace, folder, around.sources);
        append(outcome.diagnostics, std::move(read.diagnostics));
        if (!read) continue;
        append(outcome.diagnostics, only.plan(read->campaign).diagnostics);
        const auto words = only.words_for(read->campaign);
        known.insert(words.begin(), words.end());
        if (!only.leaves_out(read->campaign))
            matrices.push_back({read->campaign.id, read->campaign.documents,
                                plan::make_matrix(read->campaign, words)});
    }
    if (!has_errors(outcome.diagnostics)) append(outcome.diagnostics, only.unknown(known));
    outcome.lines = options.json ? to_json(matrices) : to_table(matrices);
    return outcome;
}

Outcome run_command(const CheckOptions& options, Surroundings& around) {
    auto folders = campaign_folders(around.workspace, options.campaigns);
    if (!folders) return {{}, std::move(folders.diagnostics)};
    Outcome outcome{{}, std::move(folders.diagnostics)};
    std::map<std::string, std::string> folder_of;
    for (const std::string& folder : *folders) {
        auto checked = check(around.workspace, folder, options.brand, options.typography,
                             around.sources, around.log);
        if (checked) {
            outcome.lines += summary(folder, *checked);
            append(outcome.diagnostics, claim_id(folder_of, checked->id, folder));
        }
        append(outcome.diagnostics, std::move(checked.diagnostics));
    }
    return outcome;
}

} // namespace presskit::cli
