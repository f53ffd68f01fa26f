// SPDX-License-Identifier: Apache-2.0
/// A kit as archives and libraries take it in: a BagIt bag. RFC 8493.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/bundle/zip.hpp"
#include "stages/model/kit.hpp"

#include <span>
#include <string>

namespace presskit::bundle {

/// A file of the kit. `entry.name` is its path below the kit's folder; `digest` is of the file itself.
struct BagFile {
    ZipEntry entry;
    Digest digest;
};

/// "plain-sight-al-sq-1.0.0-bag": the bag's top folder and, with `.zip`, its file.
std::string bag_name(const KitManifest& manifest);

/// The bag as a zip: the whole kit, unpacked, is its payload (`data/`); SHA-256 guards payload and
/// tags. Errors: as of write_zip.
Result<std::string> write_bag(const KitManifest& manifest, std::span<const BagFile> files);

} // namespace presskit::bundle
