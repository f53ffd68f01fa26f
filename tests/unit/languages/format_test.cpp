// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/format.hpp"

#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/unicode.hpp"

#include <catch2/catch.hpp>
#include <unicode/numberformatter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::languages;

namespace {
const Language& lang(const char* tag) { return *languages::find({tag}); }

std::string cldr_number(const Language& language) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out;
    icu::number::NumberFormatter::withLocale(icu::Locale(language.icu_locale.c_str()))
        .formatDecimal("1234567.5", status)
        .toString(status)
        .toUTF8String(out);
    return out;
}
} // namespace

TEST_CASE("format: a date reads as the language writes it in a sentence") {
    const Date date{2021, 5, 18};
    CHECK(format_date(lang("en"), date) == "18 May 2021");
    CHECK(format_date(lang("sq"), date) == "18 maj 2021");
    CHECK(format_date(lang("bs"), date) == "18. maja 2021.");
    CHECK(format_date(lang("hr"), date) == "18. svibnja 2021.");
    CHECK(format_date(lang("sr-Cyrl"), date) == "18. маја 2021.");
    CHECK(format_date(lang("sr-Latn"), date) == "18. maja 2021.");
    CHECK(format_date(lang("cnr"), date) == "18. maja 2021.");
    CHECK(format_date(lang("mk"), date) == "18 мај 2021");
    CHECK(format_date(lang("de"), date) == "18. Mai 2021");
    CHECK(format_date(lang("bg"), date) == "18 май 2021 г.");
    CHECK(format_date(lang("da"), date) == "18. maj 2021");
    CHECK(format_date(lang("el"), date) == "18 Μαΐου 2021");
    CHECK(format_date(lang("fi"), date) == "18. toukokuuta 2021");
    CHECK(format_date(lang("fr"), date) == "18 mai 2021");
    CHECK(format_date(lang("hu"), date) == "2021. május 18.");
    CHECK(format_date(lang("ru"), date) == "18 мая 2021 г.");
    CHECK(format_date(lang("sv"), date) == "18 maj 2021");
    CHECK(format_date(lang("tr"), date) == "18 Mayıs 2021");
    CHECK(format_date(lang("uk"), date) == "18 травня 2021 р.");
    CHECK(format_date(lang("es"), date) == "18 de mayo de 2021");
    CHECK(format_date(lang("it"), date) == "18 maggio 2021");
    CHECK(format_date(lang("pt"), date) == "18 de maio de 2021");
    CHECK(format_date(lang("pt-BR"), date) == "18 de maio de 2021");
    CHECK(format_date(lang("en-US"), date) == "May 18, 2021");
    CHECK(format_date(lang("en-GB"), date) == "18 May 2021");
    CHECK(format_date(lang("he"), date) == "18 במאי 2021");
    CHECK(format_date(lang("nb"), date) == "18. mai 2021");
    CHECK(format_date(lang("ca"), date) == "18 de maig de 2021");
    CHECK(format_date(lang("et"), date) == "18. mai 2021");
    CHECK(format_date(lang("lt"), date) == "2021 m. gegužės 18 d.");
    CHECK(format_date(lang("lv"), date) == "2021. gada 18. maijs");
    CHECK(format_date(lang("nl"), date) == "18 mei 2021");
    CHECK(format_date(lang("pl"), date) == "18 maja 2021");
    CHECK(format_date(lang("cs"), date) == "18. května 2021");
    CHECK(format_date(lang("sk"), date) == "18. mája 2021");
    CHECK(format_date(lang("sl"), date) == "18. maja 2021");
    CHECK(format_date(lang("ro"), date) == "18 mai 2021");
}

TEST_CASE("format: French alone keeps a space before a colon, on the line of the label") {
    for (const Language& language : languages::all())
        CHECK(language.colon == (language.locale.tag == "fr" ? "\u00A0: " : ": "));
}

TEST_CASE("format: French says premier of the first of a month alone") {
    CHECK(format_date(lang("fr"), {2024, 3, 1}) == "1er mars 2024");
    CHECK(format_date(lang("fr"), {2024, 3, 11}) == "11 mars 2024");
    CHECK(format_instant(lang("fr"), *instant("2024-03-01T00:30", "Europe/Paris"), "Europe/Paris") ==
          "1er mars 2024, 00:30 heure normale d’Europe centrale (29 février 2024, 23:30 UTC)");
}

