// SPDX-License-Identifier: Apache-2.0
/// The kit's account of itself as JSON, and the checksums that guard it.
#pragma once

#include "stages/model/kit.hpp"

#include <span>
#include <string>

namespace presskit::bundle {

/// Raised when a reader of manifest.json or index.json must change.
inline constexpr int manifest_schema_version = 1;

/// manifest.json: two spaces of indent, keys in a fixed order, a newline at the end.
/// Format: schema/manifest.schema.json.
std::string to_json(const KitManifest& manifest);

/// SHA256SUMS for files by path and digest: `<64 hex digits>  <path>` lines, sorted by path.
struct Checksum {
    std::string path;
    Digest digest;
};
std::string to_checksum_lines(std::vector<Checksum> checksums);

/// "own", "derived", "fallback" or "missing".
std::string_view availability_name(Availability availability);

} // namespace presskit::bundle
