// SPDX-License-Identifier: Apache-2.0
/// A table as its author wrote it: rows of inline text below one header row.
#pragma once

#include "pipeline/base/source.hpp"
#include "stages/model/inline.hpp"

#include <string>
#include <vector>

namespace presskit {

enum class Alignment { start, centre, end };
struct TableCell {
    Inlines content;
    Span span;
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
    bool operator==(const Table&) const = default;
};
} // namespace presskit
