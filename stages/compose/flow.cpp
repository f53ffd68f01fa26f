// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/flow.hpp"

#include "pipeline/languages/format.hpp"
#include "stages/compose/inline_text.hpp"
#include "stages/compose/paragraph_items.hpp"
#include "stages/compose/rhythm.hpp"
#include "stages/compose/table.hpp"
#include "stages/model/plain_text.hpp"

#include <algorithm>
#include <iterator>

namespace presskit::compose {
namespace {

using namespace literals;

/// A paragraph that ends in a colon, before what it speaks of.
bool announces(const Block& block, const Block& next) {
    const auto* paragraph = std::get_if<Paragraph>(&block.node);
    return paragraph != nullptr && !std::holds_alternative<Heading>(next.node) &&
           words_of(paragraph->content).ends_with(':');
}

/// Fewer pixels an inch look coarse in print.
constexpr std::int64_t print_density = 300;

void check_density(Composition& c, const CampaignImage& image, Length width, Span span) {
    const std::int64_t reached = std::int64_t{image.width} * 72'000 / std::max<std::int64_t>(width.millipoints, 1);
    if (reached >= print_density) return;
    const std::int64_t needed = (width.millipoints * print_density + 71'999) / 72'000;
    c.faults.push_back({"compose.coarse-picture",
                        "picture `" + image.path + "` reaches " + std::to_string(reached) +
                            " pixels an inch; print needs " + std::to_string(print_density),
                        "use one that is " + std::to_string(needed) + " pixels wide", span, {},
                        Severity::warning, Blame::content});
}

/// A table of less than a third of a page goes on to the next only if much white would be left.
void hold_small(const Composition& c, std::vector<GalleyRow>& rows) {
    constexpr std::int32_t penalty = 1'200; // as bad as 35 % of a page left white; see fill_pages
    const PageFormat& page = c.brand().page;
    if (height_of(rows) * 3 > page.height - page.margin_top - page.margin_bottom) return;
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (rows[i].break_penalty < forbidden) rows[i].break_penalty += penalty;
}

Frame inside(Frame frame, Length start, Length end) {
    return {frame.x + start, frame.measure - start - end};
}

} // namespace

void Flow::rows(std::vector<GalleyRow> rows, Length space_before, Length space_after, bool keep) {
    if (rows.empty()) return;
    GalleyRow& first = rows.front();
    first.begins_block = true;
    first.space_before = std::max(pending_, space_before);
    if (const auto above = std::exchange(above_float_, std::nullopt))
        c_.galley.floats.back().closed = std::max(*above, space_before);
    if (new_page_) first.break_penalty = forced;
    else if (keep_) first.break_penalty = forbidden;
    first.anchors.insert(first.anchors.end(), anchors_.begin(), anchors_.end());
    anchors_.clear();
    new_page_ = false;
    keep_ = keep;
    pending_ = space_after;
    std::ranges::move(rows, std::back_inserter(rows_));
}

void Flow::text(const StyledText& text, const TextStyle& style, const FlowContext& context, Span span,
                bool keep) {
    std::vector<GalleyRow> out;
    const RowForm form{context.frame, style.leading, {}, 0, context.panel};
    const LineSaving saving = std::exchange(saving_, LineSaving::never);
    add_rows(c_, out, set_text(c_, text, style, context.frame.measure, saving), form, span);
    const TextStyle& body = this->style(StyleRole::body);
    if (style.leading == body.leading && style.size == body.size && !context.panel)
        for (GalleyRow& row : out) row.on_grid = true;
    rows(std::move(out), style.space_before, style.space_after, keep);
}

void Flow::text(const StyledText& text, StyleRole role, const FlowContext& context, Span span,
                bool keep) {
    const TextStyle& chosen = style(role);
    FlowContext inner = context;
    if (role != context.text) inner.frame = inside(context.frame, chosen.indent, {});
    this->text(text, chosen, inner, span, keep);
}

FlowContext Flow::placed(const FlowContext& context, GridPlace place) const {
    FlowContext out = context;
    if (!context.panel && context.frame == c_.frame(GridPlace::text)) out.frame = c_.frame(place);
    return out;
}

/// What follows the heading of a part belongs to it, for a reader too, up to the next.
void Flow::blocks(const Blocks& blocks, const FlowContext& context) {
    FlowContext inner = context;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const auto* heading = std::get_if<Heading>(&blocks[i].node);
        if (heading != nullptr && heading->part > 0)
            inner.parent = c_.tree.add(context.parent, StructureRole::section, blocks[i].span);
        block(blocks[i], inner);
        // "The report names several gaps:" does not end a page.
        if (i + 1 < blocks.size() && announces(blocks[i], blocks[i + 1])) keep_ = true;
    }
}

void Flow::block(const Block& block, const FlowContext& context) {
    std::visit(overloaded{[&](const Paragraph& node) { paragraph(node, context, block.span); },
                          [&](const Heading& node) { heading(node, context, block.span); },
                          [&](const List& node) { list(node, context, block.span); },
                          [&](const BlockQuote& node) { quote(node, context, block.span); },
                          [&](const Callout& node) { callout(node, context, block.span); },
                          [&](const Conditional& node) { blocks(node.content, context); },
                          [&](const Section& node) { section(node, context, block.span); },
                          [&](const Table& node) {
                              floating(context, [&] {
                                  table(node, placed(context, GridPlace::tables), block.span);
                              });
                          },
                          [&](const Chart& node) {
                              floating(context, [&] {
                                  chart(node, placed(context, GridPlace::pictures), block.span);
                              });
                          },
                          [&](const Figure& node) {
                              floating(context, [&] {
                                  figure(node, placed(context, GridPlace::pictures), block.span);
                              });
                          },
                          [&](const CodeBlock& node) { code(node, context, block.span); },
                          [&](const ThematicBreak&) { rule(context, block.span); }},
               block.node);
}

/// Notes where a float stands; `set` sets it. What stands in a list, a quotation or a panel stays there.
void Flow::floating(const FlowContext& context, const std::function<void()>& set) {
    const std::size_t first = rows_.size();
    const Length above = pending_;
    set();
    if (&rows_ != &c_.galley.rows || rows_.size() == first) return;
    const bool moves = !context.panel && context.text == StyleRole::body;
    c_.galley.floats.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(rows_.size()),
                                moves, {}, pending_, {}});
    above_float_ = above;
}

