// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/fill_pages.hpp"

#include "stages/compose/note_sequence.hpp"
#include "stages/compose/paragraph_items.hpp"
#include "stages/compose/row_stack.hpp"

#include <algorithm>
#include <utility>

namespace presskit::compose {
namespace {

constexpr std::int64_t page_cost = 2'000;            ///< fewer pages win
constexpr std::int64_t white_cost = 10'000;          ///< an empty page's worth of white at a foot
constexpr std::int64_t hyphen_cost = 200;            ///< a divided word at a foot: as bad as 14 % of white
constexpr std::int64_t split_cost = 1'500;           ///< a footnote that goes on: as bad as 39 % of white
constexpr std::int64_t late_cost = 20'000;           ///< a note that begins after the page of its mark
constexpr std::int64_t put_off_cost = 50'000;        ///< nothing at all of a note that goes on
constexpr std::int64_t forbidden_cost = 100'000'000; ///< more than any white can cost
constexpr std::int64_t sparse_cost = 50'000;         ///< a last page that holds next to nothing

constexpr std::int32_t none = -1;

/// The best way found to end a page before `row` with `notes` rows of the notes set.
struct PageEnd {
    std::uint32_t row = 0, notes = 0;
    std::int32_t previous = none;
    std::int64_t cost = 0;
};

/// Open ways to a row: with all notes called before it set, and with a note left to go on.
struct Open {
    std::int32_t whole = none, split = none;
};

class Paginator {
  public:
    Paginator(const Galley& galley, Length height, LastPage last)
        : galley_(galley), height_(height), last_(last), notes_(galley), open_(galley.rows.size() + 1) {}

    std::vector<PageRows> best();

  private:
    std::uint32_t count() const { return static_cast<std::uint32_t>(galley_.rows.size()); }
    std::int64_t cost(Length used, std::uint32_t end) const;
    std::int64_t short_page_cost(Length used) const;
    bool leaves_line_alone(std::uint32_t begin, std::uint32_t end) const;
    void reach(std::uint32_t row, std::uint32_t notes, std::int32_t from, std::int64_t cost);
    void end_page(std::int32_t from, std::uint32_t end, Length text);
    bool is_forbidden(std::uint32_t end) const;
    bool fill_from(std::int32_t from, bool if_needed);
    void fill_from(std::int32_t from);
    void notes_only(std::int32_t from);

