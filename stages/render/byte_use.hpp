// SPDX-License-Identifier: Apache-2.0
/// What the bytes of a PDF are spent on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace presskit::render {

/// `other`: catalog, metadata, colour profile, cross-references.
enum class ByteUse : std::uint8_t { fonts, content, structure, images, attachments, other };
inline constexpr std::size_t byte_uses = 6;
inline constexpr std::array<std::string_view, byte_uses> byte_use_names{
    "fonts", "content", "structure", "images", "attachments", "other"};

/// Bytes by use; they add up to the file.
struct ByteCount {
    std::array<std::uint64_t, byte_uses> bytes{};

    std::uint64_t& operator[](ByteUse use) { return bytes[static_cast<std::size_t>(use)]; }
    std::uint64_t operator[](ByteUse use) const { return bytes[static_cast<std::size_t>(use)]; }
    std::uint64_t total() const {
        std::uint64_t sum = 0;
        for (const std::uint64_t part : bytes) sum += part;
        return sum;
    }
    ByteCount& operator+=(const ByteCount& more) {
        for (std::size_t use = 0; use < byte_uses; ++use) bytes[use] += more.bytes[use];
        return *this;
    }
};

/// A finished file, and what its bytes are spent on.
struct RenderedPdf {
    std::string bytes;
    ByteCount use;
};

} // namespace presskit::render
