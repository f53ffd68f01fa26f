// SPDX-License-Identifier: Apache-2.0
/// Tables of data as spreadsheets save them: comma-separated values. RFC 4180.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/base/source.hpp"
#include "stages/model/table.hpp"

#include <cstddef>

namespace presskit::load {

inline constexpr std::size_t max_csv_bytes = std::size_t{64} * 1024;
inline constexpr std::size_t max_csv_rows = 1000;

/// The table in a file of `sources`, its first record as the header; each cell knows its place. A
/// byte order mark, CRLF or LF line ends and empty lines at the end are taken; so is `;` between
/// fields where the header has no comma, as spreadsheets write it where the comma is the decimal
/// sign.
/// Errors: `load.csv` at the place of the fault: a quotation mark that is not closed or stands
/// inside a field, a row with another number of fields than the header, too many rows, columns or
/// bytes.
Result<Table> read_csv(const SourceMap& sources, SourceId source);

} // namespace presskit::load
