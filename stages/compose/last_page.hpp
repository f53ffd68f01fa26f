// SPDX-License-Identifier: Apache-2.0
/// A document's pages, and how they are kept from ending in one that holds next to nothing.
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
/// shorter, as few and as long ones as will do, then with both. If nothing helps, the draft is as it was.
/// Cost: one setting and fill_pages; where the last page is short, up to seven and thirty.
Draft draft_pages(const SetGalley& set, Length height);

} // namespace presskit::compose
