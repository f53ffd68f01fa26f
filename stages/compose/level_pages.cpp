// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/level_pages.hpp"

#include "stages/compose/paragraph_items.hpp"

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
std::vector<std::int64_t> room_to_grow(const Galley& galley, const StackedRows& stacked, int stretch) {
    std::vector<std::int64_t> out(stacked.rows.size());
    const auto is_recommendation = [&](std::uint32_t row) {
        return std::ranges::binary_search(galley.recommendations, row, {}, &Recommendation::row);
    };
    for (std::size_t i = 1; i < out.size(); ++i) {
        const GalleyRow& row = galley.rows[stacked.rows[i]];
        if (is_recommendation(stacked.rows[i]) || !row.begins_block || row.break_penalty == forbidden || row.space_before <= galley.grid) continue;
        out[i] = row.space_before.millipoints * stretch / 100 / galley.grid.millipoints;
    }
    return out;
}

/// Gives `lines` to the rows in turn, headings first.
std::vector<std::int64_t> share(const Galley& galley, const StackedRows& stacked, std::int64_t lines,
                                std::vector<std::int64_t> room) {
    std::vector<std::int64_t> out(room.size());
    while (lines > 0)
        for (const bool headings : {true, false})
            for (std::size_t i = 0; i < room.size(); ++i) {
                const bool is_heading = galley.rows[stacked.rows[i]].heading > 0;
                if (lines == 0 || room[i] == 0 || is_heading != headings) continue;
                ++out[i];
                --room[i];
                --lines;
            }
    return out;
}

} // namespace

StackedRows level_rows(const Galley& galley, const PageRows& page, Length height, int stretch) {
    StackedRows stacked = stack_rows(galley, page);
    if (stretch == 0 || galley.grid == Length{} || stacked.rows.empty() || ends_early(galley, page))
        return stacked;
    const Length white = height - used_height(galley, page);
    const std::int64_t lines = white.millipoints / galley.grid.millipoints;
    std::vector<std::int64_t> room = room_to_grow(galley, stacked, stretch);
    if (lines <= 0 || lines > std::accumulate(room.begin(), room.end(), std::int64_t{0})) return stacked;
    const std::vector<std::int64_t> given = share(galley, stacked, lines, std::move(room));
    Length moved;
    for (std::size_t i = 0; i < stacked.tops.size(); ++i) {
        moved += galley.grid * given[i];
        stacked.tops[i] += moved;
    }
    return stacked;
}

} // namespace presskit::compose
