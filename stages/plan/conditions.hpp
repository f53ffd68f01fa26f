// SPDX-License-Identifier: Apache-2.0
/// Content for some countries or languages only: kept or dropped.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/document.hpp"

namespace presskit::plan {

/// Replaces each Conditional by its content if it holds for `country` and the document's language.
/// A callout, quotation or section that is left empty goes too.
/// Errors: `plan.empty-edition`, `plan.heading-skips-level` (by what was dropped).
void apply_conditions(Document& document, const CountryCode& country, Diagnostics& diagnostics);

} // namespace presskit::plan
