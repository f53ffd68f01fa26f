// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/item_builder.hpp"

#include "pipeline/base/text.hpp"
#include "stages/compose/line_setter.hpp"
#include "stages/compose/optical_margins.hpp"

#include <algorithm>
#include <utility>

namespace presskit::compose {
namespace {

constexpr std::int32_t hyphen_penalty = 130; ///< about what it costs to set a line with spaces half as wide again
constexpr std::int32_t scrap_penalty = 110; ///< added where two letters are parted from a word
constexpr std::int32_t ragged_hyphen_penalty = 300;
constexpr std::int32_t explicit_hyphen_penalty = 40; ///< after "multi-" in "multi-stakeholder"
constexpr std::string_view soft_hyphen = "\u00AD";

/// `what` is not empty.
bool starts_with_at(std::string_view text, std::uint32_t at, std::string_view what) {
    return text[at] == what[0] && text.substr(at, what.size()) == what;
}

/// A word set with its letters as narrow as they may be.
Length narrowest(Length width, const ParagraphForm& form) {
    return form.align == TextAlign::justified ? width * (100 - form.glyph_scaling) / 100 : width;
}

bool has_three_letters(std::string_view text) {
    int letters = 0;
    for (std::size_t at = 0; at < text.size() && letters < 3;) {
        const CodePoint c = decode(text, at);
        if (is_letter(c.value)) ++letters;
        at += c.bytes;
    }
    return letters == 3;
}

} // namespace

void ParagraphSetter::ItemBuilder::advance_to(std::uint32_t at) {
    while (run_ + 1 < out_.runs.size() && out_.runs[run_].end <= at) ++run_;
    while (level_ + 1 < out_.levels.size() && out_.levels[level_].end <= at) ++level_;
    while (opportunity_ < out_.opportunities.size() && out_.opportunities[opportunity_] < at)
        ++opportunity_;
}

void ParagraphSetter::ItemBuilder::add_penalty(std::int32_t cost, std::uint32_t at, Length width,
                                               bool hyphen) {
    out_.items.push_back({ItemKind::penalty, hyphen, width, {}, {}, cost, at, at, run_, nullptr, {}, {}});
    if (hyphen && hangs()) out_.items.back().hang_right = scaled(width, hang_of(U'-').right, 1000);
}

bool ParagraphSetter::ItemBuilder::is_bound_at(std::uint32_t space) const {
    for (const auto& [begin, end] : telephone_numbers_)
        if (begin < space && space < end) return true;
    return setter_.tools(*look().language).bindings.hold_at(text_.text, space);
}

void ParagraphSetter::ItemBuilder::add_space(std::uint32_t begin, std::uint32_t end, bool may_break) {
    if (!may_break) add_penalty(forbidden, begin);
    else if (is_bound_at(begin)) add_penalty(bound, begin);
    const SetSpace& space = set_space(begin, end);
    out_.items.push_back({ItemKind::glue, false, space.width, stretch_of(space.width), space.shrink, 0,
                          begin, end, run_, space.word, {}, {}});
}

/// A run has few kinds of spaces: the one before is asked first.
const ParagraphSetter::ItemBuilder::SetSpace&
ParagraphSetter::ItemBuilder::set_space(std::uint32_t begin, std::uint32_t end) {
    if (space_.word != nullptr && space_.run == run_ && space_.bytes == end - begin &&
        space_.right_to_left == right_to_left())
        return space_;
    const ShapedWord& word = setter_.shape(text_, run(), right_to_left(), begin, end);
    const Length width = setter_.width(word, run(), look());
    const Length shrink = shrink_of(width, setter_.fonts_.size(run().font, look().size));
    space_ = {&word, width, shrink, run_, end - begin, right_to_left()};
    return space_;
}

void ParagraphSetter::ItemBuilder::add_box(std::uint32_t begin, std::uint32_t end, Length width,
                                           const ShapedWord* word) {
    out_.items.push_back({ItemKind::box, false, width, {}, {}, 0, begin, end, run_, word, {}, {}});
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
        if (is_at(box.begin)) box.hang_left = scaled(scale.advance(glyph), left, 1000);
        if (is_at(last)) box.hang_right = scaled(scale.advance(glyph), right, 1000);
    }
}

Length ParagraphSetter::ItemBuilder::hyphen_width() {
    return hyphen_glyph_width(setter_.fonts_, run().font, look());
}

