// SPDX-License-Identifier: Apache-2.0
/// A kit's manifest.json against its files.
#pragma once

#include "stages/verify/kit_files.hpp"
#include "stages/verify/picture.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace presskit::verify {

/// What manifest.json says of a document.
struct ManifestDocument {
    std::string path;
    std::string language;
    std::uint64_t pages = 0;
};

/// What manifest.json says of a PNG or JPEG.
struct ManifestPicture {
    std::string path;
    std::uint64_t width = 0, height = 0; ///< pixels
    SeenRights rights;
};

struct ManifestCheck {
    KitFacts facts;
    std::vector<ManifestDocument> documents;
    std::vector<ManifestPicture> pictures;
};

/// Reports a manifest that is missing or not of the published form, and each file that is missing,
/// not listed, or of another size or digest. Nothing, if the manifest cannot be read at all.
std::optional<ManifestCheck> check_manifest(const KitSource& kit, FaultList& faults);

} // namespace presskit::verify
