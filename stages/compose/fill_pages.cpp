// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/fill_pages.hpp"

#include "stages/compose/floats.hpp"
#include "stages/compose/note_sequence.hpp"
#include "stages/compose/paragraph_items.hpp"
#include "stages/compose/row_stack.hpp"

#include <algorithm>
#include <array>
#include <iterator>
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
constexpr std::int64_t float_cost = 150;             ///< a float that moves: as bad as 12 % of white
constexpr std::int64_t torn_cost = 400;             ///< an end within a block: as bad as 20 % of white
constexpr std::int64_t sparse_cost = 50'000;         ///< a last page that holds next to nothing

constexpr std::int32_t none = -1;

/// The best way found to end a page before `row` with `notes` rows of the notes set; `carried` is the
/// float that is left for the next.
struct PageEnd {
    std::uint32_t row = 0, notes = 0;
    std::int32_t previous = none;
    std::int64_t cost = 0;
    std::int32_t carried = none;
};

/// What choosing page ends asks of a row time and again.
struct RowFacts {
    Length bottom;  ///< where the row ends if no page break is before it
    Length padding; ///< of its panel, below `bottom`
    std::int32_t break_penalty = 0;
    bool settles = false; ///< rows below it stand as in the undivided galley, wherever their page began
    bool hyphenated = false, begins_block = false;
};

std::vector<RowFacts> facts_of(const Galley& galley) {
    std::vector<RowFacts> out;
    out.reserve(galley.rows.size());
    RowStack stack(galley);
    for (const GalleyRow& row : galley.rows) {
        const Length bottom = stack.add(row) + row.height;
        // On the grid a row is whole lines away from its place in any other stack.
        const bool settles = row.grid_lead.has_value() || galley.grid <= Length{};
        out.push_back({bottom, stack.used() - bottom, row.break_penalty, settles, row.hyphenated,
                       row.begins_block});
    }
    return out;
}

/// Open ways to a row: with all notes called before it set or with a note left to go on, and the same
/// with the last float before it left. (One that is left has no other float before the row.)
struct Open {
    std::array<std::int32_t, 4> ways{none, none, none, none};
};

class Paginator {
  public:
    Paginator(const Galley& galley, Length height, LastPage last)
        : galley_(galley), height_(height), last_(last), rows_(facts_of(galley)), notes_(galley),
          open_(galley.rows.size() + 1) {}

    std::vector<PageRows> best();

  private:
    std::uint32_t count() const { return static_cast<std::uint32_t>(rows_.size()); }
    std::int64_t cost(Length used, std::uint32_t end) const;
    std::int64_t short_page_cost(Length used) const;
    bool leaves_line_alone(std::uint32_t begin, std::uint32_t end) const;
    bool tears(std::uint32_t end, Length spare) const;
    void reach(PageEnd node);
    Length own_notes(std::int32_t index) const;
    void end_page(std::int32_t from, std::uint32_t end, Length text, std::int32_t left = none);
    std::vector<NotePart> notes_of(const PageEnd& begin, const PageEnd& end) const;
    void leave_out(std::int32_t from, std::size_t index, RowStack stack);
    RowStack carried_onto(const PageEnd& begin) const;
    void add_row(RowStack& stack, const PageEnd& begin, std::uint32_t row) const;
    RowStack stack_before(const PageEnd& begin, std::uint32_t row) const;
    bool is_forbidden(std::uint32_t end) const;
    bool is_hollow(const PageEnd& begin, std::uint32_t end, Length used) const;
    bool fill_from(std::int32_t from, bool if_needed);
    void fill_from(std::int32_t from);
    void notes_only(std::int32_t from);

    const Galley& galley_;
    Length height_;
    LastPage last_;
    std::vector<RowFacts> rows_;
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
    if (last || (last_ == LastPage::all_helped && rows_[end].break_penalty == forced))
        return page_cost + short_page_cost(used);
    if (rows_[end].break_penalty == forced) return page_cost;
    const std::int64_t white =
        std::max<std::int64_t>(0, (height_ - used).millipoints * 100 / height_.millipoints); // percent
    const std::int32_t penalty = rows_[end].break_penalty;
    return page_cost + white * white * white_cost / 10'000 +
           (penalty >= forbidden ? forbidden_cost : penalty) +
           (rows_[end - 1].hyphenated ? hyphen_cost : 0);
}

/// A page beside whose notes only one line from the middle of a paragraph would stand.
bool Paginator::leaves_line_alone(std::uint32_t begin, std::uint32_t end) const {
    return end == begin + 1 && end < count() && !rows_[begin].begins_block && !rows_[end].begins_block;
}

