// SPDX-License-Identifier: Apache-2.0
/// A folder as a value: what the engine read, for stages that never open a file.
#pragma once

#include <map>
#include <set>
#include <string>

namespace presskit {

/// Files by path inside the folder ("texts/release/en.md"), `/` between parts, sorted by byte.
struct FileTree {
    std::string root; ///< how the user named the folder; only for messages
    std::map<std::string, std::string, std::less<>> files;
    /// Paths of what is there but was not read; the engine has reported each.
    std::set<std::string, std::less<>> unreadable = {};
    bool operator==(const FileTree&) const = default;
};

} // namespace presskit
