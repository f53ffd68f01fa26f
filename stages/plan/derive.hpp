// SPDX-License-Identifier: Apache-2.0
/// A text in another script of its language, made by rule.
#pragma once

#include "stages/model/campaign.hpp"

namespace presskit::plan {

/// Transliterates all words of `document` but protected and foreign ones, code, addresses of the
/// web and of mail, and ids; afterwards it is written in `language`.
void derive(Document& document, const Derivation& derivation, const Locale& language);

/// A line of plain words by the same rules.
std::string derived(std::string text, const Derivation& derivation);

} // namespace presskit::plan
