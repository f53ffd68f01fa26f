// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/paragraph.hpp"

#include "pipeline/base/result.hpp"
#include "pipeline/base/text.hpp"
#include "stages/compose/fewer_lines.hpp"
#include "stages/compose/line_faults.hpp"
#include "stages/compose/line_setter.hpp"
#include "stages/compose/optical_margins.hpp"

#include <algorithm>
#include <utility>

namespace presskit::compose {
namespace {

constexpr std::int32_t hyphen_penalty = 60;
constexpr std::int32_t ragged_hyphen_penalty = 220;
constexpr std::int32_t explicit_hyphen_penalty = 40; ///< after "multi-" in "multi-stakeholder"
constexpr std::string_view soft_hyphen = "\u00AD";

/// `what` is not empty.
bool starts_with_at(std::string_view text, std::uint32_t at, std::string_view what) {
    return text[at] == what[0] && text.substr(at, what.size()) == what;
}

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
            std::max(form.measure / 5, std::min(form.measure / 2, word))};
}

} // namespace

/// Walks a paragraph once, cutting it into boxes, glue and penalties.
class ParagraphSetter::ItemBuilder {
  public:
    ItemBuilder(ParagraphSetter& setter, const StyledText& text, const ParagraphForm& form,
                MeasuredText& out)
        : setter_(setter), text_(text), form_(form), out_(out) {}

    void build();
    /// Divides the whole words that were built.
    void divide_words();
    /// Lets the whole words that were built hang, as the form wants.
    void hang_words();

  private:
    const FontRun& run() const { return out_.runs[run_]; }
    const TextLook& look() const { return text_.stretches[run().stretch].look; }
    bool right_to_left() const { return (out_.levels[level_].level & 1) != 0; }
    /// `at` is where the walk is, or after it.
    bool breakable_at(std::uint32_t at) const {
        std::size_t i = opportunity_;
        while (i < out_.opportunities.size() && out_.opportunities[i] < at) ++i;
        return i < out_.opportunities.size() && out_.opportunities[i] == at;
    }
    /// ' ' has one byte, a no-break space two.
    struct SetSpace {
        const ShapedWord* word = nullptr;
        Length width;
        std::uint32_t run = 0, bytes = 0;
        bool right_to_left = false;
    };

    void advance_to(std::uint32_t at);
    const SetSpace& set_space(std::uint32_t begin, std::uint32_t end);
    void add_penalty(std::int32_t cost, std::uint32_t at, Length width = {}, bool hyphen = false);
    void add_space(std::uint32_t begin, std::uint32_t end, bool may_break);
    void add_word(std::uint32_t begin, std::uint32_t end, const ShapedWord& word, Length width);
    void add_box(std::uint32_t begin, std::uint32_t end, Length width,
                 const ShapedWord* word = nullptr);
    void add_divided(std::uint32_t begin, std::uint32_t end, const ShapedWord& word,
                     const std::vector<std::uint32_t>& at, std::int32_t cost, bool hyphen);
    std::uint32_t word_end(std::uint32_t begin) const;
    Length hyphen_width();
    bool hangs() const {
        return form_.optical_margins && form_.align != TextAlign::centre && form_.align != TextAlign::end &&
               form_.direction == Direction::left_to_right && !right_to_left();
    }
    void add_hang(ParagraphItem& box, std::uint32_t word_begin, const ShapedWord& word) const;

    ParagraphSetter& setter_;
    const StyledText& text_;
    const ParagraphForm& form_;
    MeasuredText& out_;
    std::uint32_t run_ = 0, level_ = 0;
    std::size_t opportunity_ = 0; ///< the first at or after the walk
    SetSpace space_; ///< the last
};

void ParagraphSetter::ItemBuilder::advance_to(std::uint32_t at) {
    while (run_ + 1 < out_.runs.size() && out_.runs[run_].end <= at) ++run_;
    while (level_ + 1 < out_.levels.size() && out_.levels[level_].end <= at) ++level_;
    while (opportunity_ < out_.opportunities.size() && out_.opportunities[opportunity_] < at)
        ++opportunity_;
}

void ParagraphSetter::ItemBuilder::add_penalty(std::int32_t cost, std::uint32_t at, Length width,
                                               bool hyphen) {
    out_.items.push_back({ItemKind::penalty, width, {}, {}, cost, hyphen, at, at, run_, nullptr, {}, {}});
    if (hyphen && hangs()) out_.items.back().hang_right = scaled(width, hang_of(U'-').right, 1000);
}

void ParagraphSetter::ItemBuilder::add_space(std::uint32_t begin, std::uint32_t end, bool may_break) {
    if (!may_break) add_penalty(forbidden, begin);
    else if (setter_.tools(*look().language).bindings.hold_at(text_.text, begin)) add_penalty(bound, begin);
    const SetSpace& space = set_space(begin, end);
    out_.items.push_back({ItemKind::glue, space.width, stretch_of(space.width), shrink_of(space.width), 0,
                          false, begin, end, run_, space.word, {}, {}});
}

