// SPDX-License-Identifier: Apache-2.0
/// A text with nothing left to decide, ready to be set.
#pragma once

#include "pipeline/base/result.hpp"
#include "stages/model/plan.hpp"

namespace presskit::plan {

/// Makes the edition that `key` names, a key of a plan for this campaign. Pure, and so cheap that
/// each artefact makes its own.
/// Errors: `plan.unknown-text` (no such text), `plan.unknown-actor`, and those of conditions,
/// variables and numbering, at the author's line.
Result<Edition> make_edition(const Campaign& campaign, const EditionKey& key);

} // namespace presskit::plan
