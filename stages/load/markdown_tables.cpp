// SPDX-License-Identifier: Apache-2.0
#include "stages/load/markdown_blocks.hpp"

#include <utility>

namespace presskit::load {
namespace {

/// How many cells the author wrote in a row; GFM drops those beyond the header's without a word.
/// Spec: GFM 4.10 (a pipe is escaped by a backslash, also inside code).
std::size_t written_cells(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(" \t>");
    const std::size_t last = line.find_last_not_of(" \t");
    if (begin == std::string_view::npos) return 0;
    std::size_t pipes = 0;
    for (std::size_t i = begin; i <= last; ++i) {
        if (line[i] == '\\')
            ++i;
        else if (line[i] == '|')
            ++pipes;
    }
    const bool closed = line[last] == '|' && (last == begin || line[last - 1] != '\\');
    return pipes + 1 - (line[begin] == '|' ? 1 : 0) - (closed && last > begin ? 1 : 0);
}

/// Tables stand one row a line, so a row is its line.
Span row_span(const MarkdownNode& row, const MarkdownReading& reading) {
    MarkdownNode line = row;
    line.end_line = line.start_line;
    line.end_column = 0;
    return reading.places.block(line);
}

TableRow read_row(MarkdownNode& row, std::size_t columns, MarkdownReading& reading) {
    const Span span = row_span(row, reading);
    const std::size_t written = written_cells(reading.places.line(row.start_line));
    if (written > columns)
        report(reading.diagnostics, "load.table-row-too-long",
               "row has " + std::to_string(written) + " cells, the table has " +
                   std::to_string(columns) + " columns",
               "write `\\|` for a bar inside a cell, or add a column", span);
    TableRow cells;
    for (MarkdownNode& cell : row.children) {
        Inlines content = read_inlines(cell.children, span, reading);
        const Span place = content.empty() ? span
                                           : Span{span.source, content.front().span.begin,
                                                  content.back().span.end};
        cells.push_back({std::move(content), place});
    }
    cells.resize(columns, {{}, span});
    return cells;
}

bool says(const TableCell& cell, std::string_view sign) {
    const auto* text = cell.content.size() == 1 ? std::get_if<Text>(&cell.content.front().node) : nullptr;
    return text != nullptr && text->text == sign;
}

/// Cells of a header row that the one before them stands across.
void join_cells(TableRow& row, MarkdownReading& reading) {
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (!says(row[i], "<")) continue;
        std::size_t first = i;
        while (first > 0 && (first == i || row[first].columns == 0)) --first;
        if (first == i || row[first].content.empty()) {
            report(reading.diagnostics, "load.header-cell", "`<` has no words before it to go on from",
                   "write the words in the first of the cells, and `<` in the others", row[i].span);
            continue;
        }
        row[i].content.clear();
        row[i].columns = 0;
        ++row[first].columns;
    }
}

/// Cells of a header row, that at `below`, that the one above them stands across.
void join_rows(std::vector<TableRow*>& rows, std::size_t below, MarkdownReading& reading) {
    bool has_words = false;
    for (std::size_t i = 0; i < rows[below]->size(); ++i) {
        TableCell& cell = (*rows[below])[i];
        has_words = has_words || (!cell.content.empty() && !says(cell, "^"));
        if (!says(cell, "^")) continue;
        std::size_t top = below;
        while (top > 0 && (top == below || (*rows[top])[i].rows == 0)) --top;
        TableCell& words = (*rows[top])[i];
        if (top == below || words.content.empty() || words.columns != 1) {
            report(reading.diagnostics, "load.header-cell",
                   "`^` has no words of its own column above it to go on from",
                   "write the words in the uppermost of the cells, and `^` in those below", cell.span);
            continue;
        }
        cell.content.clear();
        cell.columns = cell.rows = 0;
        ++words.rows;
    }
    if (!has_words)
        report(reading.diagnostics, "load.header-cell", "no cell of this row has words of its own",
               "take the row out, and one off `header-rows`", rows[below]->front().span);
}

/// Rows of the header beyond the first stand on top of the others.
void join_header(Table& table, std::size_t header_rows, Span first_row, MarkdownReading& reading) {
    if (header_rows <= 1) return;
    if (header_rows > table.rows.size())
        return report(reading.diagnostics, "load.header-rows",
                      "table has " + std::to_string(table.rows.size() + 1) + " rows, " +
                          std::to_string(header_rows) + " of them of the header",
                      "leave a row below the header", first_row);
    table.header_rows = header_rows;
    std::vector<TableRow*> rows{&table.header};
    for (std::size_t i = 0; i + 1 < header_rows; ++i) rows.push_back(&table.rows[i]);
    for (TableRow* row : rows) join_cells(*row, reading);
    for (std::size_t i = 1; i < rows.size(); ++i) join_rows(rows, i, reading);
}

/// Cells of the first column below the header that the name above them stands beside.
void join_names(Table& table, MarkdownReading& reading) {
    if (table.columns.size() < 2) return;
    for (std::size_t i = table.header_rows - 1, top = i; i < table.rows.size(); ++i) {
        TableCell& cell = table.rows[i].front();
        TableCell& name = table.rows[top].front();
        if (!says(cell, "^")) {
            top = i;
        } else if (top == i || name.content.empty()) {
            report(reading.diagnostics, "load.row-name", "`^` has no words above it to go on from",
                   "write the words in the uppermost of the rows, and `^` in those below", cell.span);
        } else {
            cell.content.clear();
            cell.columns = cell.rows = 0;
            ++name.rows;
        }
    }
}

} // namespace

Block read_table(MarkdownNode& node, TableCaption caption, MarkdownReading& reading) {
    const Span span = reading.places.block(node);
    Table table;
    table.caption = std::move(caption.words);
    table.id = std::move(caption.id);
    table.columns = node.columns;
    const Span first_row = node.children.empty() ? span : row_span(node.children.front(), reading);
    if (table.caption.empty())
        report(reading.diagnostics, "load.table-without-caption", "table has no caption",
               "write `: What the table shows` and a blank line before it", first_row,
               Severity::warning);
    if (table.columns.size() > column_limit)
        report(reading.diagnostics, "load.table-too-wide",
               "table has " + std::to_string(table.columns.size()) + " columns",
               "a page holds 8 at most; split the table", first_row);
    reading.places.enter(first_row);
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        TableRow row = read_row(node.children[i], table.columns.size(), reading);
        if (i == 0)
            table.header = std::move(row);
        else
            table.rows.push_back(std::move(row));
    }
    const bool has_corner = !table.header.empty() && !table.header.front().content.empty();
    table.header_column = caption.header_column || (!has_corner && table.columns.size() > 1);
    join_header(table, caption.header_rows, first_row, reading);
    join_names(table, reading);
    return {std::move(table), span};
}

} // namespace presskit::load
