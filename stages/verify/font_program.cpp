// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/font_program.hpp"

#include <cstddef>

namespace presskit::verify {
namespace {

/// Big-endian; 0 beyond the end.
unsigned big_endian(std::string_view bytes, std::size_t at, std::size_t size) {
    if (at > bytes.size() || size > bytes.size() - at) return 0;
    unsigned value = 0;
    for (const char byte : bytes.substr(at, size))
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

} // namespace

std::string_view font_table(std::string_view font, std::string_view tag) {
    const unsigned count = big_endian(font, 4, 2);
    for (unsigned i = 0; i < count; ++i) {
        const std::size_t row = 12 + std::size_t{i} * 16;
        if (row + 16 > font.size()) return {};
        if (font.substr(row, 4) != tag) continue;
        const std::size_t offset = big_endian(font, row + 8, 4),
                          size = big_endian(font, row + 12, 4);
        if (offset > font.size() || size > font.size() - offset) return {};
        return font.substr(offset, size);
    }
    return {};
}

std::optional<FontProgram> read_font_program(std::string_view bytes) {
    FontProgram program;
    program.glyphs = big_endian(font_table(bytes, "maxp"), 4, 2);
    program.units_per_em = big_endian(font_table(bytes, "head"), 18, 2);
    const std::size_t metrics = big_endian(font_table(bytes, "hhea"), 34, 2);
    const std::string_view advances = font_table(bytes, "hmtx");
    if (program.glyphs == 0 || program.units_per_em == 0 || metrics == 0 ||
        metrics > program.glyphs || advances.size() < metrics * 4)
        return std::nullopt;
    for (std::size_t i = 0; i < metrics; ++i)
        program.advances.push_back(big_endian(advances, i * 4, 2));
    return program;
}

} // namespace presskit::verify
