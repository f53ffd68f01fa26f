// SPDX-License-Identifier: Apache-2.0
/// A BagIt bag of a kit, as a zip. RFC 8493.
#pragma once

#include "stages/verify/fault_list.hpp"

#include <string_view>

namespace presskit::verify {

/// Reports what makes the bag not complete, or not valid (RFC 8493 3), and any file that is neither a
/// tag nor payload. The kit that is the payload is held against its own SHA256SUMS as well.
void check_bag(std::string_view zip, FaultList& faults);

} // namespace presskit::verify
