// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/rhythm.hpp"

#include "stages/compose/paragraph_items.hpp"

#include <optional>

namespace presskit::compose {
namespace {

/// A page break in a panel: as bad as 17 % of the page left white.
constexpr std::int32_t panel_penalty = 300;

void forbid_break(GalleyRow& row) {
    if (row.break_penalty != forced) row.break_penalty = forbidden;
}

/// One line is not enough below a heading; a row of a table or a picture is.
void hold_below_headings(std::vector<GalleyRow>& rows) {
    for (std::size_t i = 0; i + 2 < rows.size(); ++i) {
        if (!rows[i].heading || rows[i + 1].heading) continue;
        forbid_break(rows[i + 1]);
        if (rows[i + 1].height < rows[i].height * 2) forbid_break(rows[i + 2]);
    }
}

} // namespace

void hold_ends(std::vector<GalleyRow>& rows, std::size_t first, std::size_t last) {
    if (last < first + 2) return;
    forbid_break(rows[first + 1]);
    forbid_break(rows[last - 1]);
}

void hold_together(Galley& galley) {
    auto& rows = galley.rows;
    for (std::size_t begin = 0; begin < rows.size();) {
        std::size_t end = begin + 1;
        while (end < rows.size() && rows[end].panel == rows[begin].panel) ++end;
        if (rows[begin].panel) {
            for (std::size_t i = begin + 1; i < end; ++i)
                if (rows[i].break_penalty == 0) rows[i].break_penalty = panel_penalty;
            hold_ends(rows, begin, end);
        }
        begin = end;
    }
    hold_below_headings(rows);
}

void align_to_grid(Galley& galley) {
    auto& rows = galley.rows;
    std::optional<Length> lead; // of the row before which the loop stands
    for (std::size_t i = rows.size(); i-- > 0;) {
        GalleyRow& row = rows[i];
        const bool leads = i + 1 < rows.size() && lead && rows[i + 1].break_penalty == forbidden;
        if (row.on_grid) lead = Length{};
        else if (leads) lead = row.height + rows[i + 1].space_before + *lead;
        else lead.reset();
        if (row.begins_block) row.grid_lead = lead;
    }
}

} // namespace presskit::compose
