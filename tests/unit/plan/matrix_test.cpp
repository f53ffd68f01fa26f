// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/matrix.hpp"
#include "tests/unit/plan/small_campaign.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::plan;

namespace {

std::vector<std::string> names(const Plan& plan, const std::string& kit_id) {
    std::vector<std::string> out;
    for (const PlannedKit& kit : plan.kits)
        if (kit.id == kit_id)
            for (const auto index : kit.artefacts) out.push_back(plan.artefacts[index].name);
    return out;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("plan: a kit a country and language, documents in reading order") {
    const auto plan = make_plan(small_campaign(), {});
    REQUIRE(plan);
    CHECK(plan->kits.size() == 6);
    CHECK(names(*plan, "al-en") == Names{"01-press-release-en.pdf",
                                         "02-recommendations-albania-en.pdf",
                                         "03-legal-guide-en.pdf"});
    CHECK(names(*plan, "region-en") ==
          Names{"01-press-release-en.pdf", "02-recommendations-albania-en.pdf",
                "02-recommendations-kosovo-en.pdf", "03-legal-guide-en.pdf"});
}

TEST_CASE("plan: an artefact is made once however many kits hold it") {
    const auto plan = make_plan(small_campaign(), {});
    REQUIRE(plan);
    std::set<std::string> unique;
    for (const auto& artefact : plan->artefacts) unique.insert(artefact.name);
    CHECK(unique.size() == plan->artefacts.size());
    // Four in English, four as fallback for Albanian, the derived release, two fallbacks beside it.
    CHECK(plan->artefacts.size() == 4 + 4 + 3);
}

TEST_CASE("plan: derived comes before fallback, and both say so") {
    const auto plan = make_plan(small_campaign(), {"xk/sr-latn"});
    REQUIRE(plan);
    CHECK(names(*plan, "xk-sr-Latn") == Names{"01-press-release-sr-Latn.pdf",
                                              "02-recommendations-kosovo-en-for-sr-Latn.pdf",
                                              "03-legal-guide-en-for-sr-Latn.pdf"});
    CHECK(plan->matrix[0].availability == Availability::derived);
    CHECK(plan->matrix[0].written_in == Locale{"sr-Cyrl"}); // as the kit's manifest says
    CHECK(plan->artefacts[0].edition.text.language == Locale{"sr-Cyrl"});
    CHECK(plan->matrix[1].availability == Availability::fallback);
    CHECK(plan->matrix[1].written_in == Locale{"en"});
}

TEST_CASE("plan: a fallback may be a derived text") {
    Campaign campaign = small_campaign();
    campaign.countries[0].languages = {{"cnr"}};
    const auto plan = make_plan(campaign, {"al"});
    REQUIRE(plan);
    CHECK(names(*plan, "al-cnr")[0] == "01-press-release-sr-Latn-for-cnr.pdf");
}

TEST_CASE("plan: only a country that a text names gets an edition of its own") {
    Campaign campaign = small_campaign();
    campaign.texts[{"guide", {}, {"en"}}].body.push_back(
        only({{"al"}}, {}, {paragraph("In Albania.")}));
    const auto plan = make_plan(campaign, {});
    REQUIRE(plan);
    CHECK(names(*plan, "al-en")[2] == "03-legal-guide-albania-en.pdf");
    CHECK(names(*plan, "xk-sq")[2] == "03-legal-guide-en-for-sq.pdf");

    campaign.texts[{"release", {}, {"en"}}].body = {paragraph(Inlines{variable("country", "in")})};
    campaign.texts[{"sheet", {"al"}, {"en"}}].body = {
        paragraph(Inlines{variable("country", "in")})};
    const auto second = make_plan(campaign, {});
    CHECK(names(*second, "region-en")[0] == "01-press-release-western-balkans-en.pdf");
    CHECK(names(*second, "region-en")[1] == names(*second, "al-en")[1]);
}

TEST_CASE("plan: sheets are numbered where names would sort them otherwise") {
    Campaign campaign = small_campaign();
    campaign.countries[2].sheets = {{"xk"}, {"al"}};
    std::swap(campaign.countries[0], campaign.countries[1]);
    const auto plan = make_plan(campaign, {"region"});
    CHECK(names(*plan, "region-en")[1] == "02-01-recommendations-kosovo-en.pdf");
    CHECK(names(*plan, "region-en")[2] == "02-02-recommendations-albania-en.pdf");
}

TEST_CASE("plan: a selection keeps the names of the whole campaign") {
    const Campaign campaign = small_campaign();
    const auto all = make_plan(campaign, {});
    const auto some = make_plan(campaign, {"al/en", "xk"});
    REQUIRE(some);
    CHECK(some->kits.size() == 4);
    CHECK(names(*some, "al-en") == names(*all, "al-en"));
    CHECK(names(*some, "al-sq").empty());
}

TEST_CASE("plan: a document that forbids fallback must exist in the language") {
    Campaign campaign = small_campaign();
    campaign.documents[0].fallback = FallbackPolicy::forbid;
    const auto plan = make_plan(campaign, {});
    REQUIRE_FALSE(plan);
    CHECK(codes(plan.diagnostics) == Names{"plan.fallback-forbidden"});
    CHECK(plan.diagnostics[0].message ==
          "document `release` does not exist in `sq`, which country `al` needs");
    CHECK(plan.diagnostics[0].hint.find("texts/release/sq.md") != std::string::npos);
}

TEST_CASE("plan: a text that exists nowhere is an error, once a language") {
    Campaign campaign = small_campaign();
    campaign.texts.erase({"sheet", {"xk"}, {"en"}});
    const auto plan = make_plan(campaign, {});
    CHECK(codes(plan.diagnostics) ==
          Names{"plan.missing-text", "plan.missing-text", "plan.missing-text"});
    CHECK(plan.diagnostics[0].hint.find("texts/sheet/xk/sq.md") != std::string::npos);
}

TEST_CASE("plan: a selection that names nothing is an error with the nearest kit") {
    const auto plan =
        make_plan(small_campaign(), {"al/en", "xx", "al/de", "xk/sr-Ltn", "", "al/../.."});
    REQUIRE_FALSE(plan);
    CHECK(codes(plan.diagnostics) == Names(5, "plan.unknown-selection"));
    CHECK(plan.diagnostics[2].hint == "did you mean `xk/sr-Latn`?");
    CHECK(plan.diagnostics[0].blame == Blame::usage);
    Campaign empty = small_campaign();
    empty.countries.clear();
    CHECK(codes(make_plan(empty, {}).diagnostics) == Names{"plan.no-kits"});
}
