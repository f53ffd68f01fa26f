// SPDX-License-Identifier: Apache-2.0
#include "stages/render/png.hpp"

#include <png.h>
#include <vector>

namespace presskit::render {
namespace {

constexpr std::uint64_t max_pixels = 64'000'000;

/// libpng's simplified interface, which reports errors as return values.
class Decoder {
  public:
    Decoder() { image_.version = PNG_IMAGE_VERSION; }
    ~Decoder() { png_image_free(&image_); }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    png_image* get() { return &image_; }
    png_image* operator->() { return &image_; }

  private:
    png_image image_{};
};

/// Parts colour from alpha. An alpha that is opaque everywhere is dropped.
Pixels split(const std::vector<png_byte>& raster, std::uint32_t width, std::uint32_t height,
             int channels, bool has_alpha) {
    Pixels pixels{width, height, channels, {}, {}};
    if (!has_alpha) {
        pixels.samples.assign(raster.begin(), raster.end());
        return pixels;
    }
    const auto colors = static_cast<std::size_t>(channels);
    const std::size_t step = colors + 1;
    pixels.samples.reserve(raster.size());
    bool opaque = true;
    for (std::size_t at = 0; at + step <= raster.size(); at += step) {
        for (std::size_t c = 0; c < colors; ++c)
            pixels.samples += static_cast<char>(raster[at + c]);
        pixels.alpha += static_cast<char>(raster[at + colors]);
        opaque = opaque && raster[at + colors] == 0xFF;
    }
    if (opaque) pixels.alpha.clear();
    return pixels;
}

} // namespace

std::optional<Pixels> decode_png(std::string_view bytes) {
    Decoder image;
    if (png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size()) == 0)
        return std::nullopt;
    if (std::uint64_t{image->width} * image->height > max_pixels) return std::nullopt;
    const bool has_alpha = (image->format & PNG_FORMAT_FLAG_ALPHA) != 0;
    const bool has_color = (image->format & PNG_FORMAT_FLAG_COLOR) != 0;
    image->format = has_color ? (has_alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB)
                              : (has_alpha ? PNG_FORMAT_GA : PNG_FORMAT_GRAY);
    std::vector<png_byte> raster(PNG_IMAGE_SIZE(*image.get()));
    if (png_image_finish_read(image.get(), nullptr, raster.data(), 0, nullptr) == 0)
        return std::nullopt;
    return split(raster, image->width, image->height, has_color ? 3 : 1, has_alpha);
}

} // namespace presskit::render
