// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/note_sequence.hpp"

#include "stages/compose/paragraph_items.hpp"

#include <algorithm>

namespace presskit::compose {

NoteSequence::NoteSequence(const Galley& galley) : sums_(1) {
    for (const GalleyRow& row : galley.rows) {
        called_.push_back(static_cast<std::uint32_t>(rows_.size()));
        for (const std::uint32_t note : row.footnotes) {
            const auto& lines = galley.footnotes[note];
            for (std::uint32_t i = 0; i < lines.size(); ++i) {
                rows_.push_back({note, i, static_cast<std::uint32_t>(lines.size()),
                                 lines[i].break_penalty < forbidden});
                sums_.push_back(sums_.back() + lines[i].space_before + lines[i].height);
            }
        }
    }
    called_.push_back(static_cast<std::uint32_t>(rows_.size()));
}

/// Two lines of a note stand on either side, and two of what goes on from the page before.
bool NoteSequence::may_split(std::uint32_t first, std::uint32_t at) const {
    const Row& row = rows_[at];
    if (rows_[first].index > 0 && at < first + 2) return false;
    return row.index == 0 || (row.may_begin_page && row.index >= 2 && row.count - row.index >= 2);
}

std::uint32_t NoteSequence::split(std::uint32_t first, std::uint32_t last, Length room) const {
    std::uint32_t at = cut(first, last, room);
    while (at > first && at < last && !may_split(first, at)) --at;
    return at;
}

std::uint32_t NoteSequence::cut(std::uint32_t first, std::uint32_t last, Length room) const {
    const auto begin = sums_.begin() + first;
    const auto end = sums_.begin() + last + 1;
    const auto beyond = std::upper_bound(begin, end, sums_[first] + room - footnote_gap);
    return beyond == begin ? first : static_cast<std::uint32_t>(beyond - sums_.begin()) - 1;
}

std::int64_t NoteSequence::begun(std::uint32_t first, std::uint32_t last) const {
    std::int64_t notes = 0;
    for (std::uint32_t i = first; i < last; ++i) notes += rows_[i].index == 0 ? 1 : 0;
    return notes;
}

std::vector<NotePart> NoteSequence::parts(std::uint32_t first, std::uint32_t last) const {
    std::vector<NotePart> out;
    for (std::uint32_t i = first; i < last; ++i) {
        const Row& row = rows_[i];
        if (out.empty() || out.back().note != row.note) out.push_back({row.note, row.index, row.index});
        out.back().last = row.index + 1;
    }
    return out;
}

} // namespace presskit::compose
