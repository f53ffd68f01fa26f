// SPDX-License-Identifier: Apache-2.0
#include "stages/load/brand_reader.hpp"

#include "pipeline/yaml/wording.hpp"
#include "stages/load/values.hpp"

#include <algorithm>
#include <array>

namespace presskit::load {
namespace {

using namespace presskit::literals;
using yaml::quoted;
using yaml::YamlNode;

/// In the order of GridPlace; `least` is what a place needs to be set in at all.
struct PlaceKey {
    std::string_view key;
    Length least;
};

constexpr std::array<PlaceKey, grid_place_count> place_keys{{
    {"text", 80_mm},
    {"masthead", 80_mm},
    {"marks", 5_mm},
    {"key_figures", 60_mm},
    {"pull_quote", 40_mm},
    {"pictures", 40_mm},
    {"tables", 80_mm},
    {"callouts", 60_mm},
    {"contact_card", 60_mm},
    {"furniture", 80_mm},
    {"cover", 60_mm},
}};

constexpr Length narrowest_column = 5_mm;

int column_at(const YamlNode& span, std::size_t index) {
    return static_cast<int>(to_number(*span.items()[index].scalar()).value_or(1));
}

} // namespace

void BrandReader::read_columns() {
    const YamlNode* node = file_.find("page")->find("grid");
    if (!node) return;
    PageGrid& grid = brand_.page.grid;
    const Length gutter = length_at(*node, "gutter");
    const int columns = integer_at(*node, "columns", grid.columns);
    const Length all = brand_.page.width_between_margins();
    const Length wide = (all + gutter) / columns - gutter;
    grid = {columns, gutter};
    if (wide < narrowest_column)
        fault(node->find("columns")->span, "narrow-columns",
              std::to_string(columns) + " columns that are " + to_text(gutter) + " apart have less than " +
                  to_text(narrowest_column) + " each in a width of " + to_text(all),
              "take fewer columns, a smaller `gutter` or smaller margins");
}

ColumnSpan BrandReader::to_span(const YamlNode& node, GridPlace place) {
    const PlaceKey& wanted = place_keys[static_cast<std::size_t>(place)];
    const ColumnSpan span{column_at(node, 0), column_at(node, 1)};
    const int columns = brand_.page.grid.columns;
    const ColumnSpan all{1, columns};
    const auto refuse = [&](std::string code, std::string message, std::string hint) {
        if (told_.insert(node.span).second)
            fault(node.span, std::move(code), std::move(message), std::move(hint));
        return all;
    };
    if (columns == 1)
        return refuse("no-grid", "the page has no columns for `spans`", "give `page` a `grid`");
    if (span.last > columns || span.first > columns)
        return refuse("no-such-column",
                      "there is no column " + std::to_string(std::max(span.first, span.last)) +
                          ": the grid has " + std::to_string(columns),
                      "name columns from 1 to " + std::to_string(columns));
    if (span.first > span.last)
        return refuse("columns-reversed", quoted(wanted.key) + " ends before it begins",
                      "name the first column first, also where lines start at the right");
    const Length width = room_of(brand_.page.grid, span, brand_.page.width_between_margins()).width;
    if (width < wanted.least)
        return refuse("narrow-span",
                      quoted(wanted.key) + " is " + to_text(width) + " wide and needs " +
                          to_text(wanted.least),
                      "let it reach over more columns");
    return span;
}

void BrandReader::check_marks(DocumentKind kind, Span span) {
    const KindLayout& layout = brand_.layout(kind);
    const ColumnSpan marks = *layout.columns(GridPlace::marks), text = *layout.columns(GridPlace::text);
    if (marks.last < text.first || !told_.insert(span).second) return;
    fault(span, "marks-in-text", "`marks` reaches into the text, which begins in column " +
                                     std::to_string(text.first),
          "end it before, or let `text` begin later");
}

/// What a kind of document says goes before what the page says, and both before where its text stands.
void BrandReader::read_spans(DocumentKind kind, const YamlNode* layout) {
    const YamlNode* grid = file_.find("page")->find("grid");
    const YamlNode* general = grid ? grid->find("spans") : nullptr;
    const YamlNode* own = layout ? layout->find("spans") : nullptr;
    GridSpans& spans = brand_.layouts[static_cast<std::size_t>(kind)].spans;
    for (std::size_t i = 0; i < grid_place_count; ++i) {
        const auto place = static_cast<GridPlace>(i);
        const YamlNode* node = own ? own->find(place_keys[i].key) : nullptr;
        if (!node && general) node = general->find(place_keys[i].key);
        if (node) spans[i] = to_span(*node, place);
        else if (place == GridPlace::text) spans[i] = ColumnSpan{1, brand_.page.grid.columns};
        else if (place != GridPlace::marks) spans[i] = spans.front();
        if (node && place == GridPlace::marks) check_marks(kind, node->span);
    }
}

} // namespace presskit::load
