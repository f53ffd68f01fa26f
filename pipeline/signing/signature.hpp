// SPDX-License-Identifier: Apache-2.0
/// Signatures in minisign's format, prehashed: what `minisign -V` reads and `minisign -S` writes.
///
/// Four lines: `untrusted comment: …`; base64 of "ED", the key's id and the signature of the file's
/// BLAKE2b-512; `trusted comment: …`; base64 of the signature of that signature and the trusted
/// comment. No clock and nothing random enters, so equal files have equal signatures.
#pragma once

#include "pipeline/signing/keys.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace presskit::signing {

inline constexpr std::string_view signature_extension = ".minisig";
inline constexpr std::size_t longest_signature_file = 16'384;

struct Signature {
    KeyId key{};
    Seal seal{};
    std::string trusted_comment;
    Seal comment_seal{};
};

/// The text of the signature file. `trusted_comment` is one line of at most 8000 bytes.
std::string sign(const SecretKey& key, std::string_view bytes, std::string_view trusted_comment);

/// Nothing, if the text is no prehashed signature of minisign, to the last byte of its two signed
/// lines.
std::optional<Signature> parse_signature(std::string_view text);

enum class Judgement { genuine, another_key, other_bytes, other_comment };
Judgement judge(const Signature& signature, const PublicKey& key, std::string_view bytes);

/// What a trusted comment of ours states: fields `name:value` with tabs between, without those that
/// are empty. `embargo` is an instant in UTC or empty; `sha256` in hexadecimal digits.
struct Statement {
    std::string campaign{}, version{}, kit{}, file{}, embargo{}, sha256{};
    bool operator==(const Statement&) const = default;
};
std::string to_comment(const Statement& statement);
/// Unknown fields are passed over; nothing, if a field is there twice.
std::optional<Statement> parse_comment(std::string_view comment);

} // namespace presskit::signing
