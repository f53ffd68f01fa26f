// SPDX-License-Identifier: Apache-2.0
/// What a zip's directory may say of its entries.
#pragma once

#include "stages/verify/zip_layout.hpp"

namespace presskit::verify {

/// Reports each row that is not as presskit writes it. False if the contents are not safe to
/// unpack: encrypted, of an unknown method, or a bomb.
bool check_rows(const std::vector<ZipRow>& rows, FaultList& faults);

} // namespace presskit::verify
