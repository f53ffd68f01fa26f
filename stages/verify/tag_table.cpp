// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/limits.hpp"
#include "stages/verify/tag_tree.hpp"

#include <algorithm>

namespace presskit::verify {
namespace {

/// The rows of a table in order, through its THead, TBody and TFoot.
std::vector<std::size_t> rows_of(const TagTree& tree, std::size_t table) {
    std::vector<std::size_t> rows;
    for (const std::size_t kid : tree.nodes[table].kids) {
        if (tree.nodes[kid].type == "TR") rows.push_back(kid);
        for (const std::size_t row : tree.nodes[kid].kids)
            if (tree.nodes[row].type == "TR") rows.push_back(row);
    }
    return rows;
}

/// For each column, how many more rows a cell above it still covers.
using Cover = std::vector<int>;

/// Lays one row's cells into the columns that are free. False if a cell would overlap another, or
/// claims absurd spans.
bool lay_row(const TagTree& tree, std::size_t row, Cover& cover) {
    for (int& rows : cover) rows = std::max(0, rows - 1);
    std::size_t column = 0;
    for (const std::size_t index : tree.nodes[row].kids) {
        const TagNode& cell = tree.nodes[index];
        while (column < cover.size() && cover[column] > 0) ++column;
        const auto width = static_cast<std::size_t>(cell.column_span);
        if (cell.column_span < 1 || cell.row_span < 1 || column + width > max_table_columns)
            return false;
        if (cover.size() < column + width) cover.resize(column + width);
        for (std::size_t end = column + width; column < end; ++column) {
            if (cover[column] > 0) return false;
            cover[column] = cell.row_span;
        }
    }
    return true;
}

void check_scopes(const TagTree& tree, std::size_t table, const std::vector<std::size_t>& rows,
                  FaultList& faults) {
    bool has_header = false, has_ids = false, has_scopes = true;
    for (const std::size_t row : rows)
        for (const std::size_t index : tree.nodes[row].kids) {
            const TagNode& cell = tree.nodes[index];
            has_ids = has_ids || !cell.headers.empty();
            if (cell.type != "TH") continue;
            has_header = true;
            has_scopes = has_scopes &&
                         (cell.scope == "Row" || cell.scope == "Column" || cell.scope == "Both");
        }
    if (!has_header)
        faults.add("verify.pdf-table-header", "a table has no header cell");
    else if (!has_scopes && !has_ids)
        faults.add_broken({"15-003"}, "a header cell has no Scope and no cell names its headers",
                          table);
}

} // namespace

void check_table_grid(const TagTree& tree, std::size_t table, FaultList& faults) {
    const std::vector<std::size_t> rows = rows_of(tree, table);
    Cover cover;
    std::size_t width = 0;
    bool regular = true;
    for (const std::size_t row : rows) {
        regular = regular && lay_row(tree, row, cover);
        const bool filled = std::ranges::all_of(cover, [](int left) { return left > 0; });
        if (row == rows.front()) width = cover.size();
        regular = regular && filled && cover.size() == width;
    }
    if (!regular || std::ranges::any_of(cover, [](int left) { return left > 1; }))
        faults.add("verify.pdf-table-irregular",
                   "PDF/UA-1: a table's rows are not of equal width (ISO 14289-1 7.5)");
    check_scopes(tree, table, rows, faults);
}

} // namespace presskit::verify
