// SPDX-License-Identifier: Apache-2.0
#include "stages/load/picture.hpp"

#include "pipeline/base/deflate.hpp"
#include "stages/load/images.hpp"

#include <png.h>

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <vector>

namespace presskit::load {
namespace {

constexpr std::size_t signature_bytes = 8;
constexpr std::size_t frame_bytes = 12; ///< of a chunk: length, type, checksum
constexpr const char* save_again_as_png = "open it in an image editor and save it again as PNG";

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

bool is_kept(std::string_view type) {
    return type == "IHDR" || type == "PLTE" || type == "IDAT" || type == "IEND" || type == "tRNS";
}

/// The colour profile in an iCCP chunk. ISO 15948 11.3.3.3.
std::string profile_of(std::string_view content) {
    constexpr std::size_t longest_name = 79;
    const std::size_t end = content.substr(0, longest_name + 1).find('\0');
    if (end == std::string_view::npos || content.size() < end + 2 || content[end + 1] != 0) return {};
    return inflate_zlib(content.substr(end + 2), max_profile_bytes).value_or("");
}

/// A chunk is critical if its type begins with a capital: a reader that does not know it must stop.
bool is_critical(std::string_view type) { return (type[0] & 0x20) == 0; }

/// The picture's bytes with the kept chunks only. libpng then never meets the compressed profiles
/// and texts in which a small file hides a large one.
bool strip(std::string_view png, Picture& picture) {
    picture.bytes = png.substr(0, signature_bytes);
    for (std::size_t at = signature_bytes; at + frame_bytes <= png.size();) {
        const std::size_t length = number_at(png, at);
        const std::string_view type = png.substr(at + 4, 4);
        if (length > png.size() - at - frame_bytes) break;
        if (type == "iCCP") picture.icc = profile_of(png.substr(at + 8, length));
        if (type == "sRGB") picture.icc.clear();
        if (is_kept(type))
            picture.bytes += png.substr(at, length + frame_bytes);
        else if (is_critical(type)) {
            picture.fault = "holds a chunk that no standard defines";
            picture.hint = save_again_as_png;
            return false;
        }
        if (type == "IEND") return true;
        at += length + frame_bytes;
    }
    picture.fault = "is damaged: the file ends too early";
    picture.hint = save_again_as_png;
    return false;
}

/// What libpng's callbacks see. Plain values only: longjmp runs no destructors.
struct Decoder {
    const char* bytes;
    std::size_t left;
    char message[80];
};

void fail(png_structp png, png_const_charp message) {
    auto* decoder = static_cast<Decoder*>(png_get_error_ptr(png));
    std::strncpy(decoder->message, message, sizeof decoder->message - 1);
    png_longjmp(png, 1);
}

/// Only critical chunks are left, so each warning is damage too.
void warn(png_structp png, png_const_charp message) { fail(png, message); }

void take(png_structp png, png_bytep out, std::size_t length) {
    auto* decoder = static_cast<Decoder*>(png_get_io_ptr(png));
    if (length > decoder->left) png_error(png, "the file ends too early");
    std::memcpy(out, decoder->bytes, length);
    decoder->bytes += length;
    decoder->left -= length;
}

/// Owns libpng's two structures.
struct PngHandle {
    png_structp png = nullptr;
    png_infop header = nullptr;
    PngHandle() = default;
    PngHandle(const PngHandle&) = delete;
    PngHandle& operator=(const PngHandle&) = delete;
    ~PngHandle() { png_destroy_read_struct(&png, &header, nullptr); }
};

/// The header; false after an error. No object with a destructor lives between setjmp and longjmp.
bool read_header(png_structp png, png_infop header) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_read_info(png, header);
    return true;
}

/// All rows of all passes into one row's room: only whether they decode matters.
bool read_rows(png_structp png, png_infop header, png_bytep row, std::uint32_t height) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    const int passes = png_set_interlace_handling(png);
    png_read_update_info(png, header);
    for (int pass = 0; pass < passes; ++pass)
        for (std::uint32_t y = 0; y < height; ++y) png_read_row(png, row, nullptr);
    png_read_end(png, nullptr);
    return true;
}

void decode_png(Picture& picture) {
    Decoder decoder{picture.bytes.data(), picture.bytes.size(), {}};
    const auto damaged = [&] {
        picture.fault = std::string("is damaged: ") + decoder.message;
        picture.hint = save_again_as_png;
    };
    PngHandle handle;
    handle.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &decoder, fail, warn);
    if (handle.png) handle.header = png_create_info_struct(handle.png);
    if (!handle.header) return damaged();
    png_set_read_fn(handle.png, &decoder, take);
    // Our own limits give the better message, so libpng's are one above.
    png_set_user_limits(handle.png, max_image_side * 2, max_image_side * 2);
    if (!read_header(handle.png, handle.header)) return damaged();
    picture.width = png_get_image_width(handle.png, handle.header);
    picture.height = png_get_image_height(handle.png, handle.header);
    if (!is_allowed_size(picture)) return;
    // Eight bytes a pixel is the widest format, RGBA with 16 bits a channel.
    std::vector<png_byte> row(std::size_t{picture.width} * 8);
    if (!read_rows(handle.png, handle.header, row.data(), picture.height)) damaged();
}

} // namespace

Picture read_png(std::string_view bytes) {
    Picture picture;
    // IHDR comes first, so that a size beyond the limits is refused before anything is copied.
    if (bytes.size() >= signature_bytes + 16 && bytes.substr(12, 4) == "IHDR") {
        picture.width = number_at(bytes, 16);
        picture.height = number_at(bytes, 20);
        if (!is_allowed_size(picture)) return picture;
    }
    if (strip(bytes, picture)) decode_png(picture);
    return picture;
}

} // namespace presskit::load
