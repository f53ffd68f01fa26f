// SPDX-License-Identifier: Apache-2.0
#include "stages/render/text_painter.hpp"

#include "stages/render/syntax.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

namespace presskit::render {
namespace {

constexpr std::int64_t micro_em = 1'000'000;
/// A glyph may stand this far off (0.03 pt, or 0.01 mm, at 10 pt) before a number is spent on it.
constexpr std::int64_t tolerance = 3000;

constexpr std::int64_t rounded_quotient(std::int64_t a, std::int64_t b) {
    return (a >= 0 ? a + b / 2 : a - b / 2) / b;
}

/// Replaces `codes` by those of a cluster's glyphs. Returns whether what they say adds up to its
/// text, so that no ActualText is needed.
bool find_codes(const GlyphRun& run, const Cluster& cluster, CodeTable& table,
                std::vector<std::uint16_t>& codes) {
    codes.clear();
    if (cluster.last - cluster.first == 1 && is_plain(cluster.text)) {
        const ShownCode code = table.code(run.glyphs[cluster.first].id, cluster.text);
        codes.push_back(code.code);
        return code.exact;
    }
    bool exact = !has_private_use(cluster.text);
    std::size_t said = 0;
    std::uint32_t glyph = cluster.first;
    for (const std::string& text : glyph_texts(cluster, run.right_to_left)) {
        const ShownCode code = table.code(run.glyphs[glyph++].id, text);
        codes.push_back(code.code);
        exact = exact && code.exact;
        said += text.size();
    }
    // A U+200B in place of nothing, or of what may not be said, changes the sum.
    return exact && said == cluster.text.size();
}

} // namespace

void TextPainter::begin(bool text_alone) {
    if (!text_alone) close();
    text_alone_ = text_alone;
}

void TextPainter::close() {
    if (!open_) return;
    flush();
    open_ = false;
    out_ += "ET\n";
}

void TextPainter::open() {
    if (open_) return;
    open_ = true;
    out_ += "BT\n";
    line_x_ = line_y_ = {};
    pen_place_ = {Length{-1}, Length{-1}}; // on no line
}

/// Makes ready to show glyphs of `run` from `from` on, a distance from the run's origin.
void TextPainter::start(const GlyphRun& run, Length from) {
    started_ = true;
    if (text_alone_) open();
    marks_.open();
    open();
    if (font_ != run.font || size_ != run.size) {
        font_ = run.font;
        size_ = run.size;
        out_ += "/F";
        append_integer(out_, run.font.value);
        out_ += ' ';
        append_points(out_, run.size);
        out_ += " Tf\n";
    }
    if (scaling_ != run.scaling) {
        scaling_ = run.scaling;
        append_decimal(out_, scaling_ * 10); // percent
        out_ += " Tz\n";
    }
    em_ = scaled(size_, scaling_, GlyphRun::unscaled);
    from_ = from;
    origin_ = {run.origin.x + from, run.origin.y};
    pen_ = left_off_ = 0;
    move_to(origin_);
}

void TextPainter::set_rise(Length rise) {
    if (rise_ == rise) return;
    flush();
    rise_ = rise;
    append_points(out_, rise);
    out_ += " Ts\n";
}

/// Goes to `place`, or stays in the line if the pen is near it: `place` then takes the rest up.
void TextPainter::move_to(Point place) {
    const Length gap = place.x - pen_place_.x;
    if (place.y == pen_place_.y && gap <= em_ && gap >= -em_) {
        pen_ = rounded_quotient(-gap.millipoints * micro_em, em_.millipoints);
        return;
    }
    const Length x = as_printed(place.x), y = as_printed(page_height_ - place.y);
    append_points(out_, x - line_x_);
    out_ += ' ';
    append_points(out_, y - line_y_);
    out_ += " Td\n";
    line_x_ = x;
    line_y_ = y;
    pen_ = rounded_quotient((x - place.x).millipoints * micro_em, em_.millipoints);
}

void TextPainter::show(const GlyphRun& run) {
    if (run.glyphs.empty()) return;
    const auto font = fonts_.find(run.font);
    assert(font != fonts_.end());
    started_ = false;
    target_ = {};
    if (is_plain_run(run)) show_plainly(run, font->second);
    else show_clusters(run, font->second);
    if (started_) keep_pen();
    flush();
}

void TextPainter::show_plainly(const GlyphRun& run, DocumentFont& font) {
    for (std::uint32_t i = 0; i < run.glyphs.size(); ++i) {
        const Glyph& glyph = run.glyphs[i];
        const auto text = std::string_view(run.text).substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
        if (const ShownCode shown = font.codes.code(glyph.id, text); shown.exact) {
            put(run, glyph, shown.code, font);
            target_ += glyph.advance;
        } else {
            codes_.assign(1, shown.code);
            show_codes(run, {i, i + 1, text}, false, font);
        }
    }
}

void TextPainter::show_clusters(const GlyphRun& run, DocumentFont& font) {
    std::vector<Cluster> clusters = clusters_of(run);
    if (run.right_to_left) {
        std::ranges::reverse(clusters);
        for (const Glyph& glyph : run.glyphs) target_ += glyph.advance;
    }
    for (const Cluster& cluster : clusters) {
        const bool exact = find_codes(run, cluster, font.codes, codes_);
        show_codes(run, cluster, exact, font);
    }
}

/// Shows a cluster by `codes_`, which say its text or, where not `exact`, need ActualText.
void TextPainter::show_codes(const GlyphRun& run, const Cluster& cluster, bool exact, DocumentFont& font) {
    if (!exact) {
        stop();
        if (text_alone_) open();
        marks_.open_actual_text(cluster.text);
    }
    for (std::size_t k = 0; k < codes_.size(); ++k) {
        const std::size_t i = run.right_to_left ? codes_.size() - 1 - k : k;
        const Glyph& glyph = run.glyphs[cluster.first + i];
        if (run.right_to_left) target_ -= glyph.advance;
        put(run, glyph, codes_[i], font);
        if (!run.right_to_left) target_ += glyph.advance;
    }
    if (!exact) {
        stop();
        marks_.close();
    }
}

/// Makes ready for a marked-content sequence to end.
void TextPainter::stop() {
    flush();
    if (started_) keep_pen();
    if (!text_alone_) close();
    started_ = false;
}

void TextPainter::keep_pen() {
    const std::int64_t shift = rounded_quotient(pen_ * em_.millipoints, micro_em);
    pen_place_ = {origin_.x + Length{shift}, origin_.y};
}

void TextPainter::place(const Glyph& glyph) {
    set_rise(glyph.offset_y);
    const std::int64_t wanted =
        rounded_quotient((target_ - from_ + glyph.offset_x).millipoints * micro_em, em_.millipoints);
    const std::int64_t off = pen_ - wanted;
    // What this step alone asks for is the same for each like kern and each space of a line, and so
    // deflates well; what rounding leaves behind is made good when it shows.
    std::int64_t adjustment = rounded_quotient(off - left_off_, 1000); // ISO 32000-1 9.4.3
    if (std::abs(adjustment * 1000) <= tolerance) adjustment = 0;
    if (std::abs(off - adjustment * 1000) > tolerance) adjustment = rounded_quotient(off, 1000);
    left_off_ = off - adjustment * 1000;
    if (adjustment == 0) return;
    if (in_string_) pending_ += ')';
    in_string_ = false;
    adjusted_ = true;
    append_integer(pending_, adjustment);
    pen_ -= adjustment * 1000;
}

void TextPainter::put(const GlyphRun& run, const Glyph& glyph, std::uint16_t code, DocumentFont& font) {
    if (!started_) start(run, target_);
    place(glyph);
    pen_ += font.face->advance(glyph.id);
    if (!in_string_) pending_ += '(';
    in_string_ = true;
    if (font.codes.bytes_a_code() == 2)
        append_string_byte(pending_, static_cast<char>(static_cast<unsigned char>(code >> 8)));
    append_string_byte(pending_, static_cast<char>(static_cast<unsigned char>(code & 0xFF)));
}

void TextPainter::flush() {
    if (in_string_) pending_ += ')';
    if (!pending_.empty()) out_ += adjusted_ ? "[" + pending_ + "] TJ\n" : pending_ + " Tj\n";
    pending_.clear();
    in_string_ = adjusted_ = false;
}

} // namespace presskit::render
