// SPDX-License-Identifier: Apache-2.0
/// International telephone numbers in running text. No line ends within one, and it reads from left to
/// right in any language: without that, bidirectional text turns the order of its groups round.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace presskit {

/// Its bytes in a text, from `begin` to before `end`.
struct TelephoneNumber {
    std::size_t begin = 0, end = 0;
    bool operator==(const TelephoneNumber&) const = default;
};

/// The numbers that begin with `+` and have 7 to 15 digits (ITU-T E.164), alone or in groups, as in
/// "+383 38 200 100" and "+43 (0)1 200-100"; in order.
std::vector<TelephoneNumber> telephone_numbers(std::string_view text);

} // namespace presskit
