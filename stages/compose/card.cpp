// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/card.hpp"

#include "pipeline/languages/format.hpp"
#include "pipeline/languages/localized.hpp"
#include "stages/compose/inline_text.hpp"
#include "stages/compose/picture.hpp"
#include "stages/model/plain_text.hpp"

#include <algorithm>
#include <utility>

namespace presskit::compose {
namespace {

using namespace literals;

/// Joined letters and their marks reach further up and down.
Length leading_for(const Composition& c, Length size, const TextStyle& style) {
    const Length leading = scaled(size, style.leading.millipoints, std::max<std::int64_t>(style.size.millipoints, 1));
    return c.language.script == "Arab" ? std::max(leading, size * 145 / 100) : leading;
}

TextStyle resized(const Composition& c, StyleRole role, Length size, Color color) {
    TextStyle style = c.brand().style(role);
    style.tracking = scaled(style.tracking, size.millipoints, std::max<std::int64_t>(style.size.millipoints, 1));
    style.leading = leading_for(c, size, style);
    style.size = size;
    style.color = color;
    style.align = TextAlign::start;
    style.hyphenate = false;
    return style;
}

/// Words set in a style: what they say and the lines they make.
struct Passage {
    std::string words;
    TextStyle style;
    std::vector<SetLine> lines;
    Length height() const { return style.leading * static_cast<std::int64_t>(lines.size()); }
};

class CardSetter {
  public:
    explicit CardSetter(Composition& c) : c_(c), cover_(c.brand().cover) {
        card_.page = {width, height, {}};
        is_dark_ = cover_.area == CoverArea::top || cover_.area == CoverArea::page;
        if (cover_.area == CoverArea::start) column_ = std::min(width * cover_.extent / 100, width / 4);
    }

    Card set() {
        grounds();
        const Length top = notices();
        const Length bottom = foot();
        headline(top, bottom);
        return std::move(card_);
    }

  private:
    static constexpr Length width{std::int64_t{card_width} * 1'000}, height{std::int64_t{card_height} * 1'000};
    static constexpr Length margin = 64_pt, bar = 16_pt;
    static constexpr Length foot_height = 162_pt, foot_padding = 28_pt; ///< of the strip below the ground
    static constexpr Length notice_padding = 11_pt, least_air = 30_pt;
    static constexpr Length logo_height = 104_pt, widest_logo = 260_pt, logo_gap = 40_pt;
    static constexpr Length kicker_size = 25_pt, notice_size = 23_pt, campaign_size = 27_pt, fact_size = 22_pt,
                     note_size = 16_pt;
    static constexpr Length largest_headline = 82_pt, smallest_headline = 30_pt, headline_step = 2_pt;

    Length measure() const { return width - margin * 2 - column_; }
    Length start() const { return c_.mirrored() ? margin : margin + column_; }

    Passage passage(const std::string& words, const TextStyle& style, Length frame) const {
        StyledText text = decoration(c_.language, words, style, ArtifactKind::layout);
        if (c_.mirrored()) text.isolate_name(c_.campaign.publisher);
        return {words, style, words.empty() ? std::vector<SetLine>() : set_text(c_, text, style, frame)};
    }

    /// Places lines below `top` in a frame whose left edge is `left`; returns where they end.
    Length put(Passage passage, Length left, Length top) {
        for (SetLine& line : passage.lines) {
            for (PageItem& item : line.items) {
                shift(item, left, top + baseline_of(passage.style.leading, passage.style.size));
                card_.page.items.push_back(std::move(item));
            }
            top += passage.style.leading;
        }
        return top;
    }

    void say(const std::string& words) {
        if (!words.empty()) card_.words.append(card_.words.empty() ? "" : " · ").append(words);
    }
    void fill(Box box, Color color) {
        card_.page.items.push_back({Rectangle{box, color}, ArtifactKind::background, {}});
    }

    void grounds() {
        switch (cover_.area) {
        case CoverArea::none: fill({{}, {}, width, bar}, c_.brand().accent); break;
        case CoverArea::top: fill({{}, {}, width, height - foot_height}, cover_.ground); break;
        case CoverArea::page: fill({{}, {}, width, height}, cover_.ground); break;
        case CoverArea::start:
            fill({c_.mirrored() ? width - column_ : Length{}, {}, column_, height}, cover_.ground);
        }
    }

    /// Strips from edge to edge; returns where the last one ends.
    Length notices() {
        const Brand& brand = c_.brand();
        Length y;
        const auto strip = [&](const std::string& words, Color ground, Color ink) {
            if (words.empty()) return;
            TextStyle style = resized(c_, StyleRole::notice, notice_size, ink);
            style.bold = true;
            Passage text = passage(words, style, width - margin * 2);
            const Length end = y + text.height() + notice_padding * 2;
            fill({{}, y, width, end - y}, ground);
            put(std::move(text), margin, y + notice_padding);
            say(words);
            y = end;
        };
        if (c_.campaign.embargo) strip(c_.edition.release_notice, brand.warning, brand.paper);
        strip(c_.edition.sample_notice, brand.tint, brand.ink);
        return y;
    }

