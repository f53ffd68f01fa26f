// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/run.hpp"
#include "pipeline/engine/disk_workspace.hpp"

int main(int argc, char** argv) {
    presskit::engine::DiskWorkspace workspace;
    return presskit::cli::run(argc, argv, workspace);
}
