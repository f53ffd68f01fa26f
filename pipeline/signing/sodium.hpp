// SPDX-License-Identifier: Apache-2.0
/// The primitives of minisign's format, by libsodium. Nothing here knows of files or kits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace presskit::signing {

using Seal = std::array<std::uint8_t, 64>; ///< an Ed25519 signature, RFC 8032
using VerifyingKey = std::array<std::uint8_t, 32>;
using SigningKey = std::array<std::uint8_t, 64>; ///< seed and public key
using KeyId = std::array<std::uint8_t, 8>;

/// What scrypt may take; libsodium's names and meaning of the numbers.
struct ScryptCost {
    std::uint64_t operations = 0;
    std::uint64_t memory = 0; ///< bytes
};
/// What minisign takes for a key: a gigabyte and some seconds for each guess at a passphrase.
inline constexpr ScryptCost sensitive_cost{33'554'432, 1'073'741'824};
/// The least that libsodium takes. For keys of tests.
inline constexpr ScryptCost least_cost{32'768, 16'777'216};

/// BLAKE2b, RFC 7693, of 64 and of 32 bytes.
std::array<std::uint8_t, 64> blake2b_512(std::string_view bytes);
std::array<std::uint8_t, 32> blake2b_256(std::string_view bytes);

/// Deterministic: one key and one message give one signature.
Seal sign_detached(const SigningKey& key, std::string_view message);
bool is_signed(const VerifyingKey& key, std::string_view message, const Seal& seal);

/// A key pair and an id from the system's random source.
void make_key_pair(KeyId& id, SigningKey& signing, VerifyingKey& verifying);
void fill_random(std::span<std::uint8_t> bytes);
VerifyingKey verifying_key_of(const SigningKey& key);

/// Fills `out` from a passphrase by scrypt; false if the memory is not to be had.
bool stretch(std::span<std::uint8_t> out, std::string_view passphrase,
             const std::array<std::uint8_t, 32>& salt, const ScryptCost& cost);

/// Overwrites bytes so that the compiler does not leave it out.
void wipe(std::span<std::uint8_t> bytes);
void wipe(std::string& text);

/// RFC 4648 section 4, padded; nothing if `text` is anything else or longer than 4 kB.
std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);

} // namespace presskit::signing
