// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/transliterate.hpp"

#include <catch2/catch.hpp>

using presskit::languages::to_latin;

TEST_CASE("transliterate: each letter has its Latin one") {
    CHECK(to_latin("абвгдђежзијклљмнњопрстћуфхцчџш") == "abvgdđežzijklljmnnjoprstćufhcčdžš");
    CHECK(to_latin("Љубав, џеп и Ђоковић – 18. мај!") == "Ljubav, džep i Đoković – 18. maj!");
}

TEST_CASE("transliterate: a digraph has two capitals only among capitals") {
    CHECK(to_latin("ЏУГАЊ") == "DŽUGANJ");
    CHECK(to_latin("Његош и Њ.") == "Njegoš i Nj.");
    CHECK(to_latin("ЉУБИЊЕ") == "LJUBINJE");
    CHECK(to_latin("КОЊ Њему") == "KONJ Njemu");
    CHECK(to_latin("Њ") == "Nj");
}

TEST_CASE("transliterate: other scripts and signs stay as they are") {
    CHECK(to_latin("Europol, GI-TOC „и“ 15\u00A0%") == "Europol, GI-TOC „i“ 15\u00A0%");
    CHECK(to_latin("").empty());
    CHECK(to_latin("С\u0301") == "Ś");
}

TEST_CASE("transliterate: exceptions match whole words and take on their case") {
    const presskit::languages::TransliterationExceptions exceptions{{"инјекција", "in-jekcija"},
                                                                    {"вашингтон*", "washington*"}};
    CHECK(to_latin("инјекција Инјекција ИНЈЕКЦИЈА", exceptions) ==
          "in-jekcija In-jekcija IN-JEKCIJA");
    CHECK(to_latin("инјекције", exceptions) == "injekcije");
    CHECK(to_latin("у Вашингтону, ВАШИНГТОНОМ", exceptions) == "u Washingtonu, WASHINGTONOM");
    CHECK(to_latin("невашингтон", exceptions) == "nevašington");
}
