// SPDX-License-Identifier: Apache-2.0
#include "hostile_files.hpp"

#include "tests/e2e/workbench.hpp"

#include "tests/e2e/workbench.hpp"

#include <fstream>
#include <stdexcept>

namespace presskit::e2e {
namespace {

constexpr std::size_t png_width_at = 16, png_height_at = 20;
constexpr std::size_t table_records_at = 12, table_record_bytes = 16, fs_type_at = 8;

/// Big-endian, as PNG and OpenType are.
void put(std::string& bytes, std::size_t at, std::uint32_t value, int count) {
    for (int i = count; i-- > 0; value >>= 8)
        bytes.at(at + static_cast<std::size_t>(i)) = static_cast<char>(value & 0xFF);
}

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
    return value;
}

} // namespace

std::string repeated(const std::string& piece, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += piece;
    return out;
}

std::string nested(const std::string& open, const std::string& close, int depth) {
    return repeated(open, depth) + repeated(close, depth);
}

std::string alias_bomb() {
    std::string yaml = "a0: &a0 [x, x]\n";
    for (int i = 1; i < 30; ++i) {
        const std::string own = "a" + std::to_string(i), inner = "*a" + std::to_string(i - 1);
        yaml += own + ": &" + own + " [" + inner + ", " + inner + "]\n";
    }
    return yaml;
}

std::string deep_yaml_block(int depth) {
    std::string yaml;
    for (int i = 0; i < depth; ++i) yaml += repeated(" ", i) + "a:\n";
    return yaml;
}

std::string good_png() {
    return bytes_of(PRESSKIT_SOURCE_DIR "/inputs/exploited-in-plain-sight/brand/logo.png");
}

std::string damaged_png() {
    std::string png = good_png();
    char& byte = png.at(png.find("IDAT") + 40);
    byte = static_cast<char>(byte ^ 1);
    return png;
}

std::string png_of_size(std::uint32_t width, std::uint32_t height) {
    std::string png = good_png();
    put(png, png_width_at, width, 4);
    put(png, png_height_at, height, 4);
    return png;
}

std::string font_with_permission(std::uint16_t fs_type) {
    std::string font = bytes_of("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf");
    for (std::size_t at = table_records_at; at < 64 * table_record_bytes; at += table_record_bytes)
        if (font.compare(at, 4, "OS/2") == 0) {
            put(font, number_at(font, at + 8) + fs_type_at, fs_type, 2);
            return font;
        }
    throw std::runtime_error("the test's font has no OS/2 table");
}

} // namespace presskit::e2e
