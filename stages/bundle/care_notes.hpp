// SPDX-License-Identifier: Apache-2.0
/// Country names that never stand alone: where a kit names such a country, the country's mark
/// follows and its note stands at the foot.
#pragma once

#include "stages/model/campaign.hpp"
#include "stages/model/kit.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::bundle {

/// Puts marks into the texts of one kit and remembers which notes they call for. A country's names
/// count in any of their languages and forms, since titles and credits quote each other; the looser
/// CareNote::words only in the language they are given for.
class CareNotes {
  public:
    explicit CareNotes(const Campaign& campaign);

    /// `text` with the mark after each name that calls for one and does not have it.
    std::string marked(std::string_view text, const Locale& language);
    /// As `marked`; a text that speaks of `country` in a form we do not know ends with its mark.
    std::string marked_about(std::string_view text, const Locale& language,
                             const CountryCode& country);
    /// With its note marked in each language, derived ones too.
    Correction marked(Correction correction);
    /// The notes called for so far, in the campaign's order of countries.
    std::vector<KitNote> notes() const;

  private:
    struct Form {
        std::string text;
        bool is_stem = false;           ///< stands for every word that begins so
        std::optional<Locale> language; ///< the only one it counts in
        const Country* country = nullptr;
    };
    /// A form that stands at a place of a text, and the bytes of its words there.
    struct Match {
        const Country* country = nullptr;
        std::size_t bytes = 0;
    };
    enum class Reach { any_language, own_language };
    /// Adds a name or word, and what derivation makes of it.
    void add(const Country& country, const std::string& text, const Locale& locale, Reach reach);
    Match match_at(std::string_view text, std::size_t offset, const Locale& language) const;

    const Campaign* campaign_;
    std::vector<Form> forms_; ///< the longest first
    std::set<CountryCode> used_;
};

} // namespace presskit::bundle
