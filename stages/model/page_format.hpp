// SPDX-License-Identifier: Apache-2.0
/// A page's format and margins, its columns, and what stands in which of them.
#pragma once

#include "pipeline/base/units.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <optional>

namespace presskit {

/// Columns of one width, `gutter` apart, that fill the room between the margins. They count from the
/// edge where lines start.
struct PageGrid {
    int columns = 1;
    Length gutter{};
    auto operator<=>(const PageGrid&) const = default;
};

/// `baseline_grid` is from line to line of the grid that running text stands on, zero for none.
/// `facing` pages change the inner and outer margin at every turn, as in a book. White between blocks may
/// shrink by `white_shrink` percent where that saves a short last page, all of a document's leading and
/// white by `leading_shrink` percent where that is not enough, and what is more than a line of the grid
/// may grow by `white_stretch` percent so that pages end at one height.
struct PageFormat {
    Length width, height;
    Length margin_top, margin_bottom, margin_inner, margin_outer;
    bool facing = true;
    Length baseline_grid{};
    int white_shrink = 50;
    int white_stretch = 100;
    int leading_shrink = 5;
    PageGrid grid{};

    Length width_between_margins() const { return width - margin_inner - margin_outer; }
};

/// From the first column to the last, both of them taken.
struct ColumnSpan {
    int first = 1, last = 1;
    auto operator<=>(const ColumnSpan&) const = default;
};

/// `x` from the start edge of the room between the margins.
struct GridRoom {
    Length x, width;
};

/// What `columns` leave of a room `width` wide. Edges are rounded one by one, so that the last column
/// ends where the room does.
inline GridRoom room_of(const PageGrid& grid, ColumnSpan columns, Length width) {
    const Length all = width + grid.gutter;
    const Length start = all * (columns.first - 1) / grid.columns;
    return {start, all * columns.last / grid.columns - grid.gutter - start};
}

/// What has columns of its own: the running text; titles and decks of first pages; numbers of headings
/// in the margin; key figures; pull quotes; pictures and charts; tables; callouts and notices; the
/// contacts; running headers and footers; the words of covers and of parts' titles.
enum class GridPlace {
    text, masthead, marks, key_figures, pull_quote, pictures, tables, callouts, contact_card,
    furniture, cover,
};
inline constexpr std::size_t grid_place_count = static_cast<std::size_t>(GridPlace::cover) + 1;

/// None for marks without columns: they keep a distance from their heading instead.
using GridSpans = std::array<std::optional<ColumnSpan>, grid_place_count>;

} // namespace presskit
