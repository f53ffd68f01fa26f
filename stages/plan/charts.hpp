// SPDX-License-Identifier: Apache-2.0
/// The values of charts in the words of an edition.
#pragma once

#include "stages/model/document.hpp"
#include "stages/model/language.hpp"

namespace presskit::plan {

/// Writes each value of each chart into its cell as `language` writes numbers and dates; a mark
/// becomes its meaning, a missing value a dash.
void write_chart_values(Blocks& blocks, const Language& language);

} // namespace presskit::plan
