// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/conditions.hpp"

#include <algorithm>
#include <cassert>

namespace presskit::verify {

bool is_of_ua(const Condition& condition) { return condition.id[2] == '-'; }

const Condition& condition_of(std::string_view id) {
    const std::span<const Condition> rows = id[2] == '-' ? ua_conditions() : archive_conditions();
    const auto row = std::ranges::find(rows, id, &Condition::id);
    assert(row != rows.end() && "checks name conditions of the table");
    return *row;
}

} // namespace presskit::verify
