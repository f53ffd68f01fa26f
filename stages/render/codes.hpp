// SPDX-License-Identifier: Apache-2.0
/// The codes that show the glyphs of one font in one document, and what each says.
#pragma once

#include "stages/render/font_face.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::render {

/// `exact` tells that ToUnicode says the very text; otherwise ActualText must.
struct ShownCode {
    std::uint16_t code = 0;
    bool exact = true;
};

/// A glyph's place in the subset is its code for the text that it has first. For TrueType each
/// other text of it has a code after those of all glyphs, mapped to the glyph by CIDToGIDMap, so
/// that ToUnicode is always one to one: space and no-break space, hyphen and soft hyphen keep apart
/// although they look alike. CFF has no such map: a glyph's first text wins. Codes have one byte
/// where the font's glyphs leave room for that, and two otherwise.
class CodeTable {
  public:
    struct Entry {
        std::uint16_t code = 0;
        std::uint32_t glyph = 0;
        std::string text;
    };

    CodeTable(std::shared_ptr<const FontSubset> subset, std::uint32_t glyph_count);

    /// `glyph` must be in the subset; `text` must not be empty.
    ShownCode code(std::uint32_t glyph, std::string_view text);

    const FontSubset& subset() const { return *subset_; }
    /// 1 or 2.
    int bytes_a_code() const { return max_code_ > 0xFF ? 2 : 1; }
    /// Is each code the place of its glyph in the subset?
    bool is_identity() const { return is_identity_; }
    /// By code.
    std::vector<Entry> entries() const;

  private:
    ShownCode add(std::uint32_t glyph, std::string_view text);

    static constexpr std::uint32_t none = 0xFFFF'FFFF;
    std::shared_ptr<const FontSubset> subset_;
    std::uint16_t last_code_ = 0; ///< handed out or kept for a glyph
    std::uint16_t max_code_;
    bool is_identity_ = true;
    std::vector<Entry> entries_;
    std::vector<std::uint32_t> next_;           ///< the next entry of the same glyph
    std::vector<std::uint32_t> first_of_glyph_; ///< its first entry
};

} // namespace presskit::render
