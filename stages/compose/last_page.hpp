// SPDX-License-Identifier: Apache-2.0
/// A document's pages, and how it and its parts are kept from ending in one that holds next to nothing.
#pragma once

#include "stages/compose/composition.hpp"
#include "stages/compose/fill_pages.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace presskit::compose {

/// A document set, and cut into pages.
struct Draft {
    Composition composition;
    std::optional<Page> cover;
    std::vector<PageRows> pages;
};

/// Sets the document into a galley, so tight.
using SetGalley = std::function<Draft(Tightness)>;

/// If the last page holds less than a third of `height`, tries to do without it: first with less white
/// between blocks, then with all lines closer, as little as will do, then with paragraphs a line
/// shorter, as few and as long ones as will do, then with both. Where a part before the last ends in a page
/// that holds less than a sixth, only less white and closer lines are tried. Pages that are still short are
/// helped by those before them, of parts too if that takes no page more.
/// Cost: one setting and fill_pages; where the last page is short, up to seven and thirty; for each page
/// saved before a part, up to two and nine.
Draft draft_pages(const SetGalley& set, Length height);

} // namespace presskit::compose
