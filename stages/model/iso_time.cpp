// SPDX-License-Identifier: Apache-2.0
#include "stages/model/iso_time.hpp"

#include "pipeline/base/utc_time.hpp"

namespace presskit {
namespace {

std::string digits(std::int64_t value, std::size_t count) {
    std::string text = std::to_string(value);
    return text.insert(0, count > text.size() ? count - text.size() : 0, '0');
}

} // namespace

std::string to_iso(const Date& date) {
    return digits(date.year, 4) + "-" + digits(date.month, 2) + "-" + digits(date.day, 2);
}

std::string to_utc_text(std::int64_t timestamp) {
    const UtcTime utc = to_utc(timestamp);
    return digits(utc.year, 4) + "-" + digits(utc.month, 2) + "-" + digits(utc.day, 2) + "T" +
           digits(utc.hour, 2) + ":" + digits(utc.minute, 2) + ":" + digits(utc.second, 2) + "Z";
}

} // namespace presskit
