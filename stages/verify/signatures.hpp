// SPDX-License-Identifier: Apache-2.0
/// Whether a file is what its maker signed: the bytes, and what they are said to be.
#pragma once

#include "pipeline/signing/signature.hpp"
#include "stages/verify/fault_list.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace presskit::verify {

/// Reports a signature that is missing, malformed, by another key, of other bytes, or that states
/// other things than `actual`.
void check_signature(std::string_view bytes, const std::optional<std::string>& signature,
                     const signing::PublicKey& key, const signing::Statement& actual,
                     FaultList& faults);

/// Whether version `a` is older than `b`: numbers in order of value, other parts in order of byte;
/// what has a suffix ("1.0.0-rc1") is older than what has none.
bool is_older(std::string_view a, std::string_view b);

} // namespace presskit::verify