void Flow::paragraph(const Paragraph& paragraph, const FlowContext& context, Span span) {
    const ElementId element = c_.tree.add(context.parent, StructureRole::paragraph, span);
    StyledText words;
    if (!run_in_.empty()) {
        TextLook look = look_of(style(StyleRole::dateline), c_.language, c_.tree.add_content(element));
        words.add(std::exchange(run_in_, {}), look, c_.edition.document.head_span);
        words.add(" ", look, span);
    }
    collect(c_, paragraph.content, look_of(style(context.text), c_.language, ArtifactKind::layout),
            element, words);
    const std::size_t index = c_.line_counts.size(), first = rows_.size();
    const std::vector<bool>& shorter = c_.tightness.shorter;
    saving_ = index < shorter.size() && shorter[index] ? LineSaving::wanted : LineSaving::possible;
    text(words, context.text, context, span);
    c_.line_counts.push_back(rows_.size() - first);
}

void Flow::list(const List& list, const FlowContext& context, Span span) {
    const ElementId element = c_.tree.add(context.parent, StructureRole::list, span);
    const ListMarks sign = c_.brand().list.bullet == "\u2022" ? ListMarks::disc : ListMarks::other_sign;
    c_.tree.at(element).marks = list.ordered ? ListMarks::number : sign;
    FlowContext inner = context;
    if (inner.text == StyleRole::body) inner.text = StyleRole::list;
    const std::size_t first = rows_.size();
    std::size_t second_item = first;
    const bool recommends = list.ordered && group_head_ && context.text == StyleRole::body;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        // Blank lines between items are seen: less than a line of the grid would be closed.
        if (i > 0 && !list.tight) space(c_.brand().page.baseline_grid);
        if (recommends) above_recommendation();
        item(list, i, element, inner);
        if (i == 0) second_item = rows_.size();
    }
    hold_ends(rows_, first, rows_.size());
    if (recommends) hold_group(first, second_item);
    space(style(context.text).space_after);
}

