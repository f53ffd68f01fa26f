// SPDX-License-Identifier: Apache-2.0
/// What an output folder will hold: kits that anybody may have, and apart from them those under an
/// embargo, each set with an index of its own.
#pragma once

#include "pipeline/base/packed_text.hpp"
#include "pipeline/base/pieces.hpp"
#include "stages/model/campaign.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace presskit::cli {

/// The list of a folder's kits.
inline constexpr const char* index_name = "index.json";

/// Where kits under embargo lie below the outputs. Nothing outside of it names anything of them.
inline constexpr const char* embargoed_folder = "embargoed/";

/// Where a set's bags lie, below the outputs or embargoed_folder.
inline constexpr const char* bags_folder = "bags/";

/// Where pictures of a set's pages lie, below the outputs or embargoed_folder.
inline constexpr const char* previews_folder = "previews/";

/// One line of what was made, for standard output. `file` is below the outputs.
struct BuiltKit {
    std::string id, file, sha256;
    std::uint64_t bytes = 0;
};

/// What a finished kit leaves behind when its bytes have gone to the draft.
struct KitRecord {
    BuiltKit built;
    std::string campaign;
    PackedText row; ///< of the index
    std::string folder; ///< "" or embargoed_folder
};

/// A row of the index for a campaign.
struct CampaignRecord {
    std::string id;
    PackedText row;
    std::string folder;
};

/// "" for a campaign without embargo.
std::string folder_of(const Campaign& campaign);

/// The index of one folder, by campaign and kit, whatever was kept and whatever was made.
Pieces index_of(std::span<const CampaignRecord> campaigns, std::span<const KitRecord> made,
                std::span<const KitRecord> kept, const std::string& folder);

/// Whether anything lies in the folder.
bool has_kits(std::span<const KitRecord> kits, const std::string& folder);

} // namespace presskit::cli
