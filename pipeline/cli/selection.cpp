// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/selection.hpp"

#include "stages/plan/matrix.hpp"

#include <algorithm>

namespace presskit::cli {
namespace {

bool knows(const Campaign& campaign, const std::string& word) {
    return std::ranges::any_of(campaign.countries, [&](const Country& country) {
        return word == country.code.code || word.starts_with(country.code.code + "/");
    });
}

} // namespace

std::vector<std::string> Only::words_for(const Campaign& campaign) const {
    std::vector<std::string> own = words;
    if (several)
        std::erase_if(own, [&](const std::string& word) { return !knows(campaign, word); });
    return own;
}

bool Only::leaves_out(const Campaign& campaign) const {
    return !words.empty() && words_for(campaign).empty();
}

Result<Plan> Only::plan(const Campaign& campaign) const {
    if (leaves_out(campaign)) return Plan{};
    return plan::make_plan(campaign, words_for(campaign));
}

Diagnostics Only::unknown(const std::set<std::string>& known) const {
    Diagnostics faults;
    for (const std::string& word : words) {
        if (known.contains(word)) continue;
        faults.push_back({.code = "plan.unknown-selection",
                          .message = "no campaign has a kit `" + word + "`",
                          .hint = "give a country, or country and language as in `al/sq`",
                          .span = {},
                          .path = {},
                          .severity = Severity::error,
                          .blame = Blame::usage});
    }
    return faults;
}

} // namespace presskit::cli
