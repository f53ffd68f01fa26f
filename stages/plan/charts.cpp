// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/charts.hpp"

#include "pipeline/languages/format.hpp"

#include <string>

namespace presskit::plan {
namespace {

std::string words_for(const Chart& chart, const ChartValue& value, const Language& language) {
    return std::visit(overloaded{[](std::monostate) { return std::string("–"); },
                                 [&](const ChartNumber& number) {
                                     return number.percent
                                                ? languages::format_percent(language, number.millis)
                                                : languages::format_number(language, number.millis);
                                 },
                                 [&](const ChartDate& date) {
                                     return date.month == 0
                                                ? std::to_string(date.year)
                                                : languages::format_date(
                                                      language, {date.year, date.month, date.day});
                                 },
                                 [&](ChartMark mark) { return chart.meaning(mark); }},
                      value);
}

void write(Chart& chart, const Language& language) {
    for (std::size_t row = 0; row < chart.values.size(); ++row)
        for (std::size_t i = 0; i < chart.values[row].size(); ++i) {
            TableCell& cell = chart.table.rows[row][i + 1];
            cell.content = {{Text{words_for(chart, chart.values[row][i], language)}, cell.span}};
        }
}

} // namespace

void write_chart_values(Blocks& blocks, const Language& language) {
    for (Block& block : blocks)
        std::visit(
            [&](auto& node) {
                using Node = std::remove_cvref_t<decltype(node)>;
                if constexpr (std::is_same_v<Node, Boxed<Chart>>)
                    write(static_cast<Chart&>(node), language);
                else if constexpr (std::is_same_v<Node, List>)
                    for (ListItem& item : node.items) write_chart_values(item.content, language);
                else if constexpr (requires { Blocks{node.content}; })
                    write_chart_values(node.content, language);
            },
            block.node);
}

} // namespace presskit::plan
