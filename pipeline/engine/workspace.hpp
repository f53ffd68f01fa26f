// SPDX-License-Identifier: Apache-2.0
/// The one door to the world. All that presskit reads comes in here, all that it writes goes out
/// here, so a test can stand in for the disk and log every read and write.
///
/// Outputs are a set, replaced whole: a draft is filled aside (`.outputs.partial-<pid>` beside
/// `outputs`, so on the same file system), synced, and exchanged for the old set in one system
/// call. Whoever looks at `outputs` sees all of the old set or all of the one that follows it, also
/// after kill -9 or a power cut. Writing in place was rejected: a reader would see a mixture, and a
/// failed build would destroy the last good one.
#pragma once

#include "pipeline/base/digest.hpp"
#include "pipeline/base/file_tree.hpp"
#include "pipeline/base/pieces.hpp"
#include "pipeline/base/result.hpp"
#include "pipeline/engine/output_draft.hpp"
#include "pipeline/engine/releases.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::engine {

/// What a folder of an author may hold at most.
struct TreeLimits {
    std::uint64_t file_bytes = 20'000'000;
    std::uint64_t total_bytes = 200'000'000;
    std::size_t files = 20'000;
    std::size_t depth = 16; ///< folders inside folders
};

/// The files that could be read, with a diagnostic for each that could not; so that one run reports
/// faults of the folder and of its texts alike.
struct TreeReading {
    FileTree tree;
    Diagnostics diagnostics;
};

/// How a single file is written: in the place of an old one; only if there is none; or that, and
/// readable by its owner alone.
enum class FileRule { replace, create, create_private };

/// Paths are as the user gave them, absolute or below the working folder.
class Workspace {
  public:
    virtual ~Workspace() = default;

    /// Reads the regular files below `root`. Hidden files and what editors leave behind are
    /// ignored. Errors: a symbolic link, device or socket; an unreadable file; a limit passed; a
    /// name that is not UTF-8 or holds control characters. Such a file is left out.
    virtual TreeReading read_tree(const std::string& root, const TreeLimits& limits) = 0;

    /// Reads one regular file. Errors: missing, unreadable or larger than `limit` bytes.
    virtual Result<std::string> read_file(const std::string& path, std::uint64_t limit) = 0;

    /// Names of the folders in `path` that are not hidden, sorted by byte; none if there is no
    /// `path`. Warnings: links to folders, which are left out.
    virtual Result<std::vector<std::string>> list_folders(const std::string& path) = 0;

    /// `path` absolute, without `.`, `..` and symbolic links as far as it exists.
    virtual std::string resolved(const std::string& path) = 0;

    virtual std::optional<std::string> environment(const std::string& name) = 0;

    /// Seconds since 1970-01-01T00:00Z by the machine's clock. Only embargoes are held against it; no
    /// file tells it.
    virtual std::int64_t now() = 0;

    /// Locks `out` and opens a draft of what it shall hold; removes what killed runs left beside
    /// it. Errors: another run holds the lock (temporary); `out` cannot be written (configuration).
    virtual Result<OutputDraft> begin_outputs(const std::string& out) = 0;

    /// Writes a file of the draft. `name` is relative with `/`. Safe to call from many threads.
    virtual Diagnostics write(const OutputDraft& draft, const std::string& name,
                              std::string_view bytes) = 0;
    virtual Diagnostics write_pieces(const OutputDraft& draft, const std::string& name,
                                     const Pieces& pieces) {
        return write(draft, name, joined(pieces));
    }

    /// Takes a file of the old set into the draft. Errors: it is gone or its digest is another.
    virtual Diagnostics keep(const OutputDraft& draft, const std::string& name,
                             const Digest& digest) = 0;

    /// Puts the draft in the place of the old set. Files of the old set named in `replaced` go; all
    /// else that lies in the old folder was put there by others and is carried over.
    virtual Diagnostics swap_in(OutputDraft draft, const std::set<std::string>& replaced) = 0;

    /// A site's releases; see releases.hpp.
    virtual Result<std::vector<SiteRelease>> list_releases(const std::string& site) = 0;
    virtual Result<std::string> add_release(const std::string& site, const MakeRelease& make) = 0;
    virtual Diagnostics select_release(const std::string& site, const std::string& id) = 0;
    virtual Result<std::vector<std::string>> remove_releases(const std::string& site,
                                                             const Retention& rule) = 0;

    /// What earlier runs kept under `key` in the cache `folder`; see disk_cache.hpp. A workspace may do
    /// without: then nothing is ever found.
    virtual std::optional<std::string> cached(const std::string& /*folder*/, const Digest& /*key*/) {
        return std::nullopt;
    }
    /// Keeps bytes for later runs. Safe to call from many threads. A cache that cannot be written is none.
    virtual void cache(const std::string& /*folder*/, const Digest& /*key*/, std::string_view /*bytes*/) {}
    /// Makes room: the cache keeps at most `bytes` of what was used last.
    virtual void trim_cache(const std::string& /*folder*/, std::uint64_t /*bytes*/) {}

    /// Writes one file outside of any set, whole or not at all.
    virtual Diagnostics write_file(const std::string& path, std::string_view bytes,
                                   FileRule rule) = 0;

    /// Makes the folder `path` with the files of `tree`, whole or not at all; never overwrites.
    virtual Diagnostics create_folder(const std::string& path, const FileTree& tree) = 0;
};

} // namespace presskit::engine
