// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/cff_program.hpp"

#include "stages/verify/font_program.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <utility>

namespace presskit::verify {

struct CffProgram::Face {
    std::string bytes; ///< FreeType reads from them as long as the face lives
    FT_Library library = nullptr;
    FT_Face face = nullptr;

    explicit Face(std::string program) : bytes(std::move(program)) {
        if (FT_Init_FreeType(&library) != 0) return;
        FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                           static_cast<FT_Long>(bytes.size()), 0, &face);
    }
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;
    ~Face() {
        if (face != nullptr) FT_Done_Face(face);
        if (library != nullptr) FT_Done_FreeType(library);
    }
};

std::optional<CffProgram> CffProgram::read(std::string bytes) {
    // Alone, FreeType calls glyphs by their CIDs and takes widths from charstrings; within OpenType, as a PDF
    // may hold it too, by neither.
    if (bytes.starts_with("OTTO")) bytes = std::string(font_table(bytes, "CFF "));
    if (!bytes.starts_with('\1')) return std::nullopt; // the major version
    auto face = std::make_shared<Face>(std::move(bytes));
    if (face->face == nullptr || face->face->units_per_EM == 0) return std::nullopt;
    return CffProgram(std::move(face));
}

std::optional<double> CffProgram::width(unsigned cid) const {
    const FT_Face face = face_->face;
    if (FT_Load_Glyph(face, cid, FT_LOAD_NO_SCALE) != 0) return std::nullopt;
    return static_cast<double>(face->glyph->metrics.horiAdvance) * 1000.0 / face->units_per_EM;
}

} // namespace presskit::verify
