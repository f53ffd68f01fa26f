// SPDX-License-Identifier: Apache-2.0
/// Campaign to Plan: which document, for which country, in which language, from which text.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/model/plan.hpp"

#include <string>
#include <vector>

namespace presskit::plan {

/// Kits to plan: "al" or "al/sq"; empty for all.
using Selection = std::vector<std::string>;

/// Errors: `plan.missing-text` (neither own, derived nor fallback), `plan.fallback-forbidden` (only
/// a fallback, which the document's row forbids), `plan.unknown-selection` (usage), `plan.no-kits`,
/// `plan.unknown-document`.
Result<Plan> make_plan(const Campaign& campaign, const Selection& only);

/// The matrix of the plan alone, also where texts are missing and there can be no plan.
std::vector<MatrixCell> make_matrix(const Campaign& campaign, const Selection& only);

} // namespace presskit::plan
