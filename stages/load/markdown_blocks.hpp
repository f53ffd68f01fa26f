// SPDX-License-Identifier: Apache-2.0
/// The blocks of a Markdown tree as blocks of a document; blocks between `:::` lines are put inside
/// what the lines open.
#pragma once

#include "stages/load/markdown_inlines.hpp"
#include "stages/load/markdown_scan.hpp"

#include <cstddef>
#include <span>

namespace presskit::load {

inline constexpr std::size_t fence_depth_limit = 8;
inline constexpr std::size_t column_limit = 8;
inline constexpr std::size_t header_row_limit = 4;

/// The blocks of the document's top level; `fences` are its `:::` lines.
/// Errors: `load.fence-…`, `load.unknown-fence` and those of read_blocks.
Blocks read_body(std::span<MarkdownNode> nodes, std::span<const ScannedLine> fences,
                 MarkdownReading& reading);

/// The blocks inside a list item, quotation or footnote.
/// Errors: `load.raw-html`, `load.heading-…`, `load.image-…`, `load.caption-without-table`,
/// `load.table-too-wide`, `load.table-row-too-long`, `load.header-rows`, `load.header-cell`. Warnings: `load.table-without-caption`.
Blocks read_blocks(std::span<MarkdownNode> nodes, MarkdownReading& reading);

/// What a caption says of the table behind it.
struct TableCaption {
    Inlines words; ///< may be empty
    std::string id;
    bool header_column = false;
    std::size_t header_rows = 1;
};

/// A table with the caption that stood before it. Where its first header cell is empty, its first
/// column names the rows, as with `header-column`. In several header rows `<` alone in a cell says that
/// the one before it stands across its column, too.
Block read_table(MarkdownNode& node, TableCaption caption, MarkdownReading& reading);

/// A paragraph that is one picture. True and a figure in `figure` (unless faulty) if `node` is
/// that.
bool read_figure(MarkdownNode& node, Span span, std::optional<Figure>& figure,
                 MarkdownReading& reading);

} // namespace presskit::load
