// SPDX-License-Identifier: Apache-2.0
/// A catalogue in the orders that its readers look for things.
#pragma once

#include "stages/model/language.hpp"
#include "stages/publish/catalogue.hpp"

#include <map>
#include <string>
#include <vector>

namespace presskit::publish {

using Kits = std::vector<const OfferedKit*>;

/// Refers to the catalogue, which must outlive it.
class Listing {
  public:
    explicit Listing(const Catalogue& catalogue);

    const Catalogue& catalogue;
    std::map<std::string, Kits> by_language; ///< by tag; countries by its alphabet
    std::map<std::string, Kits> by_country;  ///< by code; languages by their tags

    const OfferedCampaign& campaign_of(const OfferedKit& kit) const;
    /// The campaign's kits for the same country, this one among them, by language.
    Kits siblings_of(const OfferedKit& kit) const;
    /// Each publisher once.
    std::string publishers() const;
    /// The style sheet that has the colours of `kits`, in the site's top folder; empty if they are
    /// of several brands, or of none.
    std::string brand_style_of(const Kits& kits) const;
    Kits all() const;
    /// The languages that a country's page is in: those of its kits, and English for everybody else.
    std::vector<std::string> languages_of_country(const std::string& code) const;
    /// The first card among those of `kits`; none if no kit has one.
    static const OfferedCard* card_of(const Kits& kits);
};

/// The language of a tag that read_catalogue has accepted.
const Language& language_of(const std::string& tag);

/// In the language, else in English, else in the first there is.
std::string title_of(const OfferedCampaign& campaign, const std::string& language);

/// "Correction of 20 May 2021: this version replaces version 1.0.0."
std::string correction_notice(const OfferedCorrection& correction, const Language& language);

/// The name of the kit's country in the language, else in English, else in the kit's.
std::string country_name_of(const OfferedKit& kit, const std::string& tag);

/// "2021-05-18" as the language writes it.
std::string date_in(const Language& language, const std::string& iso);

/// Paths of pages from the top of the site.
std::string path_of_language(const std::string& tag);
std::string path_of_country(const std::string& code, const std::string& tag = "en");
std::string path_of_style(const OfferedCampaign& campaign);
std::string path_of(const OfferedKit& kit);
std::string path_of(const SupersededKit& kit);

} // namespace presskit::publish
