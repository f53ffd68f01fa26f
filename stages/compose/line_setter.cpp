// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/line_setter.hpp"

#include <algorithm>

namespace presskit::compose {
namespace {

/// A stretch of a line between two changes of font, look or direction: some letters, or one space.
struct Fragment {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t run = 0;
    std::uint8_t level = 0;
    bool space = false;
    bool hyphen = false; ///< shows a hyphen that the text does not have
    bool line_break = false; ///< says the white space that a forced break stands for
    const ShapedWord* word = nullptr;
    Length x, width;
};

class Line {
  public:
    Line(const ParagraphParts& parts, Fonts& fonts, const ShapeText& shape)
        : parts_(parts), fonts_(fonts), shape_(shape) {}

    SetLine set(std::uint32_t first, std::uint32_t last);

  private:
    LineFault fault(const ParagraphItem& end, bool last_line) const;
    const FontRun& run(const Fragment& f) const { return parts_.runs[f.run]; }
    const TextStretch& stretch(const Fragment& f) const {
        return parts_.text.stretches[run(f).stretch];
    }
    std::uint8_t level_at(std::uint32_t offset) const;
    void collect(std::uint32_t first, std::uint32_t last);
    void add(const ParagraphItem& item, bool space);
    void add_line_break();
    void measure_fragments();
    Length measure() const { return parts_.form.measure + hang_left_ + hang_right_; }
    void justify(bool last_line);
    void scale_glyphs();
    void fit_spaces();
    Length scaled(Length width) const {
        return scaling_ == GlyphRun::unscaled ? width : presskit::scaled(width, scaling_, GlyphRun::unscaled);
    }
    void place();
    std::vector<std::uint8_t> levels() const;
    bool continues(const GlyphRun& open, const Fragment& previous, const Fragment& next) const;
    void append_glyphs(GlyphRun& open, const Fragment& f) const;
    void reserve(GlyphRun& open, std::size_t first) const;
    void emit_glyphs(SetLine& out) const;
    void emit_links(SetLine& out) const;

