// SPDX-License-Identifier: Apache-2.0
/// One folder in the place of another, as one step for everybody who looks.
#pragma once

#include "pipeline/base/result.hpp"

#include <set>
#include <string>

namespace presskit::engine {

/// `automatic` exchanges in one system call and falls back to two renames where the file system
/// cannot; between those two `place` is missing for a moment.
enum class ExchangeMethod { automatic, two_renames };

/// Puts the folder `fresh` at `place`; all three paths are on one file system. Returns where the
/// folder lies that was at `place`, empty if there was none: `fresh`, or `aside` after two renames.
/// Errors: as the system says; then `place` is as it was.
Result<std::string> exchange(const std::string& fresh, const std::string& place,
                             const std::string& aside,
                             ExchangeMethod method = ExchangeMethod::automatic);

/// Links or copies from `old` to `fresh` all files but those named in `replaced` (paths inside
/// `old`) and those that `fresh` has; a folder that held only replaced files is not carried.
Diagnostics carry_others(const std::string& old, const std::string& fresh,
                         const std::set<std::string>& replaced);

Diagnostics rename_path(const std::string& from, const std::string& to);
/// Errors: there is something at `to`.
Diagnostics rename_to_free_path(const std::string& from, const std::string& to);

} // namespace presskit::engine
