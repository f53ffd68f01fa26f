// SPDX-License-Identifier: Apache-2.0
/// A plan's kits, a few at a time.
#pragma once

#include "stages/model/plan.hpp"

#include <algorithm>
#include <cstddef>

namespace presskit::cli {

/// How many kits' documents are in memory at a time: enough that no worker waits long for the last.
inline std::size_t kits_a_batch(unsigned workers) { return 12 + std::size_t{4} * workers; }

/// Calls `make` with each batch of the plan's kits, first and past the last, in their order.
template <class Make>
void for_each_batch(const Plan& plan, unsigned workers, const Make& make) {
    const std::size_t size = kits_a_batch(workers);
    for (std::size_t first = 0; first < plan.kits.size(); first += size)
        make(first, std::min(first + size, plan.kits.size()));
}

} // namespace presskit::cli
