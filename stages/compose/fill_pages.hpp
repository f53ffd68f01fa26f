// SPDX-License-Identifier: Apache-2.0
/// Cuts a galley into pages, choosing all breaks of the document together.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/compose/galley.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace presskit::compose {

/// Rows [first, last) of Galley::footnotes[note].
struct NotePart {
    std::uint32_t note = 0;
    std::uint32_t first = 0, last = 0;
    bool operator==(const NotePart&) const = default;
};

/// Rows [first, last) of the galley stand on one page, `notes` at its foot. A page may hold notes only.
struct PageRows {
    std::uint32_t first = 0, last = 0;
    std::vector<NotePart> notes;
    std::optional<std::uint32_t> carried{};  ///< of Galley::floats, above `first`: from the page before
    std::optional<std::uint32_t> left_out{}; ///< of those in [first, last): to the next page

    /// Whether the notes go on from the page before.
    bool continues_note() const { return !notes.empty() && notes.front().first > 0; }
};

/// How much of a page's height its rows and notes take.
Length used_height(const Galley& galley, const PageRows& page);

/// White and a rule between a page's text and its footnotes.
inline constexpr Length footnote_gap{14'000};

/// Whether pages before it may end higher so that the last page holds a third of its height; that of each part,
/// too, where all are helped.
enum class LastPage { as_it_falls, helped, all_helped };

/// Chooses the breaks of least total cost over the whole galley. A forbidden break (stranded heading,
/// widow, orphan) is taken only where what must stay together is higher than a page. Footnotes begin
/// on the page of their mark; one that does not fit goes on at the foot of the next page, two lines at
/// least on either side. `height` is a page's room for rows and footnotes.
/// Errors: a row that is higher than a page (its span).
/// Cost: O(rows × rows a page).
std::vector<PageRows> fill_pages(const Galley& galley, Length height, Diagnostics& faults,
                                 LastPage last = LastPage::helped);

} // namespace presskit::compose
