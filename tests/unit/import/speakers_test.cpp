// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/import/import_case.hpp"

#include "stages/import/words.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace presskit;

namespace {

/// The campaign made of a release in a language, with `body` before the rest, holds `words`.
void check_import(const std::string& tag, const std::string& body, const std::string& words) {
    const auto campaign = import_text(with_body("\n" + body + "\n"), tag.c_str());
    INFO(body);
    REQUIRE(campaign);
    CHECK(holds(text_of(*campaign, tag.c_str()), words));
}

} // namespace

TEST_CASE("import: speakers are found in every style of quotation marks") {
    for (const auto& [body, expected] : std::vector<std::pair<std::string, std::string>>{
             {"“We count fish,” said Anna Berger.",
              "[“We count fish,”]{speaker=\"Anna Berger\"} said"},
             {"\"We count fish,\" Anna Berger, a biologist, says.",
              "[“We count fish,”]{speaker=\"Anna Berger\"} Anna"},
             {"'We count the fish that don't hide', explains Anna Berger.",
              "[‘We count the fish that don’t hide’]{speaker=\"Anna Berger\"}, explains"},
             {"„We count fish“, notes Anna Berger.",
              "[„We count fish“]{speaker=\"Anna Berger\"}, notes"},
             {"«We count fish», warns Anna Berger.",
              "[«We count fish»]{speaker=\"Anna Berger\"}, warns"},
             {"»We count fish«, warns Anna Berger.",
              "[»We count fish«]{speaker=\"Anna Berger\"}, warns"},
             {"Anna Berger, a biologist, said: ‘We count fish.’",
              "said: [‘We count fish.’]{speaker=\"Anna Berger\"}"},
             {"According to Anna Berger, ‘we count fish’.",
              "Berger, [‘we count fish’]{speaker=\"Anna Berger\"}."}}) {
        const auto campaign = import_text(with_body(body));
        REQUIRE(campaign);
        INFO(text_of(*campaign));
        CHECK(holds(text_of(*campaign), expected));
    }
}

TEST_CASE("import: the speaker is who says it, not the institution or the place that is named beside") {
    for (const auto& [tag, body, speaker] : std::vector<std::array<std::string, 3>>{
             {"en", "Anna Berger, dean of Danube College, said: “We count fish.”", "Anna Berger"},
             {"en", "In Lower Austria, Anna Berger, dean of Danube College, said: “We count fish.”", "Anna Berger"},
             {"en", "Jo Cox, dean of Danube College, said: “We count fish.”", "Jo Cox"},
             {"en", "Anna Berger of Danube College told reporters, “We count fish.”", "Anna Berger"},
             {"en", "Anna Berger from Danube College said: “We count fish.”", "Anna Berger"},
             {"en", "According to Anna Berger, dean of Danube College, “we count fish”.", "Anna Berger"},
             {"en", "Said Anna Berger, dean of Danube College: “We count fish.”", "Anna Berger"},
             {"en", "“We count fish,” said the dean of Danube College, Anna Berger.", "Anna Berger"},
             {"de", "Anna Berger, Leiterin der Universität Wien, sagt: „Wir zählen Fische.“", "Anna Berger"},
             {"de", "Dazu erklärt Anna Berger, Vorsitzende der Aktion Fluss Graz: „Wir zählen Fische.“", "Anna Berger"},
             {"en", "“We count fish,” said Dr. Anna Berger of Danube College.", "Dr. Anna Berger"},
             {"de", "Der Leiter der Studie, Karl von der Aue, sagte: „Wir zählen Fische.“", "Karl von der Aue"},
             {"de", "„Wir zählen Fische“, so Prof. Dr. Anna Berger vom Institut Fluss Graz.", "Prof. Dr. Anna Berger"},
             {"es", "Según el director del Instituto Nacional, Pablo Soto, «contamos peces».", "Pablo Soto"},
             {"fr", "Anna Berger, directrice de Rivières Vivantes, déclare : « Nous comptons. »", "Anna Berger"}})
        check_import(tag, body, "]{speaker=\"" + speaker + "\"}");
}

TEST_CASE("import: what leads to the next quotation says nothing of the one before") {
    const auto campaign = import_text(with_body("\n“We count fish,” said Jane Roe.\n\nThe dean, Tom Fox, told the paper, “We do, "
                                                "too.” He added: “And soon.”\n"));
    REQUIRE(campaign);
    CHECK(holds(text_of(*campaign), "[“We do, too.”]{speaker=\"Tom Fox\"} He added: [“And soon.”]{speaker=\"Tom Fox\"}"));
    for (const auto& [tag, body, quotation] : std::vector<std::array<std::string, 3>>{
             {"en", "“One,” said Jane Roe, and Tom Fox replied: “Two.”", "“Two.”"},
             {"es", "«Uno», dijo Jane Roe, y Tom Fox añadió: «Dos.»", "«Dos.»"},
             {"es", "Jane Roe llegó, y Tom Fox dijo: «Dos.»", "«Dos.»"},
             {"fr", "« Un », dit Jane Roe, mais Tom Fox ajoute : « Deux. »", "« Deux. »"},
             {"it", "«Uno», ha detto Jane Roe e Tom Fox dice: «Due.»", "«Due.»"},
             {"hr", "„Jedan”, kaže Jane Roe, a Tom Fox dodaje: „Dva.”", "„Dva.”"},
             {"nl", "‘Een’, zegt Jane Roe, en Tom Fox zegt: ‘Twee.’", "‘Twee.’"},
             {"en", "“One,” said Jane Roe, as Tom Fox replied: “Two.”", "“Two.”"}})
        check_import(tag, body, "[" + quotation + "]{speaker=\"Tom Fox\"}");
}

