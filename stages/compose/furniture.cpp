// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/furniture.hpp"

#include "pipeline/languages/format.hpp"
#include "pipeline/languages/localized.hpp"
#include "stages/compose/inline_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace presskit::compose {
namespace {

constexpr std::string_view divider = " · ";
constexpr Length strip_height{22'000}, least_strip_height{14'000}, strip_margin{18'000}, strip_gap{4'000};

/// One running header or footer on one page.
class FurnitureSetter {
  public:
    FurnitureSetter(Composition& c, Page& page, std::size_t index, std::size_t count, Length left,
                    FurnitureLines& known)
        : c_(c), page_(page), index_(index), count_(count), left_(left), known_(known) {}

    void set(const FurnitureLine& line, StyleRole role, ArtifactKind kind) {
        const TextStyle& style = c_.brand().style(role);
        const bool at_foot = kind == ArtifactKind::pagination_footer;
        const Length baseline = at_foot ? page_.height - line.at : line.at;
        auto& at_start = known_.lines[at_foot ? FurnitureLines::footer_start : FurnitureLines::header_start];
        auto& at_end = known_.lines[at_foot ? FurnitureLines::footer_end : FurnitureLines::header_end];
        // What stands at the start is painted first, and so comes first where artefacts are read.
        const std::string end = joined(line.end);
        const Frame columns = c_.frame(GridPlace::furniture);
        const Frame frame{left_ + c_.left(columns.x, columns.measure), columns.measure};
        const Length room =
            frame.measure - (end.empty() ? Length{} : line_width(end, style, at_end) + style.size);
        put(fitting(line.start, style, room, at_start), style, TextAlign::start, kind, baseline, frame, at_start);
        put(end, style, TextAlign::end, kind, baseline, frame, at_end);
        if (line.rule == Length{}) return;
        const Length y = at_foot ? baseline - style.leading - Length{2'000} : baseline + Length{5'000};
        page_.items.push_back({Stroke{{frame.x, y}, {frame.x + frame.measure, y}, line.rule, line.rule_color},
                               kind, {}});
    }

    /// The embargo across the top edge, paper on ink: above the running header if there is room for it, else
    /// over it. It is said whole, in smaller type where a language needs more words than the page is wide.
    void set_strip(const std::string& text) {
        TextStyle style = c_.brand().style(StyleRole::running_header);
        style.color = c_.brand().paper;
        style.bold = true;
        const FurnitureLine& header = c_.brand().header;
        const bool has_header = !header.start.empty() || !header.end.empty();
        const Length height = has_header ? std::clamp(header.at - style.size - strip_gap, least_strip_height, strip_height)
                                         : strip_height;
        const Length baseline = height / 2 + style.size * 36 / 100;
        page_.items.push_back(
            {Rectangle{{{}, {}, page_.width, height}, c_.brand().ink}, ArtifactKind::background, {}});
        const Length room = page_.width - strip_margin * 2, width = line_width(text, style, known_.lines[FurnitureLines::strip]);
        if (width > room) {
            style.size = style.size * room.millipoints / width.millipoints;
            style.tracking = style.tracking * room.millipoints / width.millipoints;
        }
        put(text, style, TextAlign::centre, ArtifactKind::pagination_header, baseline,
            {strip_margin, room}, known_.lines[FurnitureLines::strip]);
    }

  private:
    std::string words(FurnitureField field) const {
        const DocumentHead& head = c_.edition.document.head;
        const auto number = [](std::size_t value) { return std::to_string(value); };
        switch (field) {
        case FurnitureField::campaign:
            return languages::localized(c_.campaign, c_.campaign.title, c_.language.locale);
        case FurnitureField::document: return head.title;
        case FurnitureField::kind: return head.kicker;
        case FurnitureField::country: return head.country;
        case FurnitureField::publisher: return c_.campaign.publisher;
        case FurnitureField::notice: return head.sample ? c_.language.word(Word::sample_text) : "";
        case FurnitureField::page: return number(index_ + 1);
        case FurnitureField::page_of: break;
        }
        return languages::fill(c_.language.word(Word::page_of),
                               {{"page", number(index_ + 1)}, {"pages", number(count_)}});
    }

    std::string joined(const std::vector<FurnitureField>& fields) const {
        std::string out;
        for (const FurnitureField field : fields) {
            const std::string part = words(field);
            if (!part.empty()) out += (out.empty() ? "" : std::string(divider)) + part;
        }
        return out;
    }

    std::string fitting(std::vector<FurnitureField> fields, const TextStyle& style, Length room,
                        FurnitureLines::Line& known) const {
        while (fields.size() > 1 && line_width(joined(fields), style, known) > room) {
            const auto last = std::ranges::find_if(
                fields.rbegin(), fields.rend(),
                [](FurnitureField field) { return field != FurnitureField::notice; });
            fields.erase(std::next(last).base());
        }
        return joined(fields);
    }

    Length line_width(const std::string& text, const TextStyle& style, FurnitureLines::Line& known) const {
        if (known.measured != text) {
            known.width = c_.setter.widths(decoration(c_.language, text, style, ArtifactKind::layout)).widest;
            known.measured = text;
        }
        return known.width;
    }

    void put(const std::string& text, const TextStyle& style, TextAlign align, ArtifactKind kind,
             Length baseline, Frame frame, FurnitureLines::Line& known) {
        if (text.empty()) return;
        if (known.set != text) {
            StyledText words = decoration(c_.language, text, style, kind);
            if (c_.mirrored()) words.isolate_name(c_.campaign.publisher);
            auto lines = c_.setter.set(words, {frame.measure, align, false, c_.language.direction}, c_.faults);
            known.items = lines.empty() ? std::vector<PageItem>() : std::move(lines.front().items);
            known.set = text;
        }
        for (PageItem item : known.items) {
            shift(item, frame.x, baseline);
            page_.items.push_back(std::move(item));
        }
    }

    Composition& c_;
    Page& page_;
    std::size_t index_, count_;
    Length left_;
    FurnitureLines& known_;
};

} // namespace

void set_furniture(Composition& c, Page& page, std::size_t index, std::size_t count, Length left,
                   bool has_header, FurnitureLines& known) {
    FurnitureSetter setter(c, page, index, count, left, known);
    const Masthead& masthead = c.brand().layout(c.edition.kind).masthead;
    if (index > 0 && has_header) setter.set(c.brand().header, StyleRole::running_header, ArtifactKind::pagination_header);
    if (index == 0 && masthead.bar > Length{})
        page.items.insert(page.items.begin(),
                          {Rectangle{{{}, {}, page.width, masthead.bar}, masthead.bar_color},
                           ArtifactKind::background, {}});
    setter.set(c.brand().footer, StyleRole::running_footer, ArtifactKind::pagination_footer);
}

void set_embargo(Composition& c, Page& page, FurnitureLines& known) {
    if (c.campaign.embargo) FurnitureSetter(c, page, 0, 1, {}, known).set_strip(c.edition.release_notice);
}

} // namespace presskit::compose
