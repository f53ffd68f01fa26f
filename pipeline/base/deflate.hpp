// SPDX-License-Identifier: Apache-2.0
/// Compression by libdeflate, for FlateDecode, for zips and for PNG; the only door to libdeflate.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace presskit {

/// A compressor of one level (1 fast to 12 small). Equal input gives equal output, whatever went
/// before. One thread.
class Deflater {
  public:
    explicit Deflater(int level);
    ~Deflater();
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    /// `bytes` as a zlib stream, RFC 1950.
    std::shared_ptr<const std::string> deflate(std::string_view bytes);

    /// `bytes` as a stream without header and checksum, RFC 1951.
    std::string deflate_raw(std::string_view bytes);

  private:
    struct Compressor;
    std::unique_ptr<Compressor> compressor_;
};

/// The bytes of a zlib stream, RFC 1950; none if it is damaged or has more than `at_most`.
std::optional<std::string> inflate_zlib(std::string_view zlib_stream, std::size_t at_most);

/// The CRC-32 of zip and PNG.
std::uint32_t crc32_of(std::string_view bytes);

} // namespace presskit
