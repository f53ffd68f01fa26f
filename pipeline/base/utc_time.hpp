// SPDX-License-Identifier: Apache-2.0
/// Instants as calendar days and times of day in UTC, by integer arithmetic: no time zone, locale
/// or library of the machine can change them.
#pragma once

#include <cstdint>

namespace presskit {

struct UtcTime {
    std::int64_t year = 1970;
    int month = 1, day = 1, hour = 0, minute = 0, second = 0;
    auto operator<=>(const UtcTime&) const = default;
};

/// Converts seconds since 1970-01-01T00:00Z in the Gregorian calendar, also before 1970.
constexpr UtcTime to_utc(std::int64_t timestamp) {
    const std::int64_t second = (timestamp % 86'400 + 86'400) % 86'400;
    // Days of the era of 400 years that starts on 0000-03-01; leap days then end each year.
    const std::int64_t days = timestamp / 86'400 - (timestamp % 86'400 < 0 ? 1 : 0) + 719'468;
    const std::int64_t day_of_era = (days % 146'097 + 146'097) % 146'097;
    const std::int64_t era = (days - day_of_era) / 146'097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
    const std::int64_t day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    const std::int64_t month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
    return {era * 400 + year_of_era + (month <= 2 ? 1 : 0),
            static_cast<int>(month),
            static_cast<int>(day),
            static_cast<int>(second / 3600),
            static_cast<int>(second / 60 % 60),
            static_cast<int>(second % 60)};
}

} // namespace presskit
