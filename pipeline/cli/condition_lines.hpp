// SPDX-License-Identifier: Apache-2.0
/// The outcome of each condition, as `verify --conditions` prints it.
#pragma once

#include "pipeline/cli/options.hpp"
#include "stages/verify/verify.hpp"

#include <string>

namespace presskit::cli {

/// A line for each condition of the standards that the PDFs claim, with those that break it.
std::string condition_lines(const verify::VerifyReport& report, ConditionsFormat format);

} // namespace presskit::cli