TEST_CASE("import: speech goes on behind a dash, and inside French spaces") {
    const auto polish = import_text(
        with_body("\n„Liczymy ryby” – mówi Anna Berger, biolożka. – „Jest ich mało”.\n"), "pl");
    REQUIRE(polish);
    CHECK(holds(text_of(*polish, "pl"), "[„Jest ich mało”]{speaker=\"Anna Berger\"}"));
    const auto french = import_text(
        with_body("\n« Nous comptons », dit Anna Berger, biologiste. « Il y en a peu. »\n"), "fr");
    REQUIRE(french);
    CHECK(holds(text_of(*french, "fr"), "[« Il y en a peu. »]{speaker=\"Anna Berger\"}"));
}

TEST_CASE("import: a pronoun and a surname stand for the person named before") {
    const auto campaign = import_text(with_body(
        "‘We count fish’, says Anna Berger. ‘Few are left.’\n‘Rivers need trees’, adds Berger.\n"
        "‘And light’, she says."));
    REQUIRE(campaign);
    const std::string text = text_of(*campaign);
    CHECK(holds(text, "[‘Few are left.’]{speaker=\"Anna Berger\"}"));
    CHECK(holds(text, "[‘Rivers need trees’]{speaker=\"Anna Berger\"}"));
    CHECK(holds(text, "[‘And light’]{speaker=\"Anna Berger\"}"));
}

TEST_CASE("import: a quotation left open goes on in the next paragraph with its speaker") {
    const auto campaign = import_text(
        with_body("‘We count fish’, says Anna Berger. ‘It is hard work.\n‘But it is worth it.’"));
    REQUIRE(campaign);
    CHECK(holds(text_of(*campaign), "[‘It is hard work.]{speaker=\"Anna Berger\"}\n"));
    CHECK(holds(text_of(*campaign), "[‘But it is worth it.’]{speaker=\"Anna Berger\"}\n"));
}

TEST_CASE("import: a term in quotation marks and an apostrophe are no speech") {
    const auto campaign = import_text(with_body(
        "So-called ‘river tourism’ harms the authors’ fish. ‘We see it’, says Anna Berger. The law "
        "has two terms. ‘River’ means water. The '90s were better."));
    REQUIRE(campaign);
    const std::string text = text_of(*campaign);
    CHECK(holds(text, "So-called ‘river tourism’ harms the authors’ fish."));
    CHECK(holds(text, "terms. ‘River’ means water. The ’90s were"));
    CHECK(std::ranges::count(text, '{') == 1);
}

TEST_CASE("import: German, Albanian and Macedonian texts name their speakers too") {
    const auto german =
        import_text("Fische zählen\n\nGRAZ, Österreich – 3. Juni 2024: Ein erster Absatz.\n"
                    "„Wir zählen Fische“, sagte Anna von Berger. \"Es sind wenige.\"\n",
                    "de");
    REQUIRE(german);
    CHECK(
        holds(text_of(*german, "de"), "[„Wir zählen Fische“]{speaker=\"Anna von Berger\"}, sagte"));
    CHECK(holds(text_of(*german, "de"), "[„Es sind wenige.“]{speaker=\"Anna von Berger\"}"));
    CHECK(holds(german->files.files.at("campaign.yaml"), "date: 2024-06-03"));
    const auto albanian = import_text("Peshqit\n\nTIRANË, 3 qershor 2024 – Paragrafi i parë.\n"
                                      "«Ne numërojmë peshq», thotë Ana Hoxha.\n",
                                      "sq");
    REQUIRE(albanian);
    CHECK(holds(text_of(*albanian, "sq"), "[«Ne numërojmë peshq»]{speaker=\"Ana Hoxha\"}, thotë"));
    const auto macedonian = import_text("Риби\n\nСКОПЈЕ, 3 јуни 2024: Прв пасус.\n"
                                        "„Броиме риби“, вели Ана Петрова.\n",
                                        "mk");
    REQUIRE(macedonian);
    CHECK(holds(text_of(*macedonian, "mk"), "[„Броиме риби“]{speaker=\"Ана Петрова\"}, вели"));
    CHECK(macedonian->id == "ribi");
}

