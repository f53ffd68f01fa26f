// SPDX-License-Identifier: Apache-2.0
/// What `{{name:form}}` stands for in an edition.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/campaign.hpp"

namespace presskit::plan {

/// Replaces each variable in the words and the head of `document` by text in the document's
/// language, or in that of the foreign words around it. `country` is the country of `{{country}}`,
/// or empty.
/// `{{number}}` stays, for numbering.
/// Errors, at the variable: `plan.unknown-variable`, `plan.unknown-form`, `plan.no-country`,
/// `plan.malformed-date`, `plan.malformed-number`, `plan.unknown-language`.
void fill_variables(const Campaign& campaign, Document& document, const CountryCode& country,
                    Diagnostics& diagnostics);

} // namespace presskit::plan
