// SPDX-License-Identifier: Apache-2.0
/// The kinds of pages of the site, as HTML.
#pragma once

#include "stages/publish/listing.hpp"

#include <string>
#include <utility>
#include <vector>

namespace presskit::publish {

/// The campaigns, each language in its own words, each country by its names in the languages of its kits.
std::string front_page(const Listing& listing);

/// Every kit in a language, by country.
std::string language_page(const Listing& listing, const std::string& tag);

/// Every kit of a country, in one of its languages with each language's own words for the kit.
std::string country_page(const Listing& listing, const std::string& code, const std::string& tag);

/// A country's page in all its languages; the English one is for everybody else.
std::vector<std::pair<std::string, std::string>> country_alternates(const Listing& listing,
                                                                    const std::string& code);

/// A kit: to download, to paste from, to check.
std::string kit_page(const Listing& listing, const OfferedKit& kit);

/// A version that was corrected: that it was, by what, and where that is. Requires: its campaign is listed.
std::string superseded_page(const Listing& listing, const SupersededKit& kit);

/// What a campaign's version puts right, for readers of a language; nothing without a correction.
std::string correction_of(const OfferedCampaign& campaign, const Language& language);
std::string correction_note(const OfferedCorrection& correction, const Language& language);

/// Care notes on the names in `shown`, each once, in the order of the kits: those whose mark stands there.
std::string notes_of(const Kits& kits, std::string_view shown);

/// A list of languages by their own names; `target` gives each one's path from the top of the site.
std::string language_list(const std::vector<std::pair<std::string, std::string>>& targets,
                          const std::string& root, const std::string& label);

} // namespace presskit::publish
