// SPDX-License-Identifier: Apache-2.0
/// What `{{name:form}}` stands for in an edition.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/campaign.hpp"

#include <optional>
#include <string>

namespace presskit::plan {

/// Replaces each variable in the words and the head of `document` by text in the document's
/// language, or in that of the foreign words around it. `country` is the country of `{{country}}`,
/// or empty.
/// `{{number}}` stays, for numbering.
/// Errors, at the variable: `plan.unknown-variable`, `plan.unknown-form`, `plan.no-country`,
/// `plan.malformed-date`, `plan.malformed-number`, `plan.unknown-language`.
void fill_variables(const Campaign& campaign, Document& document, const CountryCode& country,
                    Diagnostics& diagnostics);

/// "2021-05-18" as a day that exists.
std::optional<Date> parse_date(std::string_view text);

/// "15000", "-12.5" in thousandths; at most 12 digits before the point and 3 behind.
std::optional<std::int64_t> parse_millis(std::string_view text);

} // namespace presskit::plan
