// SPDX-License-Identifier: Apache-2.0
/// What reading a kit's PDFs again found, condition by condition, as the kit is to carry it.
#pragma once

#include "stages/model/accessibility_report.hpp"
#include "stages/verify/pdf.hpp"

#include <string>
#include <vector>

namespace presskit::cli {

/// A PDF that was checked, and its name in failures.
struct CheckedDocument {
    std::string name;
    const verify::PdfCheck* check = nullptr;
};

/// All conditions of the table in its order; each failed that one of the documents breaks.
AccessibilityReport report_of(const std::vector<CheckedDocument>& documents);

} // namespace presskit::cli