TEST_CASE("import: French, Spanish and Italian texts name their speakers, too") {
    const auto text_in = [](const char* tag, std::string_view body) {
        const auto campaign = import_text(with_body(body), tag);
        REQUIRE(campaign);
        return text_of(*campaign, tag);
    };
    const std::string french = text_in("fr", "\n« Nous comptons les poissons », explique Claire Martin, biologiste."
                                             " « Ils sont peu nombreux », a-t-elle ajouté.\n\n"
                                             "Selon Paul de Vries, « personne ne les compte ».\n");
    CHECK(holds(french, "»]{speaker=\"Claire Martin\"}, explique"));
    CHECK(holds(french, "»]{speaker=\"Paul de Vries\"}."));
    CHECK(holds(text_in("de", "\nLaut Anna von Berger: „Wir zählen Fische.“\n"), "{speaker=\"Anna von Berger\"}"));
    const std::string spanish = text_in("es", "\n«Contamos los peces», dijo Ana Ruiz. «Son pocos», añadió ella.\n");
    CHECK(holds(spanish, "[«Contamos los peces»]{speaker=\"Ana Ruiz\"}, dijo"));
    CHECK(holds(spanish, "[«Son pocos»]{speaker=\"Ana Ruiz\"}, añadió"));
    const std::string italian = text_in("it", "\n«Contiamo i pesci», ha detto Marco Neri. «Sono pochi», ha aggiunto.\n");
    CHECK(holds(italian, "[«Contiamo i pesci»]{speaker=\"Marco Neri\"}, ha detto"));
}

TEST_CASE("import: Arabic texts name their speakers by the place of the words") {
    const auto quoted_in = [](const std::string& body) {
        const auto campaign = import_text(with_body("\n" + body + "\n"), "ar");
        REQUIRE(campaign);
        return text_of(*campaign, "ar");
    };
    const std::string fish = "«نحن نحصي الأسماك»", few = "«إنها قليلة»";
    for (const auto& [body, speaker] : std::vector<std::pair<std::string, std::string>>{
             {fish + "، قالت آنا بيرغر.", "آنا بيرغر"},
             {"وقالت آنا بيرغر: " + fish + ".", "آنا بيرغر"},
             {"قال السيد محمد الأحمد، مدير المرصد: " + fish + ".", "محمد الأحمد"},
             {"وأوضحت سارة حداد مديرة البرنامج: " + fish + ".", "سارة حداد"},
             {"وأكّد المدير التنفيذي للمرصد، سامي بن يوسف: " + fish + ".", "سامي بن يوسف"},
             {"وقالت آنا بيرغر إن " + fish + ".", "آنا بيرغر"}}) {
        INFO(body);
        CHECK(holds(quoted_in(body), "[" + fish + "]{speaker=\"" + speaker + "\"}"));
    }
    const std::string two = quoted_in(fish + "، قالت آنا بيرغر، عالمة أحياء. وأضافت: " + few + ".");
    CHECK(holds(two, "[" + few + "]{speaker=\"آنا بيرغر\"}"));
    const std::string surname = quoted_in("قالت آنا بيرغر: " + fish + ".\n\n" + few + "، أضافت بيرغر.");
    CHECK(holds(surname, "[" + few + "]{speaker=\"آنا بيرغر\"}"));
    // Nobody's words: a term, and a sentence whose subject may be anything.
    for (const std::string& body : std::vector<std::string>{"يسمى ذلك " + fish + " في المرصد.", "وقال التقرير: " + fish + ".",
                                   "قال كثير من سكان القرى الواقعة على النهر: " + fish + "."}) {
        INFO(body);
        CHECK_FALSE(holds(quoted_in(body), "speaker="));
    }
}

TEST_CASE("import: in every language a release's parts are known and its speaker is named") {
    for (const Language& language : languages::all()) {
        const ReleaseWords& words = languages::release_words(language);
        const std::string& tag = language.locale.tag;
        const std::string name = import::has_capitals(language) ? "Ana Berger" : "آنا بيرغر";
        // A heading begins with a capital.
        const auto heading = [](const std::string& phrase) {
            std::u32string letters = to_utf32(phrase);
            letters[0] = languages::to_upper(letters[0]);
            return to_utf8(letters);
        };
        for (const std::string& verb : words.says) {
            const auto campaign = import_text(
                heading(words.kickers[0]) + "\nA headline about rivers\n\nGRAZ, Austria – 3 June 2024: First.\n\n" +
                    language.quotation_marks.open + "We count." + language.quotation_marks.close + " " + verb + " " +
                    name + ".\n\n" + heading(words.contact[0]) + ": a@example.org\n\n" + heading(words.about[0]) +
                    " River Watch\nA small society. It counts fish.\n",
                tag.c_str());
            INFO(tag << " " << verb);
            REQUIRE(campaign);
            const std::string text = text_of(*campaign, tag.c_str());
            INFO(text);
            CHECK(holds(text, "kicker: \"" + heading(words.kickers[0]) + "\"\n"));
            CHECK(holds(text, "]{speaker=\"" + name + "\"}"));
            CHECK(holds(text, "::: contact\n"));
            CHECK(holds(text, "::: boilerplate\n"));
        }
    }
}
