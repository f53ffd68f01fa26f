// SPDX-License-Identifier: Apache-2.0
/// Arrays of bytes as parts of a text, as minisign's format joins them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace presskit::signing {

/// Valid as long as `bytes`.
template <class Bytes>
std::string_view text_of(const Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Requires: `text` reaches that far.
template <std::size_t Bytes>
std::array<std::uint8_t, Bytes> bytes_at(std::string_view text, std::size_t offset) {
    std::array<std::uint8_t, Bytes> out{};
    for (std::size_t i = 0; i < Bytes; ++i) out[i] = static_cast<std::uint8_t>(text[offset + i]);
    return out;
}

} // namespace presskit::signing
