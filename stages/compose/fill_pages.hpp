// SPDX-License-Identifier: Apache-2.0
/// Cuts a galley into pages, choosing all breaks of the document together.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/compose/galley.hpp"

#include <cstdint>
#include <vector>

namespace presskit::compose {

/// Rows [first, last) of the galley stand on one page, `footnotes` at its foot.
struct PageRows {
    std::uint32_t first = 0, last = 0;
    std::vector<std::uint32_t> footnotes;
};

/// White and a rule between a page's text and its footnotes.
inline constexpr Length footnote_gap{14'000};

/// Chooses the breaks of least total cost over the whole galley: forbidden breaks (stranded headings,
/// widows, orphans) are taken only where no other way exists. Footnotes stand on the page of their
/// mark. `height` is a page's room for rows and footnotes.
/// Errors: a row that is higher than a page with its footnotes (its span).
/// Cost: O(rows × rows a page).
std::vector<PageRows> fill_pages(const Galley& galley, Length height, Diagnostics& faults);

} // namespace presskit::compose
