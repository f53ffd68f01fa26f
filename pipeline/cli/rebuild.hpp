// SPDX-License-Identifier: Apache-2.0
/// Kits made again, to see whether a finished one is what its campaign gives.
#pragma once

#include "pipeline/cli/build.hpp"

#include <string>

namespace presskit::cli {

/// What a kit says of the circumstances of its making.
struct KitOrigin {
    std::string kit;                ///< "al-sq"
    std::string timestamp, embargo; ///< instants; `embargo` is empty without one
    std::string sha256;
    bool was_verified = true; ///< by its build
};

/// Builds the kit of `options.campaigns` again, in memory, at the kit's own time and on its own side of
/// the embargo, and compares. `path` names the kit in faults.
/// Errors: those of the build; another result ("verify.rebuild").
Diagnostics compare_rebuilt(engine::Workspace& workspace, const BuildOptions& options,
                            const KitOrigin& origin, const std::string& path, SourceMap& sources,
                            engine::Log& log);

} // namespace presskit::cli
