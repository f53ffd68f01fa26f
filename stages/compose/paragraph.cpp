// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/paragraph.hpp"

#include "pipeline/base/result.hpp"
#include "stages/compose/fewer_lines.hpp"
#include "stages/compose/item_builder.hpp"
#include "stages/compose/line_faults.hpp"
#include "stages/compose/line_setter.hpp"

#include <algorithm>
#include <utility>

namespace presskit::compose {
namespace {

bool ends_short(const std::vector<ParagraphItem>& items, const std::vector<std::uint32_t>& breaks,
                Length measure) {
    if (breaks.size() < 2) return false;
    Length width;
    bool one_word = true, begun = false;
    for (std::uint32_t i = breaks[breaks.size() - 2] + 1; i < items.size(); ++i) {
        begun = begun || items[i].kind == ItemKind::box;
        if (!begun || items[i].kind == ItemKind::penalty) continue;
        width += items[i].width;
        one_word = one_word && items[i].kind == ItemKind::box;
    }
    return is_short_line(width, one_word, measure);
}

/// In a narrow measure a ragged line may leave the room of a word, before words are divided.
LineRules rules_of(const ParagraphForm& form) {
    constexpr Length word{40'000};
    return {form.measure, form.align == TextAlign::justified,
            std::max(form.measure / 5, std::min(form.measure / 2, word)), form.glyph_scaling};
}

} // namespace

MeasuredText ParagraphSetter::prepare(const StyledText& text, const ParagraphForm& form) {
    MeasuredText out;
    out.runs = typefaces_.runs(text);
    out.levels = bidi_levels(text.text, form.direction, text.isolates);
    if (out.runs.empty()) return out;
    out.opportunities =
        tools(*text.stretches.front().look.language).breaker->opportunities(text.text);
    keep_ratios_whole(text.text, out.opportunities);
    ParagraphForm whole_words = form;
    whole_words.hyphenate = false;
    out.items.reserve(text.text.size() / 2 + 8);
    ItemBuilder(*this, text, whole_words, out).build();
    return out;
}

/// Whole words first; they are divided only where that leaves lines too loose.
std::vector<std::uint32_t> ParagraphSetter::choose_breaks(const StyledText& text,
                                                          const ParagraphForm& form,
                                                          MeasuredText& prepared) {
    const LineRules rules = rules_of(form);
    if (form.hyphenate) {
        if (auto breaks = break_lines(prepared.items, rules, Tolerance::strict);
            !breaks.empty() && !ends_short(prepared.items, breaks, form.measure))
            return breaks;
        ItemBuilder(*this, text, form, prepared).divide_words();
    }
    for (const Tolerance tolerance : {Tolerance::normal, Tolerance::loose, Tolerance::unbounded})
        if (auto breaks = break_lines(prepared.items, rules, tolerance); !breaks.empty()) return breaks;
    return break_lines(prepared.items, rules, Tolerance::any);
}

/// Words are divided only where that saves the line.
std::optional<ParagraphSetter::Setting> ParagraphSetter::in_fewer_lines(const Known& place) {
    const LineRules rules = rules_of(place.form);
    const std::size_t count = place.breaks.size();
    if (!may_go_into_fewer(place.prepared.items, rules, count)) return std::nullopt;
    if (auto fewer = break_into_fewer(place.prepared.items, rules, count); !fewer.empty())
        return Setting{place.prepared, std::move(fewer)};
    if (!place.form.hyphenate || std::ranges::any_of(place.prepared.items, &ParagraphItem::hyphen))
        return std::nullopt;
    MeasuredText divided = place.prepared;
    ItemBuilder(*this, place.text, place.form, divided).divide_words();
    auto fewer = break_into_fewer(divided.items, rules, count);
    if (fewer.empty()) return std::nullopt;
    return Setting{std::move(divided), std::move(fewer)};
}

const std::optional<ParagraphSetter::Setting>& ParagraphSetter::shorter(Known& place) {
    if (!place.was_shortened) place.shorter = in_fewer_lines(place);
    place.was_shortened = true;
    return place.shorter;
}

std::size_t ParagraphSetter::count_shorter() {
    return static_cast<std::size_t>(std::ranges::count_if(known_, [&](Known& place) {
        return place.form.saving == LineSaving::possible && shorter(place);
    }));
}

/// What was measured stands for what would be prepared: no word is divided for want of room, and the
/// direction is the one it was measured in.
bool ParagraphSetter::serves(const MeasuredText& measured, const ParagraphForm& form) const {
    return form.direction == Direction::left_to_right &&
           std::ranges::all_of(measured.items, [&](const ParagraphItem& item) {
               return item.kind != ItemKind::box || item.width <= form.measure;
           });
}

std::vector<SetLine> ParagraphSetter::set(const StyledText& text, const ParagraphForm& form,
                                          Diagnostics& faults) {
    return set_known(text, form, [&] { return prepare(text, form); }, faults);
}

std::vector<SetLine> ParagraphSetter::set(const StyledText& text, MeasuredText measured,
                                          const ParagraphForm& form, Diagnostics& faults) {
    return set_known(
        text, form, [&] { return from_measured(text, std::move(measured), form); }, faults);
}

MeasuredText ParagraphSetter::from_measured(const StyledText& text, MeasuredText measured,
                                            const ParagraphForm& form) {
    if (!serves(measured, form)) return prepare(text, form);
    if (!measured.items.empty()) ItemBuilder(*this, text, form, measured).hang_words();
    return measured;
}

std::vector<SetLine> ParagraphSetter::set_known(const StyledText& text, const ParagraphForm& form,
                                                const std::function<MeasuredText()>& prepared,
                                                Diagnostics& faults) {
    ParagraphForm plain = form;
    if (form.saving == LineSaving::wanted) plain.saving = LineSaving::possible;
    Known& place = known(known_, next_, text, plain, [&](Known& made) {
        made.prepared = prepared();
        if (!made.prepared.items.empty()) made.breaks = choose_breaks(text, plain, made.prepared);
    });
    if (place.prepared.items.empty()) return {};
    const auto shape_again = [&](const FontRun& run, bool right_to_left, std::uint32_t begin,
                                 std::uint32_t end) -> const ShapedWord& {
        return shape(text, run, right_to_left, begin, end);
    };
    const auto lines_of = [&](const MeasuredText& parts, const Breaks& breaks) {
        return set_lines({text, form, parts.runs, parts.levels, parts.items}, breaks, fonts_, shape_again);
    };
    std::vector<SetLine> lines;
    if (form.saving == LineSaving::wanted && shorter(place))
        lines = lines_of(place.shorter->prepared, place.shorter->breaks);
    else
        lines = lines_of(place.prepared, place.breaks);
    if (reports_lines_) append(faults, line_faults(text, lines));
    return lines;
}

ParagraphSetter::LanguageTools& ParagraphSetter::tools(const Language& language) {
    const auto known = std::ranges::find(tools_, &language, &LanguageTools::language);
    if (known != tools_.end()) return *known;
    LanguageTools& made =
        tools_.emplace_back(LanguageTools{
        &language, std::make_unique<LineBreaker>(language.icu_locale), {}, Bindings(language)});
    if (!language.hyphenation) return made;
    const auto patterns = patterns_.find(language.hyphenation->dictionary);
    if (patterns != patterns_.end())
        made.hyphenator = std::make_unique<Hyphenator>(patterns->second, *language.hyphenation);
    return made;
}

} // namespace presskit::compose
