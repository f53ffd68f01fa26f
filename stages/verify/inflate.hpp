// SPDX-License-Identifier: Apache-2.0
/// Deflate (RFC 1951) read strictly, by zlib.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace presskit::verify {

/// What `packed` unpacks to: exactly `unpacked_bytes`. Nothing, if it is anything else: if the stream
/// ends early or late, is broken, or if the bits that fill its last byte are not zero.
std::optional<std::string> inflate_exactly(std::string_view packed, std::size_t unpacked_bytes);

/// The CRC-32 of zip, APPNOTE 4.4.7.
std::uint32_t crc32_of(std::string_view bytes);

} // namespace presskit::verify
