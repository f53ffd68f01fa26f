// SPDX-License-Identifier: Apache-2.0
/// Faults of a finished PDF, told at the line that its author wrote.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/page.hpp"
#include "stages/verify/pdf.hpp"

#include <string>
#include <vector>

namespace presskit::cli {

/// What the author wrote for each element of the PDF's structure tree, in the tree's order, the
/// Document first. An element without a text of its own has that of its first kid that has one.
std::vector<Span> element_spans(const Pages& pages);

/// The faults of a PDF made from `pages`, each at what the author wrote for the structure element
/// that it is about, if it is about one; `name` names the PDF.
Diagnostics pdf_faults(const verify::PdfCheck& check, const std::string& name, const Pages& pages);

} // namespace presskit::cli
