// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/paragraph_items.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace presskit::compose {
namespace {

// All ratios are in thousandths and all costs integers, so that no machine rounds them differently.
constexpr std::int64_t unit = 1000;
constexpr std::int64_t worst_badness = 10'000;
constexpr std::int64_t line_demerits = 10;            ///< each line costs a little: fewer lines win ties
constexpr std::int64_t two_hyphens_demerits = 100'000; ///< two lines running that end in a hyphen
constexpr std::int64_t ladder_demerits = 400'000;     ///< a third line running, and each further
constexpr std::int64_t neighbours_demerits = 6'000;   ///< a loose line next to a tight one
constexpr std::int64_t last_hyphen_demerits = 12'000; ///< the line before the last ends in a hyphen
constexpr std::int64_t short_last_demerits = 60'000;  ///< see short_last_cost
constexpr std::int64_t last_rest_demerits = 250'000;  ///< what it adds at most for the rest of a word

struct Sums {
    Length width, stretch, shrink;
    Length hang; ///< of what comes first after a break
};

/// An open break: the best way found to end a line at `item`.
struct LineEnd {
    std::uint32_t item = 0;
    std::int32_t previous = -1;
    std::int64_t demerits = 0;
    int fitness = 1;
    int hyphens = 0; ///< lines running that end in one, this one the last
    Sums after; ///< totals up to the first box after the break
};

std::int64_t quotient(Length a, Length b) { return b > Length{} ? a.millipoints * unit / b.millipoints : 0; }

int fitness_of(std::int64_t ratio) {
    if (ratio < -500) return 0;
    if (ratio <= 500) return 1;
    return ratio <= 1000 ? 2 : 3;
}

std::int64_t badness_of(std::int64_t ratio) {
    const std::int64_t r = std::min<std::int64_t>(std::abs(ratio), 10 * unit);
    return std::min(worst_badness, r * r / unit * r / unit / 10);
}

class Breaker {
  public:
    Breaker(const std::vector<ParagraphItem>& items, const LineRules& rules, std::int64_t tolerance)
        : items_(items), rules_(rules), tolerance_(tolerance) {}

    /// Empty if no way within the tolerance exists.
    std::vector<std::uint32_t> run();

  private:
    bool is_break(std::uint32_t i) const {
        const ParagraphItem& item = items_[i];
        if (item.kind == ItemKind::penalty) return item.penalty < (is_last_resort() ? forbidden : bound);
        return item.kind == ItemKind::glue && i > 0 && items_[i - 1].kind == ItemKind::box;
    }
    bool is_last_resort() const { return tolerance_ == static_cast<std::int64_t>(Tolerance::any); }
    std::int64_t short_last_cost(const LineEnd& from) const;
    std::int64_t ratio(const LineEnd& from, std::uint32_t to) const;
    std::int64_t demerits(const LineEnd& from, std::uint32_t to, std::int64_t ratio) const;
    void consider(std::uint32_t item);
    Sums sums_after(std::uint32_t item) const;

