// SPDX-License-Identifier: Apache-2.0
/// How a part of a text begins: at the head of a page, its label and title on a ground from edge to edge.
#include "stages/compose/flow.hpp"

#include "stages/compose/inline_text.hpp"
#include "stages/compose/paragraph_items.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace presskit::compose {

void Flow::part(const Heading& heading, const FlowContext& context, Span span) {
    const PartLook& look = c_.brand().parts;
    const PageFormat& page = c_.brand().page;
    const Length air = style(StyleRole::body).leading;
    TextStyle label = style(StyleRole::kicker), title = style(StyleRole::part_title);
    label.color = title.color = look.ink;
    label.align = title.align = TextAlign::start;

    const Frame frame = placed(context, GridPlace::cover).frame;
    RowForm form{frame, label.leading, {}, forbidden, context.panel};
    if (look.ground) {
        form.panel = static_cast<std::uint32_t>(c_.galley.panels.size());
        c_.galley.panels.push_back({{}, {}, air, *look.ground, {}, true});
    }
    const ElementId element = c_.tree.add(context.parent, StructureRole::heading_2, span);
    std::vector<GalleyRow> words;
    if (!heading.number.empty())
        add_rows(c_, words,
                 set_text(c_, styled(c_, heading.number + " ", label, element, span), label,
                          frame.measure),
                 form, span);
    form.leading = title.leading;
    if (!words.empty()) form.space_before = label.space_after;
    add_rows(c_, words,
             set_text(c_, styled(c_, heading.content, title, element), title, frame.measure),
             form, span);
    for (GalleyRow& row : words) {
        row.heading = !look.own_page;
        row.break_penalty = forbidden;
    }
    // What the ground, or the title alone, leaves free above the words.
    std::vector<GalleyRow> out(1);
    out.front().height =
        std::max(Length{}, page.height * look.extent / 100 - page.margin_top -
                               (look.ground ? air * 2 : Length{}) - height_of(words));
    out.front().panel = form.panel;
    out.front().span = span;
    std::ranges::move(words, std::back_inserter(out));

    if (!heading.id.empty()) anchors_.push_back(heading.id);
    group_.reset();
    group_head_.reset();
    new_page();
    rows(std::move(out), {}, air * (look.ground ? 2 : 1), !look.own_page);
    if (look.own_page) new_page();
}

} // namespace presskit::compose
