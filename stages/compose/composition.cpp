// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/composition.hpp"

#include <algorithm>

namespace presskit::compose {

Length baseline_of(Length leading, Length size) { return leading / 2 + size * 36 / 100; }

void shift(PageItem& item, Length dx, Length dy) {
    const auto point = [&](Point& p) {
        p.x += dx;
        p.y += dy;
    };
    std::visit(overloaded{[&](GlyphRun& run) { point(run.origin); },
                          [&](Rectangle& r) {
                              r.box.x += dx;
                              r.box.y += dy;
                          },
                          [&](Stroke& s) {
                              point(s.from);
                              point(s.to);
                          },
                          [&](PlacedImage& i) {
                              i.box.x += dx;
                              i.box.y += dy;
                          },
                          [&](VectorPath& path) { for_each_point(path, point); }},
               item.shape);
}

namespace {

ParagraphForm form_of(const Composition& c, const StyledText& text, const TextStyle& style, Length measure) {
    const Language& language =
        text.stretches.empty() ? c.language : *text.stretches.front().look.language;
    TextAlign align = style.align;
    if (align == TextAlign::justified && !language.hyphenation) align = TextAlign::start;
    const Direction direction = text.direction.value_or(c.language.direction);
    return {measure,   align, style.hyphenate, direction, c.brand().optical_margins && !text.verbatim,
            LineSaving::never, text.verbatim, c.brand().glyph_scaling};
}

} // namespace

std::vector<SetLine> set_text(Composition& c, const StyledText& text, const TextStyle& style,
                              Length measure, LineSaving saving) {
    ParagraphForm form = form_of(c, text, style, measure);
    form.saving = saving;
    return c.setter.set(text, form, c.faults);
}

std::vector<SetLine> set_text(Composition& c, const StyledText& text, MeasuredText measured,
                              const TextStyle& style, Length measure) {
    return c.setter.set(text, std::move(measured), form_of(c, text, style, measure), c.faults);
}

Length level_measure(Composition& c, const StyledText& text, const TextStyle& style, Length measure) {
    return style.hyphenate ? measure : c.setter.level_measure(text, form_of(c, text, style, measure));
}

void place_line(Composition& c, GalleyRow& row, SetLine line, Frame frame, Length top, Length leading) {
    const Length left = c.left(frame.x, frame.measure);
    const Length baseline = top + baseline_of(leading, line.size);
    for (PageItem& item : line.items) {
        shift(item, left, baseline);
        row.items.push_back(std::move(item));
    }
    for (const LinkPart& part : line.links)
        row.links.push_back({part.link, {left + part.x, top, part.width, leading}});
    row.footnotes.insert(row.footnotes.end(), line.footnotes.begin(), line.footnotes.end());
    row.mentions.insert(row.mentions.end(), line.mentions.begin(), line.mentions.end());
}

void add_rows(Composition& c, std::vector<GalleyRow>& rows, std::vector<SetLine> lines,
              const RowForm& form, Span span) {
    const std::size_t count = lines.size();
    for (std::size_t i = 0; i < count; ++i) {
        GalleyRow row;
        row.height = form.leading;
        row.panel = form.panel;
        row.span = span;
        row.space_before = i == 0 ? form.space_before : Length{};
        // No single first line at a foot, no single last line at a head.
        const bool keep = i == 1 || (i > 0 && i + 1 == count);
        row.break_penalty = i == 0 ? form.first_penalty : keep ? forbidden : 0;
        row.hyphenated = lines[i].hyphenated;
        place_line(c, row, std::move(lines[i]), form.frame, {}, form.leading);
        rows.push_back(std::move(row));
    }
}

} // namespace presskit::compose
