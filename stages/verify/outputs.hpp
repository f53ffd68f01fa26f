// SPDX-License-Identifier: Apache-2.0
/// An outputs folder: index.json against the zips beside it.
#pragma once

#include "pipeline/base/file_tree.hpp"
#include "stages/verify/kit_files.hpp"

#include <map>
#include <optional>
#include <string>

namespace presskit::verify {

/// A zip of the folder, as it was found.
struct FoundZip {
    std::size_t bytes = 0;
    Digest digest;
    std::optional<KitFacts> facts;
};
using FoundZips = std::map<std::string, FoundZip>;

inline constexpr std::string_view previews_folder = "previews/";

/// Reports an index that is missing or not of the published form, kits that are missing, not
/// listed, listed twice or of another size or digest, and rows that disagree with the kit's own
/// manifest. Pictures of pages that are missing, not listed, of another size or digest, or no pictures.
void check_index(std::string_view index_json, const FoundZips& zips, const FileTree& tree,
                 FaultList& faults);

} // namespace presskit::verify
