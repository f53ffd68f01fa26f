// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/assemble.hpp"

#include "pipeline/languages/localized.hpp"
#include "stages/compose/furniture.hpp"
#include "stages/compose/inline_text.hpp"
#include "stages/compose/instrument_index.hpp"
#include "stages/compose/level_pages.hpp"

#include <map>
#include <string>
#include <utility>

namespace presskit::compose {
namespace {

using namespace literals;

/// A page number to be set once all anchors have their page.
struct OpenNumber {
    std::uint32_t page = 0;
    Point origin; ///< of the text block's left edge, on the baseline
    PageNumberField field;
};

class Assembler {
  public:
    Assembler(Composition& c, std::optional<Page> cover) : c_(c), format_(c.brand().page) {
        has_cover_ = cover.has_value();
        if (cover) out_.pages.push_back(std::move(*cover));
        covered_.resize(out_.pages.size());
    }

    Pages run(const std::vector<PageRows>& breaks, std::int64_t timestamp);

  private:
    Length left_margin(std::size_t page) const {
        // The first page is a right-hand one, or a left-hand one where lines run from the right.
        const bool inner_first = format_.facing ? (page % 2 == 0) != c_.mirrored() : !c_.mirrored();
        return inner_first ? format_.margin_inner : format_.margin_outer;
    }
    void page(const PageRows& rows);
    void ground(Page& page, const StackedRows& stacked, Length left) const;
    void place(Page& page, GalleyRow row, Length left, Length top);
    void header(Page& page, const StackedRows& stacked, Length left) const;
    void place_artifact(Page& page, GalleyRow row, Length left, Length top) const;
    void footnotes(Page& page, const PageRows& rows, Length left);
    void number_fields();
    void resolve_links();
    void outline();
    void properties(std::int64_t timestamp);