void Flow::item(const List& list, std::size_t index, ElementId parent, const FlowContext& context) {
    const ListItem& item = list.items[index];
    const ElementId element = c_.tree.add(parent, StructureRole::list_item, item.span);
    const ElementId label = c_.tree.add(element, StructureRole::label, item.span);
    const ElementId body = c_.tree.add(element, StructureRole::list_body, item.span);

    TextStyle label_style = style(context.text);
    label_style.align = TextAlign::start;
    if (list.ordered && group_) {
        label_style.color = *group_;
        label_style.bold = true;
    }
    const ListLook& look = c_.brand().list;
    const std::string number = std::to_string(list.start + static_cast<int>(index));
    const std::string mark =
        list.ordered ? languages::fill(look.number, {{"number", number}}) : look.bullet;
    const Length indent = std::max(style(StyleRole::list).indent,
                                   list.start + static_cast<int>(list.items.size()) > 10
                                       ? label_style.size * 2
                                       : label_style.size * 3 / 2);

    FlowContext inner = context;
    inner.frame = inside(context.frame, indent, {});
    inner.parent = body;
    const std::size_t first = rows_.size();
    blocks(item.content, inner);
    if (rows_.size() == first) { // an empty item still shows its mark
        std::vector<GalleyRow> empty(1);
        empty[0].height = label_style.leading;
        empty[0].panel = context.panel;
        rows(std::move(empty), {}, label_style.space_after);
    }
    auto lines = set_text(c_, styled(c_, mark, label_style, label, item.span), label_style, indent);
    if (lines.empty()) return;
    // The mark is painted first, so that it is read before its item.
    GalleyRow& row = rows_[first];
    std::vector<PageItem> body_items = std::move(row.items);
    row.items.clear();
    place_line(c_, row, std::move(lines.front()), {context.frame.x, indent}, {}, label_style.leading);
    std::ranges::move(body_items, std::back_inserter(row.items));
}

void Flow::quote(const BlockQuote& quote, const FlowContext& context, Span span) {
    FlowContext inner = context;
    inner.parent = c_.tree.add(context.parent, StructureRole::block_quote, span);
    inner.text = StyleRole::block_quote;
    const Length indent = style(StyleRole::block_quote).indent;
    inner.frame = inside(context.frame, indent, indent);
    blocks(quote.content, inner);
}

FlowContext Flow::panel(const FlowContext& context, Color fill, std::optional<Color> bar) {
    return panel(context, fill, bar, c_.language.direction);
}

FlowContext Flow::panel(const FlowContext& context, Color fill, std::optional<Color> bar,
                        Direction direction) {
    const CalloutLook& look = c_.brand().callout;
    FlowContext inner = context;
    inner.panel = static_cast<std::uint32_t>(c_.galley.panels.size());
    const bool turned = direction != c_.language.direction;
    c_.galley.panels.push_back(
        {context.frame.x, context.frame.measure, look.padding, fill, bar, false, turned});
    const Length start = look.padding * 3 / 2 + (bar ? look.bar : Length{}), end = look.padding;
    inner.frame = inside(context.frame, turned ? end : start, turned ? start : end);
    pending_ = std::max(pending_, style(StyleRole::body).leading / 2) + look.padding;
    return inner;
}

void Flow::end_panel() { pending_ = style(StyleRole::body).leading / 2 + c_.brand().callout.padding; }

void Flow::callout(const Callout& callout, const FlowContext& context, Span span) {
    const bool warns = callout.kind == CalloutKind::warning;
    const Color color = warns ? c_.brand().warning : c_.brand().accent;
    FlowContext inner =
        panel(placed(context, GridPlace::callouts), c_.brand().callout.ground, color);
    inner.parent = c_.tree.add(context.parent, StructureRole::section, span);
    inner.text = StyleRole::callout;
    TextStyle title = style(StyleRole::callout_title);
    title.color = color;
    const std::string& kind = c_.language.word(warns ? Word::warning : Word::note);
    const ElementId element = c_.tree.add(inner.parent, StructureRole::paragraph, span);
    text(styled(c_, callout.title.empty() ? kind : callout.title, title, element, span), title, inner,
         span, true);
    blocks(callout.content, inner);
    end_panel();
}

void Flow::caption(const Table& table, ElementId element, const FlowContext& context, Span span) {
    if (!table.id.empty()) anchors_.push_back(table.id);
    if (table.caption.empty()) return;
    const ElementId caption = c_.tree.add(element, StructureRole::caption, span);
    text(styled(c_, table.caption, style(StyleRole::caption), caption), StyleRole::caption, context, span,
         true);
}

