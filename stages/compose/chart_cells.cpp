// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/chart_cells.hpp"

#include "stages/compose/inline_text.hpp"

#include <algorithm>

namespace presskit::compose {
namespace {

ChartCell header_cell(Composition& c, const TableCell& cell, ElementId row, CellScope scope,
                      const TextStyle& style) {
    // An empty corner heads nothing.
    const bool heads = !cell.content.empty();
    const ElementId element = c.tree.add(
        row, heads ? StructureRole::table_header_cell : StructureRole::table_data_cell, cell.span);
    if (heads) c.tree.at(element).scope = scope;
    return {styled(c, cell.content, style, element), element};
}

} // namespace

ChartCells tag_cells(Composition& c, const Chart& chart, ElementId table, Span span) {
    const TextStyle& head_style = c.brand().style(StyleRole::table_header);
    const TextStyle& cell_style = c.brand().style(StyleRole::table_cell);
    ChartCells cells;
    const ElementId head = c.tree.add(table, StructureRole::table_head, span);
    const ElementId head_row = c.tree.add(head, StructureRole::table_row, span);
    for (const TableCell& cell : chart.table.header)
        cells.header.push_back(header_cell(c, cell, head_row, CellScope::column, head_style));
    const ElementId body = c.tree.add(table, StructureRole::table_body, span);
    for (std::size_t r = 0; r < chart.table.rows.size(); ++r) {
        const TableRow& row = chart.table.rows[r];
        const ElementId element = c.tree.add(body, StructureRole::table_row, span);
        auto& out = cells.rows.emplace_back();
        out.push_back(header_cell(c, row.front(), element, CellScope::row, cell_style));
        for (std::size_t i = 1; i < row.size(); ++i) {
            const ElementId kid = c.tree.add(element, StructureRole::table_data_cell, row[i].span);
            const bool drawn = std::holds_alternative<ChartMark>(chart.values[r][i - 1]);
            out.push_back({drawn ? StyledText{} : styled(c, row[i].content, cell_style, kid), kid});
        }
    }
    return cells;
}

Length label_width(Composition& c, const ChartCells& cells, Length most) {
    TextWidths wanted = c.setter.widths(cells.header.front().text);
    for (const auto& row : cells.rows) {
        const TextWidths label = c.setter.widths(row.front().text);
        wanted.narrowest = std::max(wanted.narrowest, label.narrowest);
        wanted.widest = std::max(wanted.widest, label.widest);
    }
    return std::clamp(wanted.widest, std::min(wanted.narrowest, most * 3 / 2),
                      std::max(most, std::min(wanted.narrowest, most * 3 / 2)));
}

} // namespace presskit::compose
