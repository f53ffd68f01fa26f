// SPDX-License-Identifier: Apache-2.0
/// The fonts of one document: which codes show its glyphs, and the objects that embed them.
#pragma once

#include "stages/model/page.hpp"
#include "stages/render/codes.hpp"
#include "stages/render/haru.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace presskit::render {

/// One font as a document uses it; its resource name is `/F` and the FontId.
struct DocumentFont {
    std::shared_ptr<FontFace> face;
    CodeTable codes;
};
using DocumentFonts = std::map<FontId, DocumentFont>;

/// The glyphs that a document shows of each font, sorted.
std::map<FontId, std::vector<std::uint32_t>> glyphs_of(const Pages& pages);

/// Writes the fonts of one document and what they share.
class FontWriter {
  public:
    FontWriter(PdfFile& file, Deflater& deflater) : file_(file), deflater_(deflater) {}

    /// Writes a Type 0 font with its descendant, descriptor, program and ToUnicode map, for the
    /// codes handed out so far. ISO 32000-1 9.7, 9.8, 9.9, 9.10.3.
    ObjectId write(const DocumentFont& font);

  private:
    void append_encoding(std::string& out, int bytes_a_code);

    PdfFile& file_;
    Deflater& deflater_;
    std::optional<ObjectId> one_byte_map_; ///< written at the first font that needs it
};

} // namespace presskit::render
