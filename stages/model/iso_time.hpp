// SPDX-License-Identifier: Apache-2.0
/// Days and instants as programs write them: ISO 8601, RFC 3339.
#pragma once

#include "stages/model/campaign.hpp"

#include <cstdint>
#include <string>

namespace presskit {

/// "2021-05-18".
std::string to_iso(const Date& date);

/// "2021-05-18T08:00:00Z", from seconds since 1970-01-01T00:00Z.
std::string to_utc_text(std::int64_t timestamp);

} // namespace presskit
