// SPDX-License-Identifier: Apache-2.0
/// Dates, numbers and instants as a language writes them (its file, by ICU), and fixed words with names
/// in braces. Nothing here depends on the locale or time zone of the process.
#pragma once

#include "stages/model/campaign.hpp"
#include "stages/model/language.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::languages {

/// "18 May 2021", "18. svibnja 2021.": the language's date_pattern and months.
std::string format_date(const Language& language, Date date);

/// How a month (1 to 12) may be called: as in dates first, then CLDR's other forms.
std::vector<std::string> month_names(const Language& language, int month);

/// CLDR's names of the days of the week, in small letters.
std::vector<std::string> weekday_names(const Language& language);

/// millis/1000 with at most three digits after the decimal sign: "15,000", "15.000", "−15 000".
std::string format_number(const Language& language, std::int64_t millis);

/// millis/1000 per cent, with the space the language wants: "12%", "12 %".
std::string format_percent(const Language& language, std::int64_t millis);

/// Local time with the zone's name in the language, then UTC: "18 May 2021, 10:00 Central European
/// Summer Time (08:00 UTC)". `instant` is in seconds since 1970-01-01T00:00Z; `zone` is an IANA
/// name.
std::string format_instant(const Language& language, std::int64_t instant, const std::string& zone);

/// The instant of a local time ("2021-05-18T10:00", seconds optional) in an IANA zone, in seconds
/// since 1970-01-01T00:00Z; none if the zone is unknown, the date does not exist, or the clocks
/// skip that time. A time the clocks repeat is taken at its second passing: an embargo must not end early.
std::optional<std::int64_t> instant(std::string_view local_time, const std::string& zone);

/// True for a day that exists, years 1 to 9999.
bool is_valid(Date date);

/// The name of `named` in the words of `reader`: "Albanian", "shqip".
std::string language_name(const Locale& named, const Language& reader);

/// The name that the language has for the region of a tag, by CLDR: "Österreich" for "de-AT". Empty
/// where a tag names none, or one that there is not ("UK", "ZZ") or is no more ("YU").
std::string region_name(const Locale& locale, const Language& reader);

/// Replaces each `{name}` of a pattern that is in `values`.
std::string fill(std::string_view pattern,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values);

/// "Image: A. Example"; empty without a credit. From right to left, a sign that ends Latin, Greek or Cyrillic
/// words ("Agency Ltd.") is held at their end by a mark of direction: as the last of a line it would stand
/// before them. Plain text has no other means.
std::string credit_line(const Language& language, std::string_view credit);

} // namespace presskit::languages
