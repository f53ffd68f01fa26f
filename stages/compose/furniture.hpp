// SPDX-License-Identifier: Apache-2.0
/// What stands on every page besides its text: running header and footer, the bar of a first page.
#pragma once

#include "stages/compose/composition.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace presskit::compose {

/// What was measured and set last in each place of a document's pages: most of them repeat it.
struct FurnitureLines {
    enum Place { header_start, header_end, footer_start, footer_end, strip, places };
    struct Line {
        std::string measured;
        Length width; ///< of `measured`
        std::string set;
        std::vector<PageItem> items; ///< of `set`, from the start of its frame, on its baseline
    };
    std::array<Line, places> lines;
};

/// Adds the furniture of page `index` of `count`; `left` is the left edge of its text block. A page whose
/// top edge is covered by a ground `has_header` not. Words
/// that do not fit into the line are dropped from its start edge, the last first; a notice never is.
/// All of it is artefacts: ISO 32000-1 14.8.2.2.2.
void set_furniture(Composition& c, Page& page, std::size_t index, std::size_t count, Length left,
                   bool has_header, FurnitureLines& known);

/// Under an embargo the notice stands across the top of every page, covers and parts' pages too: whoever
/// sees one page has to know.
void set_embargo(Composition& c, Page& page, FurnitureLines& known);

} // namespace presskit::compose
