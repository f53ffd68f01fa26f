// SPDX-License-Identifier: Apache-2.0
/// Bounds-checked big-endian numbers, for font tables and picture headers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace presskit::render {

/// A view of bytes; every read outside gives none.
class BigEndian {
  public:
    explicit BigEndian(std::string_view bytes) : bytes_(bytes) {}

    std::optional<std::string_view> slice(std::size_t at, std::size_t count) const {
        if (at > bytes_.size() || count > bytes_.size() - at) return std::nullopt;
        return bytes_.substr(at, count);
    }
    /// An unsigned number of 1 to 4 bytes.
    std::optional<std::uint32_t> number(std::size_t at, std::size_t count) const {
        const auto bytes = slice(at, count);
        if (!bytes) return std::nullopt;
        std::uint32_t value = 0;
        for (const char byte : *bytes) value = (value << 8) | static_cast<unsigned char>(byte);
        return value;
    }
    std::optional<std::uint32_t> u8(std::size_t at) const { return number(at, 1); }
    std::optional<std::uint32_t> u16(std::size_t at) const { return number(at, 2); }
    std::optional<std::uint32_t> u32(std::size_t at) const { return number(at, 4); }
    std::optional<std::int32_t> s16(std::size_t at) const {
        const auto value = u16(at);
        if (!value) return std::nullopt;
        return static_cast<std::int16_t>(*value);
    }

  private:
    std::string_view bytes_;
};

} // namespace presskit::render
