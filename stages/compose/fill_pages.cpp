// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/fill_pages.hpp"

#include "stages/compose/paragraph_items.hpp"

#include <algorithm>
#include <limits>

namespace presskit::compose {
namespace {

constexpr std::int64_t page_cost = 2'000;            ///< fewer pages win
constexpr std::int64_t white_cost = 10'000;          ///< an empty page's worth of white at a foot
constexpr std::int64_t hyphen_cost = 200;            ///< a divided word at a foot: as bad as 14 % of white
constexpr std::int64_t forbidden_cost = 100'000'000; ///< more than any white can cost
constexpr std::int64_t sparse_last_cost = 3'000;     ///< a last page that holds next to nothing

/// The best way to end a page before row `index of the vector`.
struct Break {
    std::int64_t cost = std::numeric_limits<std::int64_t>::max();
    std::uint32_t page_begin = 0;
};

std::int64_t penalty_cost(std::int32_t penalty) {
    return penalty >= forbidden ? forbidden_cost : penalty;
}

class Paginator {
  public:
    Paginator(const Galley& galley, Length height) : galley_(galley), height_(height) {
        for (const auto& rows : galley.footnotes) footnote_heights_.push_back(height_of(rows));
        for (const auto& rows : galley.headers) header_heights_.push_back(height_of(rows));
    }

    std::vector<Break> best();

  private:
    Length opening_height(const GalleyRow& first) const {
        return first.height + (first.header ? header_heights_[*first.header] : Length{});
    }
    Length footnotes_height(const GalleyRow& row, bool& any) const {
        Length height;
        for (const std::uint32_t f : row.footnotes) {
            if (!any) height += footnote_gap;
            any = true;
            height += footnote_heights_[f];
        }
        return height;
    }
    std::int64_t cost(Length used, std::uint32_t end) const;

    const Galley& galley_;
    Length height_;
    std::vector<Length> footnote_heights_, header_heights_;
};

std::int64_t Paginator::cost(Length used, std::uint32_t end) const {
    if (end < galley_.rows.size() && galley_.rows[end].break_penalty == forced) return page_cost;
    if (end == galley_.rows.size())
        return page_cost + (used * 8 < height_ ? sparse_last_cost : 0);
    const std::int64_t white = (height_ - used).millipoints * 100 / height_.millipoints; // percent
    return page_cost + std::max<std::int64_t>(0, white) * white * white_cost / 10'000 +
           penalty_cost(galley_.rows[end].break_penalty) +
           (galley_.rows[end - 1].hyphenated ? hyphen_cost : 0);
}

std::vector<Break> Paginator::best() {
    const auto count = static_cast<std::uint32_t>(galley_.rows.size());
    std::vector<Break> breaks(count + 1);
    breaks[0].cost = 0;
    for (std::uint32_t begin = 0; begin < count; ++begin) {
        if (breaks[begin].cost == std::numeric_limits<std::int64_t>::max()) continue;
        Length used = opening_height(galley_.rows[begin]);
        bool notes = false;
        for (std::uint32_t end = begin + 1; end <= count; ++end) {
            const GalleyRow& row = galley_.rows[end - 1];
            if (end - 1 > begin) used += row.space_before + row.height;
            used += footnotes_height(row, notes);
            // One row alone is always placed, so that a row too high for any page is reported, not lost.
            if (used > height_ && end > begin + 1) break;
            const std::int64_t total = breaks[begin].cost + cost(std::min(used, height_), end);
            if (total < breaks[end].cost) breaks[end] = {total, begin};
            if (end < count && galley_.rows[end].break_penalty == forced) break;
        }
    }
    return breaks;
}

void report_too_high(const Galley& galley, const PageRows& page, Length height, Diagnostics& faults) {
    if (page.last - page.first != 1) return;
    const GalleyRow& row = galley.rows[page.first];
    Length used = row.height + (row.header ? height_of(galley.headers[*row.header]) : Length{});
    for (const std::uint32_t f : page.footnotes) used += height_of(galley.footnotes[f]);
    if (!page.footnotes.empty()) used += footnote_gap;
    if (used <= height) return;
    faults.push_back({"compose.too-high", "this does not fit on a page, even alone",
                      "divide the table row, picture or footnote into smaller ones", row.span, ""});
}

} // namespace

std::vector<PageRows> fill_pages(const Galley& galley, Length height, Diagnostics& faults) {
    std::vector<PageRows> pages;
    if (galley.rows.empty()) return pages;
    const std::vector<Break> breaks = Paginator(galley, height).best();
    for (auto end = static_cast<std::uint32_t>(galley.rows.size()); end > 0;) {
        pages.push_back({breaks[end].page_begin, end, {}});
        end = breaks[end].page_begin;
    }
    std::ranges::reverse(pages);
    for (PageRows& page : pages) {
        for (std::uint32_t r = page.first; r < page.last; ++r)
            for (const std::uint32_t f : galley.rows[r].footnotes) page.footnotes.push_back(f);
        report_too_high(galley, page, height, faults);
    }
    return pages;
}

} // namespace presskit::compose
