// SPDX-License-Identifier: Apache-2.0
/// How the PDFs of a kit were tested and what is left for a person to judge: a page in the kit's
/// language to read and sign, and the same for machines.
#pragma once

#include "stages/bundle/cover.hpp"
#include "stages/model/accessibility_report.hpp"

#include <string>

namespace presskit::bundle {

inline constexpr int accessibility_schema_version = 1;

/// accessibility.html: HTML 5 in one file, without scripts or remote parts; WCAG 2.2 AA. It says in a
/// sentence each what was tested and names the conditions by number alone.
std::string to_accessibility_html(const Cover& cover, const AccessibilityReport& report);

/// accessibility.json: schema/accessibility.schema.json. Conditions are worded in English, as the
/// standards are, and what they are about in the kit's language.
std::string to_accessibility_json(const KitInputs& inputs, const Language& language,
                                  const AccessibilityReport& report);

} // namespace presskit::bundle
