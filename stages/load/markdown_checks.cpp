// SPDX-License-Identifier: Apache-2.0
#include "stages/load/markdown_checks.hpp"

#include "stages/load/attributes.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::load {
namespace {

struct Reference {
    std::string_view id;
    Span span;
};

/// One walk over a document that gathers what must agree across it.
class Census {
  public:
    explicit Census(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void visit(const Blocks& blocks) {
        for (const Block& block : blocks) visit(block);
    }

    void report_unknown_references() const {
        std::vector<std::string_view> known;
        for (const auto& [id, span] : ids_) known.push_back(id);
        for (const Reference& reference : references_) {
            if (ids_.contains(reference.id)) continue;
            const auto meant = nearest(reference.id, known);
            report(
                diagnostics_, "load.unknown-reference",
                "link to `#" + std::string(reference.id) + "`, which is no heading or table here",
                meant ? "did you mean `#" + std::string(*meant) + "`?"
                      : "give the heading an id: `## Heading {#" + std::string(reference.id) + "}`",
                reference.span);
        }
    }

    /// Sections above or beside parts would belong to none.
    void report_mixed_parts(const Blocks& body) const {
        if (levels_of_parts(body) == 0) return;
        for (const Block& block : body)
            if (const auto* heading = std::get_if<Heading>(&block.node);
                heading != nullptr && heading->level == 2 && heading->part == 0)
                report(diagnostics_, "load.heading-outside-parts",
                       "in a text with parts every heading of level 2 begins one",
                       "add `{part}`, or begin it with `###`", block.span);
    }

    bool mentions(std::string_view footnote) const { return footnotes_.contains(footnote); }

  private:
    void visit(const Block& block) {
        std::visit(overloaded{
                       [&](const Heading& heading) { visit_heading(heading, block.span); },
                       [&](const List& list) {
                           for (const ListItem& item : list.items) visit(item.content);
                       },
                       [&](const Table& table) { visit_table(table, block.span); },
                       [&](const Boxed<Chart>& chart) {
                           visit_table(static_cast<const Chart&>(chart).table, block.span);
                       },
                       [&](const auto& node) {
                           if constexpr (requires { visit(node.content); }) visit(node.content);
                       },
                   },
                   block.node);
    }

    void visit_heading(const Heading& heading, Span span) {
        if (heading.level > level_ + 1)
            report(diagnostics_, "load.heading-skips-level",
                   "heading skips from level " + std::to_string(level_) + " to " +
                       std::to_string(heading.level),
                   "begin it with `" + std::string(static_cast<std::size_t>(level_) + 1, '#') + "`",
                   span);
        level_ = heading.level;
        add_id(heading.id, span);
        visit(heading.content);
    }

    void visit_table(const Table& table, Span span) {
        add_id(table.id, span);
        visit(table.caption);
        for (const TableCell& cell : table.header) visit(cell.content);
        for (const TableRow& row : table.rows)
            for (const TableCell& cell : row) visit(cell.content);
    }

    void add_id(const std::string& id, Span span) {
        if (id.empty() || ids_.emplace(id, span).second) return;
        report(diagnostics_, "load.duplicate-id", "id `" + id + "` is given twice",
               "give one of them another id", span);
    }

    void visit(const Inlines& inlines) {
        for (const Inline& item : inlines) {
            if (const auto* reference = std::get_if<CrossReference>(&item.node))
                references_.push_back({reference->id, item.span});
            if (const auto* reference = std::get_if<FootnoteReference>(&item.node))
                footnotes_.insert(reference->id);
            if (const Inlines* content = content_of(item)) visit(*content);
        }
    }

    Diagnostics& diagnostics_;
    int level_ = 1;
    std::map<std::string_view, Span> ids_;
    std::vector<Reference> references_;
    std::set<std::string_view> footnotes_;
};

} // namespace

void check_document(const Document& document, Span body, Diagnostics& diagnostics) {
    if (document.body.empty() && !has_errors(diagnostics))
        report(diagnostics, "load.empty-body", "text has no body",
               "write it below the front matter", body);
    Census census(diagnostics);
    census.visit(document.body);
    for (const Footnote& footnote : document.footnotes) census.visit(footnote.content);
    census.report_unknown_references();
    census.report_mixed_parts(document.body);
    for (const Footnote& footnote : document.footnotes) {
        if (census.mentions(footnote.id)) continue;
        report(diagnostics, "load.footnote-unused",
               "footnote `" + footnote.id + "` is not referred to",
               "write `[^" + footnote.id + "]` where it belongs, or remove it", footnote.span,
               Severity::warning);
    }
}

} // namespace presskit::load
