// SPDX-License-Identifier: Apache-2.0
/// File sizes for readers of any language.
#pragma once

#include <cstdint>
#include <string>

namespace presskit::bundle {

/// "340 kB": whole units, so that no language's decimal sign is needed, after a no-break space.
std::string whole_size(std::uint64_t bytes);

} // namespace presskit::bundle
