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
    const auto white = [&](const Recommendation& it) -> Length& { return galley.rows[it.row].space_before; };
    std::vector<Length> before;
    for (const Recommendation& it : galley.recommendations) before.push_back(white(it));
    const Length least = *std::ranges::min_element(before), step = std::max(galley.grid / 2, Length{1'000});
    for (Length wide = most; wide > least; wide -= step) {
        for (std::size_t i = 0; i < before.size(); ++i)
            white(galley.recommendations[i]) = std::max(before[i], wide);
        if (std::ranges::all_of(pages, [&](const PageRows& it) { return used_height(galley, it) <= height; }))
            return;
    }
    for (std::size_t i = 0; i < before.size(); ++i) white(galley.recommendations[i]) = before[i];
}

} // namespace presskit::compose
