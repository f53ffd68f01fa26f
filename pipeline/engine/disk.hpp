// SPDX-License-Identifier: Apache-2.0
/// The few things the engine does to a disk, with faults as diagnostics. Below the workspace, for
/// the engine only.
#pragma once

#include "pipeline/base/pieces.hpp"
#include "pipeline/base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::engine::disk {

enum class EntryKind { missing, file, folder, link, other };

struct Entry {
    std::string name;
    EntryKind kind = EntryKind::other;
};

/// What `path` is; a symbolic link is a link, whatever it points to.
EntryKind kind_of(const std::string& path);

/// When `path` was last changed, in seconds since 1970-01-01T00:00Z; the latest time there is if that
/// cannot be read, so that nothing is taken for old.
std::int64_t modified_at(const std::string& path);

/// `path` without `.`, `..` and symbolic links, as far as it exists; absolute.
std::string resolved(const std::string& path);

/// Sorted by byte.
Result<std::vector<Entry>> list_folder(const std::string& path);

/// Reads a regular file; never follows a symbolic link in the last place, never waits for a pipe.
/// Errors: as the system says; larger than `limit` bytes ("engine.file-too-large").
Result<std::string> read_regular(const std::string& path, std::uint64_t limit);

Diagnostics make_folders(const std::string& path);
/// Writes a file that must not exist, and syncs it. `mode` is what the umask is taken from.
Diagnostics write_new(const std::string& path, std::string_view bytes, unsigned mode = 0666);
Diagnostics write_new(const std::string& path, const Pieces& pieces);
/// Syncs the names in one folder.
Diagnostics sync_folder(const std::string& path);
/// Syncs a folder and all folders in it: the names, not the files.
Diagnostics sync_folders(const std::string& path);
/// Links or copies all of `from` to `to`, folders merged; what `to` has already stays as it is.
Diagnostics carry_over(const std::string& from, const std::string& to);
/// Links `from` as `to`, or copies it where the file system has no links.
Diagnostics link_or_copy(const std::string& from, const std::string& to);
Diagnostics remove_tree(const std::string& path);
Diagnostics remove_file(const std::string& path);
void copy_permissions(const std::string& from, const std::string& to);

/// A failed system call as a diagnostic. `action` completes "cannot …".
Diagnostic fault(const std::string& path, std::string_view action, int error);

} // namespace presskit::engine::disk
