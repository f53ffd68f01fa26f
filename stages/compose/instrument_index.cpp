// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/instrument_index.hpp"

#include "pipeline/languages/format.hpp"
#include "stages/compose/flow.hpp"
#include "stages/compose/inline_text.hpp"
#include "stages/compose/paragraph_items.hpp"
#include "stages/compose/rhythm.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>

namespace presskit::compose {
namespace {

/// Pages that follow one another, from 0.
struct PageRange {
    std::uint32_t first = 0, last = 0;
};
using PageRanges = std::vector<PageRange>;

void add_page(PageRanges& ranges, std::uint32_t page) {
    if (ranges.empty() || page > ranges.back().last + 1) ranges.push_back({page, page});
    else ranges.back().last = page;
}

std::string words_of(const PageRange& range, const Language& language) {
    const std::string first = std::to_string(range.first + 1);
    return range.first == range.last
               ? first
               : first + language.dashes.range + std::to_string(range.last + 1);
}

std::string words_of(const PageRanges& ranges, const Language& language) {
    std::string out;
    for (const PageRange& range : ranges)
        out += (out.empty() ? "" : language.comma) + words_of(range, language);
    return out;
}

std::size_t count_lines(Composition& c, const std::string& words, const TextStyle& style,
                        Length measure) {
    return set_text(c, decoration(c.language, words, style, ArtifactKind::layout), style, measure).size();
}

/// Two ranges with the fewest pages between them become one.
void join_closest(PageRanges& ranges) {
    std::size_t closest = 1;
    const auto gap = [&](std::size_t i) { return ranges[i].first - ranges[i - 1].last; };
    for (std::size_t i = 2; i < ranges.size(); ++i)
        if (gap(i) < gap(closest)) closest = i;
    ranges[closest - 1].last = ranges[closest].last;
    ranges.erase(ranges.begin() + static_cast<std::ptrdiff_t>(closest));
}

/// How many lines the pages of an instrument will take, if pages are as full as they can be, with room
/// for one range more.
std::size_t lines_to_keep(Composition& c, std::uint32_t instrument, const TextStyle& style,
                          Length measure) {
    const PageFormat& format = c.brand().page;
    const std::int64_t page =
        (format.height - format.margin_top - format.margin_bottom).millipoints;
    PageRanges ranges;
    std::int64_t y = 0;
    for (const GalleyRow& row : c.galley.rows) {
        if (row.break_penalty == forced) y = (y + page - 1) / page * page;
        y += (row.space_before + row.height).millipoints;
        if (std::ranges::find(row.mentions, instrument) != row.mentions.end())
            add_page(ranges, static_cast<std::uint32_t>(y / page));
    }
    const std::uint32_t after = ranges.empty() ? 0 : ranges.back().last + 10;
    ranges.push_back({after, after + 1});
    return std::max<std::size_t>(1, count_lines(c, words_of(ranges, c.language), style, measure));
}

/// The name in an entry of the index, which is no mention itself.
struct EntryName {
    std::optional<std::uint32_t> instrument;
    Inlines words;
};

EntryName name_of(const Composition& c, const ListItem& item) {
    EntryName out;
    const auto* paragraph =
        item.content.empty() ? nullptr : std::get_if<Paragraph>(&item.content.front().node);
    if (paragraph == nullptr) return out;
    for (const Inline& part : paragraph->content) {
        const auto* mention = std::get_if<Mention>(&part.node);
        if (mention == nullptr) {
            out.words.push_back(part);
            continue;
        }
        const auto& known = c.campaign.instruments;
        const auto row = std::ranges::find(known, mention->instrument, &Instrument::id);
        if (row != known.end()) out.instrument = static_cast<std::uint32_t>(row - known.begin());
        out.words.insert(out.words.end(), mention->content.begin(), mention->content.end());
    }
    return out;
}

} // namespace

/// Names beside their pages. ISO 32000-1 14.8.4.2: an Index holds entries that refer to the text.
void Flow::instrument_index(const Section& section, const FlowContext& context, Span span) {
    const auto* list =
        section.content.empty() ? nullptr : std::get_if<List>(&section.content.front().node);
    if (list == nullptr) return;
    TextStyle look = style(StyleRole::list);
    look.align = TextAlign::start;
    const Length gap = look.size * 2;
    const Length width = (context.frame.measure - gap) * 7 / 10;
    const Frame names{context.frame.x, width};
    const Frame numbers{context.frame.x + width + gap, context.frame.measure - width - gap};
    const ElementId index = c_.tree.add(context.parent, StructureRole::index, span);
    const ElementId items = c_.tree.add(index, StructureRole::list, span);
    const std::size_t first = rows_.size();
    for (const ListItem& item : list->items) {
        const EntryName name = name_of(c_, item);
        if (!name.instrument) continue;
        const ElementId entry = c_.tree.add(items, StructureRole::list_item, item.span);
        const ElementId body = c_.tree.add(entry, StructureRole::list_body, item.span);
        const ElementId words = c_.tree.add(body, StructureRole::paragraph, item.span);
        std::vector<GalleyRow> out(1);
        GalleyRow& row = out.front();
        row.panel = context.panel;
        row.span = item.span;
        for (SetLine& line : set_text(c_, styled(c_, name.words, look, words), look, names.measure)) {
            place_line(c_, row, std::move(line), names, row.height, look.leading);
            row.height += look.leading;
        }
        const std::size_t lines = lines_to_keep(c_, *name.instrument, look, numbers.measure);
        row.page_list = {*name.instrument, numbers.x, numbers.measure, lines,
                         c_.tree.add(body, StructureRole::paragraph, item.span), look};
        row.height = std::max(row.height, look.leading * static_cast<std::int64_t>(lines));
        rows(std::move(out), {}, std::max(look.space_after, look.leading / 2));
    }
    hold_ends(rows_, first, rows_.size());
    space(style(context.text).space_after);
}

void set_page_lists(Composition& c, Pages& pages, const std::vector<PlacedPageList>& lists,
                    const MentionedPages& mentioned, LinkPlaces places) {
    for (const PlacedPageList& list : lists) {
        const PageListField& field = list.field;
        const auto found = mentioned.find(field.instrument);
        if (found == mentioned.end()) continue;
        PageRanges ranges;
        for (const auto& [page, y] : found->second) add_page(ranges, page);
        while (ranges.size() > 1 && count_lines(c, words_of(ranges, c.language), field.style,
                                                field.measure) > field.lines)
            join_closest(ranges);

        StyledText text;
        const TextLook plain = look_of(field.style, c.language, ArtifactKind::layout);
        const auto add = [&](std::string_view words, TextLook look, ElementId element) {
            look.tag = c.tree.add_content(element);
            text.add(words, look, {});
        };
        for (const PageRange& range : ranges) {
            if (!text.text.empty()) add(c.language.comma, plain, field.paragraph);
            const ElementId reference = c.tree.add(field.paragraph, StructureRole::reference, {});
            const ElementId element = c.tree.add(reference, StructureRole::link, {});
            // Authors' ids have no dot, so no place of theirs has this name.
            const std::string anchor = "mention." + std::to_string(field.instrument) + "." +
                                       std::to_string(range.first);
            places.anchors.emplace(anchor, Destination{range.first, found->second.at(range.first)});
            TextLook look = plain;
            look.link = static_cast<std::uint32_t>(c.links.size());
            look.color = c.brand().accent;
            c.links.push_back({"", anchor, element,
                               languages::fill(c.language.word(Word::page_of),
                                               {{"page", words_of(range, c.language)},
                                                {"pages", std::to_string(pages.pages.size())}})});
            add(words_of(range, c.language), look, element);
        }
        GalleyRow row;
        Length top;
        for (SetLine& line : set_text(c, text, field.style, field.measure)) {
            place_line(c, row, std::move(line), {field.x, field.measure}, top, field.style.leading);
            top += field.style.leading;
        }
        for (PageItem& item : row.items) {
            shift(item, list.origin.x, list.origin.y);
            pages.pages[list.page].items.push_back(std::move(item));
        }
        for (RowLink& link : row.links) {
            link.box.x += list.origin.x;
            link.box.y += list.origin.y;
            places.links.emplace_back(list.page, link);
        }
    }
}

} // namespace presskit::compose