    const Galley& galley_;
    Length height_;
    LastPage last_;
    NoteSequence notes_;
    std::vector<PageEnd> nodes_;
    std::vector<Open> open_;
};

/// Of a last page: as much white as two pages before it would have at their foot to help it to a third.
std::int64_t Paginator::short_page_cost(Length used) const {
    if (last_ == LastPage::as_it_falls || used * 3 >= height_) return 0;
    const std::int64_t lacking = 33 - used.millipoints * 100 / height_.millipoints; // percent
    return lacking * lacking * white_cost * 2 / 10'000 + (used * 8 < height_ ? sparse_cost : 0);
}

std::int64_t Paginator::cost(Length used, std::uint32_t end) const {
    const bool last = end == count();
    if (last) return page_cost + short_page_cost(used);
    if (galley_.rows[end].break_penalty == forced) return page_cost;
    const std::int64_t white =
        std::max<std::int64_t>(0, (height_ - used).millipoints * 100 / height_.millipoints); // percent
    const std::int32_t penalty = galley_.rows[end].break_penalty;
    return page_cost + white * white * white_cost / 10'000 +
           (penalty >= forbidden ? forbidden_cost : penalty) +
           (galley_.rows[end - 1].hyphenated ? hyphen_cost : 0);
}

/// A page beside whose notes only one line from the middle of a paragraph would stand.
bool Paginator::leaves_line_alone(std::uint32_t begin, std::uint32_t end) const {
    return end == begin + 1 && end < count() && !galley_.rows[begin].begins_block &&
           !galley_.rows[end].begins_block;
}

void Paginator::reach(std::uint32_t row, std::uint32_t notes, std::int32_t from, std::int64_t cost) {
    const bool whole = notes == notes_.called_before(row);
    std::int32_t& way = whole ? open_[row].whole : open_[row].split;
    if (way != none && nodes_[static_cast<std::size_t>(way)].cost <= cost) return;
    way = static_cast<std::int32_t>(nodes_.size());
    nodes_.push_back({row, notes, from, cost});
}

/// Ends the page of rows from `from` before row `end`; `text` is their height.
void Paginator::end_page(std::int32_t from, std::uint32_t end, Length text) {
    const PageEnd begin = nodes_[static_cast<std::size_t>(from)];
    const std::uint32_t carried = notes_.called_before(begin.row), called = notes_.called_before(end);
    const Length room = height_ - text, needed = notes_.height(begin.notes, called);
    const std::int64_t before = begin.cost + (leaves_line_alone(begin.row, end) ? forbidden_cost : 0);
    if (needed <= room) {
        reach(end, called, from, before + cost(text + needed, end));
        return;
    }
    const std::uint32_t at = notes_.split(begin.notes, called, room);
    const std::int64_t late = notes_.begun(std::max(at, carried), called);
    const bool puts_off = at == begin.notes && at < carried;
    reach(end, at, from,
          before + cost(text + notes_.height(begin.notes, at), end) + split_cost + late * late_cost +
              (puts_off ? put_off_cost : 0));
}

bool Paginator::is_forbidden(std::uint32_t end) const {
    return end < count() && galley_.rows[end].break_penalty >= forbidden;
}

/// All pages that can begin at `from`; those that end where no page should only `if_needed`. Returns
/// whether there was one.
bool Paginator::fill_from(std::int32_t from, bool if_needed) {
    const std::uint32_t first = nodes_[static_cast<std::size_t>(from)].row;
    RowStack stack(galley_);
    bool found = false;
    for (std::uint32_t end = first + 1; end <= count(); ++end) {
        stack.add(galley_.rows[end - 1]);
        // One row alone is always placed, so that a row too high for any page is reported, not lost.
        if (stack.used() > height_ && end > first + 1) break;
        if (is_forbidden(end) && !if_needed) continue;
        found = true;
        end_page(from, end, stack.used());
        if (end < count() && galley_.rows[end].break_penalty == forced) break;
    }
    return found;
}

void Paginator::fill_from(std::int32_t from) {
    if (from != none && !fill_from(from, false)) fill_from(from, true);
}

/// A page of nothing but the notes that go on.
void Paginator::notes_only(std::int32_t from) {
    const PageEnd begin = nodes_[static_cast<std::size_t>(from)];
    const std::uint32_t called = notes_.called_before(begin.row);
    std::uint32_t end = notes_.split(begin.notes, called, height_);
    if (end == begin.notes) end = std::max(notes_.cut(begin.notes, called, height_), begin.notes + 1);
    reach(begin.row, end, from, begin.cost + page_cost + split_cost);
}

std::vector<PageRows> Paginator::best() {
    nodes_.push_back({});
    open_[0].whole = 0;
    for (std::uint32_t row = 0; row <= count(); ++row) {
        if (row < count()) fill_from(open_[row].split);
        if (row < count()) fill_from(open_[row].whole);
        while (row == count() && open_[row].split != none)
            notes_only(std::exchange(open_[row].split, none));
    }
    std::vector<PageRows> pages;
    for (std::int32_t at = open_[count()].whole; at > 0;) {
        const PageEnd& node = nodes_[static_cast<std::size_t>(at)];
        const PageEnd& begin = nodes_[static_cast<std::size_t>(node.previous)];
        pages.push_back({begin.row, node.row, notes_.parts(begin.notes, node.notes)});
        at = node.previous;
    }
    std::ranges::reverse(pages);
    return pages;
}

void report_too_high(const Galley& galley, const PageRows& page, Length height, Diagnostics& faults) {
    const auto report = [&](Span span) {
        faults.push_back({"compose.too-high", "this does not fit on a page, even alone",
                          "divide the table row or picture into smaller ones", span, ""});
    };
    if (page.last - page.first == 1) {
        RowStack stack(galley);
        stack.add(galley.rows[page.first]);
        if (stack.used() > height) report(galley.rows[page.first].span);
    }
    for (const NotePart& part : page.notes)
        for (std::uint32_t i = part.first; i < part.last; ++i)
            if (const GalleyRow& row = galley.footnotes[part.note][i]; row.height + footnote_gap > height)
                report(row.span);
}

} // namespace

Length used_height(const Galley& galley, const PageRows& page) {
    RowStack stack(galley);
    for (std::uint32_t r = page.first; r < page.last; ++r) stack.add(galley.rows[r]);
    Length used = stack.used();
    if (!page.notes.empty()) used += footnote_gap;
    for (const NotePart& part : page.notes)
        for (std::uint32_t i = part.first; i < part.last; ++i) {
            const GalleyRow& row = galley.footnotes[part.note][i];
            used += row.space_before + row.height;
        }
    return used;
}

std::vector<PageRows> fill_pages(const Galley& galley, Length height, Diagnostics& faults, LastPage last) {
    if (galley.rows.empty()) return {};
    std::vector<PageRows> pages = Paginator(galley, height, last).best();
    for (const PageRows& page : pages) report_too_high(galley, page, height, faults);
    return pages;
}

} // namespace presskit::compose
