// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/made_files.hpp"

#include <hb-subset.h>

#include <cstdio> // before jpeglib.h, which needs it
#include <jpeglib.h>
#include <png.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <stdexcept>
#include <utility>
#include <vector>

namespace presskit::fuzz {
namespace {

constexpr unsigned width = 64, height = 40;

using CodePoints = std::pair<hb_codepoint_t, hb_codepoint_t>; // first and last

std::string subset(const std::string& font, std::initializer_list<CodePoints> kept) {
    if (font.empty()) return {};
    hb_blob_t* blob = hb_blob_create(font.data(), static_cast<unsigned>(font.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, 0);
    hb_subset_input_t* input = hb_subset_input_create_or_fail();
    for (const auto& [first, last] : kept) hb_set_add_range(hb_subset_input_unicode_set(input), first, last);
    hb_face_t* small = hb_subset_or_fail(face, input);
    if (small == nullptr) throw std::runtime_error("the font cannot be made smaller");
    hb_blob_t* made = hb_face_reference_blob(small);
    unsigned size = 0;
    const char* const bytes = hb_blob_get_data(made, &size);
    std::string out(bytes, size);
    for (hb_blob_t* each : {blob, made}) hb_blob_destroy(each);
    for (hb_face_t* each : {face, small}) hb_face_destroy(each);
    hb_subset_input_destroy(input);
    return out;
}

std::string four_bytes(std::size_t value) {
    std::string out;
    for (const int shift : {24, 16, 8, 0}) out += static_cast<char>(value >> shift & 0xFF);
    return out;
}

std::size_t number_in(const std::string& bytes, std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + size; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(i));
    return value;
}

std::vector<std::uint8_t> picture(std::size_t channels) {
    std::vector<std::uint8_t> pixels(std::size_t{width} * height * channels);
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<std::uint8_t>(i * i / 97 + i % 251);
    return pixels;
}

std::string png_of(png_uint_32 format, const std::vector<std::uint8_t>& pixels, const void* colours, unsigned entries) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = width;
    image.height = height;
    image.format = format;
    image.colormap_entries = entries;
    std::string out(100'000, '\0');
    png_alloc_size_t size = out.size();
    if (png_image_write_to_memory(&image, out.data(), &size, 0, pixels.data(), 0, colours) == 0)
        throw std::runtime_error(std::begin(image.message));
    out.resize(size);
    return out;
}

} // namespace

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string latin_subset(const std::string& font) {
    return subset(font, {{0x20, 0x17F}, {0x2010, 0x2026}, {0x25A0, 0x25FF}, {0x300, 0x304}});
}

std::string arabic_subset(const std::string& font) {
    return subset(font, {{0x20, 0x40}, {0x600, 0x6FF}, {0x200C, 0x200F}});
}

std::string font_collection(const std::vector<std::string>& fonts) {
    constexpr std::size_t row = 16, place_in_row = 8, first_row = 12;
    std::string header = std::string("ttcf\0\1\0\0", 8) + four_bytes(fonts.size()), bodies;
    const std::size_t begin = header.size() + 4 * fonts.size();
    for (std::string font : fonts) {
        const std::size_t base = begin + bodies.size();
        header += four_bytes(base);
        const std::size_t tables = number_in(font, 4, 2);
        for (std::size_t at = first_row + place_in_row; at < first_row + row * tables; at += row)
            font.replace(at, 4, four_bytes(number_in(font, at, 4) + base)); // counted from the file's beginning
        font.resize((font.size() + 3) / 4 * 4);
        bodies += font;
    }
    return header + bodies;
}

std::string colour_png() { return png_of(PNG_FORMAT_RGBA, picture(4), nullptr, 0); }

std::string palette_png() {
    const std::vector<std::uint8_t> colours(std::size_t{16} * 4, 0x80);
    std::vector<std::uint8_t> pixels = picture(1);
    for (auto& pixel : pixels) pixel &= 15;
    return png_of(PNG_FORMAT_RGBA_COLORMAP, pixels, colours.data(), 16);
}

std::string colour_jpeg() {
    jpeg_compress_struct encoder{};
    jpeg_error_mgr errors{};
    encoder.err = jpeg_std_error(&errors);
    jpeg_create_compress(&encoder);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&encoder, &bytes, &size);
    encoder.image_width = width;
    encoder.image_height = height;
    encoder.input_components = 3;
    encoder.in_color_space = JCS_RGB;
    jpeg_set_defaults(&encoder);
    jpeg_simple_progression(&encoder);
    jpeg_start_compress(&encoder, TRUE);
    std::vector<std::uint8_t> pixels = picture(3);
    while (encoder.next_scanline < height) {
        JSAMPROW row = pixels.data() + std::size_t{encoder.next_scanline} * width * 3;
        jpeg_write_scanlines(&encoder, &row, 1);
    }
    jpeg_finish_compress(&encoder);
    jpeg_destroy_compress(&encoder);
    std::string out(reinterpret_cast<const char*>(bytes), size);
    std::free(bytes);
    return out;
}

} // namespace presskit::fuzz