/// An end within a paragraph or a table whose next lines, two at least, there would be room for: the reader sees
/// the white, and takes it for the end of something.
bool Paginator::tears(std::uint32_t end, Length spare) const {
    if (end == count() || rows_[end].begins_block || rows_[end].break_penalty == forced) return false;
    std::uint32_t next = end;
    while (next < count() && (next < end + 2 || is_forbidden(next))) {
        if (next > end && rows_[next].begins_block) break;
        spare -= galley_.rows[next].space_before + galley_.rows[next].height;
        ++next;
    }
    return spare >= Length{} && notes_.called_before(next) == notes_.called_before(end);
}

void Paginator::reach(PageEnd node) {
    const std::size_t split = node.notes != notes_.called_before(node.row) ? 1 : 0;
    std::int32_t& way = open_[node.row].ways[(node.carried == none ? 0 : 2) + split];
    if (way != none && nodes_[static_cast<std::size_t>(way)].cost <= node.cost) return;
    way = static_cast<std::int32_t>(nodes_.size());
    nodes_.push_back(node);
}

/// The height of the notes that a float calls; they stand where it does.
Length Paginator::own_notes(std::int32_t index) const {
    if (index == none) return {};
    const Float& it = galley_.floats[static_cast<std::size_t>(index)];
    return notes_.rows_height(notes_.called_before(it.first), notes_.called_before(it.last));
}

/// Ends the page of rows from `from` before row `end`; `text` is their height, `left` a float left out. One that
/// calls notes is left only if all others fit.
void Paginator::end_page(std::int32_t from, std::uint32_t end, Length text, std::int32_t left) {
    const PageEnd begin = nodes_[static_cast<std::size_t>(from)];
    const std::uint32_t carried = notes_.called_before(begin.row), called = notes_.called_before(end);
    const Length brought = own_notes(begin.carried), kept_back = own_notes(left);
    if (brought > Length{}) {
        text += brought;
        if (text + footnote_gap > height_) return;
        if (called == begin.notes) text += footnote_gap;
    }
    const Length room = height_ - text;
    Length needed = notes_.height(begin.notes, called) - kept_back;
    const bool calls_none_else = needed == footnote_gap && brought == Length{};
    if (kept_back > Length{} && calls_none_else) needed = {};
    if (kept_back > Length{} && needed > room) return;
    const bool alone = begin.carried == none && leaves_line_alone(begin.row, end);
    const std::int64_t before = begin.cost + (alone ? forbidden_cost : 0) + (left == none ? 0 : float_cost);
    if (needed <= room) {
        const std::int64_t torn = tears(end, room - needed) ? torn_cost : 0;
        reach({end, called, from, before + cost(text + needed, end) + torn, left});
        return;
    }
    const std::uint32_t at = notes_.split(begin.notes, called, room);
    const std::int64_t late = notes_.begun(std::max(at, carried), called);
    const bool puts_off = at == begin.notes && at < carried;
    reach({end, at, from,
           before + cost(text + notes_.height(begin.notes, at), end) + split_cost + late * late_cost +
               (puts_off ? put_off_cost : 0),
           left});
}

RowStack Paginator::carried_onto(const PageEnd& begin) const {
    RowStack stack(galley_);
    if (begin.carried == none) return stack;
    const Float& above = galley_.floats[static_cast<std::size_t>(begin.carried)];
    for (std::uint32_t r = above.first; r < above.last; ++r) stack.add(galley_.rows[r]);
    return stack;
}

/// Adds one of the rows of the page that begins at `begin`, all before it being on `stack`.
void Paginator::add_row(RowStack& stack, const PageEnd& begin, std::uint32_t row) const {
    if (row == begin.row && begin.carried != none)
        stack.add_below(galley_.floats[static_cast<std::size_t>(begin.carried)], galley_.rows[row]);
    else stack.add(galley_.rows[row]);
}

RowStack Paginator::stack_before(const PageEnd& begin, std::uint32_t row) const {
    RowStack stack = carried_onto(begin);
    for (std::uint32_t r = begin.row; r < row; ++r) add_row(stack, begin, r);
    return stack;
}

/// All pages from `from` on which text goes on past the float before which `stack` ends, if there is
/// no room for it.
void Paginator::leave_out(std::int32_t from, std::size_t index, RowStack stack) {
    const Float& left = galley_.floats[index];
    const std::uint32_t set = nodes_[static_cast<std::size_t>(from)].notes;
    RowStack with = stack;
    for (std::uint32_t r = left.first; r < left.last; ++r) with.add(galley_.rows[r]);
    if (with.used() + notes_.height(set, notes_.called_before(left.last)) <= height_) return;
    for (std::uint32_t end = left.last + 1; end <= left.limit; ++end) {
        const GalleyRow& row = galley_.rows[end - 1];
        stack.add(row, end == left.last + 1 ? left.closed : row.space_before);
        if (stack.used() > height_) break;
        if (!is_forbidden(end)) end_page(from, end, stack.used(), static_cast<std::int32_t>(index));
    }
}

