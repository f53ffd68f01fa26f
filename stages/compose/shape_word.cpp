// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/line_setter.hpp"
#include "stages/compose/paragraph.hpp"

namespace presskit::compose {
namespace {

constexpr char32_t capital_sharp_s = U'ẞ';

} // namespace

Length ParagraphSetter::width(const ShapedWord& word, const FontRun& run, const TextLook& look) const {
    return GlyphScale(fonts_, run.font, look).width(word);
}

const ShapedWord& ParagraphSetter::shape(const StyledText& text, const FontRun& run,
                                         bool right_to_left, std::uint32_t begin, std::uint32_t end) {
    const TextLook& look = text.stretches[run.stretch].look;
    const std::string_view word = std::string_view(text.text).substr(begin, end - begin);
    // Serbian and Macedonian italics have letters of their own; upright ones are the common forms by
    // both orthographies, although some fonts would replace б there too.
    const bool local_forms = look.italic || run.script != "Cyrl";
    const ShapingContext context{run.font, look.language->shaping_language, run.script, right_to_left,
                                 local_forms, look.numerals};
    if (!look.capitals) return fonts_.shape(context, word);

    // Shaped as capitals, but each glyph still stands for the letters as written.
    std::string key = std::to_string(run.font.value) + look.language->locale.tag + "\n" +
                      std::to_string(static_cast<int>(look.numerals));
    key += word;
    if (const auto known = capitals_.find(key); known != capitals_.end()) return known->second;
    const Capitals capitals = to_capitals(word, look.language->icu_locale,
                                          fonts_.covers(run.font, capital_sharp_s));
    ShapedWord shaped = fonts_.shape(context, capitals.text);
    for (ShapedGlyph& glyph : shaped.glyphs) {
        glyph.begin = capitals.written[glyph.begin];
        glyph.end = capitals.written[glyph.end];
    }
    return capitals_.emplace(std::move(key), std::move(shaped)).first->second;
}

} // namespace presskit::compose
