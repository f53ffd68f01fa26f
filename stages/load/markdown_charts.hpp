// SPDX-License-Identifier: Apache-2.0
/// Tables that a `::: chart` line makes into charts.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/load/directives.hpp"
#include "stages/model/document.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace presskit::load {

inline constexpr std::size_t chart_row_limit = 30;
inline constexpr std::size_t chart_series_limit = 3; ///< columns of numbers side by side

/// Reads what stands behind `chart` on its line; `span` is where `rest` stands.
/// Errors: `load.malformed-fence`, those of attributes.
void read_chart_line(std::string_view rest, Span span, Directive& directive,
                     Diagnostics& diagnostics);

/// The chart of a closed `::: chart` block; none if its content is not one table. A chart whose
/// data lie in a file of their own has no table yet. Errors: `load.chart-without-table` and those
/// of read_chart_values.
std::optional<Chart> read_chart(const Directive& directive, Blocks content,
                                Diagnostics& diagnostics);

/// Reads the values of `chart.table`, at `span` in the text.
/// Errors: `load.chart-shape`, `load.chart-value`, `load.chart-mark`.
void read_chart_values(Chart& chart, Span span, Diagnostics& diagnostics);

} // namespace presskit::load
