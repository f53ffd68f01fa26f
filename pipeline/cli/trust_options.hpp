// SPDX-License-Identifier: Apache-2.0
/// The part of the command line that signs kits and publishes them.
#pragma once

#include "pipeline/cli/options.hpp"

#include <CLI/CLI.hpp>

#include <string>

namespace presskit::cli {

void add_key(CLI::App& command, KeyOptions& key);
void add_now(CLI::App& command, std::string& now);

CLI::App& add_keygen(CLI::App& app, KeygenOptions& options);
CLI::App& add_sign(CLI::App& app, SignOptions& options);
CLI::App& add_seal(CLI::App& app, SealOptions& options);
CLI::App& add_publish(CLI::App& app, PublishOptions& options);
CLI::App& add_releases(CLI::App& app, ReleasesOptions& options);
CLI::App& add_rollback(CLI::App& app, RollbackOptions& options);

} // namespace presskit::cli
