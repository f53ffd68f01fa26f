// SPDX-License-Identifier: Apache-2.0
#include "stages/render/png.hpp"

#include <png.h>
#include <utility>

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

/// Parts alpha from the colours among which it stands; one that is opaque everywhere is dropped.
void split_alpha(Pixels& pixels) {
    const auto colors = static_cast<std::size_t>(pixels.channels);
    const std::string raster = std::move(pixels.samples);
    pixels.samples.clear();
    pixels.samples.reserve(raster.size());
    for (std::size_t at = 0; at + colors < raster.size(); at += colors + 1) {
        pixels.samples.append(raster, at, colors);
        pixels.alpha += raster[at + colors];
    }
    if (pixels.alpha.find_first_not_of('\xFF') == std::string::npos) pixels.alpha.clear();
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
    Pixels pixels{image->width, image->height, has_color ? 3 : 1, {}, {}};
    pixels.samples.resize(PNG_IMAGE_SIZE(*image.get()));
    if (png_image_finish_read(image.get(), nullptr, pixels.samples.data(), 0, nullptr) == 0)
        return std::nullopt;
    if (has_alpha) split_alpha(pixels);
    return pixels;
}

} // namespace presskit::render
