// SPDX-License-Identifier: Apache-2.0
/// A table as its author wrote it: rows of inline text below one header row or more.
#pragma once

#include "pipeline/base/source.hpp"
#include "stages/model/inline.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace presskit {

enum class Alignment { start, centre, end };
struct TableCell {
    Inlines content;
    Span span;
    int columns = 1; ///< how many it stands across; 0 of one that another stands across
    /// In the header and in the first column, how many it stands across; 0 of one that the cell above it does.
    int rows = 1;
    bool operator==(const TableCell&) const = default;
};
using TableRow = std::vector<TableCell>;
/// Every row has as many cells as `columns`.
struct Table {
    Inlines caption;
    std::string id;
    std::vector<Alignment> columns;
    TableRow header;
    std::vector<TableRow> rows;
    bool header_column = false; ///< the first cell of each row names the row
    std::size_t header_rows = 1; ///< `header`, and the first of `rows` where it is more
    bool operator==(const Table&) const = default;
};
} // namespace presskit
