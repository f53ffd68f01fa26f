// SPDX-License-Identifier: Apache-2.0
/// Which text stands for a document in a language: its own, one derived from another script, or the
/// first of the language's fallbacks that exists.
#pragma once

#include "stages/model/campaign.hpp"
#include "stages/model/plan.hpp"

namespace presskit::plan {

/// `text.language` is the language of an own text or fallback, and the language derived from for a
/// derived text. A fallback may itself be derived; then `text` names no file of the campaign.
struct Choice {
    TextKey text;
    Availability availability = Availability::missing;
};

/// `sheet_country` is empty unless the document is a sheet.
Choice choose_text(const Campaign& campaign, const std::string& document,
                   const CountryCode& sheet_country, const Locale& reader);

/// The text that an edition's words are made from, and the derivation to apply to it, if any.
struct SourceText {
    const Document* document = nullptr; ///< null if there is none
    const Derivation* derivation = nullptr;
    Locale language; ///< of the words of the edition
};
SourceText source_text(const Campaign& campaign, const EditionKey& key);

/// True if a text says something else for `country` than for one that none of its conditions names:
/// all such countries share one edition.
bool depends_on_country(const Document& document, const CountryCode& country);

} // namespace presskit::plan
