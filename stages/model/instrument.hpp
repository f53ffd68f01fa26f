// SPDX-License-Identifier: Apache-2.0
/// The treaties and laws of a campaign, for the index of its texts.
#pragma once

#include "pipeline/base/source.hpp"
#include "stages/model/date.hpp"
#include "stages/model/locale.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace presskit {

/// A treaty or a law that texts speak of. It is looked for under its names, its short
/// names and further `words`, which may have stems ("Konvent* për të Drejtat e Fëmijës").
struct Instrument {
    std::string id;
    LocalizedText names, short_names;
    std::optional<Date> date; ///< of its adoption or signature
    std::string reference;    ///< where it is printed: "CETS 201"
    std::map<Locale, std::vector<std::string>> words;
    Span span;
};

} // namespace presskit
