// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/output_index.hpp"

#include "stages/bundle/index.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace presskit::cli {

std::string folder_of(const Campaign& campaign) {
    return campaign.embargo ? embargoed_folder : "";
}

std::string index_of(const std::vector<CampaignRecord>& campaigns,
                     const std::vector<KitRecord>& kits, const std::string& folder) {
    std::map<std::string, std::string> campaign_rows;
    for (const CampaignRecord& campaign : campaigns)
        if (campaign.folder == folder) campaign_rows.emplace(campaign.id, campaign.row);
    std::map<std::pair<std::string, std::string>, std::string> kit_rows;
    for (const KitRecord& kit : kits)
        if (kit.folder == folder) kit_rows.emplace(std::pair(kit.campaign, kit.built.id), kit.row);
    std::vector<std::string> campaign_texts, kit_texts;
    for (auto& [id, row] : campaign_rows) campaign_texts.push_back(std::move(row));
    for (auto& [id, row] : kit_rows) kit_texts.push_back(std::move(row));
    return bundle::make_index(campaign_texts, kit_texts);
}

bool has_kits(const std::vector<KitRecord>& kits, const std::string& folder) {
    return std::ranges::any_of(kits,
                               [&](const KitRecord& kit) { return kit.folder == folder; });
}

} // namespace presskit::cli
