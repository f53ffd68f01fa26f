// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/compose.hpp"

#include "pipeline/languages/languages.hpp"
#include "stages/compose/assemble.hpp"
#include "stages/compose/card.hpp"
#include "stages/compose/closer_lines.hpp"
#include "stages/compose/contents.hpp"
#include "stages/compose/floats.hpp"
#include "stages/compose/flow.hpp"
#include "stages/compose/inline_text.hpp"
#include "stages/compose/last_page.hpp"
#include "stages/compose/opening.hpp"
#include "stages/compose/partners.hpp"
#include "stages/compose/rhythm.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace presskit::compose {

struct PatternLibrary::State {
    ParagraphSetter::Patterns patterns;
};

PatternLibrary::PatternLibrary(const std::map<std::string, std::string>& dictionaries)
    : state_(std::make_unique<State>()) {
    for (const auto& [name, bytes] : dictionaries)
        state_->patterns.emplace(name, HyphenationPatterns(bytes));
}
PatternLibrary::~PatternLibrary() = default;
PatternLibrary::PatternLibrary(PatternLibrary&&) noexcept = default;
PatternLibrary& PatternLibrary::operator=(PatternLibrary&&) noexcept = default;

struct Composer::State {
    const Campaign& campaign;
    Fonts fonts;
    Typefaces typefaces;
    ParagraphSetter setter;
    QrCodes qr_codes;
    std::map<int, Brand> closer_brands; ///< by per mille

    State(const Campaign& c, const FontLibrary& library, const ParagraphSetter::Patterns& patterns)
        : campaign(c), fonts(library), typefaces(c.brand, fonts), setter(fonts, typefaces, patterns) {}

    const Brand& brand(int closer);
    Composition begin(const Edition& edition, Tightness tightness);
    Draft set(const Edition& edition, Tightness tightness);
};

Composer::Composer(const Campaign& campaign, const FontLibrary& fonts, const PatternLibrary& patterns)
    : state_(std::make_unique<State>(campaign, fonts, patterns.state_->patterns)) {}
Composer::~Composer() = default;
Composer::Composer(Composer&&) noexcept = default;
Composer& Composer::operator=(Composer&&) noexcept = default;

void Composer::report_lines() { state_->setter.report_lines(); }

namespace {

const Language& language_of(const Locale& locale) {
    const Language* language = languages::find(locale);
    assert(language != nullptr && "loading checks that every language is known");
    return *language;
}

/// Footnotes are Notes at the end of the structure, each with the number or mark of its call.
void set_footnotes(Composition& c) {
    const TextStyle& style = c.brand().style(StyleRole::footnote);
    for (std::size_t i = 0; i < c.edition.document.footnotes.size(); ++i) {
        const Footnote& footnote = c.edition.document.footnotes[i];
        const ElementId note = c.tree.add(StructureTree::root(), StructureRole::note, footnote.span);
        c.tree.at(note).id = "note-" + footnote.id;
        const ElementId label = c.tree.add(note, StructureRole::label, footnote.span);
        const std::string mark =
            footnote.mark.empty() ? std::to_string(footnote.number) : footnote.mark;
        const Length indent = style.size * 2;
        const Frame text = c.frame(GridPlace::text);

        std::vector<GalleyRow>& rows = c.galley.footnotes[i];
        Flow flow(c, rows);
        flow.blocks(footnote.content, {{text.x + indent, text.measure - indent}, note,
                                       StyleRole::footnote, StyleRole::heading_4, {}});
        if (rows.empty()) continue;
        TextStyle label_style = style;
        label_style.align = TextAlign::start;
        auto lines = set_text(c, styled(c, mark, label_style, label, footnote.span), label_style, indent);
        std::vector<PageItem> words = std::exchange(rows.front().items, {});
        if (!lines.empty())
            place_line(c, rows.front(), std::move(lines.front()), {text.x, indent}, {}, style.leading);
        std::ranges::move(words, std::back_inserter(rows.front().items));
        rows.front().space_before = style.space_after;
        rows.front().anchors.push_back("note-" + footnote.id);
    }
}

/// A note that a note calls first stands below it. Ends, for each note has one first call.
void follow_calls(Galley& galley) {
    for (GalleyRow& row : galley.rows)
        for (std::size_t i = 0; i < row.footnotes.size(); ++i)
            for (const GalleyRow& line : galley.footnotes[row.footnotes[i]])
                row.footnotes.insert(row.footnotes.end(), line.footnotes.begin(), line.footnotes.end());
}

void collect_outline(Composition& c, const Blocks& blocks) {
    for (const Block& block : blocks) {
        if (const auto* heading = std::get_if<Heading>(&block.node)) {
            if (heading->id.empty()) continue;
            const std::string number = heading->number.empty() ? "" : heading->number + " ";
            c.galley.outline.push_back({heading->level - 1, number + words_of(heading->content), heading->id});
        } else if (const auto* section = std::get_if<Section>(&block.node)) {
            collect_outline(c, section->content);
        }
    }
}

} // namespace

