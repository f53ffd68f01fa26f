// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/format.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/unicode.hpp"
#include "pipeline/languages/utf16.hpp"

#include <unicode/basictz.h>
#include <unicode/calendar.h>
#include <unicode/dcfmtsym.h>
#include <unicode/dtfmtsym.h>
#include <unicode/gregocal.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/region.h>
#include <unicode/smpdtfmt.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>
#include <memory>
#include <span>
#include <vector>

namespace presskit::languages {
namespace {

constexpr std::int64_t seconds_per_day = 86'400;

icu::Locale icu_locale(const Language& language) {
    return icu::Locale(language.icu_locale.c_str());
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

std::int64_t days_since_1970(Date date) {
    const std::chrono::year_month_day day{std::chrono::year{date.year},
                                          std::chrono::month{static_cast<unsigned>(date.month)},
                                          std::chrono::day{static_cast<unsigned>(date.day)}};
    return std::chrono::sys_days{day}.time_since_epoch().count();
}

/// The months as the language's file has them, in the case that dates ask for.
void set_months(icu::SimpleDateFormat& format, const Language& language, UErrorCode& status) {
    auto symbols = std::make_unique<icu::DateFormatSymbols>(icu_locale(language), status);
    if (U_FAILURE(status) || language.months.front().empty()) return;
    std::array<icu::UnicodeString, 12> months;
    std::ranges::transform(language.months, months.begin(), utf16);
    symbols->setMonths(months.data(), static_cast<std::int32_t>(months.size()),
                       icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::WIDE);
    format.adoptDateFormatSymbols(symbols.release());
}

/// A formatter for one language and pattern. Opening one costs as much as composing half a page: each
/// thread keeps those it used last.
struct DateFormatter {
    std::string locale;
    std::string pattern;
    std::unique_ptr<icu::SimpleDateFormat> format;
};

icu::SimpleDateFormat* formatter_for(const Language& language, std::string_view pattern) {
    constexpr std::size_t most_kept = 16;
    thread_local std::vector<DateFormatter> all; // the one used last at the end
    const auto known = std::ranges::find_if(all, [&](const DateFormatter& each) {
        return each.locale == language.icu_locale && each.pattern == pattern;
    });
    if (known != all.end()) {
        std::rotate(known, known + 1, all.end());
        return all.back().format.get();
    }
    UErrorCode status = U_ZERO_ERROR;
    auto format =
        std::make_unique<icu::SimpleDateFormat>(utf16(pattern), icu_locale(language), status);
    // Gregorian throughout: ICU's calendar is Julian before 1582 unless told otherwise.
    auto calendar = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(),
                                                             icu_locale(language), status);
    if (U_FAILURE(status)) return nullptr;
    calendar->setGregorianChange(-1e18, status);
    format->adoptCalendar(calendar.release());
    set_months(*format, language, status);
    if (U_FAILURE(status)) return nullptr;
    if (all.size() == most_kept) all.erase(all.begin());
    all.push_back({language.icu_locale, std::string(pattern), std::move(format)});
    return all.back().format.get();
}

/// The fields of an instant in a zone, by a CLDR pattern.
std::string by_pattern(const Language& language, std::string_view pattern, std::int64_t instant,
                       const icu::TimeZone& zone) {
    icu::SimpleDateFormat* format = formatter_for(language, pattern);
    if (format == nullptr) return {};
    format->setTimeZone(zone);
    icu::UnicodeString out;
    format->format(static_cast<UDate>(instant) * 1000.0, out);
    return utf8(out);
}

/// The day of an instant in a zone.
std::string day_of(const Language& language, std::int64_t instant, const icu::TimeZone& zone) {
    std::string pattern = language.date_pattern;
    if (const std::size_t day = pattern.find('d');
        !language.first_of_month.empty() && day != std::string::npos &&
        by_pattern(language, "d", instant, zone) == "1")
        pattern.replace(day, 1, "'" + language.first_of_month + "'");
    return by_pattern(language, pattern, instant, zone);
}

/// A zone of the IANA database; null for custom offsets and unknown names.
std::unique_ptr<icu::TimeZone> known_zone(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString canonical;
    UBool is_system = false;
    icu::TimeZone::getCanonicalID(utf16(name), canonical, is_system, status);
    if (U_FAILURE(status) || !is_system || name == "Etc/Unknown") return nullptr;
    return std::unique_ptr<icu::TimeZone>(icu::TimeZone::createTimeZone(utf16(name)));
}

std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) {
    int value = 0;
    if (at + digits > text.size()) return std::nullopt;
    for (const char c : text.substr(at, digits)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

/// Seconds since 1970 as if local time were UTC.
std::optional<std::int64_t> local_seconds(std::string_view text) {
    const bool with_seconds = text.size() == 19;
    if ((text.size() != 16 && !with_seconds) || text[4] != '-' || text[7] != '-' ||
        (text[10] != 'T' && text[10] != ' ') || text[13] != ':' ||
        (with_seconds && text[16] != ':'))
        return std::nullopt;
    const auto year = number_at(text, 0, 4), month = number_at(text, 5, 2),
               day = number_at(text, 8, 2), hour = number_at(text, 11, 2),
               minute = number_at(text, 14, 2), second = with_seconds ? number_at(text, 17, 2) : 0;
    if (!year || !month || !day || !hour || !minute || !second) return std::nullopt;
    const Date date{*year, *month, *day};
    if (!is_valid(date) || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return days_since_1970(date) * seconds_per_day + *hour * std::int64_t{3600} + *minute * std::int64_t{60} +
           *second;
}


} // namespace

bool is_valid(Date date) {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 &&
           std::chrono::year_month_day{std::chrono::year{date.year},
                                       std::chrono::month{static_cast<unsigned>(date.month)},
                                       std::chrono::day{static_cast<unsigned>(date.day)}}
               .ok();
}

std::string format_date(const Language& language, Date date) {
    return day_of(language, days_since_1970(date) * seconds_per_day, *icu::TimeZone::getGMT());
}

std::string format_number(const Language& language, std::int64_t millis) {
    UErrorCode status = U_ZERO_ERROR;
    icu::DecimalFormatSymbols signs(icu_locale(language), status);
    signs.setSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol,
                    utf16(language.numbers.decimal));
    signs.setSymbol(icu::DecimalFormatSymbols::kGroupingSeparatorSymbol,
                    utf16(language.numbers.group));
    // A minus sign as wide as a plus, where the locale has a hyphen; marks of direction around it stay.
    icu::UnicodeString minus = signs.getSymbol(icu::DecimalFormatSymbols::kMinusSignSymbol);
    signs.setSymbol(icu::DecimalFormatSymbols::kMinusSignSymbol, minus.findAndReplace(u"-", u"\u2212"));
    const auto formatted = icu::number::NumberFormatter::withLocale(icu_locale(language))
                               .precision(icu::number::Precision::maxFraction(3))
                               .symbols(signs)
                               .grouping(language.numbers.group_from > 4 ? UNUM_GROUPING_MIN2 : UNUM_GROUPING_AUTO)
                               .formatDecimal(decimal(millis), status);
    const icu::UnicodeString text = formatted.toString(status);
    return U_SUCCESS(status) ? utf8(text) : decimal(millis);
}

std::string format_percent(const Language& language, std::int64_t millis) {
    return fill(language.numbers.percent, {{"number", format_number(language, millis)}});
}

std::vector<std::string> month_names(const Language& language, int month) {
    assert(month >= 1 && month <= 12);
    const auto index = static_cast<std::size_t>(month - 1);
    std::vector<std::string> names{language.months[index]};
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu_locale(language), status);
    if (U_FAILURE(status)) return names;
    for (const auto context :
         {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        std::int32_t count = 0;
        const icu::UnicodeString* first =
            symbols.getMonths(count, context, icu::DateFormatSymbols::WIDE);
        const std::span months(first, static_cast<std::size_t>(count));
        std::string name = index < months.size() ? utf8(months[index]) : std::string();
        if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    return names;
}

std::vector<std::string> weekday_names(const Language& language) {
    std::vector<std::string> names;
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu_locale(language), status);
    if (U_FAILURE(status)) return names;
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
        std::int32_t count = 0;
        const icu::UnicodeString* first = symbols.getWeekdays(count, context, icu::DateFormatSymbols::WIDE);
        for (const icu::UnicodeString& day : std::span(first, static_cast<std::size_t>(count)))
            if (!day.isEmpty()) names.push_back(utf8(icu::UnicodeString(day).toLower(icu_locale(language))));
    }
    return names;
}

std::string format_instant(const Language& language, std::int64_t instant,
                           const std::string& zone_name) {
    const icu::TimeZone& utc = *icu::TimeZone::getGMT();
    const std::unique_ptr<icu::TimeZone> zone = known_zone(zone_name);
    const std::string utc_day = day_of(language, instant, utc);
    const std::string utc_time = by_pattern(language, "HH:mm", instant, utc) + " UTC";
    if (zone == nullptr) return utc_day + language.comma + utc_time;
    const std::string day = day_of(language, instant, *zone);
    const std::string time = by_pattern(language, "HH:mm", instant, *zone);
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t offset = 0, saving = 0;
    zone->getOffset(static_cast<UDate>(instant) * 1000.0, false, offset, saving, status);
    if (U_FAILURE(status) || (offset + saving == 0 && zone_name.find("UTC") != std::string::npos))
        return utc_day + language.comma + utc_time;
    return day + language.comma + time + " " + by_pattern(language, "zzzz", instant, *zone) + " (" +
           (day == utc_day ? "" : utc_day + language.comma) + utc_time + ")";
}

std::optional<std::int64_t> instant(std::string_view local_time, const std::string& zone_name) {
    const auto local = local_seconds(local_time);
    const std::unique_ptr<icu::TimeZone> zone = known_zone(zone_name);
    const auto* rules = dynamic_cast<const icu::BasicTimeZone*>(zone.get());
    if (!local || rules == nullptr) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t offset = 0, saving = 0;
    rules->getOffsetFromLocal(static_cast<UDate>(*local) * 1000.0, UCAL_TZ_LOCAL_LATTER,
                              UCAL_TZ_LOCAL_LATTER, offset, saving, status);
    if (U_FAILURE(status)) return std::nullopt;
    const std::int64_t found = *local - (offset + saving) / 1000;
    // In a gap the clocks never show the local time, so going back does not return to it.
    zone->getOffset(static_cast<UDate>(found) * 1000.0, false, offset, saving, status);
    if (U_FAILURE(status) || found + (offset + saving) / 1000 != *local) return std::nullopt;
    return found;
}

std::string language_name(const Locale& named, const Language& reader) {
    icu::UnicodeString name;
    std::string id = named.tag;
    std::ranges::replace(id, '-', '_');
    icu::Locale(id.c_str()).getDisplayName(icu_locale(reader), name);
    const std::string text = utf8(name);
    // Where CLDR has no name it gives the code back; the language's own name says more.
    const bool is_code = text.empty() || text == named.tag || text.starts_with(named.tag + " ");
    const Language* language = find(named);
    if (is_code && language != nullptr) return language->autonym;
    return text.empty() ? named.tag : text;
}

std::string fill(std::string_view pattern,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t close =
            pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
        const std::string_view name = close == std::string_view::npos
                                          ? std::string_view{}
                                          : pattern.substr(at + 1, close - at - 1);
        const auto* found = values.end();
        for (const auto* value = values.begin(); value != values.end(); ++value)
            if (!name.empty() && value->first == name) found = value;
        if (found == values.end()) {
            out += pattern[at++];
        } else {
            out += found->second;
            at = close + 1;
        }
    }
    return out;
}

std::string region_name(const Locale& locale, const Language& reader) {
    const icu::Locale named(locale.tag.c_str());
    UErrorCode status = U_ZERO_ERROR;
    const icu::Region* const region = icu::Region::getInstance(named.getCountry(), status);
    if (U_FAILURE(status) || region == nullptr || region->getType() == URGN_UNKNOWN ||
        region->getType() == URGN_DEPRECATED || std::string_view(region->getRegionCode()) != named.getCountry())
        return {};
    icu::UnicodeString name;
    named.getDisplayCountry(icu_locale(reader), name);
    return utf8(name);
}

std::string credit_line(const Language& language, std::string_view credit) {
    if (credit.empty()) return {};
    std::string line = fill(language.word(Word::credit), {{"credit", credit}});
    if (language.direction == Direction::right_to_left && line.ends_with(credit) &&
        ends_left_to_right_words(credit))
        line += "\u200E";
    return line;
}

} // namespace presskit::languages
