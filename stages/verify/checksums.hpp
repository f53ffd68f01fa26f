// SPDX-License-Identifier: Apache-2.0
/// A kit's SHA256SUMS against its files.
#pragma once

#include "stages/verify/fault_list.hpp"
#include "stages/verify/kit_files.hpp"

namespace presskit::verify {

/// Reports a line that `sha256sum -c` would not take, a path out of order or twice, a file that is
/// missing, not listed or other than listed.
void check_checksums(const KitFiles& files, FaultList& faults);

/// The same for a list of another name among `files`, which must list `listed` and nothing else.
void check_list(std::string_view name, const KitFiles& files, const KitFiles& listed,
                FaultList& faults);

} // namespace presskit::verify
