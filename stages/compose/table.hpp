// SPDX-License-Identifier: Apache-2.0
/// Tables: column widths from what the cells hold, rows that are never divided, a header that is
/// repeated on every page.
#pragma once

#include "stages/compose/flow.hpp"

#include <vector>

namespace presskit::compose {

/// Sets a table's rows; its header is the first of them and is also kept in Galley::headers. Tags are
/// kids of `element`.
std::vector<GalleyRow> set_table(Composition& c, const Table& table, ElementId element,
                                 const FlowContext& context, Span span);

} // namespace presskit::compose
