// SPDX-License-Identifier: Apache-2.0
/// The index of instruments: which treaties and laws an edition speaks of, and where.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/campaign.hpp"
#include "stages/model/language.hpp"

namespace presskit::plan {

/// Fills the text's `::: instruments`, in the order of the language's alphabet, and makes a Mention of
/// each place where one of the campaign's instruments is named. Without an index nothing changes.
/// Requires: headings have ids, headings and footnotes are numbered.
/// Warnings: `plan.unused-instrument`, one that the text mentions nowhere.
void index_instruments(const Campaign& campaign, const Language& language, Document& document,
                       Diagnostics& diagnostics);

} // namespace presskit::plan
