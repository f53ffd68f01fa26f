// SPDX-License-Identifier: Apache-2.0
#include "stages/render/deflate.hpp"

#include <libdeflate.h>
#include <new>

namespace presskit::render {

struct Deflater::Compressor {
    struct Free {
        void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
    };
    std::unique_ptr<libdeflate_compressor, Free> handle;
    std::string buffer;
};

Deflater::Deflater(int level) : compressor_(std::make_unique<Compressor>()) {
    compressor_->handle.reset(libdeflate_alloc_compressor(level));
    if (!compressor_->handle) throw std::bad_alloc();
}

Deflater::~Deflater() = default;

std::shared_ptr<const std::string> Deflater::deflate(std::string_view bytes) {
    libdeflate_compressor* handle = compressor_->handle.get();
    std::string& buffer = compressor_->buffer;
    const std::size_t bound = libdeflate_zlib_compress_bound(handle, bytes.size());
    if (buffer.size() < bound) buffer.resize(bound);
    const std::size_t used =
        libdeflate_zlib_compress(handle, bytes.data(), bytes.size(), buffer.data(), buffer.size());
    return std::make_shared<const std::string>(buffer.data(), used);
}

} // namespace presskit::render
