// SPDX-License-Identifier: Apache-2.0
/// Who gets kits under embargo: a file that lies beside the newsroom's keys, never in a campaign.
#pragma once

#include "pipeline/base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace presskit::cli {

/// Bytes. WinZip's AES derives its key by a thousand rounds of SHA-1, so that a passphrase must be its
/// own strength: six words at random, or as many characters as these.
inline constexpr std::size_t least_passphrase = 20;
inline constexpr std::size_t most_passphrase = 200;

struct Partner {
    std::string name;               ///< lower-case letters, digits, hyphens: names the zip
    std::vector<std::string> kits;  ///< "al", "al/sq", or "*" for all
    std::string passphrase;
    std::size_t line = 0;           ///< in the file, from 1
};

/// Lines of `NAME KITS PASSPHRASE`, the passphrase to the end of the line; `#` begins a comment line.
/// Errors: a line that is not of this form, a name twice, a passphrase too short or twice. No fault
/// shows a passphrase. `path` names the file.
Result<std::vector<Partner>> parse_partners(std::string_view text, const std::string& path);

/// Whether the partner gets the kit `id` ("al-sq").
bool gets(const Partner& partner, std::string_view id);

} // namespace presskit::cli
