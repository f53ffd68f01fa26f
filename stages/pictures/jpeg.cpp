// SPDX-License-Identifier: Apache-2.0
#include "stages/pictures/jpeg.hpp"

// jpeglib.h uses FILE and size_t without including their headers.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <cassert>
#include <csetjmp>
#include <cstdlib>

namespace presskit::pictures {
namespace {

/// libjpeg's errors with a way back. Plain values only: longjmp runs no destructors.
struct Errors {
    jpeg_error_mgr base; ///< first, so that libjpeg's pointer to it is one to this
    std::jmp_buf back;
};

[[noreturn]] void fail(j_common_ptr codec) {
    std::longjmp(reinterpret_cast<Errors*>(codec->err)->back, 1);
}
/// libjpeg paints over damage and warns (a negative level); here damage is an error.
void message(j_common_ptr codec, int level) {
    if (level < 0) fail(codec);
}

void prepare(Errors& errors) {
    jpeg_std_error(&errors.base);
    errors.base.error_exit = fail;
    errors.base.emit_message = message;
}

struct Reader {
    jpeg_decompress_struct codec{};
    Reader() = default;
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;
    ~Reader() { jpeg_destroy_decompress(&codec); }
};

struct Writer {
    jpeg_compress_struct codec{};
    unsigned char* bytes = nullptr; ///< libjpeg's own, to be freed
    unsigned long size = 0;
    Writer() = default;
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer() {
        jpeg_destroy_compress(&codec);
        std::free(bytes);
    }
};

/// No object with a destructor lives between setjmp and longjmp, here and below.
bool read_header(jpeg_decompress_struct& codec, Errors& errors, std::string_view bytes) {
    if (setjmp(errors.back) != 0) return false;
    jpeg_create_decompress(&codec);
    jpeg_mem_src(&codec, reinterpret_cast<const unsigned char*>(bytes.data()),
                 static_cast<unsigned long>(bytes.size()));
    jpeg_read_header(&codec, TRUE);
    codec.out_color_space = codec.num_components == 1   ? JCS_GRAYSCALE
                            : codec.num_components == 4 ? JCS_CMYK
                                                        : JCS_RGB;
    codec.dct_method = JDCT_ISLOW; // the exact one, with and without a processor's vectors
    jpeg_start_decompress(&codec);
    return true;
}

bool read_rows(jpeg_decompress_struct& codec, Errors& errors, JSAMPROW rows, std::size_t row_bytes) {
    if (setjmp(errors.back) != 0) return false;
    while (codec.output_scanline < codec.output_height) {
        JSAMPROW row = rows + codec.output_scanline * row_bytes;
        jpeg_read_scanlines(&codec, &row, 1);
    }
    jpeg_finish_decompress(&codec);
    return true;
}

bool write(Writer& writer, Errors& errors, const Raster& raster, int quality) {
    if (setjmp(errors.back) != 0) return false;
    jpeg_compress_struct& codec = writer.codec;
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, &writer.bytes, &writer.size);
    codec.image_width = raster.width;
    codec.image_height = raster.height;
    codec.input_components = raster.channels;
    codec.in_color_space = raster.channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    codec.dct_method = JDCT_ISLOW;
    codec.optimize_coding = TRUE;
    jpeg_simple_progression(&codec);
    jpeg_start_compress(&codec, TRUE);
    const std::size_t row_bytes = std::size_t{raster.width} * static_cast<std::size_t>(raster.channels);
    while (codec.next_scanline < codec.image_height) {
        // libjpeg reads from a pointer that is not const.
        auto* row = const_cast<JSAMPROW>(raster.samples.data()) + codec.next_scanline * row_bytes;
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    return true;
}

} // namespace

namespace {

std::optional<Raster> decode(std::string_view bytes, bool is_cmyk) {
    Errors errors{};
    Reader reader;
    reader.codec.err = &errors.base;
    prepare(errors);
    if (!read_header(reader.codec, errors, bytes) || (reader.codec.output_components == 4) != is_cmyk)
        return std::nullopt;
    Raster raster{reader.codec.output_width, reader.codec.output_height,
                  reader.codec.output_components, {}};
    const std::size_t row_bytes = std::size_t{raster.width} * static_cast<std::size_t>(raster.channels);
    raster.samples.resize(row_bytes * raster.height);
    if (!read_rows(reader.codec, errors, raster.samples.data(), row_bytes)) return std::nullopt;
    // Adobe's programs, and what follows them, store how much paper shows instead of how much ink lies.
    if (is_cmyk && reader.codec.saw_Adobe_marker)
        for (std::uint8_t& sample : raster.samples) sample = static_cast<std::uint8_t>(255 - sample);
    return raster;
}

} // namespace

std::optional<Raster> decode_jpeg(std::string_view bytes) { return decode(bytes, false); }

std::optional<InkRaster> decode_cmyk_jpeg(std::string_view bytes) {
    std::optional<Raster> inks = decode(bytes, true);
    if (!inks) return std::nullopt;
    return InkRaster{inks->width, inks->height, std::move(inks->samples)};
}

std::optional<std::string> encode_jpeg(const Raster& raster, int quality) {
    assert(!has_alpha(raster));
    Errors errors{};
    Writer writer;
    writer.codec.err = &errors.base;
    prepare(errors);
    if (!write(writer, errors, raster, quality)) return std::nullopt;
    return std::string(reinterpret_cast<const char*>(writer.bytes), writer.size);
}

} // namespace presskit::pictures