/// Less than two fifths of a page, without notes: worth no look where more fits.
bool Paginator::is_hollow(const PageEnd& begin, std::uint32_t end, Length used) const {
    return used * 5 < height_ * 2 && end < count() && rows_[end].break_penalty != forced &&
           notes_.called_before(end) == begin.notes;
}

bool Paginator::is_forbidden(std::uint32_t end) const {
    return end < count() && rows_[end].break_penalty >= forbidden;
}

/// All pages that can begin at `from`; those that end where no page should, only `if_needed`. Returns
/// whether there was one.
bool Paginator::fill_from(std::int32_t from, bool if_needed) {
    const PageEnd begin = nodes_[static_cast<std::size_t>(from)];
    const std::uint32_t first = begin.row;
    RowStack stack = carried_onto(begin);
    std::optional<Length> above; // of the undivided galley, where this page's rows stand as they do there
    auto next = std::ranges::lower_bound(galley_.floats, first + 1, {}, &Float::first);
    bool found = false;
    for (std::uint32_t end = first + 1; end <= count(); ++end) {
        if (next != galley_.floats.end() && next->first == end - 1) {
            if (next->moves && !if_needed)
                leave_out(from, static_cast<std::size_t>(next - galley_.floats.begin()),
                          stack_before(begin, end - 1));
            ++next;
        }
        const RowFacts& row = rows_[end - 1];
        if (!above) {
            add_row(stack, begin, end - 1);
            if (row.settles) above = row.bottom + row.padding - stack.used();
        }
        const Length used = above ? row.bottom + row.padding - *above : stack.used();
        // One row alone is always placed, so that a row too high for any page is reported, not lost.
        const bool alone = end == first + 1 && begin.carried == none;
        if (used > height_ && !alone) break;
        if (!if_needed && (is_forbidden(end) || is_hollow(begin, end, used))) continue;
        found = true;
        end_page(from, end, used);
        if (end < count() && rows_[end].break_penalty == forced) break;
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
    reach({begin.row, end, from, begin.cost + page_cost + split_cost});
}

/// Those of a float that was carried over first, those of one that is left not at all.
std::vector<NotePart> Paginator::notes_of(const PageEnd& begin, const PageEnd& end) const {
    const auto called = [&](std::int32_t index) {
        const Float& it = galley_.floats[static_cast<std::size_t>(index)];
        return std::pair(notes_.called_before(it.first), notes_.called_before(it.last));
    };
    std::vector<NotePart> out;
    const auto add = [&](std::uint32_t first, std::uint32_t last) {
        std::ranges::move(notes_.parts(first, last), std::back_inserter(out));
    };
    if (begin.carried != none) add(called(begin.carried).first, called(begin.carried).second);
    if (own_notes(end.carried) == Length{}) {
        add(begin.notes, end.notes);
    } else {
        add(begin.notes, called(end.carried).first);
        add(called(end.carried).second, end.notes);
    }
    return out;
}

std::vector<PageRows> Paginator::best() {
    nodes_.push_back({});
    open_[0].ways[0] = 0;
    for (std::uint32_t row = 0; row < count(); ++row)
        for (const std::int32_t way : open_[row].ways) fill_from(way);
    auto& last = open_[count()].ways; // all floats stand before the end
    while (last[1] != none) notes_only(std::exchange(last[1], none));
    std::vector<PageRows> pages;
    const auto float_at = [](std::int32_t index) {
        return index == none ? std::nullopt : std::optional(static_cast<std::uint32_t>(index));
    };
    for (std::int32_t at = last[0]; at > 0;) {
        const PageEnd& node = nodes_[static_cast<std::size_t>(at)];
        const PageEnd& begin = nodes_[static_cast<std::size_t>(node.previous)];
        pages.push_back({begin.row, node.row, notes_of(begin, node), float_at(begin.carried),
                         float_at(node.carried)});
        at = node.previous;
    }
    std::ranges::reverse(pages);
    return pages;
}

void report_too_high(const Galley& galley, const PageRows& page, Length height, Diagnostics& faults) {
    const auto report = [&](Span span) {
        faults.push_back({"compose.too-high", "this does not fit on a page, even alone",
                          "divide it: a table's row, a picture or a chart must be no higher than a page", span, ""});
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
    Length used = stack_rows(galley, page).used;
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
