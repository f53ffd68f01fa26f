// SPDX-License-Identifier: Apache-2.0
/// What each command does, from its options to lines for standard output.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/cli/options.hpp"
#include "pipeline/engine/workspace.hpp"

#include <string>
#include <vector>

namespace presskit::cli {

/// An outputs folder is far larger than a campaign.
inline constexpr engine::TreeLimits verify_limits{
    .file_bytes = 1'000'000'000, .total_bytes = 8'000'000'000, .files = 100'000, .depth = 16};

/// What a command works with.
struct Surroundings {
    engine::Workspace& workspace;
    SourceMap& sources;
    engine::Log& log;
};

/// `lines` are results; they may stand beside errors, where part of the work was done.
struct Outcome {
    std::string lines;
    Diagnostics diagnostics;
};

Outcome run_command(const BuildOptions& options, Surroundings& around);
Outcome run_command(const PlanOptions& options, Surroundings& around);
Outcome run_command(const CheckOptions& options, Surroundings& around);
Outcome run_command(const ImportFileOptions& options, Surroundings& around);
Outcome run_command(const ProofOptions& options, Surroundings& around);
Outcome run_command(const VerifyOptions& options, Surroundings& around);
Outcome run_command(const KeygenOptions& options, Surroundings& around);
Outcome run_command(const SignOptions& options, Surroundings& around);
Outcome run_command(const SealOptions& options, Surroundings& around);
Outcome run_command(const PublishOptions& options, Surroundings& around);
Outcome run_command(const ReleasesOptions& options, Surroundings& around);
Outcome run_command(const RollbackOptions& options, Surroundings& around);

/// A fault of the command line, `cli.CODE`.
Diagnostic usage_fault(std::string code, std::string message, std::string hint,
                       std::string path = {});

/// The campaigns named, or every folder in inputs/.
/// Errors: none named and none there; one that is not there (usage).
Result<std::vector<std::string>> campaign_folders(engine::Workspace& workspace,
                                                  const std::vector<std::string>& named);

} // namespace presskit::cli