/// A run has few kinds of spaces: the one before is asked first.
const ParagraphSetter::ItemBuilder::SetSpace&
ParagraphSetter::ItemBuilder::set_space(std::uint32_t begin, std::uint32_t end) {
    if (space_.word != nullptr && space_.run == run_ && space_.bytes == end - begin &&
        space_.right_to_left == right_to_left())
        return space_;
    const ShapedWord& word = setter_.shape(text_, run(), right_to_left(), begin, end);
    space_ = {&word, setter_.width(word, run(), look()), run_, end - begin, right_to_left()};
    return space_;
}

void ParagraphSetter::ItemBuilder::add_box(std::uint32_t begin, std::uint32_t end, Length width,
                                           const ShapedWord* word) {
    out_.items.push_back({ItemKind::box, width, {}, {}, 0, false, begin, end, run_, word, {}, {}});
    if (word != nullptr && hangs()) add_hang(out_.items.back(), begin, *word);
}

/// `word` begins at byte `word_begin`; the box may be a part of it.
void ParagraphSetter::ItemBuilder::add_hang(ParagraphItem& box, std::uint32_t word_begin,
                                            const ShapedWord& word) const {
    std::uint32_t last = box.end - 1;
    while (last > box.begin && (static_cast<unsigned char>(text_.text[last]) & 0xC0) == 0x80) --last;
    const int left = hang_of(decode(text_.text, box.begin).value).left;
    const int right = hang_of(decode(text_.text, last).value).right;
    if (left == 0 && right == 0) return;
    const GlyphScale scale(setter_.fonts_, run().font, look());
    for (const ShapedGlyph& glyph : word.glyphs) {
        const auto is_at = [&](std::uint32_t at) {
            return glyph.begin + word_begin == at && glyph.end > glyph.begin;
        };
        const Length width = scale.advance(glyph);
        if (is_at(box.begin)) box.hang_left = scaled(width, left, 1000);
        if (is_at(last)) box.hang_right = scaled(width, right, 1000);
    }
}

Length ParagraphSetter::ItemBuilder::hyphen_width() {
    return hyphen_glyph_width(setter_.fonts_, run().font, look());
}

void ParagraphSetter::ItemBuilder::add_divided(std::uint32_t begin, std::uint32_t end,
                                               const ShapedWord& word,
                                               const std::vector<std::uint32_t>& at,
                                               std::int32_t cost, bool hyphen) {
    const Length hyphen_room = hyphen ? hyphen_width() : Length{};
    const GlyphScale scale(setter_.fonts_, run().font, look());
    std::uint32_t from = 0;
    for (std::size_t part = 0; part <= at.size(); ++part) {
        const std::uint32_t to = part < at.size() ? at[part] : end - begin;
        Length width;
        for (const ShapedGlyph& glyph : word.glyphs)
            if (glyph.begin >= from && glyph.begin < to)
                width += scale.advance(glyph);
        add_box(begin + from, begin + to, width);
        if (hangs()) add_hang(out_.items.back(), begin, word);
        if (part < at.size()) add_penalty(cost, begin + to, hyphen_room, hyphen);
        from = to;
    }
}

void ParagraphSetter::ItemBuilder::add_word(std::uint32_t begin, std::uint32_t end,
                                            const ShapedWord& word, Length width) {
    const std::string_view piece = std::string_view(text_.text).substr(begin, end - begin);
    Hyphenator* hyphenator =
        form_.hyphenate && !look().capitals ? setter_.tools(*look().language).hyphenator.get() : nullptr;
    if (hyphenator != nullptr && !right_to_left()) {
        const bool justified = form_.align == TextAlign::justified;
        if (const auto& at = hyphenator->positions(piece); !at.empty())
            return add_divided(begin, end, word, at,
                               justified ? hyphen_penalty : ragged_hyphen_penalty, true);
    }
    if (width <= form_.measure || right_to_left()) return add_box(begin, end, width, &word);
    std::vector<std::uint32_t> anywhere;
    for (const ShapedGlyph& glyph : word.glyphs)
        if (glyph.begin > 0 && glyph.end > glyph.begin &&
            !is_extending(decode(piece, glyph.begin).value))
            anywhere.push_back(glyph.begin);
    if (anywhere.empty()) return add_box(begin, end, width, &word); // one letter, wider than its column
    add_divided(begin, end, word, anywhere, emergency, false);
}

std::uint32_t ParagraphSetter::ItemBuilder::word_end(std::uint32_t begin) const {
    std::uint32_t limit = std::min(run().end, out_.levels[level_].end);
    std::size_t next = opportunity_;
    if (next < out_.opportunities.size() && out_.opportunities[next] == begin) ++next;
    if (next < out_.opportunities.size()) limit = std::min(limit, out_.opportunities[next]);
    constexpr char lead = no_break_space[0];
    static_assert(soft_hyphen[0] == lead);
    for (std::uint32_t at = begin + 1; at < limit; ++at) {
        const char c = text_.text[at];
        if (c == ' ' || c == '\n') return at;
        if (c == lead && (starts_with_at(text_.text, at, no_break_space) ||
                          starts_with_at(text_.text, at, soft_hyphen)))
            return at;
    }
    return limit;
}

