// SPDX-License-Identifier: Apache-2.0
#include "stages/import/dateline.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"

#include <catch2/catch.hpp>

using namespace presskit;

namespace {

std::optional<import::Dateline> find(std::string_view text, const char* tag = "en") {
    return import::find_dateline(to_utf32(text), *languages::find({tag}));
}

} // namespace

TEST_CASE("dateline: place and day in the forms that releases use") {
    const Date day{2021, 5, 18};
    for (const char* text :
         {"VIENNA, Austria – 18 May 2021: Children", "VIENNA, Austria, May 18, 2021 – Children",
          "VIENNA, Austria (18 May 2021) — Children", "(VIENNA, Austria, 18 May 2021) Children",
          "18 May 2021, VIENNA, Austria – Children", "VIENNA, Austria, 18.05.2021: Children",
          "VIENNA, Austria, 2021-05-18: Children",
          "VIENNA, Austria, 18th of May 2021 - Children"}) {
        const auto found = find(text);
        INFO(text);
        REQUIRE(found);
        CHECK(found->date == day);
        CHECK(to_utf8(found->city) == "VIENNA, Austria");
        CHECK(to_utf8(to_utf32(text).substr(found->length)) == "Children");
    }
}

TEST_CASE("dateline: months in the text's own language") {
    CHECK(find("WIEN, am 18. Mai 2021 – Kinder", "de")->city == U"WIEN");
    CHECK(find("BEČ, 18. svibnja 2021. – Djeca", "hr")->date == Date{2021, 5, 18});
    CHECK(find("БЕЧ, 18. мај 2021. године: Деца", "sr-Cyrl")->text ==
          U"БЕЧ, 18. мај 2021. године:");
    CHECK(find("BEČ, 18. maj 2021. godine – Djeca", "cnr")->date == Date{2021, 5, 18});
    CHECK(find("VJENË, 18 maj 2021 – Fëmijët", "sq")->city == U"VJENË");
    CHECK(find("ВИЕНА, 18 мај 2021 г. – Децата", "mk")->date == Date{2021, 5, 18});
}

TEST_CASE("dateline: a line of its own is all dateline") {
    const auto found = find("Vienna, 18 May 2021");
    REQUIRE(found);
    CHECK(found->length == 19);
    CHECK(found->text == U"Vienna, 18 May 2021");
}

TEST_CASE("dateline: a day in a sentence, a day that does not exist and numbers are none") {
    CHECK_FALSE(find("The report of 18 May 2021 shows that children are at risk."));
    CHECK_FALSE(find("VIENNA – 31 February 2021: Children"));
    CHECK_FALSE(find("VIENNA – 18 May 21: Children"));
    CHECK_FALSE(find("Tables 1, 2 and 2021: Children"));
    CHECK_FALSE(find(""));
    CHECK_FALSE(find("– – –"));
}
