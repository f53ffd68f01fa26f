// SPDX-License-Identifier: Apache-2.0
/// Glyph runs as text operators. ISO 32000-1 9.4.
#pragma once

#include "stages/model/page.hpp"
#include "stages/render/clusters.hpp"
#include "stages/render/fonts.hpp"
#include "stages/render/marks.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace presskit::render {

/// Writes the text of one page. What is already set (font, rise, place) is not set again: a run that
/// begins where the last one ended goes on in its line. Positions are kept in millionths of an em, so
/// that no rounding adds up along a line.
///
/// Text from right to left is written in the order it is read, each glyph set back behind the one
/// before: whoever reads the content in its order gets words and not their mirror images. Glyphs in
/// visual order are what some readers turn round and others do not, and ActualText is turned round
/// by those that do.
class TextPainter {
  public:
    TextPainter(std::string& out, MarkWriter& marks, DocumentFonts& fonts, Length page_height)
        : out_(out), marks_(marks), fonts_(fonts), page_height_(page_height) {}

    /// What comes up to the next call is text alone, or not. Marked content of text alone lies inside a
    /// text object, which then goes on from one to the next; all other has text objects inside itself
    /// (ISO 32000-1 14.6.1).
    void begin(bool text_alone);
    /// Shows `run` in the marked content that is open, or opens.
    void show(const GlyphRun& run);
    /// Closes the text object, if one is open.
    void close();

  private:
    void start(const GlyphRun& run, Length from);
    void open();
    void stop();
    void keep_pen();
    void set_rise(Length rise);
    void move_to(Point place);
    void show_plainly(const GlyphRun& run, DocumentFont& font);
    void show_clusters(const GlyphRun& run, DocumentFont& font);
    void show_codes(const GlyphRun& run, const Cluster& cluster, bool exact, DocumentFont& font);
    void place(const Glyph& glyph);
    void put(const GlyphRun& run, const Glyph& glyph, std::uint16_t code, DocumentFont& font);
    void flush();

    std::string& out_;
    MarkWriter& marks_;
    DocumentFonts& fonts_;
    Length page_height_;

    bool open_ = false, text_alone_ = false;
    Length line_x_, line_y_; ///< where the current line begins
    Point pen_place_;        ///< where a viewer's pen is after the last show
    std::optional<FontId> font_;
    Length size_, rise_;
    std::int64_t scaling_ = GlyphRun::unscaled;
    Length em_; ///< how wide an em is drawn

    std::vector<std::uint16_t> codes_; ///< of the current cluster
    std::string pending_;              ///< the operand of the next Tj or TJ
    bool in_string_ = false, adjusted_ = false;
    bool started_ = false; ///< glyphs of the run can be put
    Length from_;          ///< where the current show began, from the run's origin
    Point origin_;         ///< the same place on the page
    std::int64_t pen_ = 0; ///< a viewer's pen from there, in millionths of an em
    Length target_;        ///< where the layout wants the next glyph, from the run's origin
    std::int64_t left_off_ = 0; ///< how far right of there the last glyph was put, in millionths of an em
};

} // namespace presskit::render
