// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/groups.hpp"

#include <algorithm>
#include <utility>

namespace presskit::compose {
namespace {

bool divide_group(const Galley& galley, const std::vector<PageRows>& pages) {
    return std::ranges::any_of(pages, [&](const PageRows& page) {
        return page.last < galley.rows.size() && galley.rows[page.last].break_penalty == group_penalty;
    });
}

} // namespace

std::vector<PageRows> with_whole_groups(Galley& galley, std::vector<PageRows> pages, Length height) {
    if (galley.recommendations.empty() || !divide_group(galley, pages)) return pages;
    const auto exchange_white = [&] {
        for (Recommendation& it : galley.recommendations)
            std::swap(galley.rows[it.row].space_before, it.closed);
    };
    exchange_white();
    Diagnostics known; // of the pages with white
    std::vector<PageRows> closed = fill_pages(galley, height, known, LastPage::as_it_falls);
    if (closed.size() <= pages.size() && !divide_group(galley, closed)) return closed;
    exchange_white();
    return pages;
}

/// By half lines of the grid, for there rows stand on one.
void open_groups(Galley& galley, const std::vector<PageRows>& pages, Length height, Length most) {
    if (galley.recommendations.empty()) return;
    struct White {
        Length* above;
        Length before;
    };
    std::vector<White> recommendations, heads;
    for (const Recommendation& it : galley.recommendations) {
        Length& above = galley.rows[it.row].space_before;
        recommendations.push_back({&above, above});
    }
    for (std::size_t row = galley.recommendations.front().row; row < galley.rows.size(); ++row)
        if (galley.rows[row].heading > 0)
            heads.push_back({&galley.rows[row].space_before, galley.rows[row].space_before});
    const Length least = std::ranges::min_element(recommendations, {}, &White::before)->before;
    const Length step = std::max(galley.grid / 2, Length{1'000});
    for (Length wide = std::max(most, least);; wide = std::max(wide - step, least)) {
        for (const White& it : recommendations) *it.above = std::max(it.before, wide);
        for (const White& it : heads) *it.above = it.before + wide - least;
        if (wide == least ||
            std::ranges::all_of(pages, [&](const PageRows& it) { return used_height(galley, it) <= height; }))
            return;
    }
}

} // namespace presskit::compose
