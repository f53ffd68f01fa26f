// SPDX-License-Identifier: Apache-2.0
/// The time stamp of zip entries.
#pragma once

#include "pipeline/base/utc_time.hpp"

#include <algorithm>
#include <cstdint>

namespace presskit::bundle {

/// MS-DOS date and time in steps of two seconds, read as UTC. APPNOTE 4.4.6.
struct DosTime {
    std::uint16_t date = 0, time = 0;
    auto operator<=>(const DosTime&) const = default;
};

inline constexpr std::int64_t earliest_dos_time = 315'532'800; ///< 1980-01-01T00:00:00Z
inline constexpr std::int64_t latest_dos_time = 4'354'819'198; ///< 2107-12-31T23:59:58Z

/// Converts seconds since 1970-01-01T00:00Z; an instant that DOS cannot tell becomes the nearest.
constexpr DosTime to_dos_time(std::int64_t timestamp) {
    const UtcTime utc = to_utc(std::clamp(timestamp, earliest_dos_time, latest_dos_time));
    return {static_cast<std::uint16_t>(((utc.year - 1980) << 9) | (utc.month << 5) | utc.day),
            static_cast<std::uint16_t>((utc.hour << 11) | (utc.minute << 5) | (utc.second / 2))};
}

} // namespace presskit::bundle
