// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/level_pages.hpp"

#include "stages/compose/paragraph_items.hpp"
#include "stages/compose/row_stack.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace presskit::compose {
namespace {

bool ends_early(const Galley& galley, const PageRows& page) {
    return page.last == galley.rows.size() || galley.rows[page.last].break_penalty == forced;
}

/// How many lines of the grid each row's white may grow by.
std::vector<std::int64_t> room_to_grow(const Galley& galley, const PageRows& page, int stretch) {
    std::vector<std::int64_t> out(page.last - page.first);
    for (std::size_t i = 1; i < out.size(); ++i) {
        const GalleyRow& row = galley.rows[page.first + i];
        if (!row.begins_block || row.break_penalty == forbidden || row.space_before <= galley.grid) continue;
        out[i] = row.space_before.millipoints * stretch / 100 / galley.grid.millipoints;
    }
    return out;
}

/// Gives `lines` to the rows in turn, headings first.
std::vector<std::int64_t> share(const Galley& galley, const PageRows& page, std::int64_t lines,
                                std::vector<std::int64_t> room) {
    std::vector<std::int64_t> out(room.size());
    while (lines > 0)
        for (const bool headings : {true, false})
            for (std::size_t i = 0; i < room.size(); ++i) {
                if (lines == 0 || room[i] == 0 || galley.rows[page.first + i].heading != headings) continue;
                ++out[i];
                --room[i];
                --lines;
            }
    return out;
}

} // namespace

std::vector<Length> row_tops(const Galley& galley, const PageRows& page, Length height, int stretch) {
    std::vector<Length> tops;
    RowStack stack(galley);
    for (std::uint32_t r = page.first; r < page.last; ++r) tops.push_back(stack.add(galley.rows[r]));
    if (stretch == 0 || galley.grid == Length{} || tops.empty() || ends_early(galley, page)) return tops;
    const Length white = height - used_height(galley, page);
    const std::int64_t lines = white.millipoints / galley.grid.millipoints;
    std::vector<std::int64_t> room = room_to_grow(galley, page, stretch);
    if (lines <= 0 || lines > std::accumulate(room.begin(), room.end(), std::int64_t{0})) return tops;
    const std::vector<std::int64_t> given = share(galley, page, lines, std::move(room));
    Length moved;
    for (std::size_t i = 0; i < tops.size(); ++i) {
        moved += galley.grid * given[i];
        tops[i] += moved;
    }
    return tops;
}

} // namespace presskit::compose
