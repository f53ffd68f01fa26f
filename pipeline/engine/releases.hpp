// SPDX-License-Identifier: Apache-2.0
/// Releases of a site: folders that never change again, and the name `current` for one of them.
///
///   <site>/releases/0007-1a2b3c4d5e6f/   number of the release, start of the digest of its contents
///   <site>/current -> releases/0007-…    exchanged by one rename, so that whoever looks sees one whole
///   <site>/.lock                         held while a release is made and added; it names its holder
/// A release is written as `releases/.partial-…`, synced and renamed: a run that is killed leaves
/// nothing but that folder, which the next run removes. Files equal to those of the current release,
/// or of the newest that has them, are hard links to them, with their times: an unchanged kit keeps
/// its ETag, also where a release without it was served for a while.
#pragma once

#include "pipeline/base/file_tree.hpp"
#include "pipeline/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace presskit::engine {

/// `added` is when, in seconds since 1970-01-01T00:00Z.
struct SiteRelease {
    std::string id;
    bool is_current = false;
    std::int64_t added = 0;
};

/// What stays of a site's releases: the newest `newest`, and all that were added after `since`.
/// Whatever the rule says, the current one stays.
struct Retention {
    std::size_t newest = 0;
    std::int64_t since = std::numeric_limits<std::int64_t>::max();
};

/// In order of number; none where there is no site.
Result<std::vector<SiteRelease>> list_releases(const std::string& site);

/// Makes a release of what stands there now. Called under the lock: whatever it has read of the site
/// still holds when its release becomes current.
using MakeRelease = std::function<Result<FileTree>()>;

/// Adds the release and makes it current. One that has the current contents is not added twice.
/// Returns its id. Errors: another run holds the lock (temporary); those of `make`; as the system says,
/// with the old release still current.
Result<std::string> add_release(const std::string& site, const MakeRelease& make);

/// Makes an earlier release current. Errors: there is none of this id (usage).
Diagnostics select_release(const std::string& site, const std::string& id);

/// Removes what the rule does not keep; returns the ids. A run that is killed leaves no half release
/// that could be chosen. Errors: another run holds the lock (temporary); as the system says.
Result<std::vector<std::string>> remove_releases(const std::string& site, const Retention& rule);

} // namespace presskit::engine
