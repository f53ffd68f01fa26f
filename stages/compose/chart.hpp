// SPDX-License-Identifier: Apache-2.0
/// Charts: bars, dots and timelines as a Figure over a Table, matrices as a Table of Figures. A
/// chart is one row of the galley, so that no page break divides it.
///
/// Constraint: a blind reader must get every value and a sighted one must not see it twice. Choice:
/// the words of the chart are its data table, set where the picture wants them; the Figure holds
/// only what is drawn and the scale, and says in its alternative text that the table follows.
/// Rejected: a table printed below each chart (all is seen twice); a table that is there and not
/// seen (text nobody can proofread, and that viewers copy).
#pragma once

#include "stages/compose/flow.hpp"
#include "stages/model/chart.hpp"

namespace presskit::compose {

/// Draws a bar or dot chart or a timeline as kids of `figure`, with the words of `table`.
GalleyRow set_plot(Composition& c, const Chart& chart, ElementId figure, ElementId table,
                   const FlowContext& context, Span span);

/// Sets a matrix with the words of `table` and a legend behind it.
GalleyRow set_matrix(Composition& c, const Chart& chart, ElementId table,
                     const FlowContext& context, Span span);

} // namespace presskit::compose
