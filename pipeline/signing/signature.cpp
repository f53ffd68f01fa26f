// SPDX-License-Identifier: Apache-2.0
#include "pipeline/signing/signature.hpp"

#include "pipeline/signing/bytes.hpp"

#include <array>
#include <set>
#include <utility>

namespace presskit::signing {
namespace {

constexpr std::string_view untrusted_start = "untrusted comment: ";
constexpr std::string_view trusted_start = "trusted comment: ";
constexpr std::string_view prehashed = "ED";
constexpr std::size_t signature_bytes = 2 + 8 + 64;

/// Takes a line off `text`; lines end in LF, those of Windows in CR LF.
std::optional<std::string_view> next_line(std::string_view& text) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

std::string comment_message(const Seal& seal, std::string_view comment) {
    return std::string(text_of(seal)).append(comment);
}

/// Name and place of each field, in the order they are written.
constexpr std::array<std::pair<std::string_view, std::string Statement::*>, 6> fields{
    {{"campaign", &Statement::campaign},
     {"version", &Statement::version},
     {"kit", &Statement::kit},
     {"file", &Statement::file},
     {"embargo", &Statement::embargo},
     {"sha256", &Statement::sha256}}};

} // namespace

std::string sign(const SecretKey& key, std::string_view bytes, std::string_view trusted_comment) {
    const Seal seal = sign_detached(key.key(), text_of(blake2b_512(bytes)));
    const Seal outer = sign_detached(key.key(), comment_message(seal, trusted_comment));
    const std::string body = std::string(prehashed).append(text_of(key.id())).append(text_of(seal));
    std::string out(untrusted_start);
    out.append("signature from presskit, key ").append(id_text(key.id())).append("\n");
    out.append(to_base64(body)).append("\n");
    out.append(trusted_start).append(trusted_comment).append("\n");
    return out.append(to_base64(text_of(outer))).append("\n");
}

std::optional<Signature> parse_signature(std::string_view text) {
    if (text.size() > longest_signature_file) return std::nullopt;
    const auto untrusted = next_line(text), body_line = next_line(text);
    const auto comment = next_line(text), outer_line = next_line(text);
    if (!outer_line || !text.empty() || !untrusted->starts_with(untrusted_start) ||
        !comment->starts_with(trusted_start))
        return std::nullopt;
    const auto body = from_base64(*body_line), outer = from_base64(*outer_line);
    if (!body || body->size() != signature_bytes || !body->starts_with(prehashed) || !outer ||
        outer->size() != Seal{}.size())
        return std::nullopt;
    return Signature{bytes_at<8>(*body, 2), bytes_at<64>(*body, 10),
                     std::string(comment->substr(trusted_start.size())), bytes_at<64>(*outer, 0)};
}

Judgement judge(const Signature& signature, const PublicKey& key, std::string_view bytes) {
    if (signature.key != key.id) return Judgement::another_key;
    if (!is_signed(key.key, text_of(blake2b_512(bytes)), signature.seal))
        return Judgement::other_bytes;
    const std::string message = comment_message(signature.seal, signature.trusted_comment);
    return is_signed(key.key, message, signature.comment_seal) ? Judgement::genuine
                                                               : Judgement::other_comment;
}

std::string to_comment(const Statement& statement) {
    std::string comment;
    for (const auto& [name, value] : fields)
        if (!(statement.*value).empty())
            comment += (comment.empty() ? "" : "\t") + std::string(name) + ":" + statement.*value;
    return comment;
}

std::optional<Statement> parse_comment(std::string_view comment) {
    Statement statement;
    std::set<std::string_view> seen;
    while (!comment.empty()) {
        const std::size_t end = comment.find('\t');
        const std::string_view field = comment.substr(0, end);
        comment.remove_prefix(end == std::string_view::npos ? comment.size() : end + 1);
        const std::size_t colon = field.find(':');
        if (!seen.insert(field.substr(0, colon)).second) return std::nullopt;
        for (const auto& [name, value] : fields)
            if (colon != std::string_view::npos && field.substr(0, colon) == name)
                statement.*value = field.substr(colon + 1);
    }
    return statement;
}

} // namespace presskit::signing