    Composition& c_;
    const PageFormat& format_;
    bool has_cover_ = false;
    Pages out_;
    std::map<std::string, Destination> anchors_;
    std::vector<bool> covered_; ///< by page: whether a ground reaches its top edge
    std::vector<OpenNumber> numbers_;
    MentionedPages mentioned_;
    std::vector<PlacedPageList> page_lists_;
    std::vector<std::pair<std::uint32_t, RowLink>> links_; ///< by page
};

/// A row's own content again, as decoration: a repeated header is not read twice.
void Assembler::place_artifact(Page& page, GalleyRow row, Length left, Length top) const {
    for (PageItem& item : row.items) {
        item.tag = ArtifactKind::layout;
        shift(item, left, top);
        page.items.push_back(std::move(item));
    }
}

void Assembler::place(Page& page, GalleyRow row, Length left, Length top) {
    const auto index = static_cast<std::uint32_t>(out_.pages.size() - 1);
    for (const std::string& anchor : row.anchors) anchors_.emplace(anchor, Destination{index, top});
    for (RowLink& link : row.links) {
        link.box.x += left;
        link.box.y += top;
        links_.emplace_back(index, link);
    }
    for (const std::uint32_t instrument : row.mentions) mentioned_[instrument].emplace(index, top);
    if (row.page_list) page_lists_.push_back({index, {left, top}, *row.page_list});
    if (row.page_number)
        numbers_.push_back({index, {left, top + row.page_number->baseline}, *row.page_number});
    for (const Drawing& drawing : row.drawings) {
        const Box& box = drawing.box;
        c_.tree.at(drawing.figure).box = {left + box.x, top + box.y, box.width, box.height};
    }
    for (PageItem& item : row.items) {
        shift(item, left, top);
        if (row.figure)
            if (const auto* image = std::get_if<PlacedImage>(&item.shape))
                c_.tree.at(*row.figure).box = image->box;
        page.items.push_back(std::move(item));
    }
}

void Assembler::ground(Page& page, const StackedRows& stacked, Length left) const {
    const auto row = [&](std::size_t i) -> const GalleyRow& { return c_.galley.rows[stacked.rows[i]]; };
    for (std::size_t r = 0; r < stacked.rows.size();) {
        const auto panel = row(r).panel;
        std::size_t end = r + 1;
        while (end < stacked.rows.size() && row(end).panel == panel) ++end;
        if (panel) {
            const Panel& p = c_.galley.panels[*panel];
            const Length top = p.bleeds ? Length{} : stacked.tops[r] - p.padding;
            const Length bottom = stacked.tops[end - 1] + row(end - 1).height + p.padding;
            const Length x = left + c_.left(p.x, p.width);
            const Box box = p.bleeds ? Box{{}, top, page.width, bottom - top}
                                     : Box{x, top, p.width, bottom - top};
            page.items.push_back({Rectangle{box, p.fill},
                                  ArtifactKind::background, {}});
            const Length bar = c_.brand().callout.bar;
            const Length bar_x = c_.mirrored() != p.turned ? x + p.width - bar : x;
            if (p.bar && bar > Length{})
                page.items.push_back({Rectangle{{bar_x, top, bar, bottom - top}, *p.bar},
                                      ArtifactKind::background, {}});
        }
        r = end;
    }
}

/// A rule as long as a thumb above notes; one across the page where the first goes on from the last.
void Assembler::footnotes(Page& page, const PageRows& rows, Length left) {
    if (rows.notes.empty()) return;
    Length height;
    for (const NotePart& part : rows.notes)
        for (std::uint32_t i = part.first; i < part.last; ++i) {
            const GalleyRow& row = c_.galley.footnotes[part.note][i];
            height += row.space_before + row.height;
        }
    Length y = format_.height - format_.margin_bottom - height;
    const Length rule = y - footnote_gap / 2;
    const Frame text = c_.frame(GridPlace::text);
    const Length width = rows.continues_note() ? text.measure : Length{72'000};
    const Length x = left + c_.left(text.x, width);
    page.items.push_back({Stroke{{x, rule}, {x + width, rule}, Length{500}, c_.brand().muted},
                          ArtifactKind::layout, {}});
    for (const NotePart& part : rows.notes)
        for (std::uint32_t i = part.first; i < part.last; ++i) {
            GalleyRow& row = c_.galley.footnotes[part.note][i];
            y += row.space_before;
            const Length row_height = row.height;
            place(page, std::move(row), left, y);
            y += row_height;
        }
}

void Assembler::header(Page& page, const StackedRows& stacked, Length left) const {
    if (stacked.rows.empty()) return;
    const GalleyRow& first = c_.galley.rows[stacked.rows.front()];
    if (!first.header) return;
    Length y = format_.margin_top;
    for (const GalleyRow& row : c_.galley.headers[*first.header]) {
        place_artifact(page, row, left, y + row.space_before);
        y += row.space_before + row.height;
    }
}

void Assembler::page(const PageRows& rows) {
    out_.pages.push_back({format_.width, format_.height, {}});
    Page& page = out_.pages.back();
    const Length left = left_margin(out_.pages.size() - 1);
    StackedRows stacked =
        level_rows(c_.galley, rows, format_.height - format_.margin_top - format_.margin_bottom,
                   format_.white_stretch);
    header(page, stacked, left);
    const auto panel = stacked.rows.empty() ? std::optional<std::uint32_t>{}
                                            : c_.galley.rows[stacked.rows.front()].panel;
    covered_.push_back(panel && c_.galley.panels[*panel].bleeds);
    for (Length& top : stacked.tops) top += format_.margin_top;
    ground(page, stacked, left);
    for (std::size_t i = 0; i < stacked.rows.size(); ++i)
        place(page, std::move(c_.galley.rows[stacked.rows[i]]), left, stacked.tops[i]);
    footnotes(page, rows, left);
}

void Assembler::number_fields() {
    const Frame frame = c_.frame(GridPlace::text);
    const Length from = c_.left(frame.x, frame.measure);
    for (const OpenNumber& open : numbers_) {
        const auto anchor = anchors_.find(open.field.anchor);
        if (anchor == anchors_.end()) continue;
        StyledText text;
        text.add(std::to_string(anchor->second.page + 1), open.field.look, {});
        auto lines = c_.setter.set(
            text, {frame.measure, TextAlign::end, false, c_.language.direction}, c_.faults);
        if (lines.empty()) continue;
        for (PageItem& item : lines.front().items) {
            shift(item, open.origin.x + from, open.origin.y);
            out_.pages[open.page].items.push_back(std::move(item));
        }
    }
}

/// White space at the end of a line has no area; words without one are no link (ISO 14289-1 7.18.5).
void Assembler::resolve_links() {
    std::vector<bool> placed(c_.links.size());
    for (const auto& [page, row] : links_) {
        const LinkTarget& target = c_.links[row.link];
        LinkArea area{page, row.box, target.address, target.element, target.description};
        if (!target.anchor.empty()) {
            const auto anchor = anchors_.find(target.anchor);
            if (anchor == anchors_.end()) continue;
            area.target = anchor->second;
        }
        placed[row.link] = true;
        out_.links.push_back(std::move(area));
    }
    for (std::size_t i = 0; i < placed.size(); ++i)
        if (!placed[i]) c_.tree.at(c_.links[i].element).role = StructureRole::span;
}

void Assembler::outline() {
    for (const OutlineAnchor& entry : c_.galley.outline)
        if (const auto anchor = anchors_.find(entry.anchor); anchor != anchors_.end())
            out_.outline.push_back({entry.level, entry.title, anchor->second});
}

void Assembler::properties(std::int64_t timestamp) {
    const Document& document = c_.edition.document;
    const Campaign& campaign = c_.campaign;
    out_.direction = c_.language.direction;
    out_.properties = {document.head.title,
                       campaign.publisher,
                       document.head.description.empty() ? document.head.deck : document.head.description,
                       {languages::localized(campaign, campaign.title, document.language)},
                       document.language,
                       languages::localized(campaign, campaign.rights.statement, document.language),
                       timestamp};
}

Pages Assembler::run(const std::vector<PageRows>& breaks, std::int64_t timestamp) {
    for (const PageRows& rows : breaks) page(rows);
    FurnitureLines known;
    for (std::size_t i = has_cover_ ? 1 : 0; i < out_.pages.size(); ++i)
        set_furniture(c_, out_.pages[i], i, out_.pages.size(), left_margin(i), !covered_[i], known);
    for (Page& page : out_.pages) set_embargo(c_, page, known);
    number_fields();
    set_page_lists(c_, out_, page_lists_, mentioned_, {anchors_, links_});
    resolve_links();
    outline();
    properties(timestamp);
    out_.contents = c_.tree.contents();
    out_.elements = c_.tree.take();
    return std::move(out_);
}

} // namespace

Pages assemble(Composition& c, const std::vector<PageRows>& breaks, std::optional<Page> cover,
               std::int64_t timestamp) {
    return Assembler(c, std::move(cover)).run(breaks, timestamp);
}

} // namespace presskit::compose
