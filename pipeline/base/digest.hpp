// SPDX-License-Identifier: Apache-2.0
/// SHA-256 (FIPS 180-4) by OpenSSL's libcrypto, which uses the processor's instructions for it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace presskit {

struct Digest {
    std::array<std::uint8_t, 32> bytes{};
    auto operator<=>(const Digest&) const = default;
};

Digest sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
std::string to_hex(const Digest& digest);

} // namespace presskit
