// SPDX-License-Identifier: Apache-2.0
/// Languages and countries by their public codes.
#pragma once

#include <compare>
#include <map>
#include <string>
#include <string_view>

namespace presskit {

/// A BCP 47 tag in canonical case ("sq", "sr-Cyrl", "cnr"); RFC 5646 2.1.
struct Locale {
    std::string tag;
    auto operator<=>(const Locale&) const = default;
};

/// The language alone: "sr" of "sr-Cyrl".
inline std::string_view primary_subtag(const Locale& locale) {
    return std::string_view(locale.tag).substr(0, locale.tag.find('-'));
}

/// A campaign's own code for a country or region, lower case ("al", "region"); also its folder name.
struct CountryCode {
    std::string code;
    auto operator<=>(const CountryCode&) const = default;
};

enum class Direction { left_to_right, right_to_left };

/// One text in several languages.
using LocalizedText = std::map<Locale, std::string>;

} // namespace presskit