    /// Returns where the headline's room ends. What a foot says is said after the headline.
    Length foot() {
        const Campaign& campaign = c_.campaign;
        const Locale& locale = c_.language.locale;
        const bool on_ground = cover_.area == CoverArea::page;
        const auto ink = [&](Color color) { return on_ground ? cover_.ink : color; };
        TextStyle bold = resized(c_, StyleRole::notice, campaign_size, ink(c_.brand().ink));
        bold.bold = true;
        const TextStyle plain = resized(c_, StyleRole::notice, fact_size, ink(c_.brand().muted));
        const Length logo = put_logo();
        const Length room = measure() - (logo > Length{} ? logo + logo_gap : Length{});
        const std::string city_and_day = languages::localized(campaign, campaign.city, locale) +
                                         c_.language.comma +
                                         languages::format_date(c_.language, campaign.release_date);
        std::vector<Passage> rows;
        rows.push_back(passage(languages::localized(campaign, campaign.title, locale), bold, room));
        rows.push_back(passage(city_and_day, plain, room));
        rows.push_back(passage(campaign.publisher, plain, room));
        Length text;
        for (const Passage& row : rows) text += row.height();
        const Length foot = std::max(foot_height, text + foot_padding * 2);
        Length y = height - (foot_height + text) / 2;
        const Length left = c_.mirrored() ? start() + measure() - room : start();
        if (foot > foot_height) y = height - foot_padding - text;
        for (Passage& row : rows) {
            foot_words_.push_back(row.words);
            y = put(std::move(row), left, y);
        }
        return notes(height - foot);
    }

    /// The brand's logo at the end of the foot; returns its width.
    Length put_logo() {
        const auto& logo = c_.brand().logo;
        const auto natural =
            logo ? picture_height(c_.campaign, logo->path, widest_logo) : std::optional<Length>();
        if (!natural || cover_.logo == LogoPlace::none) return {};
        const bool is_tall = *natural > logo_height;
        const Length high = is_tall ? logo_height : *natural;
        const Length wide =
            is_tall ? scaled(widest_logo, logo_height.millipoints, natural->millipoints) : widest_logo;
        const Length x = c_.mirrored() ? start() : start() + measure() - wide;
        place_picture(c_.campaign, card_.page.items, logo->path,
                      {x, height - (foot_height + high) / 2, wide, high}, ArtifactKind::layout, logo->span);
        return wide;
    }

    /// Notes on names that need care, where the headline calls for them; returns where they begin.
    Length notes(Length bottom) {
        const DocumentHead& head = c_.edition.document.head;
        for (const Footnote& note : c_.edition.document.footnotes) {
            if (note.mark.empty() || (head.kicker + head.title).find(note.mark) == std::string::npos) continue;
            std::string words = note.mark;
            for (const Block& block : note.content)
                if (const auto* paragraph = std::get_if<Paragraph>(&block.node))
                    words += " " + plain_text(paragraph->content);
            const Color ink = is_dark_ ? cover_.ink : c_.brand().muted;
            Passage text = passage(words, resized(c_, StyleRole::footnote, note_size, ink), measure());
            bottom -= text.height() + notice_padding;
            foot_words_.push_back(words);
            put(std::move(text), start(), bottom);
        }
        return bottom;
    }

    /// The largest size at which the words have room; then as narrow as they can be in as many lines, so
    /// that lines are of about one length.
    Passage fitted(Length room) {
        const std::string& words = c_.edition.document.head.title;
        const Color color = is_dark_ ? cover_.ink : c_.brand().style(StyleRole::title).color;
        const auto is_sound = [](const Passage& text) {
            return std::ranges::all_of(text.lines,
                                       [](const SetLine& line) { return line.fault == LineFault::none; });
        };
        Passage best;
        for (Length size = largest_headline; size >= smallest_headline; size -= headline_step) {
            best = passage(words, resized(c_, StyleRole::title, size, color), measure());
            if (best.height() <= room && is_sound(best)) break;
        }
        if (best.height() > room) {
            too_full();
            best.lines.resize(std::min(best.lines.size(), static_cast<std::size_t>(
                                                              room.millipoints / best.style.leading.millipoints)));
            return best;
        }
        Length narrow = measure() / 2, wide = measure();
        while (wide - narrow > 20_pt) {
            const Length middle = (narrow + wide) / 2;
            Passage text = passage(words, best.style, middle);
            if (text.lines.size() == best.lines.size() && is_sound(text)) {
                wide = middle;
                best.lines = std::move(text.lines);
            } else {
                narrow = middle;
            }
        }
        // Lines from the right were set from the edge of the narrower measure.
        headline_left_ = c_.mirrored() ? start() + measure() - wide : start();
        return best;
    }

    void too_full() {
        c_.faults.push_back({.code = "compose.card-too-full",
                             .message = "the title does not fit on the card for social media, even in small type",
                             .hint = "shorten the title",
                             .span = c_.edition.document.head_span,
                             .severity = Severity::warning});
    }

    void headline(Length top, Length bottom) {
        const DocumentHead& head = c_.edition.document.head;
        const Color color = is_dark_ ? cover_.ink : c_.brand().style(StyleRole::kicker).color;
        Passage kicker = passage(head.kicker, resized(c_, StyleRole::kicker, kicker_size, color), measure());
        const Length gap = head.kicker.empty() ? Length{} : 14_pt;
        headline_left_ = start();
        Passage title = fitted(bottom - top - least_air * 2 - kicker.height() - gap);
        const Length block = kicker.height() + gap + title.height();
        say(head.kicker);
        say(head.title);
        for (const std::string& words : foot_words_) say(words);
        const Length y = put(std::move(kicker), start(), top + (bottom - top - block) / 2);
        put(std::move(title), headline_left_, y + gap);
    }

    Composition& c_;
    const CoverPage& cover_;
    Card card_;
    Length column_, headline_left_;
    bool is_dark_ = false; ///< the headline stands on the ground
    std::vector<std::string> foot_words_;
};

} // namespace

Card set_card(Composition& c) { return CardSetter(c).set(); }

} // namespace presskit::compose
