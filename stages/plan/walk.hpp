// SPDX-License-Identifier: Apache-2.0
/// One way through a text, in reading order, for all that an edition changes in it.
#pragma once

#include "stages/model/document.hpp"

namespace presskit::plan {

template <class TableType, class OnInlines>
void walk_table(TableType& table, const OnInlines& on_inlines, Span span) {
    on_inlines(table.caption, span);
    for (auto& cell : table.header) on_inlines(cell.content, span);
    for (auto& row : table.rows)
        for (auto& cell : row) on_inlines(cell.content, span);
}

/// Calls `on_inlines(Inlines&, Span of the block)` for the words of each block, and
/// `on_plain(std::string&, Span of the block)` for titles and captions that have no marks inside.
/// Alternative text, credits and the meanings of marks are plain too. Works on const blocks alike.
template <class BlocksType, class OnInlines, class OnPlain>
void walk(BlocksType& blocks, const OnInlines& on_inlines, const OnPlain& on_plain) {
    for (auto& block : blocks) {
        const Span span = block.span;
        std::visit(
            [&](auto& node) {
                using Node = std::remove_cvref_t<decltype(node)>;
                if constexpr (std::is_same_v<Node, Paragraph> || std::is_same_v<Node, Heading>) {
                    on_inlines(node.content, span);
                } else if constexpr (std::is_same_v<Node, List>) {
                    for (auto& item : node.items) walk(item.content, on_inlines, on_plain);
                } else if constexpr (std::is_same_v<Node, Table>) {
                    walk_table(node, on_inlines, span);
                } else if constexpr (std::is_same_v<Node, Boxed<Chart>>) {
                    std::conditional_t<std::is_const_v<std::remove_reference_t<decltype(node)>>,
                                       const Chart, Chart>& chart = node;
                    walk_table(chart.table, on_inlines, span);
                    for (auto& meaning : chart.legend) on_plain(meaning, span);
                    on_plain(chart.alternative_text, span);
                } else if constexpr (std::is_same_v<Node, Figure>) {
                    on_plain(node.alternative_text, span);
                    on_plain(node.caption, span);
                    on_plain(node.credit, span);
                } else if constexpr (requires { node.content; }) {
                    if constexpr (std::is_same_v<Node, Callout>) on_plain(node.title, span);
                    walk(node.content, on_inlines, on_plain);
                }
            },
            block.node);
    }
}

/// Calls `visit` with each heading, outermost first.
template <class BlocksType, class Visit>
void for_each_heading(BlocksType& blocks, const Visit& visit) {
    for (auto& block : blocks)
        std::visit(
            [&](auto& node) {
                using Node = std::remove_cvref_t<decltype(node)>;
                if constexpr (std::is_same_v<Node, Heading>)
                    visit(node, block.span);
                else if constexpr (requires { for_each_heading(node.content, visit); })
                    for_each_heading(node.content, visit);
            },
            block.node);
}

/// Calls `visit` with each inline and those inside it.
template <class InlinesType, class Visit>
void for_each_inline(InlinesType& inlines, const Visit& visit) {
    for (auto& item : inlines) {
        visit(item);
        if (auto* content = content_of(item)) for_each_inline(*content, visit);
    }
}

} // namespace presskit::plan
