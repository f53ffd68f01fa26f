// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/opening.hpp"

#include "pipeline/languages/format.hpp"
#include "pipeline/languages/localized.hpp"
#include "stages/compose/inline_text.hpp"
#include "stages/compose/paragraph_items.hpp"
#include "stages/compose/picture.hpp"

#include <algorithm>

namespace presskit::compose {
namespace {

using namespace literals;

/// How high the brand's logo stands; zero without one.
Length logo_height(const Composition& c) {
    const auto& logo = c.brand().logo;
    if (!logo) return {};
    return picture_height(c.campaign, logo->path, logo->width).value_or(Length{});
}

ElementId logo_element(Composition& c, ElementId parent) {
    const ElementId element = c.tree.add(parent, StructureRole::figure, {});
    c.tree.at(element).alternative_text =
        languages::localized(c.campaign, c.brand().logo->alternative_text, c.language.locale);
    return element;
}

/// The logo in a corner of the head, in a row without height: the head's text runs beside it.
void logo_row(Composition& c, Flow& flow, const FlowContext& context, LogoPlace place) {
    const Logo& logo = *c.brand().logo;
    GalleyRow row;
    const ElementId element = logo_element(c, context.parent);
    row.panel = context.panel;
    const Length at = place == LogoPlace::start ? Length{} : context.frame.measure - logo.width;
    const Length x = c.left(context.frame.x + at, logo.width);
    const Box box{x, {}, logo.width, logo_height(c)};
    place_picture(c.campaign, row.items, logo.path, box, c.tree.add_content(element), logo.span);
    row.drawings.push_back({element, box});
    std::vector<GalleyRow> rows;
    rows.push_back(std::move(row));
    flow.rows(std::move(rows), {}, {}, true);
}

/// The head's words, in the colours of their styles or, on a ground, in `ink`.
struct HeadSetter {
    Composition& c;
    Flow& flow;
    FlowContext context;
    std::optional<Color> ink;

