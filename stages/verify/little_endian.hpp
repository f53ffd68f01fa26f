// SPDX-License-Identifier: Apache-2.0
/// Numbers of a zip's records. APPNOTE 4.4.1.
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace presskit::verify {

inline std::uint32_t little_endian(std::string_view bytes, std::size_t offset, std::size_t count) {
    assert(offset + count <= bytes.size());
    std::uint32_t value = 0;
    for (std::size_t i = count; i > 0; --i)
        value = value << 8 | static_cast<unsigned char>(bytes[offset + i - 1]);
    return value;
}
inline std::uint16_t u16(std::string_view bytes, std::size_t offset) {
    return static_cast<std::uint16_t>(little_endian(bytes, offset, 2));
}
inline std::uint32_t u32(std::string_view bytes, std::size_t offset) {
    return little_endian(bytes, offset, 4);
}

} // namespace presskit::verify
