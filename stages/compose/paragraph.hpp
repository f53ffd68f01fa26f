// SPDX-License-Identifier: Apache-2.0
/// From a styled text to set lines: shape, find breaks, choose them, place the glyphs.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/compose/bindings.hpp"
#include "stages/compose/fonts.hpp"
#include "stages/compose/hyphenate.hpp"
#include "stages/compose/paragraph_items.hpp"
#include "stages/compose/set_line.hpp"
#include "stages/compose/styled_text.hpp"
#include "stages/compose/typeface.hpp"
#include "stages/compose/unicode.hpp"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace presskit::compose {

/// Whether a text may be set in a line less than is best, or is to be, if spaces keep to their bounds.
enum class LineSaving { never, possible, wanted };

struct ParagraphForm {
    Length measure;
    TextAlign align = TextAlign::start;
    bool hyphenate = false;
    Direction direction = Direction::left_to_right;
    bool optical_margins = false; ///< see optical_margins.hpp; lines that are centred or set to the end do without
    LineSaving saving = LineSaving::never;
    bool verbatim = false; ///< spaces that begin a line are shown
    int glyph_scaling = 0; ///< by how many percent letters of a justified line may be wider or narrower
    bool operator==(const ParagraphForm&) const = default;
};

/// The narrowest measure without an emergency break, and the width on one endless line.
struct TextWidths {
    Length narrowest, widest;
};

/// A text as one endless line, cut into boxes, glue and penalties.
struct MeasuredText {
    TextWidths widths;
    std::vector<FontRun> runs;
    std::vector<LevelRun> levels;
    std::vector<std::uint32_t> opportunities; ///< where a line may begin; UAX #14
    std::vector<ParagraphItem> items;
};

/// Sets paragraphs with one worker's caches. Not shared between threads.
class ParagraphSetter {
  public:
    using Patterns = std::map<std::string, HyphenationPatterns>;

    /// All must outlive the object; `patterns` are by dictionary file name.
    ParagraphSetter(Fonts& fonts, Typefaces& typefaces, const Patterns& patterns)
        : fonts_(fonts), typefaces_(typefaces), patterns_(patterns) {}

    std::vector<SetLine> set(const StyledText& text, const ParagraphForm& form, Diagnostics& faults);
    /// The same for a text that was measured, which spares most of the work.
    std::vector<SetLine> set(const StyledText& text, MeasuredText measured, const ParagraphForm& form,
                             Diagnostics& faults);
    /// From here on lines that cannot be set well become warnings with their place and reason.
    void report_lines() { reports_lines_ = true; }
    /// Keeps the caches in bounds. Call it between documents.
    void trim();
    /// Lets go of a document's texts, which are for setting it once more.
    void forget_texts();
    /// The document is set once more from its beginning: lines are chosen anew only of texts that are other
    /// than those in their place last time, or have another form.
    void begin_again() { next_ = next_measured_ = 0; }
    /// How many texts of this document may be set in a line less, and can be.
    std::size_t count_shorter();
    const MeasuredText& measure(const StyledText& text);
    TextWidths widths(const StyledText& text) { return measure(text).widths; }
    /// For a title that is not hyphenated: a measure, `form`'s at most, in which a text of few lines takes no
    /// more of them, and these are of even length.
    Length level_measure(const StyledText& text, const ParagraphForm& form);

  private:
    class ItemBuilder;

    MeasuredText prepare(const StyledText& text, const ParagraphForm& form);
    bool serves(const MeasuredText& measured, const ParagraphForm& form) const;
    using Breaks = std::vector<std::uint32_t>;
    struct Setting {
        MeasuredText prepared;
        Breaks breaks;
    };
    /// A text that was set or measured, in its place in the document; `form` wants no line saved.
    struct Known {
        StyledText text; ///< without marks
        ParagraphForm form;
        MeasuredText prepared;
        Breaks breaks;
        std::optional<Setting> shorter{}; ///< once `was_shortened`
        bool was_shortened = false;
        bool is(const StyledText& other, const ParagraphForm& wanted) const;
    };
    Known& known(std::deque<Known>& all, std::size_t& next, const StyledText& text, const ParagraphForm& form,
                 const std::function<void(Known&)>& make);
    MeasuredText from_measured(const StyledText& text, MeasuredText measured, const ParagraphForm& form);
    std::vector<SetLine> set_known(const StyledText& text, const ParagraphForm& form,
                                   const std::function<MeasuredText()>& prepared, Diagnostics& faults);
    Breaks choose_breaks(const StyledText& text, const ParagraphForm& form, MeasuredText& prepared);
    std::optional<Setting> in_fewer_lines(const Known& place);
    const std::optional<Setting>& shorter(Known& place);
    /// Glyphs of `text[begin, end)`, which lies in one font run.
    const ShapedWord& shape(const StyledText& text, const FontRun& run, bool right_to_left,
                            std::uint32_t begin, std::uint32_t end);
    Length width(const ShapedWord& word, const FontRun& run, const TextLook& look) const;

    Fonts& fonts_;
    Typefaces& typefaces_;
    const Patterns& patterns_;
    bool reports_lines_ = false;
    /// What a language's text is broken with; no hyphenator where it has no patterns.
    struct LanguageTools {
        const Language* language;
        std::unique_ptr<LineBreaker> breaker;
        std::unique_ptr<Hyphenator> hyphenator;
        Bindings bindings;
    };
    LanguageTools& tools(const Language& language);
    std::vector<LanguageTools> tools_;
    std::map<std::string, ShapedWord, std::less<>> capitals_; ///< words shaped as capitals
    std::deque<Known> known_, measured_; ///< of this document, in the order of its texts
    std::size_t next_ = 0, next_measured_ = 0;
};

} // namespace presskit::compose
