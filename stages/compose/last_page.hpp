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

/// Sets the document into a galley, with some paragraphs a line shorter where they can be: the argument
/// is Composition::shorter.
using SetGalley = std::function<Draft(std::vector<bool>)>;

/// If the last page holds less than a quarter of `height`, tries to do without it: first with less white
/// between blocks, then with paragraphs a line shorter, as few and as long ones as will do. If nothing
/// helps, the draft is as it was.
/// Cost: one setting and fill_pages; where the last page is short, up to three and ten.
Draft draft_pages(const SetGalley& set, Length height);

} // namespace presskit::compose
