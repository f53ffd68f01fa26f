// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/limits.hpp"
#include "stages/verify/tag_tree.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

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
    std::set<std::string> ids;
    for (const std::size_t row : rows)
        for (const std::size_t index : tree.nodes[row].kids)
            if (tree.nodes[index].type == "TH") ids.insert(tree.nodes[index].id);
    bool has_header = false, has_ids = false, has_scopes = true, is_misled = false;
    for (const std::size_t row : rows)
        for (const std::size_t index : tree.nodes[row].kids) {
            const TagNode& cell = tree.nodes[index];
            for (const std::string& header : cell.headers)
                (!header.empty() && ids.contains(header) ? has_ids : is_misled) = true;
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
    if (is_misled)
        faults.add("verify.pdf-table-headers",
                   "PDF: a cell names a header that its table does not have (ISO 32000-1 14.8.5.7)");
}

/// ISO 32000-1 table 337: rows, or one THead, TBody and one TFoot in this order.
void check_order(const TagTree& tree, std::size_t table, FaultList& faults) {
    constexpr std::array<std::string_view, 4> order{"THead", "TBody", "TFoot", "TR"};
    const std::vector<std::size_t>& kids = tree.nodes[table].kids;
    auto last = order.end();
    for (const std::size_t kid : kids) {
        const std::string& type = tree.nodes[kid].type;
        const auto part = std::ranges::find(order, type);
        if (part == order.end()) continue;
        const bool may_repeat = type == "TBody" || type == "TR";
        if (last != order.end() &&
            (part < last || (part == last && !may_repeat) || (part != last && type == "TR")))
            faults.add_broken({"09-004"}, type + " follows " + std::string(*last), kid);
        last = part;
    }
    const auto has = [&](std::string_view type) {
        return std::ranges::any_of(kids, [&](std::size_t kid) { return tree.nodes[kid].type == type; });
    };
    if ((has("THead") || has("TFoot")) && !has("TBody"))
        faults.add_broken({"09-004"}, "a Table has a THead or a TFoot, and no TBody", table);
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
                   "PDF/UA: a table's rows are not of equal width (ISO 14289-1 7.5)");
    check_scopes(tree, table, rows, faults);
    check_order(tree, table, faults);
}

} // namespace presskit::verify