    const ParagraphParts& parts_;
    Fonts& fonts_;
    const ShapeText& shape_;
    std::vector<Fragment> fragments_;
    std::size_t printed_ = 0; ///< fragments before the spaces at the line's end
    Length natural_;
    std::int64_t scaling_ = GlyphRun::unscaled; ///< see GlyphRun::scaling
    Length hang_left_, hang_right_; ///< what of the line stands beyond the measure
};

std::uint8_t Line::level_at(std::uint32_t offset) const {
    if (parts_.levels.size() == 1) return parts_.levels.front().level;
    const auto after = std::ranges::upper_bound(parts_.levels, offset, {}, &LevelRun::begin);
    return after == parts_.levels.begin() ? std::uint8_t{0} : (after - 1)->level;
}

void Line::add(const ParagraphItem& item, bool space) {
    const std::uint8_t level = level_at(item.begin);
    if (!space && !fragments_.empty()) {
        Fragment& open = fragments_.back();
        if (!open.space && open.run == item.run && open.end == item.begin && open.level == level) {
            open.end = item.end;
            open.word = nullptr;
            return;
        }
    }
    fragments_.push_back({item.begin, item.end, item.run, level, space, false, false, item.word, {}, item.width});
}

void Line::collect(std::uint32_t first, std::uint32_t last) {
    const auto& items = parts_.items;
    while (first < last && items[first].kind != ItemKind::box) ++first;
    fragments_.reserve(last - first + 2);
    hang_left_ = items[first].hang_left;
    for (std::uint32_t i = first; i < last; ++i) {
        if (items[i].kind == ItemKind::box) hang_right_ = items[i].hang_right;
        if (items[i].kind != ItemKind::penalty) add(items[i], items[i].kind == ItemKind::glue);
    }
    if (items[last].hyphen) hang_right_ = items[last].hang_right;
    printed_ = fragments_.size();
    while (printed_ > 0 && fragments_[printed_ - 1].space) --printed_;
    const ParagraphItem& end = items[last];
    if (end.hyphen && !fragments_.empty()) {
        Fragment hyphen = fragments_.back();
        hyphen.begin = hyphen.end;
        hyphen.hyphen = true;
        fragments_.push_back(hyphen);
        printed_ = fragments_.size();
    } else if (end.kind == ItemKind::glue) {
        add(end, true);
    } else if (end.penalty == bound && last + 1 < items.size()) {
        add(items[last + 1], true); // the space that would have held the words together
    } else if (end.penalty == forced && end.begin < parts_.text.text.size()) {
        add_line_break();
    }
}

/// Words on both sides of a forced break are two words for a reader who sees no lines.
void Line::add_line_break() {
    if (fragments_.empty()) return;
    Fragment space = fragments_.back();
    space.word = &fonts_.shape({run(space).font, "und", "Latn", false}, " ");
    if (space.word->glyphs.size() != 1 || space.word->glyphs.front().id == 0) return;
    space.begin = space.end;
    space.space = space.line_break = true;
    space.width = GlyphScale(fonts_, run(space).font, stretch(space).look).width(*space.word);
    fragments_.push_back(space);
}

void Line::measure_fragments() {
    for (std::size_t i = 0; i < fragments_.size(); ++i) {
        Fragment& f = fragments_[i];
        const TextLook& look = stretch(f).look;
        if (f.hyphen) {
            f.width = hyphen_glyph_width(fonts_, run(f).font, look);
        } else if (f.word == nullptr) { // of what was shaped by itself the width is known
            f.word = &shape_(run(f), (f.level & 1) != 0, f.begin, f.end);
            f.width = GlyphScale(fonts_, run(f).font, look).width(*f.word);
        }
        if (i < printed_) natural_ += f.width;
    }
}

void Line::justify(bool last_line) {
    const bool justified = parts_.form.align == TextAlign::justified;
    if (measure() >= natural_ && (!justified || last_line)) return;
    if (justified) scale_glyphs();
    fit_spaces();
}

/// All of the line alike, spaces too: what is the same everywhere is not seen.
void Line::scale_glyphs() {
    if (natural_ <= Length{}) return;
    constexpr std::int64_t percent = GlyphRun::unscaled / 100;
    const std::int64_t most = parts_.form.glyph_scaling * percent;
    const std::int64_t wanted = measure().millipoints * GlyphRun::unscaled / natural_.millipoints; // or a hair less
    scaling_ = std::clamp(wanted, GlyphRun::unscaled - most, GlyphRun::unscaled + most);
    if (scaling_ == GlyphRun::unscaled) return;
    natural_ = scaled(natural_);
    Length x; // differences of running totals, so that no rounding adds up
    for (Fragment& f : fragments_) {
        const Length begin = scaled(x);
        x += f.width;
        f.width = scaled(x) - begin;
    }
}

void Line::fit_spaces() {
    const Length room = measure() - natural_;
    const auto is_space = [](const Fragment& f) { return f.space; };
    const auto printed_end = fragments_.begin() + static_cast<std::ptrdiff_t>(printed_);
    const std::int64_t spaces = std::count_if(fragments_.begin(), printed_end, is_space);
    std::int64_t nth = 0; // differences of running totals add up to the room exactly
    for (auto f = fragments_.begin(); f != printed_end && spaces > 0; ++f) {
        if (!f->space) continue;
        const Length share{room.millipoints * (nth + 1) / spaces - room.millipoints * nth / spaces};
        const Length change = std::clamp(share, -(f->width / 2), widest_space(f->width) - f->width);
        f->width += change;
        natural_ += change;
        ++nth;
    }
}

void Line::place() {
    const bool mirrored = parts_.form.direction == Direction::right_to_left;
    const Length room = parts_.form.measure - natural_;
    const bool at_end = parts_.form.align == TextAlign::end;
    Length x = -hang_left_;
    if (parts_.form.align == TextAlign::centre) x = room / 2;
    else if (at_end != mirrored) x = room;
    if (mirrored)
        for (std::size_t i = printed_; i < fragments_.size(); ++i) x -= fragments_[i].width;
    const auto put = [&](Fragment& f) {
        f.x = x;
        x += f.width;
    };
    if (!mirrored && std::ranges::all_of(fragments_, [](const Fragment& f) { return f.level == 0; }))
        std::ranges::for_each(fragments_, put);
    else
        for (const std::uint32_t i : visual_order(levels())) put(fragments_[i]);
}

/// Of all fragments. Spaces at the line's end take the paragraph's level. UAX #9 L1.
std::vector<std::uint8_t> Line::levels() const {
    std::vector<std::uint8_t> levels;
    levels.reserve(fragments_.size());
    for (const Fragment& f : fragments_) levels.push_back(f.level);
    const bool mirrored = parts_.form.direction == Direction::right_to_left;
    for (std::size_t i = printed_; i < levels.size(); ++i) levels[i] = mirrored ? 1 : 0;
    return levels;
}

bool Line::continues(const GlyphRun& open, const Fragment& previous, const Fragment& next) const {
    if (open.right_to_left || (next.level & 1) != 0) return false;
    return run(previous).font == run(next).font && run(previous).stretch == run(next).stretch &&
           previous.x + previous.width == next.x;
}

void Line::append_glyphs(GlyphRun& open, const Fragment& f) const {
    const TextLook& look = stretch(f).look;
    const auto base = static_cast<std::uint32_t>(open.text.size());
    if (f.hyphen) {
        open.text += "\u00AD";
        open.glyphs.push_back({hyphen_glyph(fonts_, run(f).font), f.width, {}, {},
                               base, base + 2});
        return;
    }
    open.text += f.line_break ? " " : std::string_view(parts_.text.text).substr(f.begin, f.end - f.begin);
    const GlyphScale scale(fonts_, run(f).font, look);
    const auto offset = [&](std::int32_t units) { return units == 0 ? Length{} : scale.of(units); };
    for (const ShapedGlyph& glyph : f.word->glyphs)
        open.glyphs.push_back({glyph.id, f.space ? f.width : scaled(scale.advance(glyph)),
                               scaled(offset(glyph.offset_x)), offset(glyph.offset_y), base + glyph.begin,
                               base + glyph.end});
}

/// Room for the fragments from `first` on that one run may hold.
void Line::reserve(GlyphRun& open, std::size_t first) const {
    std::size_t glyphs = 0, bytes = 0;
    for (std::size_t i = first; i < fragments_.size() && fragments_[i].run == fragments_[first].run; ++i) {
        const Fragment& f = fragments_[i];
        glyphs += f.hyphen ? 1 : f.word->glyphs.size();
        bytes += std::max<std::size_t>(f.end - f.begin, 2); // a hyphen has two
    }
    open.glyphs.reserve(glyphs);
    open.text.reserve(bytes);
}

void Line::emit_glyphs(SetLine& out) const {
    const Fragment* previous = nullptr;
    for (std::size_t i = 0; i < fragments_.size(); ++i) {
        const Fragment& f = fragments_[i];
        const TextLook& look = stretch(f).look;
        GlyphRun* open = nullptr;
        if (!out.items.empty() && previous != nullptr) {
            auto& last = std::get<GlyphRun>(out.items.back().shape);
            if (continues(last, *previous, f)) open = &last;
        }
        if (open == nullptr) {
            out.items.push_back({GlyphRun{run(f).font, fonts_.size(run(f).font, look.size), look.color, {f.x, -look.rise}, {}, {},
                                          (f.level & 1) != 0, scaling_},
                                 look.tag, stretch(f).span});
            open = &std::get<GlyphRun>(out.items.back().shape);
            reserve(*open, i);
        }
        append_glyphs(*open, f);
        out.size = std::max(out.size, look.size);
        previous = &f;
    }
}

void Line::emit_links(SetLine& out) const {
    for (std::size_t i = 0; i < printed_; ++i) {
        const Fragment& f = fragments_[i];
        const TextLook& look = stretch(f).look;
        if (!look.link) continue;
        LinkPart* open = out.links.empty() ? nullptr : &out.links.back();
        if (open != nullptr && open->link == *look.link && open->x + open->width == f.x)
            open->width += f.width;
        else if (open != nullptr && open->link == *look.link && f.x + f.width == open->x)
            *open = {*look.link, f.x, open->width + f.width}; // from right to left
        else
            out.links.push_back({*look.link, f.x, f.width});
        if (look.underlined)
            out.items.push_back({Stroke{{f.x, look.size / 8}, {f.x + f.width, look.size / 8},
                                        look.size / 20, look.color},
                                 ArtifactKind::layout, stretch(f).span});
    }
}

LineFault Line::fault(const ParagraphItem& end, bool last_line) const {
    const bool justified = parts_.form.align == TextAlign::justified;
    if (natural_ > measure()) return LineFault::overfull;
    if (end.penalty == emergency) return LineFault::divided;
    if (end.penalty == bound) return LineFault::untied;
    constexpr Length hair{100}; // what whole steps of scaling may leave of a long line
    const bool is_short = justified && !last_line && natural_ + hair < measure();
    return is_short ? LineFault::loose : LineFault::none;
}

SetLine Line::set(std::uint32_t first, std::uint32_t last) {
    const ParagraphItem& end = parts_.items[last];
    const bool last_line = last + 1 == parts_.items.size() || end.penalty == forced;
    SetLine out;
    natural_ = hang_left_ = hang_right_ = {};
    scaling_ = GlyphRun::unscaled;
    fragments_.clear();
    collect(first, last);
    measure_fragments();
    justify(last_line);
    place();
    emit_glyphs(out);
    emit_links(out);
    out.width = natural_ - hang_left_ - hang_right_;
    out.hyphenated = end.hyphen;
    out.fault = fault(end, last_line);
    if (!fragments_.empty()) out.begin = fragments_.front().begin;
    return out;
}

} // namespace

std::uint32_t hyphen_glyph(Fonts& fonts, FontId font) {
    const ShapedWord& word = fonts.shape({font, "und", "Latn", false}, "-");
    return word.glyphs.empty() ? 0 : word.glyphs.front().id;
}

Length hyphen_glyph_width(Fonts& fonts, FontId font, const TextLook& look) {
    const ShapedWord& word = fonts.shape({font, "und", "Latn", false}, "-");
    return word.glyphs.empty() ? Length{} : GlyphScale(fonts, font, look).advance(word.glyphs.front());
}

std::vector<SetLine> set_lines(const ParagraphParts& parts, const std::vector<std::uint32_t>& breaks,
                               Fonts& fonts, const ShapeText& shape) {
    std::vector<SetLine> lines;
    lines.reserve(breaks.size());
    Line line(parts, fonts, shape);
    std::uint32_t first = 0;
    auto mark = parts.text.footnotes.begin();
    auto mention = parts.text.mentions.begin();
    for (const std::uint32_t last : breaks) {
        lines.push_back(line.set(first, last));
        const std::uint32_t end = last + 1 == parts.items.size()
                                      ? static_cast<std::uint32_t>(parts.text.text.size())
                                      : parts.items[last].end;
        for (; mark != parts.text.footnotes.end() && mark->offset <= end; ++mark)
            lines.back().footnotes.push_back(mark->footnote);
        for (; mention != parts.text.mentions.end() && mention->offset < end; ++mention)
            lines.back().mentions.push_back(mention->instrument);
        first = last + (parts.items[last].kind == ItemKind::box ? 0 : 1);
    }
    return lines;
}

} // namespace presskit::compose
