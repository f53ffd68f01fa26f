// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/deflate.hpp"

#include <libdeflate.h>
#include <new>

namespace presskit {

struct Deflater::Compressor {
    struct Free {
        void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
    };
    std::unique_ptr<libdeflate_compressor, Free> handle;
    std::unique_ptr<char[]> buffer;
    std::size_t size = 0; ///< of the buffer

    /// A buffer of at least `bound` bytes, kept from one stream to the next.
    char* room(std::size_t bound) {
        if (size < bound) {
            buffer = std::make_unique_for_overwrite<char[]>(bound); // what it held is nobody's
            size = bound;
        }
        return buffer.get();
    }
    /// Lets go of a buffer that one large picture needed.
    void tidy() {
        constexpr std::size_t most_kept = 256 << 10;
        if (size <= most_kept) return;
        buffer.reset();
        size = 0;
    }
};

Deflater::Deflater(int level) : compressor_(std::make_unique<Compressor>()) {
    compressor_->handle.reset(libdeflate_alloc_compressor(level));
    if (!compressor_->handle) throw std::bad_alloc();
}

Deflater::~Deflater() = default;

std::shared_ptr<const std::string> Deflater::deflate(std::string_view bytes) {
    libdeflate_compressor* handle = compressor_->handle.get();
    char* buffer = compressor_->room(libdeflate_zlib_compress_bound(handle, bytes.size()));
    const std::size_t used =
        libdeflate_zlib_compress(handle, bytes.data(), bytes.size(), buffer, compressor_->size);
    auto deflated = std::make_shared<const std::string>(buffer, used);
    compressor_->tidy();
    return deflated;
}

std::string Deflater::deflate_raw(std::string_view bytes) {
    libdeflate_compressor* handle = compressor_->handle.get();
    char* buffer = compressor_->room(libdeflate_deflate_compress_bound(handle, bytes.size()));
    const std::size_t used =
        libdeflate_deflate_compress(handle, bytes.data(), bytes.size(), buffer, compressor_->size);
    std::string deflated(buffer, used);
    compressor_->tidy();
    return deflated;
}

std::optional<std::string> inflate_zlib(std::string_view zlib_stream, std::size_t at_most) {
    struct Free {
        void operator()(libdeflate_decompressor* d) const { libdeflate_free_decompressor(d); }
    };
    const std::unique_ptr<libdeflate_decompressor, Free> handle(libdeflate_alloc_decompressor());
    if (!handle) throw std::bad_alloc();
    std::string bytes(at_most, '\0');
    std::size_t used = 0;
    if (libdeflate_zlib_decompress(handle.get(), zlib_stream.data(), zlib_stream.size(), bytes.data(),
                                   bytes.size(), &used) != LIBDEFLATE_SUCCESS)
        return std::nullopt;
    bytes.resize(used);
    return bytes;
}

std::uint32_t crc32_of(std::string_view bytes) {
    return libdeflate_crc32(0, bytes.data(), bytes.size());
}

} // namespace presskit
