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
    std::string buffer;

    /// A buffer of at least `bound` bytes, kept from one stream to the next.
    std::string& room(std::size_t bound) {
        if (buffer.size() < bound) buffer.resize(bound);
        return buffer;
    }
};

Deflater::Deflater(int level) : compressor_(std::make_unique<Compressor>()) {
    compressor_->handle.reset(libdeflate_alloc_compressor(level));
    if (!compressor_->handle) throw std::bad_alloc();
}

Deflater::~Deflater() = default;

std::shared_ptr<const std::string> Deflater::deflate(std::string_view bytes) {
    libdeflate_compressor* handle = compressor_->handle.get();
    std::string& buffer = compressor_->room(libdeflate_zlib_compress_bound(handle, bytes.size()));
    const std::size_t used =
        libdeflate_zlib_compress(handle, bytes.data(), bytes.size(), buffer.data(), buffer.size());
    return std::make_shared<const std::string>(buffer.data(), used);
}

std::string Deflater::deflate_raw(std::string_view bytes) {
    libdeflate_compressor* handle = compressor_->handle.get();
    std::string& buffer =
        compressor_->room(libdeflate_deflate_compress_bound(handle, bytes.size()));
    const std::size_t used = libdeflate_deflate_compress(handle, bytes.data(), bytes.size(),
                                                         buffer.data(), buffer.size());
    return {buffer.data(), used};
}

std::uint32_t crc32_of(std::string_view bytes) {
    return libdeflate_crc32(0, bytes.data(), bytes.size());
}

} // namespace presskit