    const std::vector<ParagraphItem>& items_;
    const LineRules& rules_;
    std::int64_t tolerance_;
    Sums total_;
    Length hang_right_; ///< of the box passed last
    Length spaces_; ///< passed since it
    std::vector<LineEnd> nodes_;
    std::vector<std::int32_t> open_;
};

std::int64_t Breaker::ratio(const LineEnd& from, std::uint32_t to) const {
    const ParagraphItem& end = items_[to];
    Length width = total_.width - from.after.width;
    if (end.kind == ItemKind::penalty) width += end.width;
    width -= from.after.hang + (end.hyphen ? Length(end.hang_right) : hang_right_);
    const bool last = to + 1 == items_.size() || end.penalty == forced;
    if (last) width -= spaces_;
    const Length room = rules_.measure - width;
    const Length letters = rules_.justified ? width * rules_.glyph_scaling / 100 : Length{};
    if (room >= Length{}) {
        if (last) return 0;
        const Length spaces =
            rules_.justified ? total_.stretch - from.after.stretch : rules_.ragged_stretch;
        if (spaces <= Length{}) return room <= letters ? quotient(room, letters) : 100 * unit;
        return room <= letters + spaces ? quotient(room, letters + spaces) : quotient(room - letters, spaces);
    }
    const Length shrink = letters + (rules_.justified ? total_.shrink - from.after.shrink : Length{});
    return shrink > Length{} ? quotient(room, shrink) : -100 * unit;
}

/// Of a last line that leaves a hole below its paragraph: next to nothing, or one word alone. It costs the more
/// the less there is of it, above all if it is the rest of a divided word. To ragged text it costs no wider
/// spaces to bring another word down.
std::int64_t Breaker::short_last_cost(const LineEnd& from) const {
    const Length width = total_.width - from.after.width;
    const bool one_word = total_.stretch == from.after.stretch;
    if (!is_short_line(width, one_word, rules_.measure)) return 0;
    const Length hole = rules_.measure - std::min(width * (one_word ? 4 : 8), rules_.measure);
    const auto in_measure = [&](std::int64_t cost) { return cost * hole.millipoints / rules_.measure.millipoints; };
    if (from.hyphens == 0) return rules_.justified ? in_measure(short_last_demerits) : short_last_demerits;
    return short_last_demerits + (one_word ? in_measure(last_rest_demerits) : 0);
}

std::int64_t Breaker::demerits(const LineEnd& from, std::uint32_t to, std::int64_t ratio) const {
    const ParagraphItem& end = items_[to];
    const std::int64_t base = line_demerits + badness_of(ratio);
    std::int64_t cost = base * base;
    if (end.kind == ItemKind::penalty && end.penalty > 0)
        cost += static_cast<std::int64_t>(end.penalty) * end.penalty;
    if (end.hyphen && from.hyphens > 0)
        cost += from.hyphens == 1 ? two_hyphens_demerits : ladder_demerits;
    const bool last = to + 1 == items_.size();
    if (last && from.hyphens > 0) cost += last_hyphen_demerits;
    if (last && from.previous >= 0) cost += short_last_cost(from);
    if (rules_.justified && std::abs(fitness_of(ratio) - from.fitness) > 1) cost += neighbours_demerits;
    return cost;
}

Sums Breaker::sums_after(std::uint32_t item) const {
    Sums sums = total_;
    for (std::uint32_t i = item; i < items_.size(); ++i) {
        const ParagraphItem& next = items_[i];
        if (next.kind == ItemKind::box) {
            sums.hang = next.hang_left;
            break;
        }
        if (next.kind == ItemKind::penalty && i > item && next.penalty == forced) break;
        if (next.kind != ItemKind::glue) continue;
        sums.width += next.width;
        sums.stretch += next.stretch;
        sums.shrink += next.shrink;
    }
    return sums;
}

void Breaker::consider(std::uint32_t item) {
    constexpr int classes = 4;
    std::array<LineEnd, classes> best;
    std::array<bool, classes> found{};
    const bool must = items_[item].kind == ItemKind::penalty && items_[item].penalty == forced;
    const std::int32_t last_open = open_.back();
    std::size_t still_open = 0; // those that stay move to the front of open_
    for (std::size_t i = 0; i < open_.size(); ++i) {
        const std::int32_t index = open_[i];
        const LineEnd& from = nodes_[static_cast<std::size_t>(index)];
        const std::int64_t r = ratio(from, item);
        const bool overfull = r < -unit;
        // Where anything goes, an overfull line is kept when nothing else is left.
        const bool rescue = overfull && is_last_resort() && index == last_open && still_open == 0;
        if (!overfull && !must) open_[still_open++] = index;
        if (r > tolerance_ && !must) { // lines from later breaks are looser still
            const auto rest = open_.begin() + static_cast<std::ptrdiff_t>(i) + 1;
            std::copy(rest, open_.end(), open_.begin() + static_cast<std::ptrdiff_t>(still_open));
            still_open += open_.size() - i - 1;
            break;
        }
        if ((overfull && !rescue) || r > tolerance_) continue;
        LineEnd node{item, index, from.demerits + demerits(from, item, r), fitness_of(r),
                     items_[item].hyphen ? from.hyphens + 1 : 0, {}};
        auto& slot = best[static_cast<std::size_t>(node.fitness)];
        auto& taken = found[static_cast<std::size_t>(node.fitness)];
        if (!taken || node.demerits < slot.demerits) slot = node;
        taken = true;
    }
    open_.resize(still_open);
    for (std::size_t c = 0; c < classes; ++c) {
        if (!found[c]) continue;
        best[c].after = sums_after(item);
        open_.push_back(static_cast<std::int32_t>(nodes_.size()));
        nodes_.push_back(best[c]);
    }
}

std::vector<std::uint32_t> Breaker::run() {
    nodes_.push_back({});
    nodes_[0].after.hang = items_.front().hang_left;
    open_.push_back(0);
    for (std::uint32_t i = 0; i < items_.size() && !open_.empty(); ++i) {
        const ParagraphItem& item = items_[i];
        if (is_break(i)) consider(i);
        if (item.kind == ItemKind::penalty) continue;
        if (item.kind == ItemKind::box) hang_right_ = item.hang_right;
        spaces_ = item.kind == ItemKind::box ? Length{} : spaces_ + item.width;
        total_.width += item.width;
        total_.stretch += item.stretch;
        total_.shrink += item.shrink;
    }
    if (open_.empty()) return {};
    const auto last = *std::ranges::min_element(open_, {}, [&](std::int32_t i) {
        return nodes_[static_cast<std::size_t>(i)].demerits;
    });
    std::vector<std::uint32_t> breaks;
    for (std::int32_t i = last; i > 0; i = nodes_[static_cast<std::size_t>(i)].previous)
        breaks.push_back(nodes_[static_cast<std::size_t>(i)].item);
    std::ranges::reverse(breaks);
    return breaks;
}

} // namespace

std::vector<std::uint32_t> break_lines(const std::vector<ParagraphItem>& items, const LineRules& rules,
                                       Tolerance tolerance) {
    assert(!items.empty() && items.back().penalty == forced);
    return Breaker(items, rules, static_cast<std::int64_t>(tolerance)).run();
}

} // namespace presskit::compose
