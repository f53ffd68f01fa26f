// SPDX-License-Identifier: Apache-2.0
/// The list that `presskit seal` keeps of its zips, beside them: which partners' zips it wrote, and of what.
///
/// A line a zip: its name, a tab, its SHA-256, a tab, and with commas between, `NAME=STATE` for each kit in it.
/// Partners may see the list, so NAME and STATE are digests: of campaign and kit, and of the kit's bytes.
#pragma once

#include "pipeline/engine/log.hpp"
#include "pipeline/engine/workspace.hpp"

#include <set>
#include <string>
#include <vector>

namespace presskit::cli {

inline constexpr const char* sealed_list_name = "sealed.txt";

/// A kit as it was when it was sealed.
struct SealedKit {
    std::string name, state;
    auto operator<=>(const SealedKit&) const = default;
};

/// A partner's zip; `digest` is empty in lists of older versions, which had names alone.
struct SealedZip {
    std::string file, digest;
    std::vector<SealedKit> kits;
};

/// A kit's NAME.
std::string sealed_name(const std::string& campaign, const std::string& kit);

std::string to_text(const std::vector<SealedZip>& zips);

/// Nothing where there is no list; lines that are none of ours are passed over.
std::vector<SealedZip> read_sealed(engine::Workspace& workspace, const std::string& folder);

/// After a publication: removes the zips in `folder` that hold nothing but kits named in `published`, if they are
/// still as `seal` wrote them, and notes each in the log. Faults are of the folder.
Diagnostics remove_published(engine::Workspace& workspace, engine::Log& log, const std::string& folder,
                             const std::set<std::string>& published);

/// Warns of each zip that holds another state of a kit under embargo than `embargoed` has.
Diagnostics outdated_zips(engine::Workspace& workspace, const std::string& folder, const std::set<SealedKit>& embargoed);

} // namespace presskit::cli
