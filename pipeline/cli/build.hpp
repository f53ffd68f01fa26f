// SPDX-License-Identifier: Apache-2.0
/// `presskit build`: from campaign folders to kits in the output folder.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/engine/log.hpp"
#include "pipeline/cli/output_index.hpp"
#include "pipeline/cli/signing_key.hpp"
#include "pipeline/engine/workspace.hpp"

#include <string>
#include <vector>

namespace presskit::cli {

/// Where kits lie unless a command is told otherwise.
inline constexpr const char* outputs_folder = "outputs";

struct BuildOptions {
    std::vector<std::string> campaigns; ///< folders
    std::vector<std::string> only;      ///< "al" or "al/sq"; empty for all kits
    std::string out = outputs_folder;
    std::string brand; ///< a folder in `brands/`; empty for the campaign's own, `brand/`
    unsigned workers = 1;
    bool verify = true;
    bool linearize = false; ///< PDFs for fast web view
    /// Where documents are kept from run to run; empty: where PRESSKIT_CACHE or the system says.
    std::string cache;
    bool use_cache = true;
    bool previews = false; ///< pictures of all pages, in previews_folder
    bool bagit = false; ///< each kit as a BagIt bag, too, in bags_folder
    std::string now;        ///< what embargoes are held against; empty for the machine's clock
    KeyOptions key;         ///< what kits and index are signed with
};

/// Builds all kits aside and puts them in the place of the old ones at once; with `only`, the kits
/// not selected are kept. No file of `out` is touched unless everything succeeded.
Result<std::vector<BuiltKit>> build(engine::Workspace& workspace, const BuildOptions& options,
                                    SourceMap& sources, engine::Log& log);

/// What a campaign without faults would give.
struct CheckedCampaign {
    std::string id;
    std::size_t documents = 0, kits = 0;
};

/// Makes every document of a campaign and keeps none: for the faults that a build would find, and
/// with `typography` for the lines that cannot be set well.
Result<CheckedCampaign> check(engine::Workspace& workspace, const std::string& folder,
                              const std::string& brand, bool typography, SourceMap& sources,
                              engine::Log& log);

} // namespace presskit::cli
