// SPDX-License-Identifier: Apache-2.0
/// The brand's faces as the shaper uses them: which font sets a character, and how wide glyphs are.
#pragma once

#include "stages/model/brand.hpp"
#include "stages/model/font_library.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::compose {

/// One glyph as the font places it, in font units; `begin`, `end` are the bytes of the word it
/// stands for (an empty range after the first glyph of a cluster).
struct ShapedGlyph {
    std::uint32_t id = 0;
    std::int32_t advance = 0, offset_x = 0, offset_y = 0;
    std::uint32_t begin = 0, end = 0;
};

/// A word's glyphs in visual order; `advance` is their sum in font units.
struct ShapedWord {
    std::vector<ShapedGlyph> glyphs;
    std::int64_t advance = 0;
};

inline constexpr char first_shown_ascii = ' ', last_shown_ascii = '~';

/// How a word is to be shaped. `language` is a BCP 47 tag, `script` an ISO 15924 code.
/// `local_forms` lets the font pick the language's own letter shapes (OpenType `locl`).
struct ShapingContext {
    FontId font;
    std::string_view language;
    std::string_view script;
    bool right_to_left = false;
    bool local_forms = true;
    Numerals numerals = Numerals::of_font;
};

/// HarfBuzz fonts over a FontLibrary, with a cache of shaped words: each distinct word is shaped once
/// a worker. The only user of HarfBuzz in compose. Not shared between threads.
class Fonts {
  public:
    /// `library` must outlive the object.
    explicit Fonts(const FontLibrary& library);
    ~Fonts();

    std::optional<FontId> find(const FontFile& file) const;
    bool covers(FontId font, char32_t code_point);
    /// Whether it has all that ASCII shows.
    bool covers_ascii(FontId font);
    /// Sets a font's type in `percent` of the size a look says.
    void set_scale(FontId font, int percent);
    /// The size a font is set in where a look says `size`.
    Length size(FontId font, Length size) const;
    /// Font units per em.
    std::int32_t units_per_em(FontId font) const;

    /// The reference stays valid until `trim`.
    const ShapedWord& shape(const ShapingContext& context, std::string_view word);
    /// Forgets all words if there are very many. Call it between documents.
    void trim();

  private:
    struct Face;
    struct Cache;
    const FontLibrary& library_;
    std::vector<std::unique_ptr<Face>> faces_;
    std::unique_ptr<Cache> cache_;
};

} // namespace presskit::compose
