// SPDX-License-Identifier: Apache-2.0
/// Flow's blocks with a function of their own: contact, boilerplate, key figures, pull quotes,
/// glossaries.
#include "stages/compose/flow.hpp"

#include "stages/compose/inline_text.hpp"
#include "stages/compose/paragraph_items.hpp"
#include "stages/compose/qr_code.hpp"
#include "stages/compose/rhythm.hpp"

#include "stages/model/plain_text.hpp"

#include <algorithm>
#include <utility>

namespace presskit::compose {
namespace {

using namespace literals;

/// The value of a key figure and what it counts; a term and what it means.
struct Figures {
    Inlines value, label;
    Span span;
};

std::vector<Figures> figures_of(const Section& section) {
    std::vector<Figures> out;
    for (const Block& block : section.content) {
        const auto* list = std::get_if<List>(&block.node);
        if (list == nullptr) continue;
        for (const ListItem& item : list->items)
            for (const Block& part : item.content)
                if (const auto* words = std::get_if<Paragraph>(&part.node);
                    words != nullptr && !words->content.empty())
                    out.push_back({{words->content.front()},
                                   {words->content.begin() + 1, words->content.end()},
                                   item.span});
    }
    return out;
}

/// Spaces at the edges of a line would shift it.
void trim_front(Inlines& inlines) {
    if (inlines.empty()) return;
    auto* text = std::get_if<Text>(&inlines.front().node);
    if (text == nullptr) return;
    text->text.erase(0, std::min(text->text.find_first_not_of(' '), text->text.size()));
}

/// Sets lines below one another into a row; returns the height below them.
Length stack(Composition& c, GalleyRow& row, const StyledText& text, const TextStyle& style,
             Frame frame, Length top) {
    for (SetLine& line : set_text(c, text, style, frame.measure)) {
        place_line(c, row, std::move(line), frame, top, style.leading);
        top += style.leading;
    }
    return top;
}

/// One figure of a row, read as a list item: first its value, then what it counts.
Length set_figure(Composition& c, GalleyRow& row, Figures figure, Frame frame, ElementId list) {
    const KeyFigures& look = c.brand().key_figures;
    const TextStyle& value = c.brand().style(StyleRole::figure_value);
    const TextStyle& label = c.brand().style(StyleRole::figure_label);
    const ElementId item = c.tree.add(list, StructureRole::list_item, figure.span);
    const ElementId body = c.tree.add(item, StructureRole::list_body, figure.span);
    const ElementId words = c.tree.add(body, StructureRole::paragraph, figure.span);
    if (look.rule > Length{})
        row.items.push_back(
            {Rectangle{{c.left(frame.x, frame.measure), {}, frame.measure, look.rule}, look.rule_color},
             ArtifactKind::layout, figure.span});
    trim_front(figure.label);
    StyledText large = styled(c, figure.value, value, words);
    if (!large.stretches.empty()) large.add(" ", large.stretches.back().look, figure.span);
    const Length below = stack(c, row, large, value, frame, look.rule + value.space_before);
    return stack(c, row, styled(c, figure.label, label, words), label, frame,
                 below + value.space_after);
}

} // namespace

/// The code is a picture in a link, both with words of their own: ISO 14289-1 7.3, 7.18.5.
FlowContext Flow::contact_panel(const FlowContext& context) {
    FlowContext inner = panel(placed(context, GridPlace::contact_card), c_.brand().callout.ground,
                              c_.brand().accent);
    const std::string& site = c_.edition.site;
    const Length size = c_.brand().qr_code;
    auto code = site.empty() || size == Length{} ? std::nullopt : c_.qr_codes.find(site, size, c_.brand().ink);
    if (!code) return inner;
    const std::string words = c_.language.word(Word::press_kit) + c_.language.colon + site;
    const ElementId paragraph = c_.tree.add(context.parent, StructureRole::paragraph, {});
    const ElementId link = c_.tree.add(paragraph, StructureRole::link, {});
    const ElementId figure = c_.tree.add(link, StructureRole::figure, {});
    c_.tree.at(figure).alternative_text = words;
    GalleyRow row;
    row.panel = inner.panel;
    const Box box{c_.left(inner.frame.x + inner.frame.measure - size, size), {}, size, size};
    row.drawings.push_back({figure, box});
    for_each_point(*code, [&](Point& point) { point.x += box.x; });
    row.items.push_back({std::move(*code), c_.tree.add_content(figure), {}});
    row.links.push_back({static_cast<std::uint32_t>(c_.links.size()), box});
    c_.links.push_back({site, "", link, words});
    std::vector<GalleyRow> out;
    out.push_back(std::move(row));
    rows(std::move(out), {}, {}, true);
    beside_code_ = rows_.size();
    inner.frame.measure -= size + c_.brand().callout.padding;
    return inner;
}

/// The panel is at least as high as the code in it.
void Flow::end_contacts(const FlowContext& inner) {
    if (const auto first = std::exchange(beside_code_, std::nullopt)) {
        Length used;
        for (std::size_t i = *first; i < rows_.size(); ++i) {
            used += rows_[i].space_before + rows_[i].height;
            if (i > *first) rows_[i].break_penalty = forbidden;
        }
        if (used < c_.brand().qr_code) {
            std::vector<GalleyRow> filler(1);
            filler[0].height = c_.brand().qr_code - used;
            filler[0].panel = inner.panel;
            pending_ = {};
            keep_ = true;
            rows(std::move(filler), {}, {});
        }
    }
    end_panel();
}

void Flow::section(const Section& section, const FlowContext& context, Span span) {
    if (section.kind == SectionKind::figures) return key_figures(section, placed(context, GridPlace::key_figures), span);
    if (section.kind == SectionKind::pull_quote) return pull_quote(section, placed(context, GridPlace::pull_quote), span);
    if (section.kind == SectionKind::glossary) return glossary(section, context, span);
    if (section.kind == SectionKind::instruments) return instrument_index(section, context, span);
    FlowContext inner = context;
    const bool contact = section.kind == SectionKind::contact;
    if (contact) inner = contact_panel(context);
    else rule(context, span);
    inner.parent = c_.tree.add(context.parent, StructureRole::section, span);
    inner.text = contact ? StyleRole::contact : StyleRole::boilerplate;
    inner.heading = contact ? StyleRole::callout_title : StyleRole::boilerplate_heading;
    const bool titled = !section.content.empty() &&
                        std::holds_alternative<Heading>(section.content.front().node);
    if (contact && !titled) {
        Heading title;
        title.content.push_back({Text{c_.language.word(Word::contact)}, span});
        heading(title, inner, span);
    }
    blocks(section.content, inner);
    if (contact) end_contacts(inner);
}

void Flow::key_figures(const Section& section, const FlowContext& context, Span span) {
    std::vector<Figures> figures = figures_of(section);
    if (figures.empty()) return;
    const KeyFigures& look = c_.brand().key_figures;
    const auto count = static_cast<std::int64_t>(figures.size());
    Length widest; // of what in a value stays on one line
    TextStyle value = style(StyleRole::figure_value);
    value.bold = true; // by the stars around it
    for (const Figures& figure : figures) {
        StyledText words;
        words.add(plain_text(figure.value), look_of(value, c_.language, ContentId{}), figure.span);
        widest = std::max(widest, c_.setter.widths(words).narrowest);
    }
    // Seven in columns of four are set as four and three, six as three and three.
    const auto share = [&](std::int64_t of) { return (count + of - 1) / of; };
    const auto width_of = [&](std::int64_t columns) {
        return (context.frame.measure - look.gutter * (columns - 1)) / columns;
    };
    std::int64_t lines = share(look.columns);
    while (lines < count && width_of(share(lines)) < widest) ++lines;
    const std::int64_t columns = share(lines);
    const Length width = width_of(columns);
    const ElementId list = c_.tree.add(context.parent, StructureRole::list, span);
    std::vector<GalleyRow> out;
    for (std::int64_t first = 0; first < count; first += columns) {
        GalleyRow row;
        row.panel = context.panel;
        row.span = span;
        if (first > 0) row.space_before = look.gutter;
        for (std::int64_t i = first; i < std::min(first + columns, count); ++i) {
            const Frame frame{context.frame.x + (width + look.gutter) * (i - first), width};
            row.height = std::max(row.height, set_figure(c_, row, std::move(figures[static_cast<std::size_t>(i)]),
                                                         frame, list));
        }
        out.push_back(std::move(row));
    }
    const TextStyle& label = style(StyleRole::figure_label);
    rows(std::move(out), std::max(label.space_before, label.leading), std::max(label.space_after, label.leading));
}

/// Terms in a column of their own beside their meanings, which are ragged: one or two lines in so narrow a
/// measure have no room to even their spaces out. A term is the label of its list item: ISO 14289-1 7.6.
void Flow::glossary(const Section& section, const FlowContext& context, Span span) {
    TextStyle meaning = style(StyleRole::list);
    meaning.align = TextAlign::start;
    TextStyle term = meaning;
    term.bold = true;
    const Length gap = meaning.size * 3 / 2;
    const Length width = (context.frame.measure - gap) * 3 / 10;
    const Frame terms{context.frame.x, width};
    const Frame meanings{context.frame.x + width + gap, context.frame.measure - width - gap};
    const ElementId list = c_.tree.add(context.parent, StructureRole::list, span);
    c_.tree.at(list).marks = ListMarks::term;
    const std::size_t first = rows_.size();
    for (Figures& entry : figures_of(section)) {
        const ElementId item = c_.tree.add(list, StructureRole::list_item, entry.span);
        const ElementId label = c_.tree.add(item, StructureRole::label, entry.span);
        const ElementId body = c_.tree.add(item, StructureRole::list_body, entry.span);
        trim_front(entry.label);
        std::vector<GalleyRow> out(1);
        GalleyRow& row = out.front();
        row.panel = context.panel;
        row.span = entry.span;
        const Length below = stack(c_, row, styled(c_, entry.value, term, label), term, terms, {});
        row.height = std::max(
            below, stack(c_, row, styled(c_, entry.label, meaning, body), meaning, meanings, {}));
        rows(std::move(out), {}, meaning.space_after);
    }
    hold_ends(rows_, first, rows_.size());
    space(style(context.text).space_after);
}

/// An artefact: ISO 14289-1 7.1 tags what a reader must get, and a reader gets these words where the
/// text says them. Loading has seen that it does.
void Flow::pull_quote(const Section& section, const FlowContext& context, Span span) {
    const PullQuoteLook& look = c_.brand().pull_quote;
    const TextStyle& words = style(StyleRole::pull_quote);
    std::string said;
    for (const Block& block : section.content)
        if (const auto* paragraph = std::get_if<Paragraph>(&block.node))
            said += words_of(paragraph->content);
    const Length space = std::max(words.space_before, words.leading / 2);
    GalleyRow row;
    row.panel = context.panel;
    row.span = span;
    Frame frame = context.frame;
    frame.x += words.indent;
    frame.measure -= words.indent * 2;
    if (look.rule > Length{})
        row.items.push_back({Rectangle{{c_.left(frame.x, frame.measure), {}, frame.measure, look.rule},
                                       look.rule_color},
                             ArtifactKind::layout, span});
    const Length below = words.leading / 4; // kept where footnotes follow
    row.height = stack(c_, row, decoration(c_.language, said, words, ArtifactKind::layout), words,
                       frame, look.rule + words.leading / 3) + below;
    std::vector<GalleyRow> out;
    out.push_back(std::move(row));
    rows(std::move(out), space, std::max(words.space_after, words.leading / 2) - below);
}

} // namespace presskit::compose
