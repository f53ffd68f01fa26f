// SPDX-License-Identifier: Apache-2.0
/// A day.
#pragma once

#include <compare>

namespace presskit {

/// A day of the Gregorian calendar.
struct Date {
    int year = 1970, month = 1, day = 1;
    auto operator<=>(const Date&) const = default;
};

} // namespace presskit
