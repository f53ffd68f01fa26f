// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/last_page.hpp"

#include "pipeline/base/result.hpp"
#include "stages/compose/paragraph_items.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>

namespace presskit::compose {
namespace {

bool ends_short(const Draft& draft, Length height) {
    const Galley& galley = draft.composition.galley;
    const auto& pages = draft.pages;
    if (pages.size() < 2 || pages.back().first == pages.back().last) return false;
    if (galley.rows[pages.back().first].break_penalty == forced) return false;
    return used_height(galley, pages.back()) * 4 < height;
}

/// Cuts a draft into fewer than `count` pages if its white, shrunk as little as will do, allows it.
bool fill_fewer(Draft& draft, Length height, std::size_t count) {
    Composition& c = draft.composition;
    const int most = c.brand().page.white_shrink;
    for (const int shrink : {0, most / 2, most}) {
        c.galley.shrink = shrink;
        Diagnostics faults;
        auto pages = fill_pages(c.galley, height, faults);
        if (pages.empty() || pages.size() >= count) continue;
        append(c.faults, std::move(faults));
        draft.pages = std::move(pages);
        return true;
    }
    c.galley.shrink = 0;
    return false;
}

/// The `count` longest of the paragraphs that `shorter` has set in fewer lines than `draft`: among many
/// lines a saved one shows least.
std::vector<bool> longest_savers(const Draft& draft, const Draft& shorter, std::size_t count) {
    const auto& before = draft.composition.line_counts;
    const auto& after = shorter.composition.line_counts;
    std::vector<std::size_t> savers;
    for (std::size_t i = 0; i < before.size(); ++i)
        if (after[i] < before[i]) savers.push_back(i);
    std::ranges::stable_sort(savers, std::greater{}, [&](std::size_t i) { return before[i]; });
    savers.resize(std::min(savers.size(), count));
    std::vector<bool> out(before.size());
    for (const std::size_t i : savers) out[i] = true;
    return out;
}

/// How many lines of running text the last page is high.
std::size_t lines_to_save(const Draft& draft) {
    const Composition& c = draft.composition;
    const Length leading = std::max(c.brand().style(StyleRole::body).leading, Length{1});
    const Length used = used_height(c.galley, draft.pages.back());
    return static_cast<std::size_t>((used.millipoints + leading.millipoints - 1) / leading.millipoints);
}

} // namespace

Draft draft_pages(const SetGalley& set, Length height) {
    Draft draft = set({});
    draft.pages = fill_pages(draft.composition.galley, height, draft.composition.faults);
    if (!ends_short(draft, height)) return draft;
    const std::size_t count = draft.pages.size(), paragraphs = draft.composition.line_counts.size();
    if (fill_fewer(draft, height, count)) return draft;
    const std::size_t needed = lines_to_save(draft);
    if (needed > paragraphs) return draft;
    Draft shorter = set(std::vector<bool>(paragraphs, true));
    if (!fill_fewer(shorter, height, count)) return draft;
    Draft best = set(longest_savers(draft, shorter, needed));
    if (fill_fewer(best, height, count)) return best;
    return shorter;
}

} // namespace presskit::compose
