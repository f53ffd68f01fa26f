// SPDX-License-Identifier: Apache-2.0
/// Sound inputs of every kind, to be made hostile: a small campaign with every construct, and the kits
/// that it becomes.
#pragma once

#include "pipeline/signing/keys.hpp"

#include <map>
#include <string>
#include <vector>

namespace presskit::fuzz {

using Files = std::map<std::string, std::string>; ///< bytes by path

inline constexpr const char* campaign_folder = "campaign";
inline constexpr const char* output_folder = "outputs";
inline constexpr const char* unpacked_folder = "kit";
inline constexpr const char* key_passphrase = "a passphrase for tests alone";

struct Corpus {
    Files campaign;     ///< below campaign_folder, with the patterns of English where the system has them
    Files outputs;      ///< below output_folder, signed by `key`
    std::string kit;    ///< the path in `outputs` of a kit
    Files kit_members;  ///< what it holds
    std::vector<std::string> pdfs;       ///< as they are made
    std::vector<std::string> plain_pdfs; ///< the same without compression, so that every byte means something
    std::string public_key, secret_key;  ///< the texts of key files
    signing::PublicKey key;
    std::string release; ///< plain text, to be imported
    std::string docx;    ///< the same as a word processor's file
};

/// The members of the kit, below unpacked_folder.
Files unpacked(const Corpus& corpus);

/// Reads `tests/fuzz/campaign` of the sources, gives it small fonts and pictures, and builds it. Throws
/// std::runtime_error if the campaign, as it is, cannot be built, or what is built does not pass verify.
Corpus make_corpus(const std::string& sources);

} // namespace presskit::fuzz
