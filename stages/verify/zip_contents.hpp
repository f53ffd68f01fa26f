// SPDX-License-Identifier: Apache-2.0
/// What the entries of a checked archive hold.
#pragma once

#include "stages/verify/zip_layout.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::verify {

/// Unpacks all entries; the first of a repeated name counts. One that cannot be unpacked, or not to
/// the size and CRC it claims, is a fault and left out.
/// Requires: `rows` come from check_layout of the same `zip`.
std::map<std::string, std::string>
read_contents(std::string_view zip, const std::vector<ZipRow>& rows, FaultList& faults);

} // namespace presskit::verify
