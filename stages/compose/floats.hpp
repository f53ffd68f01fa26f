// SPDX-License-Identifier: Apache-2.0
/// Pictures, charts and tables that do not fit on their page: the text after them fills it, and they
/// stand at the top of the next.
#pragma once

#include "stages/compose/fill_pages.hpp"

#include <cstdint>
#include <vector>

namespace presskit::compose {

/// Settles which floats of a whole galley may move, and how far text may pass them: to the next float, or
/// to a heading of their section's level or above, or where a page must begin. One stays where text leads
/// up to it (a heading, a colon), or that is, with the notes it calls, higher than four fifths of `height`.
void settle_floats(Galley& galley, Length height);

/// A page's rows from the top down: what was carried over to it first, what moves on left out.
struct StackedRows {
    std::vector<std::uint32_t> rows;
    std::vector<Length> tops;
    Length used;
};

StackedRows stack_rows(const Galley& galley, const PageRows& page);

} // namespace presskit::compose
