// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/telephone.hpp"

#include "pipeline/base/text.hpp"

#include <array>

namespace presskit {
namespace {

constexpr std::size_t fewest_digits = 7, most_digits = 15;

constexpr std::array<std::string_view, 7> separators{" ", "-", ".", "/", "\u00A0", "\u202F", "\u2011"};

std::size_t separator_at(std::string_view text) {
    for (const std::string_view separator : separators)
        if (text.starts_with(separator)) return separator.size();
    return 0;
}

/// The next digit from `at` on: there, behind one separator, or behind one and a bracket, as in " (0) 1".
/// `at` itself where there is none.
std::size_t next_digit(std::string_view text, std::size_t at) {
    const auto is = [&](std::size_t i, char c) { return i < text.size() && text[i] == c; };
    std::size_t next = at;
    if (is(next, ')')) ++next;
    next += separator_at(text.substr(next));
    if (is(next, '(')) ++next;
    return next < text.size() && is_digit(text[next]) ? next : at;
}

} // namespace

std::vector<TelephoneNumber> telephone_numbers(std::string_view text) {
    std::vector<TelephoneNumber> numbers;
    for (std::size_t plus = text.find('+'); plus != text.npos;) {
        std::size_t digits = 0, end = plus + 1;
        for (std::size_t at = end; at < text.size() && is_digit(text[at]) && digits < most_digits;) {
            ++digits;
            end = at + 1;
            at = next_digit(text, end);
        }
        if (digits >= fewest_digits) numbers.push_back({plus, end});
        plus = text.find('+', end);
    }
    return numbers;
}

} // namespace presskit
