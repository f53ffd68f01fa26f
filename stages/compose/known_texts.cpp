// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/paragraph.hpp"

#include "stages/compose/paragraph_items.hpp"

#include <algorithm>
#include <cassert>

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
        word = breaks ? Length{} : word + (is_penalty ? Length{} : Length(item.width));
        widths.narrowest = std::max(widths.narrowest, word);
        widths.widest = std::max(widths.widest, line);
    }
    return widths;
}

} // namespace

bool ParagraphSetter::Known::is(const StyledText& other, const ParagraphForm& wanted) const {
    return form == wanted && text.text == other.text && text.stretches == other.stretches &&
           text.isolates == other.isolates;
}

ParagraphSetter::Known& ParagraphSetter::known(std::deque<Known>& all, std::size_t& next,
                                               const StyledText& text, const ParagraphForm& form,
                                               const std::function<void(Known&)>& make) {
    if (next == all.size()) all.emplace_back();
    Known& place = all[next++];
    if (place.is(text, form)) return place;
    place = {{text.text, text.stretches, {}, {}, text.isolates}, form, {}, {}};
    make(place);
    return place;
}

void ParagraphSetter::trim() {
    forget_texts(); // they refer to words of the fonts
    fonts_.trim();
    capitals_.clear();
}

void ParagraphSetter::forget_texts() {
    known_.clear();
    measured_.clear();
    begin_again();
}

const MeasuredText& ParagraphSetter::measure(const StyledText& text) {
    const ParagraphForm endless{Length{1'000'000'000}, TextAlign::start, false,
                                Direction::left_to_right};
    return known(measured_, next_measured_, text, endless, [&](Known& made) {
               made.prepared = prepare(text, endless);
               made.prepared.widths = widths_of(made.prepared.items);
           })
        .prepared;
}

Length ParagraphSetter::level_measure(const StyledText& text, const ParagraphForm& form) {
    constexpr std::size_t most_lines = 5;
    constexpr int halvings = 6;
    assert(!form.hyphenate);
    MeasuredText prepared = prepare(text, form);
    const bool divided = std::ranges::find(prepared.items, emergency, &ParagraphItem::penalty) != prepared.items.end();
    if (prepared.items.empty() || divided) return form.measure;
    const auto lines_in = [&](Length measure) {
        ParagraphForm narrower = form;
        narrower.measure = measure;
        return choose_breaks(text, narrower, prepared).size();
    };
    const std::size_t lines = lines_in(form.measure);
    if (lines < 2 || lines > most_lines) return form.measure;
    Length wide = form.measure;
    Length narrow = std::min(wide, std::max(wide / 2, widths_of(prepared.items).narrowest));
    for (int i = 0; i < halvings; ++i) {
        const Length middle = (narrow + wide) / 2;
        (lines_in(middle) > lines ? narrow : wide) = middle;
    }
    return wide;
}

} // namespace presskit::compose