void Flow::table(const Table& table, const FlowContext& context, Span span) {
    const ElementId element = c_.tree.add(context.parent, StructureRole::table, span);
    caption(table, element, context, span);
    std::vector<GalleyRow> set = set_table(c_, table, element, context, span);
    hold_small(c_, set);
    rows(std::move(set), {}, style(context.text).leading);
}

void Flow::figure(const Figure& figure, const FlowContext& context, Span span) {
    const auto image = c_.campaign.images.find(figure.path);
    if (image == c_.campaign.images.end()) return; // loading has reported it
    // 150 pixels an inch at the least, the measure at most, and never over half a page high.
    const PageFormat& page = c_.brand().page;
    const Length tallest = (page.height - page.margin_top - page.margin_bottom) / 2;
    const std::int64_t across = image->second.width, down = image->second.height;
    Length width = std::min(context.frame.measure, Length{across * 72'000 / 150});
    if (scaled(width, down, across) > tallest) width = scaled(tallest, across, down);
    const Length height = scaled(width, down, across);
    check_density(c_, image->second, width, span);
    const std::string caption =
        with_credit(figure.caption, languages::credit_line(c_.language, figure.credit));
    // Beside the Figure, not in it: there its alternative text would stand for the caption too. PDF/UA-2
    // wants a Caption first or last among its siblings, hence the two have a Sect to themselves.
    const bool has_caption_element = !caption.empty() && !figure.decorative;
    const ElementId parent = has_caption_element
                                 ? c_.tree.add(context.parent, StructureRole::section, span)
                                 : context.parent;

    GalleyRow row;
    row.height = height;
    row.panel = context.panel;
    row.span = span;
    Tag tag = ArtifactKind::layout;
    if (!figure.decorative) {
        const ElementId element = c_.tree.add(parent, StructureRole::figure, span);
        c_.tree.at(element).alternative_text = figure.alternative_text;
        tag = c_.tree.add_content(element);
        row.figure = element;
    }
    const Length x = c_.left(context.frame.x, width);
    row.items.push_back({PlacedImage{figure.path, {x, {}, width, height}}, tag, span});
    std::vector<GalleyRow> out;
    out.push_back(std::move(row));
    rows(std::move(out), style(StyleRole::body).leading / 2, style(StyleRole::caption).leading / 2,
         true);

    if (!caption.empty()) {
        const ElementId element = c_.tree.add(
            parent, has_caption_element ? StructureRole::caption : StructureRole::paragraph, span);
        text(styled(c_, caption, style(StyleRole::caption), element, span), StyleRole::caption, context,
             span);
    }
    keep_ = false;
    space(style(StyleRole::body).leading);
}

/// Programs are written from left to right in all languages. The text's own blocks have a ground.
void Flow::code(const CodeBlock& code, const FlowContext& context, Span span) {
    const bool has_ground = !context.panel && &rows_ == &c_.galley.rows;
    const FlowContext inner =
        has_ground ? panel(context, c_.brand().callout.ground, {}, Direction::left_to_right) : context;
    const ElementId element = c_.tree.add(context.parent, StructureRole::paragraph, span);
    const ElementId content = c_.tree.add(element, StructureRole::code, span);
    std::string words = code.text;
    while (!words.empty() && words.back() == '\n') words.pop_back();
    TextStyle look = style(context.text);
    if (!c_.brand().code_family.empty()) look.family = c_.brand().code_family;
    look.align = TextAlign::start;
    look.hyphenate = false;
    if (has_ground) look.color = style(StyleRole::callout).color;
    StyledText lines = styled(c_, words, look, content, span);
    lines.verbatim = true;
    lines.direction = Direction::left_to_right;
    text(lines, look, inner, span);
    if (has_ground) end_panel();
}

void Flow::rule(const FlowContext& context, Span span) {
    GalleyRow row;
    row.height = 1_pt;
    row.panel = context.panel;
    row.span = span;
    const Length x = c_.left(context.frame.x, context.frame.measure);
    row.items.push_back({Stroke{{x, {}}, {x + context.frame.measure, {}}, Length{500}, c_.brand().rule},
                         ArtifactKind::layout, span});
    std::vector<GalleyRow> out;
    out.push_back(std::move(row));
    const Length leading = style(context.text).leading;
    rows(std::move(out), leading, leading / 2, true);
}

} // namespace presskit::compose
