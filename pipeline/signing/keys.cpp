// SPDX-License-Identifier: Apache-2.0
#include "pipeline/signing/keys.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/signing/bytes.hpp"

#include <algorithm>

namespace presskit::signing {
namespace {

constexpr std::string_view comment_start = "untrusted comment: ";
constexpr std::string_view algorithm = "Ed", scrypt = "Sc", no_kdf{"\0\0", 2}, checksum = "B2";
constexpr std::size_t public_bytes = 2 + 8 + 32;
constexpr std::size_t locked_bytes = 8 + 64 + 32;
constexpr std::size_t secret_bytes = 2 + 2 + 2 + 32 + 8 + 8 + locked_bytes;

std::uint64_t number_at(std::string_view text, std::size_t offset) {
    std::uint64_t value = 0;
    for (std::size_t i = 8; i-- > 0;)
        value = value << 8 | static_cast<std::uint8_t>(text[offset + i]);
    return value;
}

std::string number_bytes(std::uint64_t value) {
    std::string out;
    for (int i = 0; i < 8; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    return out;
}

/// The base64 line of a key file, or of a bare line, or what follows the comment where a vault made one
/// line of both.
std::string_view key_line(std::string_view text) {
    text = trim_ascii(text);
    if (!text.starts_with(comment_start)) return text;
    const std::size_t end = text.find('\n');
    return trim_ascii(text.substr(end == std::string_view::npos ? text.rfind(' ') : end));
}

Diagnostic key_fault(std::string code, const std::string& path, std::string message,
                     std::string hint, Blame blame = Blame::configuration) {
    return {.code = "signing." + std::move(code),
            .message = std::move(message),
            .hint = std::move(hint),
            .path = path,
            .blame = blame};
}

std::array<std::uint8_t, 32> check_of(const KeyId& id, const SigningKey& key) {
    std::string all(algorithm);
    all.append(text_of(id)).append(text_of(key));
    const auto check = blake2b_256(all);
    wipe(all);
    return check;
}

using Locked = std::array<std::uint8_t, locked_bytes>;

void combine(Locked& bytes, Locked& stream) {
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] ^= stream[i];
    wipe(stream);
}

Diagnostic too_little_memory(const std::string& path) {
    return key_fault("memory", path, "the key's passphrase takes a gigabyte of memory to check",
                     "free some memory and run again", Blame::temporary);
}

} // namespace

SecretKey SecretKey::generate() {
    KeyId id{};
    SigningKey key{};
    VerifyingKey verifying{};
    make_key_pair(id, key, verifying);
    SecretKey out(id, key);
    wipe(key);
    return out;
}

std::string id_text(const KeyId& id) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (std::size_t i = id.size(); i-- > 0;) {
        text += digits[id[i] >> 4];
        text += digits[id[i] & 15];
    }
    const std::size_t first = text.find_first_not_of('0');
    return first == text.npos ? "0" : text.substr(first);
}

std::string to_line(const PublicKey& key) {
    return to_base64(
        std::string(algorithm).append(text_of(key.id)).append(text_of(key.key)));
}

std::string to_text(const PublicKey& key) {
    return std::string(comment_start) + "minisign public key " + id_text(key.id) + "\n" +
           to_line(key) + "\n";
}

Result<PublicKey> parse_public_key(std::string_view text, const std::string& path) {
    const auto bytes = from_base64(key_line(text));
    if (!bytes || bytes->size() != public_bytes || !bytes->starts_with(algorithm))
        return key_fault("public-key", path, "is not a public key of minisign",
                         "name the `.pub` file that `presskit keygen` or `minisign -G` wrote");
    return PublicKey{bytes_at<8>(*bytes, 2), bytes_at<32>(*bytes, 10)};
}

Result<std::string> seal(const SecretKey& key, std::string_view passphrase, ScryptCost cost) {
    std::array<std::uint8_t, 32> salt{};
    fill_random(salt);
    Locked stream{};
    while (!stretch(stream, passphrase, salt, cost)) {
        cost = {cost.operations / 2, cost.memory / 2};
        if (cost.operations < least_cost.operations || cost.memory < least_cost.memory)
            return too_little_memory({});
    }
    std::string open_text(text_of(key.id()));
    open_text.append(text_of(key.key())).append(text_of(check_of(key.id(), key.key())));
    Locked locked = bytes_at<locked_bytes>(open_text, 0);
    wipe(open_text);
    combine(locked, stream);
    std::string bytes;
    bytes.append(algorithm).append(scrypt).append(checksum).append(text_of(salt));
    bytes.append(number_bytes(cost.operations)).append(number_bytes(cost.memory));
    bytes.append(text_of(locked));
    return std::string(comment_start) + "minisign encrypted secret key\n" + to_base64(bytes) + "\n";
}

Result<SecretKey> open(std::string_view text, std::string_view passphrase,
                       const std::string& path) {
    const auto bytes = from_base64(key_line(text));
    if (!bytes || bytes->size() != secret_bytes || !bytes->starts_with(algorithm) ||
        std::string_view(*bytes).substr(4, 2) != checksum)
        return key_fault("secret-key", path, "is not a secret key of minisign",
                         "name the key file that `presskit keygen` or `minisign -G` wrote");
    const auto kdf = std::string_view(*bytes).substr(2, 2);
    if (kdf != scrypt)
        return key_fault("open-key", path,
                         kdf == no_kdf ? "is a key without a passphrase"
                                       : "is a key encrypted in an unknown way",
                         "give it one with `minisign -C`");
    const ScryptCost cost{number_at(*bytes, 38), number_at(*bytes, 46)};
    if (cost.operations > sensitive_cost.operations || cost.memory > sensitive_cost.memory)
        return key_fault("key-cost", path, "is a key that takes more than a gigabyte to open",
                         "make a key with `presskit keygen`");
    Locked stream{}, unlocked = bytes_at<locked_bytes>(*bytes, 54);
    if (!stretch(stream, passphrase, bytes_at<32>(*bytes, 6), cost)) return too_little_memory(path);
    combine(unlocked, stream);
    const auto id = bytes_at<8>(text_of(unlocked), 0);
    auto key = bytes_at<64>(text_of(unlocked), 8);
    const bool opened = check_of(id, key) == bytes_at<32>(text_of(unlocked), 72);
    SecretKey out(id, key);
    wipe(key);
    wipe(unlocked);
    if (!opened)
        return key_fault("passphrase", path, "is not opened by this passphrase",
                         "set PRESSKIT_PASSPHRASE to the key's own passphrase");
    return out;
}

} // namespace presskit::signing