const Brand& Composer::State::brand(int closer) {
    if (closer == 0) return campaign.brand;
    const auto known = closer_brands.find(closer);
    if (known != closer_brands.end()) return known->second;
    return closer_brands.emplace(closer, with_closer_lines(campaign.brand, closer)).first->second;
}

Composition Composer::State::begin(const Edition& edition, Tightness tightness) {
    const Brand& look = brand(tightness.closer);
    return {campaign, look, edition, language_of(edition.document.language),
            language_of(edition.key.reader), setter, qr_codes, {}, {}, {}, {}, {}, {}, std::move(tightness), {}};
}

/// Sets all of a document into one long column.
Draft Composer::State::set(const Edition& edition, Tightness tightness) {
    setter.begin_again();
    Draft draft{begin(edition, std::move(tightness)), {}, {}};
    Composition& c = draft.composition;
    const KindLayout& layout = c.brand().layout(edition.kind);
    for (std::size_t i = 0; i < edition.document.footnotes.size(); ++i)
        c.footnote_numbers.emplace(edition.document.footnotes[i].id, static_cast<std::uint32_t>(i));
    c.galley.footnotes.resize(edition.document.footnotes.size());

    Flow flow(c, c.galley.rows);
    const FlowContext context{c.frame(GridPlace::text), StructureTree::root(), StyleRole::body,
                              StyleRole::heading_2, {}};
    if (layout.cover) draft.cover = set_cover(c);
    else set_masthead(c, flow, context);
    set_notices(c, flow, context);
    if (layout.table_of_contents) {
        set_contents(c, flow, context);
        flow.new_page();
    }
    flow.run_in(edition.document.head.dateline);
    flow.blocks(edition.document.body, context);
    set_contact_card(c, flow, context);
    set_partners(c, flow, context);
    set_prevailing_notice(c, flow, context);
    set_footnotes(c);
    follow_calls(c.galley);
    c.galley.grid = c.brand().page.baseline_grid;
    hold_together(c.galley);
    align_to_grid(c.galley);
    const PageFormat& page = c.brand().page;
    settle_floats(c.galley, page.height - page.margin_top - page.margin_bottom);
    collect_outline(c, edition.document.body);
    return draft;
}

Result<Pages> Composer::compose(const Edition& edition, std::int64_t timestamp) {
    state_->setter.trim();
    const PageFormat& page = state_->campaign.brand.page;
    Draft draft = draft_pages(
        [&](Tightness tightness) { return state_->set(edition, std::move(tightness)); },
        page.height - page.margin_top - page.margin_bottom);
    state_->setter.forget_texts();
    Pages pages = assemble(draft.composition, draft.pages, std::move(draft.cover), timestamp);
    Diagnostics missing = state_->typefaces.take_missing_glyphs();
    // Titles, names and places come out of campaign.yaml.
    for (Diagnostic& fault : missing)
        fault.or_in = {state_->campaign.source, 0, std::numeric_limits<std::uint32_t>::max()};
    append(draft.composition.faults, std::move(missing));
    return {std::move(pages), std::move(draft.composition.faults)};
}

Result<Card> Composer::compose_card(const Edition& edition) {
    Composition composition = state_->begin(edition, {});
    Card card = set_card(composition);
    return {std::move(card), std::move(composition.faults)};
}

} // namespace presskit::compose
