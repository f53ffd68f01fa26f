// SPDX-License-Identifier: Apache-2.0
/// An outputs folder: index.json against the zips beside it.
#pragma once

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

/// Reports an index that is missing or not of the published form, kits that are missing, not
/// listed, listed twice or of another size or digest, and rows that disagree with the kit's own
/// manifest.
void check_index(std::string_view index_json, const FoundZips& zips, FaultList& faults);

} // namespace presskit::verify
