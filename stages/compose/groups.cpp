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

} // namespace presskit::compose