void ParagraphSetter::ItemBuilder::build() {
    const std::string& text = text_.text;
    for (std::uint32_t at = 0; at < text.size();) {
        advance_to(at);
        if (text[at] == '\n') {
            add_penalty(forced, at++);
        } else if (text[at] == ' ') {
            std::uint32_t after = at + 1;
            while (after < text.size() && text[after] == ' ') ++after;
            add_space(at, at + 1, breakable_at(after));
            at = at + 1;
        } else if (starts_with_at(text, at, no_break_space)) {
            add_space(at, at + 2, false);
            at += 2;
        } else if (starts_with_at(text, at, soft_hyphen)) {
            add_penalty(hyphen_penalty, at, hyphen_width(), true);
            at += 2;
        } else {
            const std::uint32_t end = word_end(at);
            const ShapedWord& word = setter_.shape(text_, run(), right_to_left(), at, end);
            add_word(at, end, word, setter_.width(word, run(), look()));
            const bool more = end < text.size() && text[end] != ' ' && text[end] != '\n';
            if (more && breakable_at(end) && !starts_with_at(text, end, soft_hyphen)) {
                const bool hyphen = text[end - 1] == '-';
                add_penalty(hyphen ? explicit_hyphen_penalty : 0, end);
            }
            at = end;
        }
    }
    add_penalty(forced, static_cast<std::uint32_t>(text.size()));
}

void ParagraphSetter::ItemBuilder::divide_words() {
    // What was divided anywhere has lost its words.
    if (std::ranges::find(out_.items, emergency, &ParagraphItem::penalty) != out_.items.end()) {
        out_.items.clear();
        return build();
    }
    const std::vector<ParagraphItem> whole = std::exchange(out_.items, {});
    out_.items.reserve(whole.size() * 2);
    for (const ParagraphItem& item : whole) {
        advance_to(item.begin);
        if (item.kind == ItemKind::box)
            add_word(item.begin, item.end, *item.word, item.width);
        else
            out_.items.push_back(item);
    }
}

void ParagraphSetter::ItemBuilder::hang_words() {
    for (ParagraphItem& item : out_.items) {
        if (item.kind != ItemKind::box || item.word == nullptr) continue;
        advance_to(item.begin);
        if (hangs()) add_hang(item, item.begin, *item.word);
    }
}

MeasuredText ParagraphSetter::prepare(const StyledText& text, const ParagraphForm& form) {
    MeasuredText out;
    out.runs = typefaces_.runs(text);
    out.levels = bidi_levels(text.text, form.direction, text.isolates);
    if (out.runs.empty()) return out;
    out.opportunities =
        tools(*text.stretches.front().look.language).breaker->opportunities(text.text);
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

/// `breaks` if no line can be saved; words are divided only where that saves one.
std::vector<std::uint32_t> ParagraphSetter::choose_fewer(const StyledText& text,
                                                         const ParagraphForm& form, MeasuredText& prepared,
                                                         std::vector<std::uint32_t> breaks) {
    const LineRules rules = rules_of(form);
    if (auto fewer = break_into_fewer(prepared.items, rules, breaks.size()); !fewer.empty()) return fewer;
    if (!form.hyphenate || std::ranges::any_of(prepared.items, &ParagraphItem::hyphen)) return breaks;
    MeasuredText divided = prepared;
    ItemBuilder(*this, text, form, divided).divide_words();
    auto fewer = break_into_fewer(divided.items, rules, breaks.size());
    if (fewer.empty()) return breaks;
    prepared.items = std::move(divided.items);
    return fewer;
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
    plain.fewer_lines = false;
    const Known& place = known(known_, next_, text, plain, [&](Known& made) {
        made.prepared = prepared();
        if (!made.prepared.items.empty()) made.breaks = choose_breaks(text, plain, made.prepared);
    });
    if (place.prepared.items.empty()) return {};
    const auto shape_again = [&](const FontRun& run, bool right_to_left, std::uint32_t begin,
                                 std::uint32_t end) -> const ShapedWord& {
        return shape(text, run, right_to_left, begin, end);
    };
    const auto lines_of = [&](const MeasuredText& parts, const std::vector<std::uint32_t>& breaks) {
        return set_lines({text, form, parts.runs, parts.levels, parts.items}, breaks, fonts_, shape_again);
    };
    std::vector<SetLine> lines;
    if (form.fewer_lines) {
        MeasuredText fewer = place.prepared;
        const auto breaks = choose_fewer(text, form, fewer, place.breaks);
        lines = lines_of(fewer, breaks);
    } else {
        lines = lines_of(place.prepared, place.breaks);
    }
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
