// SPDX-License-Identifier: Apache-2.0
/// Keys in the files of minisign 0.11, so that each program reads the other's.
///
/// A key file is two lines: `untrusted comment: …`, and base64 of
///   public   "Ed", id[8], key[32]
///   secret   "Ed", "Sc", "B2", salt[32], operations as little-endian 64 bits, memory likewise, then
///            id[8], key[64], check[32], all three XOR a stream of scrypt(passphrase, salt)
/// where check is BLAKE2b-256 of "Ed", id and key. Keys that are not encrypted are refused.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/signing/sodium.hpp"

#include <string>
#include <string_view>

namespace presskit::signing {

struct PublicKey {
    KeyId id{};
    VerifyingKey key{};
    bool operator==(const PublicKey&) const = default;
};

/// Wiped when it goes; moved, never copied.
class SecretKey {
  public:
    SecretKey(const KeyId& id, const SigningKey& key) : id_(id), key_(key) {}
    SecretKey(SecretKey&& other) noexcept : id_(other.id_), key_(other.key_) { wipe(other.key_); }
    SecretKey& operator=(SecretKey&&) = delete;
    ~SecretKey() { wipe(key_); }

    static SecretKey generate();

    const KeyId& id() const { return id_; }
    const SigningKey& key() const { return key_; }
    PublicKey public_key() const { return {id_, verifying_key_of(key_)}; }

  private:
    KeyId id_;
    SigningKey key_;
};

/// "1A2B3C4D5E6F7081", as minisign prints an id: without leading zeros.
std::string id_text(const KeyId& id);

std::string to_text(const PublicKey& key);
/// The one line of base64 that `minisign -P` takes.
std::string to_line(const PublicKey& key);

/// Reads a public key's file or its one line. `path` names it in faults.
/// Errors: not a public key of minisign (configuration).
Result<PublicKey> parse_public_key(std::string_view text, const std::string& path);

/// Encrypts a key. Takes less memory, down to `least_cost`, where the machine has not that much.
/// Errors: not even that is to be had (temporary).
Result<std::string> seal(const SecretKey& key, std::string_view passphrase, ScryptCost cost);

/// Decrypts a key.
/// Errors: not a secret key of minisign, not encrypted, another passphrase, or it wants more than
/// `sensitive_cost` (configuration); too little memory (temporary).
Result<SecretKey> open(std::string_view text, std::string_view passphrase, const std::string& path);

} // namespace presskit::signing
