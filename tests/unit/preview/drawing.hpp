// SPDX-License-Identifier: Apache-2.0
/// Pages drawn and read back with libpng.
#pragma once

#include "stages/preview/preview.hpp"

#include <catch2/catch.hpp>
#include <png.h>

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace presskit::preview {

inline constexpr Color white{255, 255, 255}, black{0, 0, 0}, red{255, 0, 0};

/// The pixels of a PNG, as red, green, blue.
struct Drawing {
    std::string png;
    std::uint32_t width = 0, height = 0;
    bool has_palette = false;
    std::vector<std::uint8_t> samples;

    explicit Drawing(std::string bytes) : png(std::move(bytes)) {
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        REQUIRE(png_image_begin_read_from_memory(&image, png.data(), png.size()) != 0);
        has_palette = (image.format & PNG_FORMAT_FLAG_COLORMAP) != 0;
        width = image.width;
        height = image.height;
        image.format = PNG_FORMAT_RGB;
        samples.resize(PNG_IMAGE_SIZE(image));
        REQUIRE(png_image_finish_read(&image, nullptr, samples.data(), 0, nullptr) != 0);
    }
    Color at(std::uint32_t x, std::uint32_t y) const {
        const std::size_t i = (y * width + x) * 3;
        return {samples[i], samples[i + 1], samples[i + 2]};
    }
    /// Pixels that are not white, in columns [left, right) and rows [top, bottom).
    std::size_t inked(std::uint32_t left, std::uint32_t top, std::uint32_t right, std::uint32_t bottom) const {
        std::size_t count = 0;
        for (std::uint32_t y = top; y < bottom; ++y)
            for (std::uint32_t x = left; x < right; ++x) count += at(x, y) != white ? 1U : 0U;
        return count;
    }
};

inline Length pt(int points) { return {points * 1'000}; }
inline Point at(int x, int y) { return {pt(x), pt(y)}; }

/// A page of 100 by 50 points with one thing on it, two pixels a point.
inline Page page_with(decltype(PageItem::shape) shape) {
    return {pt(100), pt(50), {{std::move(shape), ArtifactKind::layout, {}}}};
}

inline Drawing drawn(const Page& page, const FontLibrary& fonts = {}, const FindPicture& pictures = {}) {
    return Drawing(Painter(fonts, pictures).draw(page, 200, white));
}

inline FontLibrary noto_sans() {
    std::ifstream file("/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf", std::ios::binary);
    return {{{"NotoSans", {std::istreambuf_iterator<char>(file), {}}, {}}}};
}

} // namespace presskit::preview
