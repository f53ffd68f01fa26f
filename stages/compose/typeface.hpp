// SPDX-License-Identifier: Apache-2.0
/// Which font sets which character: the brand's families with their fallbacks, resolved to fonts.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/compose/fonts.hpp"
#include "stages/compose/missing_glyphs.hpp"
#include "stages/compose/styled_text.hpp"
#include "stages/model/brand.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace presskit::compose {

/// A part of a styled text in one font, one script and one stretch.
struct FontRun {
    std::uint32_t begin = 0, end = 0; ///< bytes of the styled text
    std::uint32_t stretch = 0;
    FontId font;
    std::string script;
};

/// The fonts of a brand by family, weight and slope.
class Typefaces {
  public:
    /// Both must outlive the object. A family whose font file is not in the library is left out;
    /// loading has reported it.
    Typefaces(const Brand& brand, Fonts& fonts);

    /// Splits a styled text into runs that one font can set. A character that no font of the family
    /// or its fallbacks has is noted.
    std::vector<FontRun> runs(const StyledText& text);

    /// What was noted since the last call.
    Diagnostics take_missing_glyphs() { return missing_.take(); }

    /// The font of a look's own family.
    FontId font(const TextLook& look) const;

  private:
    const std::vector<FontId>& chain(const TextLook& look) const;
    bool choose(const std::vector<FontId>& chain, char32_t code_point, FontId& font);
    bool choose_common(char32_t code_point, FontId home, FontId before,
                       const std::vector<FontId>& chain, FontId& font);
    /// The first font of a chain that has the letters of a language; code has one of its own.
    FontId home_of(const TextLook& look, const std::vector<FontId>& chain);
    /// Another family of the brand that has a character; empty if none has.
    std::string family_with(char32_t code_point, const TextLook& look) const;

    Fonts& fonts_;
    std::string code_family_;
    MissingGlyphs missing_;
    std::map<std::string, std::array<std::vector<FontId>, 4>, std::less<>> chains_;
};

} // namespace presskit::compose
