// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/signing_key.hpp"

#include "pipeline/cli/commands.hpp"

namespace presskit::cli {
namespace {

constexpr std::uint64_t largest_key_file = 4096;
constexpr const char* key_variable = "PRESSKIT_KEY";
constexpr const char* passphrase_variable = "PRESSKIT_PASSPHRASE";
/// The base64 of a public key begins with that of "Ed" and is this long.
constexpr std::string_view public_key_start = "RW";
constexpr std::size_t public_key_line = 56;
/// Nor is a line with the base64 of "EdScB2", as a secret key's begins, a file name to be told in a log.
constexpr std::string_view secret_key_start = "RWRTY0Iy";

std::string variable(engine::Workspace& workspace, const char* name) {
    return workspace.environment(name).value_or("");
}

} // namespace

bool names_key(engine::Workspace& workspace, const KeyOptions& options) {
    return !options.file.empty() || !variable(workspace, key_variable).empty();
}

Result<std::string> read_passphrase(engine::Workspace& workspace, const std::string& file) {
    std::string passphrase = variable(workspace, passphrase_variable);
    if (!file.empty()) {
        Result<std::string> text = workspace.read_file(file, largest_key_file);
        if (!text) return text;
        passphrase = text->substr(0, text->find_first_of("\r\n"));
    }
    if (passphrase.empty())
        return usage_fault("no-passphrase", "a secret key needs a passphrase, and none is given",
                           "set PRESSKIT_PASSPHRASE, or name a file by `--passphrase-file`");
    return passphrase;
}

Result<signing::SecretKey> open_key(engine::Workspace& workspace, const KeyOptions& options) {
    const std::string word =
        options.file.empty() ? variable(workspace, key_variable) : options.file;
    if (word.empty())
        return usage_fault("no-key", "no key is named to sign with",
                           "name one by `--key`, or in PRESSKIT_KEY; `presskit keygen` makes one");
    Result<std::string> passphrase = read_passphrase(workspace, options.passphrase_file);
    if (!passphrase) return std::move(passphrase.diagnostics);
    const bool is_text = options.file.empty() && (word.find('\n') != std::string::npos ||
                                                  word.find(secret_key_start) != std::string::npos);
    Result<std::string> text =
        is_text ? Result<std::string>(word) : workspace.read_file(word, largest_key_file);
    if (!text) return std::move(text.diagnostics);
    Result<signing::SecretKey> key =
        signing::open(*text, *passphrase, is_text ? key_variable : word);
    signing::wipe(*text);
    signing::wipe(*passphrase);
    return key;
}

Result<signing::PublicKey> read_public_key(engine::Workspace& workspace, const std::string& word) {
    if (word.size() == public_key_line && word.starts_with(public_key_start))
        return signing::parse_public_key(word, "--key");
    Result<std::string> text = workspace.read_file(word, largest_key_file);
    if (!text) return std::move(text.diagnostics);
    return signing::parse_public_key(*text, word);
}

} // namespace presskit::cli
