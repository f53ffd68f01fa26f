// SPDX-License-Identifier: Apache-2.0
#include "stages/load/markdown.hpp"

#include "stages/load/markdown_blocks.hpp"
#include "stages/load/markdown_checks.hpp"
#include "stages/load/section_checks.hpp"
#include "stages/load/markdown_scan.hpp"
#include "stages/load/markdown_tree.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::load {
namespace {

bool is_footnote(const MarkdownNode& node) {
    return node.kind == MarkdownKind::footnote_definition;
}

/// Drops the paragraph behind the text that markdown_scan added to keep every footnote.
void drop_added_references(std::vector<MarkdownNode>& nodes, std::uint32_t line_count) {
    std::erase_if(nodes, [&](const MarkdownNode& node) {
        return node.kind == MarkdownKind::paragraph && node.start_line > line_count;
    });
}

/// The label of each footnote by cmark's number; definitions stand in that order.
std::vector<std::string> labels_of(const std::vector<MarkdownNode>& nodes,
                                   const MarkdownScan& scan) {
    std::vector<std::string> labels{""};
    for (const MarkdownNode& node : nodes) {
        if (!is_footnote(node)) continue;
        const auto found = std::ranges::find(scan.definitions, node.start_line,
                                             [](const auto& d) { return d.line.number; });
        labels.push_back(found == scan.definitions.end() ? "" : found->label);
    }
    return labels;
}

std::vector<Footnote> read_footnotes(std::vector<MarkdownNode>& nodes, const MarkdownScan& scan,
                                     MarkdownReading& reading) {
    std::vector<Footnote> footnotes;
    std::size_t number = 0;
    for (MarkdownNode& node : nodes) {
        if (!is_footnote(node)) continue;
        Footnote footnote;
        footnote.id = reading.footnote_labels[++number];
        const auto found =
            std::ranges::find(scan.definitions, footnote.id, &FootnoteDefinition::label);
        if (found == scan.definitions.end()) continue;
        footnote.span = found->label_span;
        if (node.children.empty())
            report(reading.diagnostics, "load.footnote-empty",
                   "footnote `" + footnote.id + "` is empty", "write its text behind the colon",
                   footnote.span);
        footnote.content = read_blocks(node.children, reading);
        footnotes.push_back(std::move(footnote));
    }
    return footnotes;
}

} // namespace

Result<Document> parse_markdown(const SourceMap& sources, SourceId source, std::uint32_t body_begin,
                                const Locale& language) {
    const std::string_view text = sources.at(source).text;
    body_begin = std::min(body_begin, static_cast<std::uint32_t>(text.size()));
    const std::string_view body = text.substr(body_begin);
    const Span body_span{source, body_begin, body_begin};

    MarkdownScan scan = scan_markdown(body, source, body_begin);
    Diagnostics diagnostics = std::move(scan.diagnostics);
    if (scan.unreadable) return diagnostics;

    MarkdownPlaces places(scan.prepared, scan.line_starts, source, body_begin);
    MarkdownTree tree = parse_tree(scan.prepared);
    if (tree.too_deep) {
        MarkdownNode line;
        line.start_line = *tree.too_deep;
        report(diagnostics, "load.nested-too-deeply", "text is nested more than 32 deep",
               "flatten it", places.block(line));
        return diagnostics;
    }
    auto& nodes = tree.root.children;
    drop_added_references(nodes, places.line_count());
    MarkdownReading reading{places, diagnostics, body, body_begin, labels_of(nodes, scan)};

    Document document;
    document.language = language;
    document.source = source;
    document.head_span = body_span;
    const auto first_footnote = std::ranges::find_if(nodes, is_footnote);
    document.body = read_body({nodes.begin(), first_footnote}, scan.fences, reading);
    document.footnotes = read_footnotes(nodes, scan, reading);
    check_document(document, body_span, diagnostics);
    check_sections(document.body, diagnostics);
    return {std::move(document), std::move(diagnostics)};
}

} // namespace presskit::load
