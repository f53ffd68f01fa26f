// SPDX-License-Identifier: Apache-2.0
/// What an output folder holds from an earlier run, by its index.json.
#pragma once

#include "pipeline/base/digest.hpp"
#include "pipeline/engine/workspace.hpp"

#include <string>
#include <utility>
#include <vector>

namespace presskit::cli {

/// A kit of an earlier run. `row` is its JSON text in the index, `folder` that index's own: "" or
/// embargoed_folder; `file` is a name in it.
struct PreviousKit {
    std::string folder, campaign, id, version, file, embargo, row;
    Digest digest;
    std::vector<std::string> previews; ///< files in previews_folder
};

struct PreviousCampaign {
    std::string id, row, folder;
};

struct PreviousOutputs {
    std::vector<PreviousCampaign> campaigns;
    std::vector<PreviousKit> kits;
};

/// Empty where there is no index, or none that presskit wrote.
PreviousOutputs read_previous(engine::Workspace& workspace, const std::string& out);

/// The folders and files of an earlier run's kits and previews, by the same index, as in PreviousKit.
std::vector<std::pair<std::string, std::string>> previous_files(engine::Workspace& workspace, const std::string& out);

} // namespace presskit::cli
