// SPDX-License-Identifier: Apache-2.0
/// Which of a campaign's texts.
#pragma once

#include "stages/model/locale.hpp"

#include <compare>
#include <string>

namespace presskit {

/// A text by what it is: document id, country (empty unless a sheet) and language.
struct TextKey {
    std::string document;
    CountryCode country;
    Locale language;
    auto operator<=>(const TextKey&) const = default;
};

} // namespace presskit
