// SPDX-License-Identifier: Apache-2.0
/// From a styled text to what line breaking chooses among.
#pragma once

#include "pipeline/base/telephone.hpp"
#include "stages/compose/paragraph.hpp"

#include <cstdint>
#include <vector>

namespace presskit::compose {

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
        Length width, shrink;
        std::uint32_t run = 0, bytes = 0;
        bool right_to_left = false;
    };

    void advance_to(std::uint32_t at);
    const SetSpace& set_space(std::uint32_t begin, std::uint32_t end);
    void add_penalty(std::int32_t cost, std::uint32_t at, Length width = {}, bool hyphen = false);
    bool is_bound_at(std::uint32_t space) const;
    void add_space(std::uint32_t begin, std::uint32_t end, bool may_break);
    void add_word(std::uint32_t begin, std::uint32_t end, const ShapedWord& word, Length width);
    void add_box(std::uint32_t begin, std::uint32_t end, Length width,
                 const ShapedWord* word = nullptr);
    void add_divided(std::uint32_t begin, std::uint32_t end, const ShapedWord& word,
                     const std::vector<std::uint32_t>& at, std::int32_t cost, bool hyphen);
    std::uint32_t word_end(std::uint32_t begin) const;
    Length hyphen_width();
    /// Of the parts of a word that is divided before the bytes `at`, hyphens not included.
    std::vector<Length> part_widths(const ShapedWord& word, const std::vector<std::uint32_t>& at) const;
    /// Whether each part of a word that is divided there fits the measure, with its hyphen.
    bool parts_fit(const ShapedWord& word, const std::vector<std::uint32_t>& at);
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
    std::vector<TelephoneNumber> telephone_numbers_; ///< of the text, once it is being built
    SetSpace space_; ///< the last
};

} // namespace presskit::compose
