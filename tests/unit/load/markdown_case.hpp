// SPDX-License-Identifier: Apache-2.0
/// Parses a text given in a test, and shows documents and faults in one readable line each.
#pragma once

#include "stages/load/markdown.hpp"

#include <array>
#include <string>
#include <vector>

namespace presskit::load {

/// The body stands behind this front matter, so that offsets and lines differ from those of the
/// body.
inline const std::string front_matter = "---\ndocument: guide\n---\n";

struct MarkdownCase {
    SourceMap sources;
    Result<Document> result;

    explicit MarkdownCase(const std::string& body) : result(Diagnostics{}) {
        const SourceId id = sources.add("en.md", front_matter + body);
        result = parse_markdown(sources, id, static_cast<std::uint32_t>(front_matter.size()), {"en"});
    }

    /// "code line:column" of each fault, sorted by place; lines count from the body's first.
    std::vector<std::string> faults() {
        Diagnostics sorted = result.diagnostics;
        sort(sorted, sources);
        std::vector<std::string> out;
        for (const Diagnostic& d : sorted) {
            const Location at = sources.locate(d.span.source, d.span.begin);
            out.push_back(d.code + " " + std::to_string(at.line - 3) + ":" +
                          std::to_string(at.column));
        }
        return out;
    }

    std::string words_at(Span span) const {
        return sources.at(span.source).text.substr(span.begin, span.end - span.begin);
    }
};

inline std::string shown(const Inlines& inlines);

inline std::string shown(const Inline& item) {
    return std::visit(
        overloaded{
            [](const Text& n) { return n.text; },
            [](const LineBreak&) { return std::string("(br)"); },
            [](const Code& n) { return "(code " + n.text + ")"; },
            [](const Emphasis& n) { return "(em " + shown(n.content) + ")"; },
            [](const Strong& n) { return "(strong " + shown(n.content) + ")"; },
            [](const Link& n) { return "(link " + n.target + " " + shown(n.content) + ")"; },
            [](const CrossReference& n) { return "(ref " + n.id + " " + shown(n.content) + ")"; },
            [](const FootnoteReference& n) { return "(note " + n.id + ")"; },
            [](const ForeignText& n) {
                return "(" + n.language.tag + " " + shown(n.content) + ")";
            },
            [](const Protected& n) { return "(keep " + shown(n.content) + ")"; },
            [](const Quotation& n) { return "(said " + n.speaker + ": " + shown(n.content) + ")"; },
            [](const Mention& n) { return "(" + n.instrument + " " + shown(n.content) + ")"; },
            [](const Abbreviation& n) { return "(short " + shown(n.content) + ")"; },
            [](const Variable& n) { return "(var " + n.name + ":" + n.argument + ")"; },
        },
        item.node);
}

inline std::string shown(const Inlines& inlines) {
    std::string out;
    for (const Inline& item : inlines) out += shown(item);
    return out;
}

inline std::string shown(const TableRow& row);

inline std::string shown(const Table& table) {
    std::string out =
        "<table #" + table.id + " [" + shown(table.caption) + "] " + shown(table.header);
    for (const TableRow& row : table.rows) out += " / " + shown(row);
    return out + ">";
}
inline std::string shown(const Blocks& blocks);

inline std::string shown(const TableRow& row) {
    std::string out;
    for (const TableCell& cell : row) out += "|" + shown(cell.content);
    return out;
}

inline std::string shown(const Block& block) {
    return std::visit(
        overloaded{
            [](const Paragraph& n) { return "<p " + shown(n.content) + ">"; },
            [](const Heading& n) {
                return "<h" + std::to_string(n.level) + " #" + n.id + " @" + n.actor + " " +
                       n.number + " " + shown(n.content) + ">";
            },
            [](const List& n) {
                std::string out = n.ordered ? "<ol " + std::to_string(n.start) : "<ul";
                out += n.tight ? "" : " loose";
                for (const ListItem& item : n.items) out += " " + shown(item.content);
                return out + ">";
            },
            [](const BlockQuote& n) { return "<quote " + shown(n.content) + ">"; },
            [](const Callout& n) {
                return std::string(n.kind == CalloutKind::note ? "<note " : "<warning ") + "[" +
                       n.title + "] " + shown(n.content) + ">";
            },
            [](const Conditional& n) {
                std::string out = "<only";
                for (const auto& country : n.countries) out += " " + country.code;
                for (const auto& locale : n.languages) out += " " + locale.tag;
                return out + " " + shown(n.content) + ">";
            },
            [](const Section& n) {
                return std::string(n.kind == SectionKind::contact ? "<contact " : "<about ") +
                       shown(n.content) + ">";
            },
            [](const Table& n) { return shown(n); },
            [](const Chart& n) {
                static constexpr std::array kinds{"bar", "dot", "timeline", "matrix"};
                return "<" + std::string(kinds.at(static_cast<std::size_t>(n.kind))) + " " +
                       shown(n.table) + ">";
            },
            [](const Figure& n) {
                return "<img " + n.path + " [" + n.alternative_text + "] [" + n.caption + "] [" +
                       n.credit + "]" + (n.decorative ? " decorative" : "") + ">";
            },
            [](const CodeBlock& n) { return "<code " + n.text + ">"; },
            [](const ThematicBreak&) { return std::string("<hr>"); },
        },
        block.node);
}

inline std::string shown(const Blocks& blocks) {
    std::string out;
    for (const Block& block : blocks) out += shown(block);
    return out;
}

inline std::string shown(const Result<Document>& document) {
    if (!document) return "faulty";
    std::string out = shown(document->body);
    for (const Footnote& footnote : document->footnotes)
        out += "[^" + footnote.id + "]" + shown(footnote.content);
    return out;
}

} // namespace presskit::load
