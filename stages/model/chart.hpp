// SPDX-License-Identifier: Apache-2.0
/// A table that people look at rather than read: bars, dots, a timeline or a matrix of marks. The
/// table stays the chart's text; every value is printed once, beside what shows it.
#pragma once

#include "stages/model/table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace presskit {

enum class ChartKind { bar, dot, timeline, matrix };

/// Millis/1000, per cent or not.
struct ChartNumber {
    std::int64_t millis = 0;
    bool percent = false;
    bool operator==(const ChartNumber&) const = default;
};
/// A day of the Gregorian calendar, or with `month` 0 a whole year.
struct ChartDate {
    int year = 0, month = 0, day = 0;
    bool operator==(const ChartDate&) const = default;
};
/// The marks ○ ◐ ● of a matrix.
enum class ChartMark { empty, half, full };
inline constexpr std::size_t chart_mark_count = 3;

/// What a cell shows; nothing where a value is missing.
using ChartValue = std::variant<std::monostate, ChartNumber, ChartDate, ChartMark>;

/// `values` has one row for each of the table's, and one value for each column behind the first,
/// whose cells name the rows. A bar or dot chart holds numbers, a timeline dates, a matrix marks.
/// `legend` says in words what each mark means.
struct Chart {
    ChartKind kind = ChartKind::bar;
    Table table;
    std::vector<std::vector<ChartValue>> values;
    std::array<std::string, chart_mark_count> legend;
    std::string alternative_text; ///< the author's own; empty for the usual one
    std::string data_path;        ///< of a CSV file in the campaign; empty for a table of the text
    Span data_span;
    bool operator==(const Chart&) const = default;

    const std::string& meaning(ChartMark mark) const {
        return legend[static_cast<std::size_t>(mark)];
    }
};

} // namespace presskit
