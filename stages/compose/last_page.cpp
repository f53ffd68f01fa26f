// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/last_page.hpp"

#include "pipeline/base/result.hpp"
#include "stages/compose/groups.hpp"
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
    return used_height(galley, pages.back()) * 3 < height;
}

/// Whether a part that another follows ends in a page that holds less than one in `share`.
bool part_ends_short(const Draft& draft, Length height, int share) {
    const Galley& galley = draft.composition.galley;
    const auto begins_part = [&](const PageRows& page) {
        return page.first < page.last && galley.rows[page.first].break_penalty == forced;
    };
    for (std::size_t i = 1; i + 1 < draft.pages.size(); ++i)
        if (begins_part(draft.pages[i + 1]) && !begins_part(draft.pages[i]) &&
            used_height(galley, draft.pages[i]) * share < height)
            return true;
    return false;
}

struct Cut {
    std::vector<PageRows> pages;
    Diagnostics faults;
    int shrink = 0;
};

/// Cuts a galley with its white shrunk so far; none if that takes `count` pages or more.
std::optional<Cut> cut(Galley& galley, Length height, std::size_t count, int shrink) {
    Cut cut{{}, {}, shrink};
    const int before = std::exchange(galley.shrink, shrink);
    cut.pages = fill_pages(galley, height, cut.faults);
    galley.shrink = before;
    if (cut.pages.empty() || cut.pages.size() >= count) return std::nullopt;
    return cut;
}

/// Cuts a draft into fewer than `count` pages if its white, shrunk as little as will do, allows it.
bool fill_fewer(Draft& draft, Length height, std::size_t count) {
    Composition& c = draft.composition;
    const int most = c.brand().page.white_shrink;
    std::optional<Cut> best = cut(c.galley, height, count, most);
    if (!best) return false; // what the most does not do, less does not
    for (const int shrink : {0, most / 2}) {
        if (shrink == most) break;
        if (auto wider = cut(c.galley, height, count, shrink)) {
            best = std::move(wider);
            break;
        }
    }
    append(c.faults, std::move(best->faults));
    draft.pages = std::move(best->pages);
    c.galley.shrink = best->shrink;
    return true;
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

/// How many lines of running text go into `height`.
std::size_t lines_in(const Draft& draft, Length height) {
    const Length leading = std::max(draft.composition.brand().style(StyleRole::body).leading, Length{1});
    return static_cast<std::size_t>((height.millipoints + leading.millipoints - 1) / leading.millipoints);
}

/// A page that holds as much as one of `height` does when all is smaller by `closer` per mille.
Length higher(Length height, int closer) { return height * 1000 / (1000 - closer); }

/// Whether closer lines may help: lengths that do not shrink, as of pictures, are taken to shrink too.
bool may_fit(Draft& draft, Length height, std::size_t count, int closer) {
    Galley& galley = draft.composition.galley;
    const int before = std::exchange(galley.shrink, draft.composition.brand().page.white_shrink);
    Diagnostics ignored;
    const bool fits = fill_pages(galley, higher(height, closer), ignored).size() < count;
    galley.shrink = before;
    return fits;
}

/// `draft` again with closer lines, as little as will do for fewer than `count` pages.
std::optional<Draft> set_closer(const SetGalley& set, Draft& draft, Length height, std::size_t count,
                                int most) {
    if (most == 0 || !may_fit(draft, height, count, most)) return std::nullopt;
    for (const int closer : {most / 2, most}) {
        if (closer == 0 || (closer != most && !may_fit(draft, height, count, closer))) continue;
        Draft best = set({draft.composition.tightness.shorter, closer});
        if (fill_fewer(best, height, count)) return best;
    }
    return std::nullopt;
}

/// Fewer than `count` pages by paragraphs a line shorter, if `shorter`, where all are, comes to that.
std::optional<Draft> save_lines(const SetGalley& set, const Draft& draft, Draft& shorter, Length height) {
    const std::size_t count = draft.pages.size();
    if (!fill_fewer(shorter, height, count)) return std::nullopt;
    const std::size_t needed = lines_in(draft, used_height(draft.composition.galley, draft.pages.back()));
    Draft best = set({longest_savers(draft, shorter, needed), 0});
    if (fill_fewer(best, height, count)) return best;
    return std::move(shorter);
}

/// `draft` in fewer pages by less white or closer lines, if that will do.
std::optional<Draft> in_less_room(const SetGalley& set, Draft& draft, Length height) {
    const std::size_t count = draft.pages.size();
    if (fill_fewer(draft, height, count)) return std::move(draft);
    return set_closer(set, draft, height, count, draft.composition.brand().page.leading_shrink * 10);
}

/// `draft` in fewer pages, by the means that show least.
std::optional<Draft> without_last_page(const SetGalley& set, Draft& draft, Length height) {
    const std::size_t count = draft.pages.size(), paragraphs = draft.composition.line_counts.size();
    if (auto saved = in_less_room(set, draft, height)) return saved;
    if (draft.composition.setter.count_shorter() == 0) return std::nullopt;
    const int most = draft.composition.brand().page.leading_shrink * 10;
    const Length over = used_height(draft.composition.galley, draft.pages.back());
    const Length gained = (higher(height, most) - height) * static_cast<std::int64_t>(count - 1);
    if (lines_in(draft, over) > paragraphs + lines_in(draft, gained)) return std::nullopt;
    Draft shorter = set({std::vector<bool>(paragraphs, true), 0});
    if (auto saved = save_lines(set, draft, shorter, height)) return saved;
    return set_closer(set, shorter, height, count, most);
}

/// `draft` without pages that hold next to nothing before a new part, as far as less room will do.
Draft without_short_parts(const SetGalley& set, Draft draft, Length height) {
    if (!part_ends_short(draft, height, 6)) return draft;
    auto saved = in_less_room(set, draft, height);
    return saved ? without_short_parts(set, std::move(*saved), height) : std::move(draft);
}

Draft without_short_end(const SetGalley& set, Draft draft, Length height) {
    if (!ends_short(draft, height)) return draft;
    auto saved = without_last_page(set, draft, height);
    return saved ? std::move(*saved) : std::move(draft);
}

Draft with_good_ends(const SetGalley& set, Length height) {
    Draft fallen = set({});
    Composition& c = fallen.composition;
    fallen.pages = with_whole_groups(
        c.galley, fill_pages(c.galley, height, c.faults, LastPage::as_it_falls), height);
    Draft draft = without_short_parts(set, without_short_end(set, std::move(fallen), height), height);
    if (!ends_short(draft, height) && !part_ends_short(draft, height, 3)) return draft;
    Diagnostics known; // of the pages as they fell
    auto helped = fill_pages(draft.composition.galley, height, known, LastPage::all_helped);
    if (helped.size() > draft.pages.size())
        helped = fill_pages(draft.composition.galley, height, known, LastPage::helped);
    draft.pages = std::move(helped);
    return draft;
}

} // namespace

Draft draft_pages(const SetGalley& set, Length height) {
    Draft draft = with_good_ends(set, height);
    Composition& c = draft.composition;
    open_groups(c.galley, draft.pages, height, c.brand().groups.between_at_most);
    return draft;
}

} // namespace presskit::compose
