// SPDX-License-Identifier: Apache-2.0
/// What `--only` selects of one or several campaigns.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/model/campaign.hpp"
#include "stages/model/plan.hpp"

#include <set>
#include <string>
#include <vector>

namespace presskit::cli {

/// The words after `--only`, and whether several campaigns share them.
struct Only {
    std::vector<std::string> words;
    bool several = false;

    /// Of several campaigns each gives the selected kits that it has; one alone must have them all.
    std::vector<std::string> words_for(const Campaign& campaign) const;

    /// True if nothing of `campaign` is selected.
    bool leaves_out(const Campaign& campaign) const;

    /// The plan of the selected kits; empty if the campaign is left out.
    /// Errors: `plan.unknown-selection` (usage), and those of plan::make_plan().
    Result<Plan> plan(const Campaign& campaign) const;

    /// `plan.unknown-selection` (usage) for each word that words_for() gave for none of several
    /// campaigns.
    Diagnostics unknown(const std::set<std::string>& known) const;
};

} // namespace presskit::cli
