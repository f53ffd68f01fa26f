// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/literals.hpp"

#include "pipeline/languages/format.hpp"

#include <algorithm>
#include <string>

namespace presskit::languages {
namespace {

constexpr std::size_t integer_digit_limit = 12;

/// True for one to `most` decimal digits.
bool is_digits(std::string_view text, std::size_t most) {
    return !text.empty() && text.size() <= most &&
           text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::int64_t value_of(std::string_view digits) {
    std::int64_t value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

} // namespace

std::optional<Date> parse_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !is_digits(text.substr(0, 4), 4) ||
        !is_digits(text.substr(5, 2), 2) || !is_digits(text.substr(8), 2))
        return std::nullopt;
    const Date date{static_cast<int>(value_of(text.substr(0, 4))),
                    static_cast<int>(value_of(text.substr(5, 2))),
                    static_cast<int>(value_of(text.substr(8)))};
    return is_valid(date) ? std::optional(date) : std::nullopt;
}

std::optional<std::int64_t> parse_millis(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    std::string fraction(text.substr(std::min(point + 1, text.size())));
    if (!is_digits(whole, integer_digit_limit) || (point < text.size() && !is_digits(fraction, 3)))
        return std::nullopt;
    fraction.resize(3, '0');
    const std::int64_t millis = value_of(whole) * 1000 + value_of(fraction);
    return negative ? -millis : millis;
}

} // namespace presskit::languages