    void operator()(const std::string& words, StyleRole role, StructureRole structure) const {
        if (words.empty()) return;
        const Span span = c.edition.document.head_span;
        TextStyle style = c.brand().style(role);
        if (ink) style.color = *ink;
        const ElementId element = c.tree.add(context.parent, structure, span);
        FlowContext inner = context;
        inner.frame.x += style.indent;
        inner.frame.measure -= style.indent;
        const StyledText text = styled(c, words, style, element, span);
        if (structure == StructureRole::heading_1)
            inner.frame.measure = level_measure(c, text, style, inner.frame.measure);
        flow.text(text, style, inner, span, true);
    }
};

/// The line that closes the head.
void head_rule(Composition& c, Flow& flow, const FlowContext& context, const Masthead& masthead) {
    GalleyRow row;
    row.height = masthead.rule;
    row.items.push_back({Rectangle{{c.left(context.frame.x, context.frame.measure),
                                    {},
                                    context.frame.measure,
                                    masthead.rule},
                                   masthead.rule_color},
                         ArtifactKind::layout,
                         {}});
    std::vector<GalleyRow> rows;
    rows.push_back(std::move(row));
    const Length leading = c.brand().style(StyleRole::body).leading;
    flow.rows(std::move(rows), leading / 2, leading, true);
}

/// One notice of a panel; `strong` for what has to be obeyed.
void notice(Composition& c, Flow& flow, const FlowContext& inner, const std::string& words,
            const Language& language, bool strong) {
    if (words.empty()) return;
    const Span span = c.edition.document.head_span;
    const ElementId element = c.tree.add(inner.parent, StructureRole::paragraph, span);
    if (&language != &c.language) c.tree.at(element).language = language.locale;
    TextStyle style = c.brand().style(StyleRole::notice);
    style.color = c.brand().ink;
    style.bold = style.bold || strong;
    StyledText text;
    text.add(words, look_of(style, language, c.tree.add_content(element)), span);
    text.direction = language.direction;
    flow.text(text, style, inner, span);
}

/// "For immediate release": a line, since it asks nothing of anybody.
void release_line(Composition& c, Flow& flow, const FlowContext& context) {
    const std::string& words = c.edition.release_notice;
    TextStyle style = c.brand().style(StyleRole::notice);
    style.bold = true;
    style.color = c.brand().accent;
    style.space_after = style.leading / 2;
    const Span span = c.edition.document.head_span;
    const ElementId element = c.tree.add(context.parent, StructureRole::paragraph, span);
    flow.text(styled(c, words, style, element, span), style, context, span, true);
}

/// The left edge of a cover's block: a right-hand page, or a left-hand one where lines run from
/// the right.
Length cover_left(const Composition& c) {
    const PageFormat& page = c.brand().page;
    return c.mirrored() ? page.margin_outer : page.margin_inner;
}

/// Sets lines downwards from `y` at the page's start margin; returns the y below them.
Length put(Composition& c, Page& page, const StyledText& text, const TextStyle& style, Length y) {
    GalleyRow row;
    Frame frame = c.frame(GridPlace::cover);
    frame.measure = level_measure(c, text, style, frame.measure);
    for (SetLine& line : set_text(c, text, style, frame.measure)) {
        place_line(c, row, std::move(line), frame, y, style.leading);
        y += style.leading;
    }
    for (PageItem& item : row.items) {
        shift(item, cover_left(c), {});
        page.items.push_back(std::move(item));
    }
    return y + style.space_after;
}

void put_logo(Composition& c, Page& page) {
    const Length height = logo_height(c);
    if (height == Length{} || c.brand().cover.logo == LogoPlace::none) return;
    const Logo& logo = *c.brand().logo;
    const Frame frame = c.frame(GridPlace::cover);
    const bool at_end = c.brand().cover.logo == LogoPlace::end;
    const Length at = frame.x + (at_end ? frame.measure - logo.width : Length{});
    const Length x = cover_left(c) + c.left(at, logo.width);
    const Box box{x, page.height - c.brand().page.margin_bottom - height, logo.width, height};
    const ElementId element = logo_element(c, StructureTree::root());
    c.tree.at(element).box = box;
    place_picture(c.campaign, page.items, logo.path, box, c.tree.add_content(element), logo.span);
}

/// The coloured part of a cover.
Box cover_ground(const Composition& c, const CoverPage& cover) {
    const PageFormat& format = c.brand().page;
    switch (cover.area) {
    case CoverArea::none: return {};
    case CoverArea::page: return {{}, {}, format.width, format.height};
    case CoverArea::start: {
        const Length width = format.width * cover.extent / 100;
        return {c.mirrored() ? format.width - width : Length{}, {}, width, format.height};
    }
    case CoverArea::top: break;
    }
    return {{}, {}, format.width, format.height * cover.extent / 100};
}

std::string imprint(const Composition& c) {
    const Campaign& campaign = c.campaign;
    return languages::localized(campaign, campaign.city, c.language.locale) + c.language.comma +
           languages::format_date(c.language, campaign.release_date) + "\n" + campaign.publisher + "\n" +
           languages::fill(c.language.word(Word::version), {{"version", campaign.version}});
}

constexpr Length imprint_gap = 10_pt;
constexpr Length ground_air = 26_pt; ///< from the last words on a ground to where it ends
constexpr int smallest_title = 60;   ///< a cover's title, in percent of its style's size

/// How a cover's title is set so that all words have room, and where they come to stand.
struct CoverPlan {
    TextStyle title;
    Box ground;
    Length below_title; ///< where the deck begins
    bool fits = false;
};

/// Measured only: what is wrong with the words is said when they are placed.
Length height_of(Composition& c, const std::string& words, const TextStyle& style) {
    if (words.empty()) return {};
    const auto said = static_cast<std::ptrdiff_t>(c.faults.size());
    const auto lines = set_text(c, decoration(c.language, words, style, ArtifactKind::layout), style,
                                c.frame(GridPlace::cover).measure);
    c.faults.erase(c.faults.begin() + said, c.faults.end());
    return style.leading * static_cast<std::int64_t>(lines.size()) + style.space_after;
}

/// Where a cover's words have to end.
Length cover_bottom(const Composition& c) {
    const PageFormat& page = c.brand().page;
    const Length logo = c.brand().cover.logo == LogoPlace::none ? Length{} : logo_height(c);
    const Length clear = logo > Length{} ? logo + c.brand().logo->clear_space : Length{};
    return page.height - page.margin_bottom - clear;
}

/// A band from the top grows with the title in it; a title that leaves no room for what stands below
/// is set smaller, a tenth at a time.
CoverPlan plan_cover(Composition& c) {
    const CoverPage& cover = c.brand().cover;
    const DocumentHead& head = c.edition.document.head;
    const TextStyle& style = c.brand().style(StyleRole::cover_title);
    const TextStyle& notice = c.brand().style(StyleRole::notice);
    const Length top = c.brand().page.height * cover.title_at / 100 +
                       height_of(c, head.kicker, c.brand().style(StyleRole::kicker));
    const Length below = height_of(c, head.deck, c.brand().style(StyleRole::deck)) + imprint_gap +
                         height_of(c, imprint(c), notice) - notice.space_after;
    CoverPlan plan;
    for (int percent = 100; percent >= smallest_title && !plan.fits; percent -= 10) {
        plan.title = style;
        plan.title.size = style.size * percent / 100;
        plan.title.leading = style.leading * percent / 100;
        plan.ground = cover_ground(c, cover);
        plan.below_title = top + height_of(c, head.title, plan.title);
        if (cover.area == CoverArea::top) {
            const Length words_end = plan.below_title - plan.title.space_after;
            plan.ground.height = std::max(plan.ground.height, words_end + ground_air);
            plan.below_title = std::max(plan.below_title, plan.ground.height + ground_air);
        }
        plan.fits = plan.below_title + below <= cover_bottom(c);
    }
    return plan;
}

} // namespace

void set_masthead(Composition& c, Flow& flow, const FlowContext& context) {
    const DocumentHead& head = c.edition.document.head;
    const Masthead& masthead = c.brand().layout(c.edition.kind).masthead;
    const FlowContext head_context = flow.placed(context, GridPlace::masthead);
    HeadSetter set{c, flow, head_context, masthead.ink};
    const Length air = c.brand().style(StyleRole::body).leading;
    if (masthead.ground) {
        set.context.panel = static_cast<std::uint32_t>(c.galley.panels.size());
        c.galley.panels.push_back({{}, {}, air, *masthead.ground, {}, true});
    }
    const Length logo = masthead.logo == LogoPlace::none ? Length{} : logo_height(c);
    if (logo > Length{}) {
        logo_row(c, flow, set.context, masthead.logo);
        const Length taken = c.brand().logo->width + c.brand().logo->clear_space;
        if (masthead.logo == LogoPlace::start) set.context.frame.x += taken;
        set.context.frame.measure -= taken;
    }
    const std::size_t first = c.galley.rows.size();
    const bool is_sheet = !head.country.empty();
    set(head.kicker, StyleRole::kicker, StructureRole::paragraph);
    set(head.country, StyleRole::country, StructureRole::paragraph);
    set(head.title, is_sheet ? StyleRole::sheet_title : StyleRole::title, StructureRole::heading_1);
    set(head.deck, StyleRole::deck, StructureRole::paragraph);
    Length text;
    for (std::size_t i = first; i < c.galley.rows.size(); ++i)
        text += c.galley.rows[i].space_before + c.galley.rows[i].height;
    if (text < logo) flow.space(logo - text + c.brand().logo->clear_space);
    if (masthead.rule > Length{}) head_rule(c, flow, head_context, masthead);
    if (masthead.ground) flow.space(air * 2);
}

Page set_cover(Composition& c) {
    const PageFormat& format = c.brand().page;
    const CoverPage& cover = c.brand().cover;
    const DocumentHead& head = c.edition.document.head;
    const Span span = head.title.empty() ? Span{} : c.edition.document.head_span;
    Page page{format.width, format.height, {}};
    const CoverPlan plan = plan_cover(c);
    if (!plan.fits)
        c.faults.push_back({"compose.cover-too-full",
                            "the title `" + head.title + "` does not fit on the cover, even in smaller type",
                            "shorten the title or the deck", span, {}});
    if (plan.ground.width > Length{})
        page.items.push_back({Rectangle{plan.ground, cover.ground}, ArtifactKind::background, {}});

    const auto paragraph = [&](const std::string& words, TextStyle style, StructureRole structure,
                               bool on_ground, Length y) {
        if (words.empty()) return y;
        if (on_ground) style.color = cover.ink;
        const ElementId element = c.tree.add(StructureTree::root(), structure, span);
        return put(c, page, styled(c, words, style, element, span), style, y);
    };
    const bool all = cover.area == CoverArea::page;
    const bool titles = all || cover.area == CoverArea::top;
    const auto style = [&](StyleRole role) { return c.brand().style(role); };
    Length y = format.height * cover.title_at / 100;
    y = paragraph(head.kicker, style(StyleRole::kicker), StructureRole::paragraph, titles, y);
    paragraph(head.title, plan.title, StructureRole::heading_1, titles, y);
    y = paragraph(head.deck, style(StyleRole::deck), StructureRole::paragraph, all, plan.below_title);
    paragraph(imprint(c), style(StyleRole::notice), StructureRole::paragraph, all, y + imprint_gap);
    put_logo(c, page);
    return page;
}

void set_notices(Composition& c, Flow& flow, const FlowContext& context) {
    const Edition& edition = c.edition;
    if (edition.sample_notice.empty() && edition.fallback_notice.empty() && !c.campaign.embargo) {
        if (!edition.release_notice.empty()) release_line(c, flow, context);
        return;
    }
    const auto panel = [&](const Language& language) {
        return flow.panel(flow.placed(context, GridPlace::callouts), c.brand().callout.ground,
                          c.brand().warning, language.direction);
    };
    const bool turned = !edition.fallback_notice.empty() && c.reader.direction != c.language.direction;
    if (!turned || !edition.release_notice.empty() || !edition.sample_notice.empty()) {
        const FlowContext inner = panel(c.language);
        notice(c, flow, inner, edition.release_notice, c.language, true);
        notice(c, flow, inner, edition.sample_notice, c.language, false);
        if (!turned) notice(c, flow, inner, edition.fallback_notice, c.reader, false);
        flow.end_panel();
    }
    if (!turned) return;
    // A ground of its own, whose bar stands where its words begin.
    notice(c, flow, panel(c.reader), edition.fallback_notice, c.reader, false);
    flow.end_panel();
}

void set_contact_card(Composition& c, Flow& flow, const FlowContext& context) {
    if (c.edition.contacts.empty()) return;
    FlowContext inner = flow.contact_panel(context);
    inner.parent = c.tree.add(context.parent, StructureRole::section, {});
    inner.text = StyleRole::contact;
    inner.heading = StyleRole::callout_title;
    Heading title;
    title.content.push_back({Text{c.language.word(Word::contact)}, {}});
    flow.heading(title, inner, {});
    for (const Contact& contact : c.edition.contacts) {
        std::string words = contact.name;
        if (const auto role = languages::localized(c.campaign, contact.role, c.language.locale);
            !role.empty())
            words += c.language.comma + role;
        Paragraph paragraph;
        paragraph.content.push_back({Strong{{{Text{words}, {}}}}, {}});
        if (!contact.email.empty()) {
            paragraph.content.push_back({LineBreak{}, {}});
            paragraph.content.push_back(
                {Link{"mailto:" + contact.email, {{Text{contact.email}, {}}}}, {}});
        }
        if (!contact.telephone.empty()) {
            paragraph.content.push_back({LineBreak{}, {}});
            paragraph.content.push_back({Protected{{{Text{contact.telephone}, {}}}}, {}});
        }
        flow.blocks({{std::move(paragraph), {}}}, inner);
    }
    flow.end_contacts(inner);
}

void set_prevailing_notice(Composition& c, Flow& flow, const FlowContext& context) {
    const std::string& words = c.edition.prevailing_notice;
    if (words.empty()) return;
    const Span span = c.edition.document.head_span;
    const TextStyle& style = c.brand().style(StyleRole::notice);
    const ElementId element = c.tree.add(context.parent, StructureRole::paragraph, span);
    const std::size_t first = c.galley.rows.size();
    flow.space(c.brand().style(StyleRole::body).leading);
    flow.text(styled(c, words, style, element, span), style, context, span);
    // Alone on a last page it would ask readers to turn to it.
    if (first > 0 && first < c.galley.rows.size()) c.galley.rows[first].break_penalty = forbidden;
}

} // namespace presskit::compose
