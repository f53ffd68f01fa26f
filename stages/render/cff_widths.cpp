// SPDX-License-Identifier: Apache-2.0
#include "stages/render/cff_widths.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <memory>
#include <type_traits>

namespace presskit::render {
namespace {

struct CloseLibrary {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct CloseFace {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Library = std::unique_ptr<std::remove_pointer_t<FT_Library>, CloseLibrary>;
using Program = std::unique_ptr<std::remove_pointer_t<FT_Face>, CloseFace>;

} // namespace

std::optional<std::vector<std::optional<std::int64_t>>> read_cff_widths(std::string_view table,
                                                                        const std::vector<std::uint16_t>& cids) {
    FT_Library started = nullptr;
    if (FT_Init_FreeType(&started) != 0) return std::nullopt;
    const Library library(started);
    FT_Face opened = nullptr;
    // Alone, without hmtx beside it, a CFF has no widths but those of its charstrings.
    if (FT_New_Memory_Face(started, reinterpret_cast<const FT_Byte*>(table.data()), static_cast<FT_Long>(table.size()),
                           0, &opened) != 0)
        return std::nullopt;
    const Program program(opened);
    const std::int64_t em = opened->units_per_EM;
    if (em == 0) return std::nullopt;
    std::vector<std::optional<std::int64_t>> widths;
    for (const std::uint16_t cid : cids) {
        auto& width = widths.emplace_back();
        if (FT_Load_Glyph(opened, cid, FT_LOAD_NO_SCALE) != 0) continue;
        width = (opened->glyph->metrics.horiAdvance * std::int64_t{1'000'000} + em / 2) / em;
    }
    return widths;
}

} // namespace presskit::render
