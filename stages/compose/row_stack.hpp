// SPDX-License-Identifier: Apache-2.0
/// How rows stand below one another on a page: the one rule that choosing page breaks and placing
/// rows must agree on.
#pragma once

#include "stages/compose/galley.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace presskit::compose {

/// Rows of one page from the top, text on the baseline grid. All lengths from the text block's top.
class RowStack {
  public:
    /// `galley` must outlive the object.
    explicit RowStack(const Galley& galley) : galley_(galley) {}

    /// Puts the next row on the page; returns its top. Space before the first row is dropped; there a
    /// repeated header comes first, and a panel keeps its padding.
    Length add(const GalleyRow& row) { return add(row, row.space_before); }

    /// The same with another white above the row than its own.
    Length add(const GalleyRow& row, Length white) { return place(row, white, row.grid_lead); }
    /// The first row below a float that was carried over; a line in the middle of its paragraph, too,
    /// finds the grid again.
    Length add_below(const Float& above, const GalleyRow& row) {
        const Length white = row.begins_block ? std::max(above.below, row.space_before) : above.below;
        return place(row, white, row.on_grid ? Length{} : row.grid_lead);
    }

    /// Where the rows end, a panel's padding below the last included.
    Length used() const { return bottom_ + padding_; }

  private:
    /// `lead`: what comes this far below the row's top is to be on the grid.
    Length place(const GalleyRow& row, Length white, std::optional<Length> lead) {
        const bool first = !begun_;
        begun_ = true;
        if (first) {
            if (row.header) bottom_ = height_of(galley_.headers[*row.header]);
            bottom_ += padding_of(row.panel);
        }
        const Length room = first ? Length{} : room_above(row, white);
        Length top = bottom_ + room;
        if (lead && galley_.grid > Length{}) top += to_grid(top + *lead, room);
        bottom_ = top + row.height;
        panel_ = row.panel;
        padding_ = padding_of(row.panel);
        return top;
    }
    Length padding_of(std::optional<std::uint32_t> panel) const {
        return panel ? galley_.panels[*panel].padding : Length{};
    }
    /// White may shrink to a line of the grid, but not what is inside a panel's ground.
    Length room_above(const GalleyRow& row, Length wanted) const {
        if (galley_.shrink == 0) return wanted;
        const Length fixed = row.panel == panel_ ? Length{} : padding_ + padding_of(row.panel);
        const Length white = std::max(wanted - fixed, Length{});
        const Length least = std::min(white, galley_.grid);
        return wanted - white + std::max(white * (100 - galley_.shrink) / 100, least);
    }
    /// From `y` down to the next grid line; `room` that is less than half a line, as between the items
    /// of a list, is closed instead.
    Length to_grid(Length y, Length room) const {
        const Length over{y.millipoints % galley_.grid.millipoints};
        const bool up = over <= room && room * 2 < galley_.grid;
        return up ? -over : over == Length{} ? over : galley_.grid - over;
    }

    const Galley& galley_;
    bool begun_ = false;
    std::optional<std::uint32_t> panel_; ///< of the row above
    Length bottom_, padding_;
};

} // namespace presskit::compose
