// SPDX-License-Identifier: Apache-2.0
/// What earlier runs made, by the digest of all that it was made from.
///
/// An entry is a file `<folder>/ab/cdef…`, the digest's hexadecimal digits: 32 bytes of SHA-256 of what
/// follows, then the bytes kept. It is written aside and renamed, and never synced: an entry that a
/// power cut tore does not have its digest, and counts as absent. Many runs may use a folder at once.
/// A file's time is that of its last use; the oldest go first when the folder grows too large.
#pragma once

#include "pipeline/base/digest.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace presskit::engine::disk_cache {

/// The bytes kept under `key`; nothing if there are none, or not those that were kept.
std::optional<std::string> find(const std::string& folder, const Digest& key);

/// Keeps `bytes`. False if they cannot be written; then nothing is kept.
bool keep(const std::string& folder, const Digest& key, std::string_view bytes);

/// Removes what was not used for longest, until at most `most_bytes` are left. Reads only the folder's
/// own files, by their names.
void trim(const std::string& folder, std::uint64_t most_bytes);

} // namespace presskit::engine::disk_cache
