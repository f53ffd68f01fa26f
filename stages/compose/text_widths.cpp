// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/paragraph.hpp"

#include "stages/compose/paragraph_items.hpp"

#include <algorithm>

namespace presskit::compose {

MeasuredText ParagraphSetter::measure(const StyledText& text) {
    const ParagraphForm endless{Length{1'000'000'000}, TextAlign::start, false,
                                Direction::left_to_right};
    MeasuredText measured = prepare(text, endless);
    TextWidths& widths = measured.widths;
    Length line, word;
    bool tied = false; // a space after a forbidden break is part of a word
    for (const ParagraphItem& item : measured.items) {
        const bool is_penalty = item.kind == ItemKind::penalty;
        const bool breaks = is_penalty ? item.penalty < bound : item.kind == ItemKind::glue && !tied;
        tied = is_penalty && item.penalty >= bound;
        if (!is_penalty) line += item.width;
        if (item.penalty == forced) line = {};
        word = breaks ? Length{} : word + (is_penalty ? Length{} : item.width);
        widths.narrowest = std::max(widths.narrowest, word);
        widths.widest = std::max(widths.widest, line);
    }
    return measured;
}

} // namespace presskit::compose
