// SPDX-License-Identifier: Apache-2.0
/// A kit's manifest.json against its files.
#pragma once

#include "stages/verify/kit_files.hpp"

#include <optional>

namespace presskit::verify {

/// What manifest.json says of a document.
struct ManifestDocument {
    std::string path;
    std::string language;
    std::uint64_t pages = 0;
};

struct ManifestCheck {
    KitFacts facts;
    std::vector<ManifestDocument> documents;
};

/// Reports a manifest that is missing or not of the published form, and each file that is missing,
/// not listed, or of another size or digest. Nothing, if the manifest cannot be read at all.
std::optional<ManifestCheck> check_manifest(const KitSource& kit, FaultList& faults);

} // namespace presskit::verify
