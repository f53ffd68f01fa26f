// SPDX-License-Identifier: Apache-2.0
/// The secret key of a run: found by an option or in the environment, never in a campaign.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/engine/workspace.hpp"
#include "pipeline/signing/keys.hpp"

#include <optional>
#include <string>

namespace presskit::cli {

/// Both are files; where empty, PRESSKIT_KEY and PRESSKIT_PASSPHRASE are asked.
struct KeyOptions {
    std::string file, passphrase_file;
};

/// Whether a key is named at all.
bool names_key(engine::Workspace& workspace, const KeyOptions& options);

/// Opens the key that is named.
/// Errors: none is named, or no passphrase is (usage); those of signing::open.
Result<signing::SecretKey> open_key(engine::Workspace& workspace, const KeyOptions& options);

/// The first line of a file, or PRESSKIT_PASSPHRASE.
/// Errors: neither is there, or it is empty (usage).
Result<std::string> read_passphrase(engine::Workspace& workspace, const std::string& file);

/// Reads a public key from its file, or from the word itself.
Result<signing::PublicKey> read_public_key(engine::Workspace& workspace, const std::string& word);

} // namespace presskit::cli
