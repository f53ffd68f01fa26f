// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/paragraph.hpp"

#include "stages/compose/paragraph_items.hpp"

#include <algorithm>

namespace presskit::compose {

namespace {

TextWidths widths_of(const std::vector<ParagraphItem>& items) {
    TextWidths widths;
    Length line, word;
    bool tied = false; // a space after a forbidden break is part of a word
    for (const ParagraphItem& item : items) {
        const bool is_penalty = item.kind == ItemKind::penalty;
        const bool breaks = is_penalty ? item.penalty < bound : item.kind == ItemKind::glue && !tied;
        tied = is_penalty && item.penalty >= bound;
        if (!is_penalty) line += item.width;
        if (item.penalty == forced) line = {};
        word = breaks ? Length{} : word + (is_penalty ? Length{} : item.width);
        widths.narrowest = std::max(widths.narrowest, word);
        widths.widest = std::max(widths.widest, line);
    }
    return widths;
}

} // namespace

ParagraphSetter::Known& ParagraphSetter::known(std::deque<Known>& all, std::size_t& next,
                                               const StyledText& text, const ParagraphForm& form,
                                               const std::function<void(Known&)>& make) {
    if (next == all.size()) all.emplace_back();
    Known& place = all[next++];
    if (place.is(text, form)) return place;
    place = {text.text, text.stretches, text.isolates, form, {}, {}};
    make(place);
    return place;
}

void ParagraphSetter::trim() {
    fonts_.trim();
    capitals_.clear();
    known_.clear(); // they refer to words of the fonts
    measured_.clear();
    begin_again();
}

MeasuredText ParagraphSetter::measure(const StyledText& text) {
    const ParagraphForm endless{Length{1'000'000'000}, TextAlign::start, false,
                                Direction::left_to_right};
    return known(measured_, next_measured_, text, endless, [&](Known& made) {
               made.prepared = prepare(text, endless);
               made.prepared.widths = widths_of(made.prepared.items);
           })
        .prepared;
}

} // namespace presskit::compose
