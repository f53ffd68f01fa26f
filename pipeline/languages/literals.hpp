// SPDX-License-Identifier: Apache-2.0
/// Dates and numbers as authors write them for presskit, whatever the language of the text.
#pragma once

#include "stages/model/campaign.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace presskit::languages {

/// "2021-05-18" as a day that exists.
std::optional<Date> parse_date(std::string_view text);

/// "15000", "-12.5" in thousandths; at most 12 digits before the point and 3 behind.
std::optional<std::int64_t> parse_millis(std::string_view text);

} // namespace presskit::languages
