// SPDX-License-Identifier: Apache-2.0
/// The whole program but for its name.
#pragma once

#include "pipeline/engine/workspace.hpp"

namespace presskit::cli {

/// Parses, runs and reports; returns the exit code.
int run(int argc, const char* const* argv, engine::Workspace& workspace);

} // namespace presskit::cli
