// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/output_index.hpp"

#include "stages/bundle/index.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace presskit::cli {

std::string folder_of(const Campaign& campaign) {
    return campaign.embargo ? embargoed_folder : "";
}

Pieces index_of(std::span<const CampaignRecord> campaigns, std::span<const KitRecord> made,
                std::span<const KitRecord> kept, const std::string& folder) {
    std::map<std::string_view, PackedText> campaign_rows;
    for (const CampaignRecord& campaign : campaigns)
        if (campaign.folder == folder) campaign_rows.emplace(campaign.id, campaign.row);
    std::map<std::pair<std::string_view, std::string_view>, PackedText> kit_rows;
    for (const auto kits : {made, kept})
        for (const KitRecord& kit : kits)
            if (kit.folder == folder)
                kit_rows.emplace(std::pair<std::string_view, std::string_view>(kit.campaign, kit.built.id),
                                 kit.row);
    std::vector<PackedText> campaign_texts, kit_texts;
    for (auto& [id, row] : campaign_rows) campaign_texts.push_back(std::move(row));
    for (auto& [id, row] : kit_rows) kit_texts.push_back(std::move(row));
    return bundle::make_index(std::move(campaign_texts), std::move(kit_texts));
}

bool has_kits(std::span<const KitRecord> kits, const std::string& folder) {
    return std::ranges::any_of(kits,
                               [&](const KitRecord& kit) { return kit.folder == folder; });
}

} // namespace presskit::cli
