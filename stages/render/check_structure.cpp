// SPDX-License-Identifier: Apache-2.0
#include "stages/render/check_structure.hpp"

#include "stages/render/conformance.hpp"
#include "stages/render/roles.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace presskit::render {
namespace {

constexpr int max_depth = 200;

/// Walks the tree once in reading order. A kid that is visited already, or does not exist, is
/// reported and not entered, so that the walk always ends.
class StructureWalk {
  public:
    StructureWalk(const Pages& pages, Diagnostics& faults)
        : pages_(pages), faults_(faults), seen_(pages.elements.size()), owned_(pages.contents) {}

    void run();

  private:
    void check_reach();
    void enter(ElementId id, int depth);
    void check_content(ContentId id, const StructureElement& parent);
    void check_heading(const StructureElement& element);
    void check_element(const StructureElement& element);
    void check_caption(const StructureElement& parent);
    void check_table(const StructureElement& table);
    /// How many columns each row fills, with what cells of rows above it stand across.
    struct Grid {
        std::vector<int> columns;
        std::size_t rows = 0;
    };
    void add_rows(const StructureElement& parent, Grid& grid) const;
    void fault(Rule rule, const StructureElement& element, std::string_view what = {}) {
        faults_.push_back(breach(rule, element.span, what));
    }

    const Pages& pages_;
    Diagnostics& faults_;
    std::vector<bool> seen_, owned_;
    std::set<std::string_view> ids_;
    int heading_ = 0;
    bool sound_ = true; ///< no kid was refused, so kids may be followed freely
};

void StructureWalk::run() {
    if (pages_.elements.empty() || pages_.elements[0].role != StructureRole::document)
        return faults_.push_back(breach(Rule::structure_root, {}));
    enter(ElementId{0}, 1);
    if (!sound_) return;
    check_reach();
    for (std::size_t i = 0; i < seen_.size(); ++i) {
        if (!seen_[i]) continue;
        check_caption(pages_.elements[i]);
        if (pages_.elements[i].role == StructureRole::table) check_table(pages_.elements[i]);
    }
}

/// An element outside the tree is harmless unless content or a link needs it.
void StructureWalk::check_reach() {
    for (std::size_t i = 0; i < seen_.size(); ++i) {
        const auto has_content = [](const StructureKid& kid) {
            return std::holds_alternative<ContentId>(kid);
        };
        if (!seen_[i] && std::ranges::any_of(pages_.elements[i].kids, has_content))
            fault(Rule::structure_tree, pages_.elements[i]);
    }
    for (const LinkArea& link : pages_.links)
        if (link.element.value < seen_.size() && !seen_[link.element.value])
            fault(Rule::link_element, pages_.elements[link.element.value]);
}

void StructureWalk::enter(ElementId id, int depth) {
    const StructureElement& element = pages_.elements[id.value];
    seen_[id.value] = true;
    if (depth > max_depth) {
        sound_ = false;
        return fault(Rule::structure_depth, element);
    }
    check_element(element);
    for (const StructureKid& kid : element.kids) {
        if (const auto* content = std::get_if<ContentId>(&kid)) {
            check_content(*content, element);
            continue;
        }
        const ElementId below = std::get<ElementId>(kid);
        if (below.value >= seen_.size() || seen_[below.value]) {
            sound_ = false;
            fault(Rule::structure_tree, element);
            continue;
        }
        const StructureRole role = pages_.elements[below.value].role;
        if (!may_contain(element.role, role))
            fault(Rule::structure_nesting, pages_.elements[below.value], structure_type(role));
        enter(below, depth + 1);
    }
}

void StructureWalk::check_content(ContentId id, const StructureElement& parent) {
    if (id.value >= owned_.size() || owned_[id.value]) {
        sound_ = false;
        return fault(Rule::structure_tree, parent);
    }
    owned_[id.value] = true;
    if (!may_hold_content(parent.role))
        fault(Rule::structure_nesting, parent, structure_type(parent.role));
}

void StructureWalk::check_heading(const StructureElement& element) {
    const int level = heading_level(element.role);
    if (level == 0) return;
    if (level > heading_ + 1) fault(Rule::heading_order, element);
    heading_ = level;
}

void StructureWalk::check_element(const StructureElement& element) {
    check_heading(element);
    if (element.role == StructureRole::figure && element.alternative_text.empty())
        fault(Rule::figure_alternative, element);
    if (element.role == StructureRole::note && element.id.empty()) fault(Rule::note_id, element);
    if (!element.id.empty() && !ids_.insert(element.id).second)
        fault(Rule::unique_id, element, element.id);
    if (element.role == StructureRole::table_header_cell && element.scope == CellScope::none)
        fault(Rule::header_cell_scope, element);
}

/// A caption comes first, in a table it may come last. ISO 32000-1 14.8.4.3.2, 14.8.4.3.4.
void StructureWalk::check_caption(const StructureElement& parent) {
    const bool in_table = parent.role == StructureRole::table;
    if (!in_table && parent.role != StructureRole::list && parent.role != StructureRole::contents)
        return;
    for (std::size_t i = 1; i < parent.kids.size(); ++i) {
        const auto* id = std::get_if<ElementId>(&parent.kids[i]);
        const bool caption = id && pages_.elements[id->value].role == StructureRole::caption;
        if (caption && !(in_table && i + 1 == parent.kids.size()))
            fault(Rule::structure_nesting, pages_.elements[id->value],
                  structure_type(StructureRole::caption));
    }
}

/// Also: one THead at most, and not without a TBody.
void StructureWalk::check_table(const StructureElement& table) {
    const auto count = [&](StructureRole role) {
        return std::ranges::count_if(table.kids, [&](const StructureKid& kid) {
            const auto* id = std::get_if<ElementId>(&kid);
            return id && pages_.elements[id->value].role == role;
        });
    };
    const auto heads = count(StructureRole::table_head);
    if (heads > 1 || (heads == 1 && count(StructureRole::table_body) == 0))
        fault(Rule::structure_nesting, table, structure_type(StructureRole::table_head));
    Grid grid;
    add_rows(table, grid);
    if (grid.columns.size() != grid.rows ||
        std::ranges::adjacent_find(grid.columns, std::not_equal_to{}) != grid.columns.end())
        fault(Rule::table_is_regular, table);
}

void StructureWalk::add_rows(const StructureElement& parent, Grid& grid) const {
    for (const StructureKid& kid : parent.kids) {
        const auto* id = std::get_if<ElementId>(&kid);
        if (!id) continue;
        const StructureElement& element = pages_.elements[id->value];
        const bool group =
            element.role == StructureRole::table_head || element.role == StructureRole::table_body;
        if (group) add_rows(element, grid);
        if (element.role != StructureRole::table_row) continue;
        const std::size_t row = grid.rows++;
        grid.columns.resize(std::max(grid.columns.size(), grid.rows));
        for (const StructureKid& cell : element.kids) {
            const auto* cell_id = std::get_if<ElementId>(&cell);
            if (!cell_id) continue;
            const StructureElement& spanning = pages_.elements[cell_id->value];
            const std::size_t end = row + static_cast<std::size_t>(spanning.row_span);
            grid.columns.resize(std::max(grid.columns.size(), end));
            for (std::size_t i = row; i < end; ++i) grid.columns[i] += spanning.column_span;
        }
    }
}

} // namespace

void check_structure(const Pages& pages, Diagnostics& faults) {
    StructureWalk(pages, faults).run();
}

} // namespace presskit::render
