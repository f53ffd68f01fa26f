// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/floats.hpp"

#include "stages/compose/paragraph_items.hpp"
#include "stages/compose/row_stack.hpp"

#include <algorithm>

namespace presskit::compose {
namespace {

/// The level of the section that a row stands in; before all headings, as if below one.
int section_level(const Galley& galley, std::uint32_t row) {
    while (row-- > 0)
        if (galley.rows[row].heading > 0) return galley.rows[row].heading;
    return 2;
}

bool stays(const Galley& galley, const Float& it, Length height) {
    const auto& rows = galley.rows;
    const std::int32_t penalty = rows[it.first].break_penalty;
    if (penalty >= forbidden || penalty == forced) return true;
    Length own;
    for (std::uint32_t r = it.first; r < it.last; ++r) {
        own += rows[r].space_before + rows[r].height;
        for (const std::uint32_t note : rows[r].footnotes) own += height_of(galley.footnotes[note]);
    }
    return own * 5 > height * 4;
}

/// The last row before which a page may end that leaves out `it`; `end` is the next float, or the end.
std::uint32_t limit_of(const Galley& galley, const Float& it, std::uint32_t end) {
    const int level = section_level(galley, it.first);
    for (std::uint32_t r = it.last; r < end; ++r) {
        const GalleyRow& row = galley.rows[r];
        if (row.break_penalty == forced) return r - 1;
        if (row.heading > 0 && row.heading <= level) return r;
    }
    return end == galley.rows.size() ? end - 1 : end;
}

} // namespace

void settle_floats(Galley& galley, Length height) {
    auto end = static_cast<std::uint32_t>(galley.rows.size());
    for (std::size_t i = galley.floats.size(); i-- > 0;) {
        Float& it = galley.floats[i];
        it.moves = it.moves && !stays(galley, it, height);
        it.limit = limit_of(galley, it, end);
        end = it.first;
    }
}

StackedRows stack_rows(const Galley& galley, const PageRows& page) {
    StackedRows out;
    RowStack stack(galley);
    const auto add = [&](std::uint32_t row, Length white) {
        out.rows.push_back(row);
        out.tops.push_back(stack.add(galley.rows[row], white));
    };
    const Float* above = page.carried ? &galley.floats[*page.carried] : nullptr;
    const Float* gone = page.left_out ? &galley.floats[*page.left_out] : nullptr;
    for (std::uint32_t r = above ? above->first : 0; above && r < above->last; ++r)
        add(r, galley.rows[r].space_before);
    std::uint32_t r = page.first;
    if (above && r < page.last) {
        out.rows.push_back(r);
        out.tops.push_back(stack.add_below(*above, galley.rows[r++]));
    }
    for (; r < page.last; ++r) {
        const bool closes = gone && r == gone->first;
        if (closes) r = gone->last;
        add(r, closes ? gone->closed : galley.rows[r].space_before);
    }
    out.used = stack.used();
    return out;
}

} // namespace presskit::compose