std::vector<Length> ParagraphSetter::ItemBuilder::part_widths(const ShapedWord& word,
                                                              const std::vector<std::uint32_t>& at) const {
    const GlyphScale scale(setter_.fonts_, run().font, look());
    std::vector<Length> widths(at.size() + 1);
    for (const ShapedGlyph& glyph : word.glyphs)
        widths[static_cast<std::size_t>(std::ranges::upper_bound(at, glyph.begin) - at.begin())] +=
            scale.advance(glyph);
    return widths;
}

bool ParagraphSetter::ItemBuilder::parts_fit(const ShapedWord& word, const std::vector<std::uint32_t>& at) {
    const Length room = form_.measure - hyphen_width();
    return std::ranges::all_of(part_widths(word, at), [&](Length part) { return part <= room; });
}

void ParagraphSetter::ItemBuilder::add_divided(std::uint32_t begin, std::uint32_t end,
                                               const ShapedWord& word,
                                               const std::vector<std::uint32_t>& at,
                                               std::int32_t cost, bool hyphen) {
    const Length hyphen_room = hyphen ? hyphen_width() : Length{};
    const std::vector<Length> widths = part_widths(word, at);
    std::uint32_t from = 0;
    for (std::size_t part = 0; part <= at.size(); ++part) {
        const std::uint32_t to = part < at.size() ? at[part] : end - begin;
        add_box(begin + from, begin + to, widths[part]);
        if (hangs()) add_hang(out_.items.back(), begin, word);
        if (part < at.size()) {
            const std::string_view piece = std::string_view(text_.text).substr(begin, end - begin);
            const bool scrap =
                hyphen && !(has_three_letters(piece.substr(0, to)) && has_three_letters(piece.substr(to)));
            add_penalty(cost + (scrap ? scrap_penalty : 0), begin + to, hyphen_room, hyphen);
        }
        from = to;
    }
}

void ParagraphSetter::ItemBuilder::add_word(std::uint32_t begin, std::uint32_t end,
                                            const ShapedWord& word, Length width) {
    const std::string_view piece = std::string_view(text_.text).substr(begin, end - begin);
    const bool fits = narrowest(width, form_) <= form_.measure;
    Hyphenator* hyphenator = (form_.hyphenate || !fits) && !look().capitals
                                 ? setter_.tools(*look().language).hyphenator.get()
                                 : nullptr;
    if (hyphenator != nullptr && !right_to_left()) {
        const bool justified = form_.align == TextAlign::justified;
        if (const auto& at = hyphenator->positions(piece);
            !at.empty() && (width <= form_.measure || parts_fit(word, at)))
            return add_divided(begin, end, word, at,
                               justified ? hyphen_penalty : ragged_hyphen_penalty, true);
    }
    if (fits || right_to_left()) return add_box(begin, end, width, &word);
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
    telephone_numbers_ = telephone_numbers(text);
    for (std::uint32_t at = 0; at < text.size();) {
        advance_to(at);
        if (text[at] == '\n') {
            add_penalty(forced, at++);
        } else if (text[at] == ' ' && form_.verbatim && (at == 0 || text[at - 1] == '\n')) {
            const SetSpace& space = set_space(at, at + 1);
            for (; at < text.size() && text[at] == ' '; ++at) add_box(at, at + 1, space.width, space.word);
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
                // "--option" is one word, as "-option" is to UAX #14 LB20a.
                if (!hyphen || text.find_first_not_of('-', at) < end)
                    add_penalty(hyphen ? explicit_hyphen_penalty : 0, end);
            }
            at = end;
        }
    }
    add_penalty(forced, static_cast<std::uint32_t>(text.size()));
}

void ParagraphSetter::ItemBuilder::divide_words() {
    const auto is_part = [](const ParagraphItem& item) { return item.kind == ItemKind::box && item.word == nullptr; };
    if (std::ranges::any_of(out_.items, is_part)) { // of a word wider than its column
        out_.items.clear();
        return build();
    }
    const std::vector<ParagraphItem> whole = std::exchange(out_.items, {});
    out_.items.reserve(whole.size() * 2);
    for (const ParagraphItem& item : whole) {
        advance_to(item.begin);
        if (item.kind == ItemKind::box) add_word(item.begin, item.end, *item.word, item.width);
        else out_.items.push_back(item);
    }
}

void ParagraphSetter::ItemBuilder::hang_words() {
    for (ParagraphItem& item : out_.items) {
        if (item.kind != ItemKind::box || item.word == nullptr) continue;
        advance_to(item.begin);
        if (hangs()) add_hang(item, item.begin, *item.word);
    }
}

} // namespace presskit::compose
