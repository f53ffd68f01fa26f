// SPDX-License-Identifier: Apache-2.0
/// Another program, run with bytes in and bytes out; no shell, no files.
#pragma once

#include "pipeline/base/result.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::engine {

struct CommandLimits {
    std::size_t output_bytes = 20'000'000;
    std::chrono::seconds time{60};
};

/// Runs `arguments` (the program first, looked up in PATH) with `input` on its standard input and
/// returns its standard output.
/// Errors: no such program ("engine.command-missing", configuration); it failed, with the first
/// line of its own message ("engine.command-failed", content); too much output or time (content).
Result<std::string> run_command(const std::vector<std::string>& arguments, std::string_view input,
                                const CommandLimits& limits = {});

} // namespace presskit::engine
