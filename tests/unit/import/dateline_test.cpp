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

TEST_CASE("dateline: each language's own order of day, month and year, and its words among them") {
    const auto day_in = [](const char* tag, std::string_view text, std::string_view city) {
        const auto found = find(text, tag);
        INFO(tag << " " << text);
        REQUIRE(found);
        CHECK(found->date == Date{2024, 6, 3});
        CHECK(to_utf8(found->city) == city);
        CHECK(found->length < text.size());
    };
    day_in("hu", "BUDAPEST, 2024. június 3. – Halak", "BUDAPEST");
    day_in("pl", "WARSZAWA, 3 czerwca 2024 r. – Ryby", "WARSZAWA");
    day_in("pl", "WARSZAWA, 3 czerwca 2024 roku – Ryby", "WARSZAWA");
    day_in("pt", "LISBOA, 3 de junho de 2024 – Peixes", "LISBOA");
    day_in("es", "MADRID, 3 de junio de 2024 – Peces", "MADRID");
    day_in("uk", "КИЇВ, 3 червня 2024 року – Риба", "КИЇВ");
    day_in("uk", "Київ, 3 червня 2024 року. Риба", "Київ");
    day_in("hr", "Zagreb, 3. lipnja 2024. Ribe", "Zagreb");
    day_in("en", "VIENNA, Austria, 3 June 2024. Fish", "VIENNA, Austria");
    day_in("ru", "МОСКВА, 3 июня 2024 г. – Рыба", "МОСКВА");
    day_in("bg", "СОФИЯ, 3 юни 2024 г. – Риби", "СОФИЯ");
    day_in("ar", "بيروت، 3 يونيو 2024 – الأسماك", "بيروت");
    day_in("ar", "فيينا، النمسا – 3 يونيو 2024: الأسماك", "فيينا، النمسا");
    CHECK_FALSE(find("نشر المرصد تقريره السنوي عن الأسماك في أنهار أوروبا في 3 يونيو 2024: الأسماك", "ar"));
}

TEST_CASE("dateline: a line of its own is all dateline") {
    const auto found = find("Vienna, 18 May 2021");
    REQUIRE(found);
    CHECK(found->length == 19);
    CHECK(found->text == U"Vienna, 18 May 2021");
}

TEST_CASE("dateline: a day in a sentence, a day that does not exist and numbers are none") {
    CHECK_FALSE(find("The report of 18 May 2021 shows that children are at risk."));
    CHECK_FALSE(find("The report of 18 May 2021. Children are at risk."));
    CHECK_FALSE(find("The law was passed in Vienna, 18 May 2021. Children are at risk."));
    CHECK_FALSE(find("Report published Friday, 18 May 2021. Children are at risk."));
    CHECK_FALSE(find("Tuesday, May 18, 2021. Children are at risk."));
    CHECK_FALSE(find("Вівторок, 18 травня 2021 року. Діти в небезпеці.", "uk"));
    CHECK(find("Rio de Janeiro, 18 May 2021. Children are at risk."));
    CHECK_FALSE(find("VIENNA – 31 February 2021: Children"));
    CHECK_FALSE(find("VIENNA – 18 May 21: Children"));
    CHECK_FALSE(find("Tables 1, 2 and 2021: Children"));
    CHECK_FALSE(find(""));
    CHECK_FALSE(find("– – –"));
}
