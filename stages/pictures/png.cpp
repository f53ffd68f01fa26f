// SPDX-License-Identifier: Apache-2.0
#include "stages/pictures/png.hpp"

#include <png.h>

namespace presskit::pictures {
namespace {

/// libpng's simplified interface, which reports errors as return values.
class Image {
  public:
    Image() { image_.version = PNG_IMAGE_VERSION; }
    ~Image() { png_image_free(&image_); }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
    png_image* get() { return &image_; }
    png_image* operator->() { return &image_; }

  private:
    png_image image_{};
};

png_uint_32 format_of(int channels) {
    switch (channels) {
    case 1: return PNG_FORMAT_GRAY;
    case 2: return PNG_FORMAT_GA;
    case 3: return PNG_FORMAT_RGB;
    default: return PNG_FORMAT_RGBA;
    }
}

} // namespace

std::optional<Raster> decode_png(std::string_view bytes) {
    Image image;
    if (png_image_begin_read_from_memory(image.get(), bytes.data(), bytes.size()) == 0)
        return std::nullopt;
    Raster raster{image->width, image->height, 1, {}};
    if ((image->format & PNG_FORMAT_FLAG_COLOR) != 0) raster.channels += 2;
    if ((image->format & PNG_FORMAT_FLAG_ALPHA) != 0) raster.channels += 1;
    image->format = format_of(raster.channels);
    image->flags |= PNG_IMAGE_FLAG_16BIT_sRGB; // else libpng takes 16 bits a channel for linear light
    raster.samples.resize(PNG_IMAGE_SIZE(*image.get()));
    if (png_image_finish_read(image.get(), nullptr, raster.samples.data(), 0, nullptr) == 0)
        return std::nullopt;
    return raster;
}

std::optional<std::string> encode_png(const Raster& raster) {
    Image image;
    image->width = raster.width;
    image->height = raster.height;
    image->format = format_of(raster.channels);
    // The size for the worst case: asking for the exact one would compress twice.
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(*image.get());
    std::string out(size, '\0');
    if (png_image_write_to_memory(image.get(), out.data(), &size, 0, raster.samples.data(), 0,
                                  nullptr) == 0)
        return std::nullopt;
    out.resize(size);
    return out;
}

} // namespace presskit::pictures
