// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/inflate.hpp"

#include <limits>
#include <zlib.h>

namespace presskit::verify {
namespace {

constexpr int raw_deflate = -MAX_WBITS;

class Inflater {
  public:
    Inflater() { ready_ = inflateInit2(&stream_, raw_deflate) == Z_OK; }
    ~Inflater() {
        if (ready_) inflateEnd(&stream_);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    bool ready() const { return ready_; }
    z_stream& stream() { return stream_; }

  private:
    z_stream stream_{};
    bool ready_ = false;
};

/// Where zlib stands after a block, by zlib.h at inflate: whether it was the last, and how many bits of
/// the last byte read lie beyond it.
bool ended_last_block(const z_stream& stream) { return (stream.data_type & 0xC0) == 0xC0; }
int unused_bits(const z_stream& stream) { return stream.data_type & 7; }

/// Inflates block by block; the place of the end is known only between blocks.
bool ends_at_last_block(z_stream& stream) {
    while (!ended_last_block(stream)) {
        const uInt in = stream.avail_in, out = stream.avail_out;
        const int status = inflate(&stream, Z_BLOCK);
        if (status != Z_OK && status != Z_STREAM_END) return false;
        if (stream.avail_in == in && stream.avail_out == out && !ended_last_block(stream))
            return false;
    }
    return true;
}

} // namespace

std::optional<std::string> inflate_exactly(std::string_view packed, std::size_t unpacked_bytes) {
    constexpr std::size_t most = std::numeric_limits<uInt>::max();
    Inflater inflater;
    if (!inflater.ready() || packed.empty() || packed.size() > most || unpacked_bytes >= most)
        return std::nullopt;
    // A byte more than claimed, so that a longer stream shows.
    std::string bytes(unpacked_bytes + 1, '\0');
    z_stream& stream = inflater.stream();
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    if (!ends_at_last_block(stream) || stream.avail_in != 0 || stream.avail_out != 1)
        return std::nullopt;
    const auto last = static_cast<unsigned char>(packed.back());
    if (last >> (8 - unused_bits(stream)) != 0) return std::nullopt;
    bytes.pop_back();
    return bytes;
}

std::uint32_t crc32_of(std::string_view bytes) {
    return static_cast<std::uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

} // namespace presskit::verify
