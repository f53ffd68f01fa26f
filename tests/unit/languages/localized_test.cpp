// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/localized.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using languages::localized;

namespace {

Campaign with_languages() {
    Campaign campaign;
    campaign.languages = {{{"en"}, {}, {}, {}},
                          {{"sr-Cyrl"}, {}, {{"en"}}, {}},
                          {{"sr-Latn"}, Derivation{{"sr-Cyrl"}, {}, {}}, {{"sr-Cyrl"}, {"en"}}, {}},
                          {{"cnr"}, {}, {{"sr-Latn"}, {"en"}}, {}}};
    return campaign;
}

} // namespace

TEST_CASE("localized: own wording, then derived, then fallback, then English, then the first") {
    const Campaign campaign = with_languages();
    const LocalizedText title{{{"en"}, "Guide"}, {{"sr-Cyrl"}, "Водич"}};
    CHECK(localized(campaign, title, {"sr-Cyrl"}) == "Водич");
    CHECK(localized(campaign, title, {"sr-Latn"}) == "Vodič");
    CHECK(localized(campaign, title, {"cnr"}) == "Vodič");
    CHECK(languages::wording(campaign, title, {"cnr"}).language == Locale{"sr-Latn"});
    CHECK(localized(campaign, title, {"mk"}) == "Guide");
    CHECK(localized(campaign, LocalizedText{{{"de"}, "Leitfaden"}}, {"mk"}) == "Leitfaden");
    CHECK(localized(campaign, LocalizedText{}, {"mk"}).empty());
}

TEST_CASE("localized: a name's forms are derived but never borrowed") {
    const Campaign campaign = with_languages();
    const LocalizedName albania{{{"en"}, {"Albania", {{"in", "in Albania"}}}},
                                {{"sr-Cyrl"}, {"Албанија", {{"in", "у Албанији"}}}}};
    CHECK(languages::name_form(campaign, albania, {"sr-Latn"}, "in") == "u Albaniji");
    CHECK(languages::name_form(campaign, albania, {"en"}, "") == "Albania");
    CHECK_FALSE(languages::name_form(campaign, albania, {"cnr"}, "in"));
    CHECK_FALSE(languages::name_form(campaign, albania, {"en"}, "of"));
}
