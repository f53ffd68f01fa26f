// SPDX-License-Identifier: Apache-2.0
#include "pipeline/signing/sodium.hpp"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>

namespace presskit::signing {
namespace {

constexpr std::size_t longest_base64 = 4096;

const unsigned char* data_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// libsodium chooses its code for this processor once; it may be called again, from any thread.
void prepare() {
    if (sodium_init() >= 0) return;
    std::fputs("internal error: libsodium has no source of random numbers\n", stderr);
    std::abort();
}

template <std::size_t Bytes>
std::array<std::uint8_t, Bytes> blake2b(std::string_view bytes) {
    prepare();
    std::array<std::uint8_t, Bytes> out{};
    crypto_generichash(out.data(), out.size(), data_of(bytes), bytes.size(), nullptr, 0);
    return out;
}

} // namespace

std::array<std::uint8_t, 64> blake2b_512(std::string_view bytes) { return blake2b<64>(bytes); }
std::array<std::uint8_t, 32> blake2b_256(std::string_view bytes) { return blake2b<32>(bytes); }

Seal sign_detached(const SigningKey& key, std::string_view message) {
    prepare();
    Seal seal{};
    crypto_sign_detached(seal.data(), nullptr, data_of(message), message.size(), key.data());
    return seal;
}

bool is_signed(const VerifyingKey& key, std::string_view message, const Seal& seal) {
    prepare();
    return crypto_sign_verify_detached(seal.data(), data_of(message), message.size(), key.data()) ==
           0;
}

void make_key_pair(KeyId& id, SigningKey& signing, VerifyingKey& verifying) {
    fill_random(id);
    crypto_sign_keypair(verifying.data(), signing.data());
}

void fill_random(std::span<std::uint8_t> bytes) {
    prepare();
    randombytes_buf(bytes.data(), bytes.size());
}

VerifyingKey verifying_key_of(const SigningKey& key) {
    VerifyingKey out{};
    crypto_sign_ed25519_sk_to_pk(out.data(), key.data());
    return out;
}

bool stretch(std::span<std::uint8_t> out, std::string_view passphrase,
             const std::array<std::uint8_t, 32>& salt, const ScryptCost& cost) {
    static_assert(crypto_pwhash_scryptsalsa208sha256_SALTBYTES == 32);
    prepare();
    return crypto_pwhash_scryptsalsa208sha256(out.data(), out.size(), passphrase.data(),
                                              passphrase.size(), salt.data(), cost.operations,
                                              static_cast<std::size_t>(cost.memory)) == 0;
}

void wipe(std::span<std::uint8_t> bytes) { sodium_memzero(bytes.data(), bytes.size()); }
void wipe(std::string& text) { sodium_memzero(text.data(), text.size()); }

std::string to_base64(std::string_view bytes) {
    constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), data_of(bytes), bytes.size(), variant);
    text.pop_back(); // the terminating zero that C wants
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() > longest_base64) return std::nullopt;
    std::string bytes(text.size(), '\0');
    std::size_t count = 0;
    const char* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                          text.size(), nullptr, &count, &end,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != text.data() + text.size())
        return std::nullopt;
    bytes.resize(count);
    // One text for one value: otherwise a bit of a signature file could turn and still be accepted.
    if (to_base64(bytes) != text) return std::nullopt;
    return bytes;
}

} // namespace presskit::signing
