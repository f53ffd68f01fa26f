// SPDX-License-Identifier: Apache-2.0
/// What reading a kit's PDFs again found, condition by condition, as the kit is to carry it.
#pragma once

#include "stages/model/accessibility_report.hpp"
#include "stages/model/pdf_rules.hpp"
#include "stages/verify/pdf.hpp"

#include <vector>

namespace presskit::cli {

/// All conditions of the standards that `rules` asks for, in the table's order; each failed that one of
/// the PDFs breaks. Those that only PDF/UA-1 and PDF/A-2 have are no less listed, as not applicable.
AccessibilityReport report_of(const std::vector<const verify::PdfCheck*>& documents,
                              const PdfRules& rules);

} // namespace presskit::cli
