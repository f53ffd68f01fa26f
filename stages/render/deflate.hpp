// SPDX-License-Identifier: Apache-2.0
/// zlib streams by libdeflate, for FlateDecode; the only door to libdeflate.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace presskit::render {

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

  private:
    struct Compressor;
    std::unique_ptr<Compressor> compressor_;
};

} // namespace presskit::render