TEST_CASE("format: dates far from today stay in the Gregorian calendar") {
    CHECK(format_date(lang("en"), {1989, 11, 20}) == "20 November 1989");
    CHECK(format_date(lang("en"), {1500, 2, 28}) == "28 February 1500");
    CHECK(format_date(lang("en"), {9999, 12, 31}) == "31 December 9999");
    CHECK(is_valid({2020, 2, 29}));
    CHECK_FALSE(is_valid({2021, 2, 29}));
    CHECK_FALSE(is_valid({2021, 13, 1}));
    CHECK_FALSE(is_valid({2021, 0, 1}));
    CHECK_FALSE(is_valid({0, 1, 1}));
}

TEST_CASE("format: a month has its other forms too, for reading dates that others wrote") {
    const auto has = [](const char* tag, int month, const char* name) {
        const auto names = month_names(lang(tag), month);
        return std::ranges::find(names, name) != names.end();
    };
    CHECK(month_names(lang("sr-Latn"), 5).front() == "maja");
    CHECK(has("sr-Latn", 5, "maj"));
    CHECK(has("hr", 5, "svibanj"));
    CHECK(has("hr", 5, "svibnja"));
    CHECK(month_names(lang("de"), 3) == std::vector<std::string>{"März"});
}

TEST_CASE("format: the signs of each language are those of CLDR, less its marks of direction") {
    for (const Language& language : languages::all()) {
        INFO(language.locale.tag);
        CHECK(format_number(language, 1'234'567'500) == cldr_number(language));
    }
}

TEST_CASE("format: numbers and per cent have the language's signs and spaces") {
    CHECK(format_number(lang("en"), 15'000'000) == "15,000");
    CHECK(format_number(lang("de"), 15'000'000) == "15.000");
    CHECK(format_number(lang("sq"), 15'000'000) == "15\u00A0000");
    CHECK(format_number(lang("sr-Cyrl"), 1'234'567'500) == "1.234.567,5");
    CHECK(format_number(lang("cnr"), 12'500) == "12,5");
    CHECK(format_number(lang("en"), -500) == "\u22120.5");
    for (const Language& language : languages::all()) {
        INFO(language.locale.tag);
        CHECK(format_number(language, -12'000).find("\u221212") != std::string::npos);
    }
    CHECK(format_number(lang("fr"), 15'000'000) == "15\u202F000");
    CHECK(format_number(lang("es"), 1'500'000) == "1500");
    CHECK(format_number(lang("pl"), 1'500'000) == "1500");
    for (const char* tag : {"hu", "it", "sl"}) CHECK(format_number(lang(tag), 1'500'000) == "1500");
    CHECK(format_number(lang("hu"), 15'000'000) == "15\u00A0000");
    CHECK(format_percent(lang("tr"), 12'000) == "%12");
    CHECK(format_percent(lang("en"), 12'000) == "12%");
    CHECK(format_percent(lang("de"), 12'500) == "12,5\u00A0%");
}

TEST_CASE("format: an embargo names local time, zone and UTC") {
    const auto ten = instant("2021-05-18T10:00", "Europe/Vienna");
    REQUIRE(ten == 1'621'324'800);
    CHECK(format_instant(lang("en"), *ten, "Europe/Vienna") ==
          "18 May 2021, 10:00 Central European Summer Time (08:00 UTC)");
    CHECK(format_instant(lang("de"), *ten, "Europe/Vienna") ==
          "18. Mai 2021, 10:00 Mitteleuropäische Sommerzeit (08:00 UTC)");
    CHECK(format_instant(lang("en"), *ten, "UTC") == "18 May 2021, 08:00 UTC");
    CHECK(format_instant(lang("en"), *instant("2021-05-18T01:00", "Europe/Vienna"),
                         "Europe/Vienna") ==
          "18 May 2021, 01:00 Central European Summer Time (17 May 2021, 23:00 UTC)");
}

TEST_CASE("format: a local time that the clocks skip is no instant, one they repeat is the second") {
    CHECK_FALSE(instant("2021-03-28T02:30", "Europe/Vienna"));
    CHECK(instant("2021-03-28T03:00", "Europe/Vienna") == 1'616'893'200);
    CHECK(instant("2021-10-31T02:30", "Europe/Vienna") == 1'635'643'800);
    for (const char* bad : {"", "2021-05-18", "2021-05-18T25:00", "2021-02-30T10:00",
                            "2021-05-18T10:00Z", "2021-05-18T1a:00", "+021-05-18T10:00"}) {
        INFO(bad);
        CHECK_FALSE(instant(bad, "Europe/Vienna"));
    }
    for (const char* zone : {"", "Europe/Wien", "GMT+2", "Etc/Unknown", "../etc/passwd"}) {
        INFO(zone);
        CHECK_FALSE(instant("2021-05-18T10:00", zone));
    }
}

TEST_CASE("format: the language of a text is named in the reader's words") {
    CHECK(language_name({"en"}, lang("sq")) == "anglisht");
    CHECK(language_name({"en"}, lang("cnr")) == "engleski");
    CHECK(language_name({"en"}, lang("de")) == "Englisch");
    CHECK(language_name({"de"}, lang("mk")) == "германски");
    CHECK(language_name({"cnr"}, lang("en")) == "Montenegrin");
    CHECK(language_name({"sr-Latn"}, lang("en")) == "Serbian (Latin)");
}

TEST_CASE("format: names in braces are filled in once, unknown ones stay") {
    CHECK(fill("Page {page} of {pages}", {{"page", "3"}, {"pages", "12"}}) == "Page 3 of 12");
    CHECK(fill("{a}{b}", {{"a", "{b}"}, {"b", "x"}}) == "{b}x");
    CHECK(fill("{unknown} {", {{"a", "x"}}) == "{unknown} {");
}

TEST_CASE("unicode: words are sorted by the language's alphabet") {
    std::vector<std::string> words{"Čaj", "Cer", "Dan", "Ćud"};
    std::ranges::sort(words, [](const auto& a, const auto& b) { return less(lang("hr"), a, b); });
    CHECK(words == std::vector<std::string>{"Cer", "Čaj", "Ćud", "Dan"});
    CHECK_FALSE(less(lang("en"), "a", "a"));

    const auto sorted = [](const char* tag, std::vector<std::string> names) {
        std::ranges::sort(names, [&](const auto& a, const auto& b) { return less(lang(tag), a, b); });
        return names;
    };
    using Names = std::vector<std::string>;
    CHECK(sorted("cnr", {"Źb", "Zb", "Žb", "Ša", "Śa", "Sb", "T"}) ==
          Names{"Sb", "Ša", "Śa", "T", "Zb", "Žb", "Źb"});
    CHECK(sorted("sq", {"Shqipëria", "Suedia", "Maqedonia e Veriut", "Mali i Zi", "Çekia", "Danimarka"}) ==
          Names{"Çekia", "Danimarka", "Mali i Zi", "Maqedonia e Veriut", "Suedia", "Shqipëria"});
    CHECK(sorted("sr-Cyrl", {"Црна Гора", "Албанија", "Њемачка", "Норвешка", "Србија"}) ==
          Names{"Албанија", "Норвешка", "Њемачка", "Србија", "Црна Гора"});
    CHECK(sorted("hr", {"Njemačka", "Norveška", "Ljubljana", "Luksemburg"}) ==
          Names{"Luksemburg", "Ljubljana", "Norveška", "Njemačka"});
    CHECK(sorted("de", {"Zypern", "Österreich", "Oman", "Polen"}) ==
          Names{"Oman", "Österreich", "Polen", "Zypern"});
}

TEST_CASE("unicode: text that is not in NFC is found at its place") {
    CHECK_FALSE(first_not_nfc("Shqipëri, Косово"));
    CHECK(first_not_nfc("ab e\u0308") == 3u);
    CHECK(to_nfc("e\u0308") == "ë");
}

TEST_CASE("unicode: file names are ASCII words") {
    CHECK(ascii_slug("Bosnia and Herzegovina") == "bosnia-and-herzegovina");
    CHECK(ascii_slug("  Shqipëria / Đakovica! ") == "shqiperia-dakovica");
    CHECK(ascii_slug("Косово").empty());
    CHECK(ascii_slug("../../etc") == "etc");
}

TEST_CASE("format: in Arabic the sign that a Latin, Greek or Cyrillic credit ends in stays at its end") {
    const auto line = [](const std::string& credit) { return languages::credit_line(lang("ar"), credit); };
    CHECK(line("Harbour Watch e.V.").ends_with("Harbour Watch e.V.\u200E"));
    CHECK(line("Κ. Δήμου (Αθήνα)").ends_with("(Αθήνα)\u200E"));
    CHECK(line("Ana Example").ends_with("Ana Example"));
    CHECK(line("وكالة الميناء.").ends_with("الميناء."));
    CHECK(line("AP / وكالة.").ends_with("وكالة."));
    CHECK(line("2026.").ends_with("2026."));
    CHECK(line("").empty());
    CHECK(languages::credit_line(lang("en"), "Example e.V.").ends_with("e.V."));
}
