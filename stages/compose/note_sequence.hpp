// SPDX-License-Identifier: Apache-2.0
/// A document's footnotes as one sequence of rows in the order of their calls: each page's foot holds
/// a part of it that begins where the page before ended.
#pragma once

#include "stages/compose/fill_pages.hpp"

#include <cstdint>
#include <vector>

namespace presskit::compose {

class NoteSequence {
  public:
    explicit NoteSequence(const Galley& galley);

    /// How many note rows the galley's rows before `row` have called.
    std::uint32_t called_before(std::uint32_t row) const { return called_[row]; }
    /// The height of rows [first, last).
    Length rows_height(std::uint32_t first, std::uint32_t last) const { return sums_[last] - sums_[first]; }
    /// The height of rows [first, last) at the foot of a page, with the rule above; zero if empty.
    Length height(std::uint32_t first, std::uint32_t last) const {
        return last > first ? footnote_gap + sums_[last] - sums_[first] : Length{};
    }
    /// The end of the longest part of [first, last) that fits into `room` and leaves no line alone;
    /// `first` if there is none.
    std::uint32_t split(std::uint32_t first, std::uint32_t last, Length room) const;
    /// The same without regard for lines alone.
    std::uint32_t cut(std::uint32_t first, std::uint32_t last, Length room) const;
    /// How many notes begin in rows [first, last).
    std::int64_t begun(std::uint32_t first, std::uint32_t last) const;
    /// Rows [first, last) as parts of notes.
    std::vector<NotePart> parts(std::uint32_t first, std::uint32_t last) const;

  private:
    struct Row {
        std::uint32_t note = 0, index = 0, count = 0; ///< the index-th of its note's `count` rows
        bool may_begin_page = false;
    };
    bool may_split(std::uint32_t first, std::uint32_t at) const;

    std::vector<Row> rows_;
    std::vector<Length> sums_;           ///< heights of all rows before
    std::vector<std::uint32_t> called_;  ///< by row of the galley, its end included
};

} // namespace presskit::compose
