// SPDX-License-Identifier: Apache-2.0
#include "stages/load/jpeg_markers.hpp"
#include "stages/load/picture.hpp"

// jpeglib.h uses FILE and size_t without including their headers.
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>

#include <array>
#include <csetjmp>
#include <vector>

namespace presskit::load {
namespace {

/// libjpeg's errors with a way back. Plain values only: longjmp runs no destructors.
struct Errors {
    jpeg_error_mgr base; ///< first, so that libjpeg's pointer to it is one to this
    std::jmp_buf back;
    std::array<char, JMSG_LENGTH_MAX> message;
};

void keep_message(j_common_ptr decoder) {
    auto* errors = reinterpret_cast<Errors*>(decoder->err);
    decoder->err->format_message(decoder, errors->message.data());
}

[[noreturn]] void fail(j_common_ptr decoder) {
    keep_message(decoder);
    std::longjmp(reinterpret_cast<Errors*>(decoder->err)->back, 1);
}

/// libjpeg paints over damage and warns (a negative level); here damage is an error.
void message(j_common_ptr decoder, int level) {
    if (level < 0) fail(decoder);
}

struct JpegHandle {
    jpeg_decompress_struct decoder{};
    JpegHandle() = default;
    JpegHandle(const JpegHandle&) = delete;
    JpegHandle& operator=(const JpegHandle&) = delete;
    ~JpegHandle() { jpeg_destroy_decompress(&decoder); }
};

/// True if it has the size the frame states and all rows decode. No object with a destructor lives
/// between setjmp and longjmp.
bool decode_jpeg(jpeg_decompress_struct& decoder, Errors& errors, const Picture& picture,
                 JSAMPROW row) {
    if (setjmp(errors.back) != 0) return false;
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, reinterpret_cast<const unsigned char*>(picture.bytes.data()),
                 static_cast<unsigned long>(picture.bytes.size()));
    jpeg_read_header(&decoder, TRUE);
    if (decoder.image_width != picture.width || decoder.image_height != picture.height)
        return false;
    jpeg_start_decompress(&decoder);
    while (decoder.output_scanline < decoder.output_height) jpeg_read_scanlines(&decoder, &row, 1);
    jpeg_finish_decompress(&decoder);
    return true;
}

} // namespace

Picture read_jpeg(std::string_view bytes) {
    Picture picture;
    strip_jpeg(bytes, picture);
    if (!picture.fault.empty()) return picture;
    Errors errors{};
    JpegHandle handle;
    handle.decoder.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = fail;
    errors.base.emit_message = message;
    errors.base.output_message = keep_message;
    std::vector<JSAMPLE> row(std::size_t{picture.width} * 4);
    if (!decode_jpeg(handle.decoder, errors, picture, row.data())) {
        picture.fault = "is damaged";
        if (errors.message[0] != '\0') picture.fault += ": " + std::string(errors.message.data());
        picture.hint = "open it in an image editor and save it again as JPEG";
    }
    return picture;
}

} // namespace presskit::load
