// SPDX-License-Identifier: Apache-2.0
/// Languages and countries by their public codes.
#pragma once

#include <compare>
#include <map>
#include <string>

namespace presskit {

/// A BCP 47 tag in canonical case ("sq", "sr-Cyrl", "cnr"); RFC 5646 2.1.
struct Locale {
    std::string tag;
    auto operator<=>(const Locale&) const = default;
};

/// A campaign's own code for a country or region, lower case ("al", "region"); also its folder name.
struct CountryCode {
    std::string code;
    auto operator<=>(const CountryCode&) const = default;
};

enum class Direction { left_to_right, right_to_left };

/// One text in several languages.
using LocalizedText = std::map<Locale, std::string>;

} // namespace presskit
