// SPDX-License-Identifier: Apache-2.0
/// A line of a paragraph, set but not yet placed on a page.
#pragma once

#include "pipeline/base/units.hpp"
#include "stages/model/page.hpp"

#include <cstdint>
#include <vector>

namespace presskit::compose {

/// The part of a line that one link covers; `x` from the line's left edge.
struct LinkPart {
    std::uint32_t link = 0;
    Length x, width;
};

/// Why a line could not be set well.
enum class LineFault {
    none,
    loose,     ///< its spaces would be wider than widest_space; it is left short
    divided,   ///< it ends inside a word that is wider than the measure
    untied,    ///< it ends between words that belong together
    overfull,  ///< it sticks out
};

/// One line, its items placed from (0, 0) on its baseline. `footnotes` are called in it, `mentions` are of
/// the campaign's instruments.
struct SetLine {
    std::vector<PageItem> items;
    std::vector<LinkPart> links;
    std::vector<std::uint32_t> footnotes, mentions;
    Length width; ///< without what hangs into the margins
    Length size; ///< of its largest type
    bool hyphenated = false; ///< ends in a hyphen that the text does not have
    LineFault fault = LineFault::none;
    std::uint32_t begin = 0; ///< byte of the text that the line begins at
};

} // namespace presskit::compose
