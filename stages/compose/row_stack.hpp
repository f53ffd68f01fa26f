// SPDX-License-Identifier: Apache-2.0
/// How rows stand below one another on a page: the one rule that choosing page breaks and placing
/// rows must agree on.
#pragma once

#include "stages/compose/galley.hpp"

namespace presskit::compose {

/// Rows of one page from the top, text on the baseline grid. All lengths from the text block's top.
class RowStack {
  public:
    /// `galley` must outlive the object.
    explicit RowStack(const Galley& galley) : galley_(galley) {}

    /// Puts the next row on the page; returns its top. Space before the first row is dropped; there a
    /// repeated header comes first, and a panel keeps its padding.
    Length add(const GalleyRow& row) {
        const bool first = !begun_;
        begun_ = true;
        if (first) {
            if (row.header) bottom_ = height_of(galley_.headers[*row.header]);
            if (row.panel) bottom_ += galley_.panels[*row.panel].padding;
        }
        const Length room = first ? Length{} : row.space_before;
        Length top = bottom_ + room;
        if (row.grid_lead && galley_.grid > Length{}) top += to_grid(top + *row.grid_lead, room);
        bottom_ = top + row.height;
        padding_ = row.panel ? galley_.panels[*row.panel].padding : Length{};
        return top;
    }

    /// Where the rows end, a panel's padding below the last included.
    Length used() const { return bottom_ + padding_; }

  private:
    /// From `y` down to the next grid line; `room` that is less than half a line, as between the items
    /// of a list, is closed instead.
    Length to_grid(Length y, Length room) const {
        const Length over{y.millipoints % galley_.grid.millipoints};
        const bool up = over <= room && room * 2 < galley_.grid;
        return up ? -over : over == Length{} ? over : galley_.grid - over;
    }

    const Galley& galley_;
    bool begun_ = false;
    Length bottom_, padding_;
};

} // namespace presskit::compose
