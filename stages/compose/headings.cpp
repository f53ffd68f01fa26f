// SPDX-License-Identifier: Apache-2.0
/// Flow's headings: their numbers, in the line or in the margin, and the signs of groups that act.
#include "stages/compose/flow.hpp"

#include "stages/compose/groups.hpp"
#include "stages/compose/inline_text.hpp"
#include "stages/compose/paragraph_items.hpp"
#include "stages/compose/picture.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

namespace presskit::compose {
namespace {

using namespace literals;

StructureRole heading_role(int level) {
    constexpr std::array roles{StructureRole::heading_1, StructureRole::heading_2,
                               StructureRole::heading_3, StructureRole::heading_4,
                               StructureRole::heading_5, StructureRole::heading_6};
    return roles[static_cast<std::size_t>(std::clamp(level, 1, 6) - 1)];
}

/// Adds what is painted, and so read, before all that a row has.
void put_first(GalleyRow& row, std::vector<PageItem> items) {
    std::ranges::move(row.items, std::back_inserter(items));
    row.items = std::move(items);
}

/// The number in the margin, its end towards the heading.
void hang_number(Composition& c, GalleyRow& row, const StyledText& number, TextStyle style, Frame frame) {
    constexpr Length widest = 60_pt;
    style.align = TextAlign::end;
    auto lines = set_text(c, number, style, widest);
    if (lines.empty()) return;
    GalleyRow margin;
    const bool has_columns = c.brand().layout(c.edition.kind).columns(GridPlace::marks).has_value();
    const Frame marks = c.frame(GridPlace::marks);
    const Length end = has_columns ? marks.x + marks.measure : frame.x - c.brand().headings.gap;
    place_line(c, margin, std::move(lines.front()), {end - widest, widest}, {}, style.leading);
    put_first(row, std::move(margin.items));
}

} // namespace

/// The heading says who acts; its colour and its symbol say it again, so they are artefacts.
void Flow::mark_group(GalleyRow& row, const Heading& heading, const TextStyle& look,
                      const FlowContext& context, Span span) const {
    const Brand& brand = c_.brand();
    std::vector<PageItem> signs;
    const auto box = [&](Length x, Length y, Length width, Length height) {
        return Box{c_.left(x, width), y, width, height};
    };
    const Length rule = brand.groups.rule;
    if (rule > Length{})
        signs.push_back({Rectangle{box(context.frame.x, -brand.groups.gap, context.frame.measure, rule),
                                   look.color},
                         ArtifactKind::layout, span});
    if (const auto symbol = brand.actor_symbols.find(heading.actor); symbol != brand.actor_symbols.end()) {
        const Length size = brand.groups.symbol_size;
        place_picture(c_.campaign, signs, symbol->second.path,
                      box(context.frame.x, (look.leading - size) / 2, size, size),
                      ArtifactKind::layout, span, look.color);
    } else if (rule == Length{}) {
        const Length bar = 3_pt;
        signs.push_back({Rectangle{box(context.frame.x - bar * 3, look.leading / 8, bar,
                                       look.leading * 3 / 4),
                                   look.color},
                         ArtifactKind::layout, span});
    }
    put_first(row, std::move(signs));
}

void Flow::above_recommendation() {
    const Length between = c_.brand().groups.between;
    if (between == Length{} || pending_ > between || &rows_ != &c_.galley.rows) return;
    c_.galley.recommendations.push_back({static_cast<std::uint32_t>(rows_.size()), pending_});
    pending_ = between;
}

/// A group's head and introduction stand above its first recommendation; the others go on overleaf only if
/// much white would be left.
void Flow::hold_group(std::size_t list, std::size_t second_item) {
    const PageFormat& page = c_.brand().page;
    const std::size_t head = *std::exchange(group_head_, std::nullopt);
    Length height;
    for (std::size_t i = head; i < second_item; ++i) height += rows_[i].space_before + rows_[i].height;
    const bool holds = height * 3 <= page.height - page.margin_top - page.margin_bottom;
    for (std::size_t i = holds ? head + 1 : list; i < (holds ? second_item : list + 1); ++i)
        rows_[i].break_penalty = forbidden;
    for (std::size_t i = second_item; i < rows_.size(); ++i)
        if (rows_[i].break_penalty == 0) rows_[i].break_penalty = group_penalty;
}

void Flow::heading(const Heading& heading, const FlowContext& context, Span span) {
    if (heading.part > 0) return part(heading, context, span);
    const int level = heading.level - levels_above_;
    const StyleRole role = level <= 2   ? context.heading
                           : level == 3 ? StyleRole::heading_3
                                        : StyleRole::heading_4;
    TextStyle look = style(role);
    const auto actor = c_.brand().actor_colors.find(heading.actor);
    const bool acts = !heading.actor.empty() && actor != c_.brand().actor_colors.end();
    if (acts) look.color = actor->second;
    if (acts) group_ = look.color;
    else if (level <= 2) group_.reset();
    if (acts || level <= 2) group_head_.reset();

    const ElementId element = c_.tree.add(context.parent, heading_role(heading.level), span);
    const bool in_margin = c_.brand().headings.numbers == HeadingNumbers::margin;
    StyledText words, number;
    if (!heading.number.empty()) {
        TextLook figures = look_of(look, c_.language, c_.tree.add_content(element));
        StyledText& before = in_margin ? number : words;
        before.add(heading.number, figures, span);
        if (!in_margin) figures.tracking = look.size / 2;
        before.add(" ", figures, span);
    }
    collect(c_, heading.content, look_of(look, c_.language, ArtifactKind::layout), element, words);

    FlowContext inner = context;
    if (acts && c_.brand().actor_symbols.contains(heading.actor)) {
        const Length taken = c_.brand().groups.symbol_size + look.size / 2;
        inner.frame = {context.frame.x + taken, context.frame.measure - taken};
    }
    if (acts) look.space_before += c_.brand().groups.rule > Length{} ? c_.brand().groups.gap : Length{};
    if (!heading.id.empty()) anchors_.push_back(heading.id);
    const std::size_t first = rows_.size();
    inner.frame.measure = level_measure(c_, words, look, inner.frame.measure);
    text(words, look, inner, span, true);
    if (rows_.size() == first) return;
    for (std::size_t i = first; i < rows_.size(); ++i) rows_[i].heading = heading.level;
    if (acts) group_head_ = first;
    if (acts) mark_group(rows_[first], heading, look, context, span);
    if (!number.stretches.empty()) hang_number(c_, rows_[first], number, look, context.frame);
}

} // namespace presskit::compose
