// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/column_widths.hpp"

#include "stages/compose/paragraph_items.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace presskit::compose {
namespace {

/// Adds up parts of a whole so that rounding never loses a unit: differences of running totals.
class Shares {
  public:
    Shares(Length room, Length whole) : room_(room), whole_(whole) {}
    Length next(Length part) {
        weight_ += part;
        const Length until = whole_.millipoints > 0
                                 ? scaled(room_, weight_.millipoints, whole_.millipoints)
                                 : Length{};
        return until - std::exchange(given_, until);
    }

  private:
    Length room_, whole_, weight_, given_;
};

/// Columns that would be content with a fair share get what they want; a date or a number is not
/// broken because a neighbour is wordy. Returns which they are.
std::vector<bool> content_columns(const std::vector<TextWidths>& wanted, Length measure) {
    std::vector<bool> content(wanted.size(), false);
    auto open = static_cast<std::int64_t>(wanted.size());
    for (bool again = true; again && open > 0;) {
        again = false;
        for (std::size_t i = 0; i < wanted.size() && open > 0; ++i) {
            if (content[i] || wanted[i].widest > measure / open) continue;
            content[i] = again = true;
            measure -= wanted[i].widest;
            --open;
        }
    }
    return content;
}

} // namespace

std::vector<Length> column_widths(const std::vector<TextWidths>& wanted, Length measure) {
    Length narrowest, widest;
    for (const TextWidths& column : wanted) {
        narrowest += column.narrowest;
        widest += column.widest;
    }
    std::vector<bool> content = content_columns(wanted, measure);
    Length least; // what the columns need if the content ones get all they want
    for (std::size_t i = 0; i < wanted.size(); ++i)
        least += content[i] ? wanted[i].widest : wanted[i].narrowest;
    const bool all_content = widest <= measure;
    if (least > measure || all_content) content.assign(wanted.size(), all_content);
    if (least > measure) least = narrowest;

    std::vector<Length> widths;
    if (narrowest > measure) {
        Shares shares(measure, narrowest);
        for (const TextWidths& column : wanted) widths.push_back(shares.next(column.narrowest));
        return widths;
    }
    const auto eager = [&](std::size_t i) {
        if (all_content) return wanted[i].widest;
        return content[i] ? Length{} : wanted[i].widest - wanted[i].narrowest;
    };
    Length appetite;
    for (std::size_t i = 0; i < wanted.size(); ++i) appetite += eager(i);
    Shares shares(measure - (all_content ? widest : least), appetite);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        widths.push_back((content[i] ? wanted[i].widest : wanted[i].narrowest) + shares.next(eager(i)));
    return widths;
}

int lines_within(const std::vector<ParagraphItem>& items, Length measure) {
    int lines = 1;
    Length line, space, word;
    const auto place_word = [&] {
        const bool fits = line == Length{} || line + space + word <= measure;
        line = fits ? line + space + word : word;
        lines += fits ? 0 : 1;
        space = word = {};
    };
    bool tied = false; // a space after a forbidden break is part of a word
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
        const ParagraphItem& item = items[i];
        if (item.kind == ItemKind::box || (item.kind == ItemKind::glue && tied)) {
            word += item.width;
        } else if (item.kind == ItemKind::glue) {
            place_word();
            space = item.width;
        } else if (item.penalty < bound) {
            place_word();
            if (item.penalty == forced) ++lines, line = {};
        }
        tied = item.kind == ItemKind::penalty && item.penalty >= bound;
    }
    place_word();
    return lines;
}

namespace {

constexpr std::size_t most_cells = 160;
constexpr int most_moves = 8;

/// Room that one column gives another.
struct Move {
    std::size_t from = 0, to = 0;
    Length room;
    int saved = 0; ///< lines
};

class LineSaver {
  public:
    LineSaver(std::vector<Length>& widths, const std::vector<TextWidths>& wanted, const TableWords& words)
        : widths_(widths), wanted_(wanted), words_(words) {
        for (std::size_t i = 0; i < widths.size(); ++i) content_.push_back(widths[i] >= wanted[i].widest);
        for (std::size_t r = 0; r < words.rows.size(); ++r) {
            lines_.emplace_back(widths.size(), 0);
            for (std::size_t i = 0; i < widths.size(); ++i) lines_[r][i] = lines(r, i, widths[i]);
        }
    }

    void run() {
        for (int moves = 0; moves < most_moves; ++moves) {
            const std::optional<Move> best = best_move();
            if (!best) return;
            make(*best);
        }
    }

  private:
    int lines(std::size_t row, std::size_t column, Length width) const {
        const MeasuredText* cell = column < words_.rows[row].size() ? words_.rows[row][column] : nullptr;
        if (cell == nullptr || cell->items.empty()) return 0;
        const Length measure = width - words_.padding;
        return cell->widths.widest <= measure ? 1 : lines_within(cell->items, measure);
    }
    /// The least by which the column grows for the cell to take a line less.
    Length room_for_less(std::size_t row, std::size_t column) const {
        Length low, high = wanted_[column].widest - widths_[column];
        while ((high - low).millipoints > 250) {
            const Length middle = low + (high - low) / 2;
            (lines(row, column, widths_[column] + middle) < lines_[row][column] ? high : low) = middle;
        }
        return high;
    }
    int saved_by(const Move& move) const {
        int saved = 0;
        for (std::size_t r = 0; r < lines_.size(); ++r) {
            const std::vector<int>& before = lines_[r];
            int deepest = std::max(lines(r, move.from, widths_[move.from] - move.room),
                                   lines(r, move.to, widths_[move.to] + move.room));
            for (std::size_t i = 0; i < before.size(); ++i)
                if (i != move.from && i != move.to) deepest = std::max(deepest, before[i]);
            saved += *std::ranges::max_element(before) - deepest;
        }
        return saved;
    }
    std::optional<Move> best_move() const {
        std::optional<Move> best;
        for (std::size_t r = 0; r < lines_.size(); ++r) {
            const int deepest = *std::ranges::max_element(lines_[r]);
            for (std::size_t to = 0; to < widths_.size(); ++to) {
                if (deepest < 2 || lines_[r][to] < deepest || content_[to]) continue;
                const Length room = room_for_less(r, to);
                for (std::size_t from = 0; from < widths_.size(); ++from) {
                    if (from == to || content_[from] || widths_[from] - room < wanted_[from].narrowest) continue;
                    Move move{from, to, room, 0};
                    move.saved = saved_by(move);
                    const bool better = move.saved > 0 && (!best || move.saved > best->saved ||
                                                           (move.saved == best->saved && room < best->room));
                    if (better) best = move;
                }
            }
        }
        return best;
    }
    void make(const Move& move) {
        widths_[move.from] -= move.room;
        widths_[move.to] += move.room;
        for (std::size_t r = 0; r < lines_.size(); ++r)
            for (const std::size_t i : {move.from, move.to}) lines_[r][i] = lines(r, i, widths_[i]);
    }

    std::vector<Length>& widths_;
    const std::vector<TextWidths>& wanted_;
    const TableWords& words_;
    std::vector<bool> content_;
    std::vector<std::vector<int>> lines_; ///< of each cell, by row and column
};

} // namespace

void save_lines(std::vector<Length>& widths, const std::vector<TextWidths>& wanted, const TableWords& words) {
    if (widths.size() < 2 || words.rows.size() * widths.size() > most_cells) return;
    LineSaver(widths, wanted, words).run();
}

} // namespace presskit::compose
