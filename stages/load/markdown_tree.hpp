// SPDX-License-Identifier: Apache-2.0
/// CommonMark with tables and footnotes as a tree of values. Only markdown_tree.cpp includes cmark.
#pragma once

#include "stages/model/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::load {

inline constexpr int block_depth_limit = 32;  ///< lists and block quotes inside one another
inline constexpr int inline_depth_limit = 32; ///< emphasis and links inside one another

enum class MarkdownKind {
    document,
    paragraph,
    heading,
    block_quote,
    list,
    item,
    code_block,
    html_block,
    thematic_break,
    footnote_definition,
    table,
    table_row,
    table_cell,
    text,
    soft_break,
    line_break,
    code,
    html_inline,
    emphasis,
    strong,
    link,
    image,
    footnote_reference,
    unknown,
};

/// Lines and byte columns count from 1, columns within the line; 0 where cmark gives none. Columns
/// of inlines are a guess after the first line of a block.
struct MarkdownNode {
    MarkdownKind kind = MarkdownKind::document;
    std::string literal; ///< text, code; of a footnote reference its number
    std::string target;  ///< of links and images
    std::string title;   ///< of links and images
    int level = 0;       ///< of a heading; the first number of a list
    bool ordered = false;
    bool tight = false;
    std::vector<Alignment> columns;
    std::uint32_t start_line = 0, start_column = 0, end_line = 0, end_column = 0;
    std::vector<MarkdownNode> children;
};

/// `too_deep` is the line of the first node nested beyond the limits; then `root` is not complete.
struct MarkdownTree {
    MarkdownNode root;
    std::optional<std::uint32_t> too_deep;
};

/// Parses valid UTF-8. Footnote definitions come last, ordered by the number of their references.
/// Spec: CommonMark 0.29, GitHub Flavored Markdown 0.29 4.10.
MarkdownTree parse_tree(std::string_view text);

} // namespace presskit::load
