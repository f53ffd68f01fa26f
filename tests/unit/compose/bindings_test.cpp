// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/languages.hpp"
#include "type_case.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::compose;

namespace {

const Language& real(const std::string& tag) { return *languages::find({tag}); }

/// A pair of words that must never be on two lines, in a sentence of its language.
struct Pair {
    const char *language, *words, *sentence;
};

const std::vector<Pair> pairs{
    {"en", "Article 34", "as the Convention provides in Article 34 for every child"},
    {"en", "No. 182", "and ILO Convention No. 182 on the worst forms"},
    {"en", "18 May", "was published on 18 May 2021 in Vienna"},
    {"en", "J. Smith", "as the author J. Smith wrote in her report"},
    {"en", "12 %", "it was in almost 12 % of all cases"},
    {"en", "a child", "and whoever helps a child in danger"},
    {"de", "§ 176", "strafbar nach § 176 des Strafgesetzbuchs"},
    {"de", "Artikels 34", "im Sinne des Artikels 34 des Übereinkommens"},
    {"de", "18. Mai", "veröffentlicht am 18. Mai 2021 in Wien"},
    {"de", "z. B.", "Einrichtungen wie z. B. Schulen und Heime"},
    {"de", "5 Prozent", "das waren nur 5 Prozent aller Fälle"},
    {"sq", "neni 34", "siç e parashikon neni 34 i Konventës"},
    {"sq", "i fëmijëve", "shfrytëzimi seksual i fëmijëve në rajon"},
    {"sq", "18 maj", "është botuar më 18 maj 2021 në Vjenë"},
    {"sr-Cyrl", "члана 34", "у складу са одредбама члана 34 Конвенције"},
    {"sr-Cyrl", "у региону", "искоришћавање деце у региону Балкана"},
    {"sr-Cyrl", "18. маја", "објављено је 18. маја 2021. године"},
    {"sr-Cyrl", "2021. године", "објављено је маја 2021. године у Бечу"},
    {"sr-Latn", "člana 34", "u skladu sa odredbama člana 34 Konvencije"},
    {"sr-Latn", "Dž. Petrović", "kako je napisao Dž. Petrović u izveštaju"},
    {"bs", "čl. 34", "u skladu sa odredbama čl. 34 Konvencije"},
    {"hr", "članka 34", "u skladu s odredbama članka 34 Konvencije"},
    {"hr", "18. svibnja", "objavljeno je 18. svibnja 2021. u Beču"},
    {"cnr", "član 34", "kako propisuje član 34 Konvencije o pravima"},
    {"mk", "член 34", "како што пропишува член 34 од Конвенцијата"},
    {"fr", "article 34", "comme le prévoit l’article 34 de la Convention"},
    {"fr", "« mot", "on appelle cela un « mot de passe » en français"},
    {"fr", "passe »", "on appelle cela un « mot de passe » en français"},
    {"fr", "gratuit ?", "ce service est-il vraiment gratuit ? Personne ne le sait"},
    {"es", "artículo 34", "según lo dispuesto en el artículo 34 de la Convención"},
    {"it", "articolo 34", "come prevede l’articolo 34 della Convenzione"},
    {"nl", "artikel 34", "zoals bepaald in artikel 34 van het Verdrag"},
    {"pl", "w tym", "zgodnie z raportem w tym regionie"},
    {"pl", "art. 34", "zgodnie z treścią art. 34 Konwencji o prawach"},
    {"cs", "v roce", "zpráva byla zveřejněna v roce míru"},
    {"hu", "34. cikk", "ahogyan az egyezmény 34. cikk szerint"},
    {"sl", "34. člen", "kot določa Konvencija in njen 34. člen o zaščiti otrok"},
    {"sl", "34. člena", "v skladu z določbami 34. člena Konvencije"},
    {"et", "34. artikkel", "nagu konventsiooni 34. artikkel kõigile lastele ütleb"},
    {"et", "34. artiklis", "nagu konventsiooni 34. artiklis kõigile lastele öeldakse"},
    {"lv", "34. pantā", "kā noteikts Konvencijas 34. pantā par bērniem"},
    {"lt", "34 straipsnis", "kaip nustato Konvencijos 34 straipsnis dėl vaikų"},
    {"sv", "2 kap.", "enligt regeringsformens 2 kap. om rättigheter"},
    {"ru", "в регионе", "эксплуатация детей в регионе продолжается"},
    {"ru", "№ 182", "и Конвенция МОТ № 182 о наихудших формах"},
    {"uk", "ст. 34", "відповідно до положень ст. 34 Конвенції"},
    {"en", "50 mg/l", "nitrate was above 50 mg/l at every fifth point"},
    {"en", "90 km/h.", "and no car was faster than 90 km/h. That is enough"},
    {"en", "100 Mbit/s", "every school has a line of 100 Mbit/s at least"},
    {"fi", "120 mg/l:ssa", "se pysyi yli 120 mg/l:ssa yli kahdeksan viikkoa"},
    {"tr", "120 mg/l’yi", "sekiz haftadan uzun süre 120 mg/l’yi aştı ve kaldı"},
    {"pl", "50 µg/m³", "stężenie pyłu przekraczało 50 µg/m³ w co piątym punkcie"},
    {"el", "50 mg/l", "τα νιτρικά ξεπερνούσαν τα 50 mg/l σε ένα στα πέντε σημεία"},
    {"mk", "и деца", "млади луѓе и деца од целиот регион"},
};

} // namespace

TEST_CASE("bindings: what belongs together is on one line at every measure, in all languages") {
    TypeCase type;
    for (const Pair& pair : pairs) {
        const Language& language = real(pair.language);
        const std::string sentence = pair.sentence;
        REQUIRE(sentence.find(pair.words) != std::string::npos);
        for (int width = 75; width < 240; width += 3) {
            INFO(pair.words << " at " << width);
            const auto lines =
                type.setter.set(type.text(language, sentence),
                                {Length{width * 1000}, TextAlign::start, false, {}}, type.faults);
            std::string all;
            int holders = 0;
            for (const SetLine& line : lines) {
                all += words_of(line);
                if (words_of(line).find(pair.words) != std::string::npos) ++holders;
            }
            CHECK(holders == 1);
            CHECK(all == sentence);
        }
    }
    CHECK(type.faults.empty());
}

TEST_CASE("bindings: after two to ten a unit is a plural of its own") {
    CHECK(Bindings(real("ar")).hold("5", "ملايين"));
    CHECK(Bindings(real("ar")).hold("5", "كيلوغرامات"));
    CHECK(Bindings(real("ar")).hold("12", "بالمئة"));
    for (const char* year : {"عامًا", "عاماً"}) CHECK(Bindings(real("ar")).hold("12", year)); // both are written
    CHECK(Bindings(real("sr-Cyrl")).hold("2", "милијарде"));
    for (const char* tag : {"bs", "cnr", "hr", "sr-Latn"}) CHECK(Bindings(real(tag)).hold("2", "milijarde"));
    for (const char* unit : {"leti", "milijardi", "minuti", "uri", "evra"}) CHECK(Bindings(real("sl")).hold("2", unit));
    for (const char* tag : {"bs", "cnr", "hr", "sr-Latn"}) CHECK(Bindings(real(tag)).hold("2", "minute"));
    CHECK(Bindings(real("lt")).hold("10", "milijardų"));
    CHECK(Bindings(real("lv")).hold("10", "minūšu"));
}

TEST_CASE("bindings: other words come apart") {
    const Bindings en(real("en")), sr(real("sr-Latn"));
    CHECK_FALSE(en.hold("article", "about"));
    CHECK_FALSE(en.hold("2021,", "years"));
    CHECK_FALSE(en.hold("(34)", "km"));
    CHECK_FALSE(en.hold("34", "children"));
    CHECK_FALSE(en.hold("as", "Article"));
    CHECK_FALSE(en.hold("2021", "100"));
    CHECK_FALSE(en.hold("12", "5"));
    CHECK_FALSE(en.hold("12", "schools/centres"));
    CHECK_FALSE(en.hold("12", "/"));
    CHECK_FALSE(sr.hold("je", "dete"));
    CHECK_FALSE(sr.hold("J.", "dete"));
}

TEST_CASE("bindings: digits grouped by a space, and a dash before the next line, stay") {
    const Bindings en(real("en"));
    CHECK(en.hold("15", "000"));
    CHECK(en.hold("(15", "000),"));
    for (const auto& [before, after] : {std::pair{"+221", "33"}, {"33", "800"}, {"800", "00"}, {"+43", "1"}, {"1", "5550100."}})
        CHECK(en.hold(before, after)); // of telephone numbers
    CHECK(en.hold("word", "–"));
    CHECK(en.hold("“Article", "34”"));
    CHECK(en.hold("Protocol", "–"));
    CHECK(en.hold("Part", "II,"));
}

TEST_CASE("bindings: a sign that stands apart from its word stays with it all the same") {
    Language fr = language("fr");
    fr.quotation_marks = {"«", "»", "“", "”"};
    const Bindings french(fr), german(real("de")), english(real("en"));
    for (const char* sign : {"?", "!", ":", ";", "»", "».", "»?", "…", "”"}) CHECK(french.hold("mot", sign));
    CHECK(french.hold("«", "mot"));
    CHECK(french.hold("(«", "mot"));
    CHECK(english.hold("«", "mot"));
    CHECK(german.hold("„", "Wort"));
    CHECK_FALSE(french.hold("»", "mot"));
    CHECK_FALSE(french.hold("mot", "«"));
    CHECK_FALSE(french.hold("mot", "(mot)"));
    CHECK_FALSE(german.hold("“", "Wort"));
    Language outward = language("da");
    outward.quotation_marks = {"»", "«", "›", "‹"};
    const Bindings danish(outward);
    CHECK(danish.hold("»", "ord"));
    CHECK(danish.hold("ord", "«"));
    CHECK_FALSE(danish.hold("ord", "»"));
    CHECK_FALSE(danish.hold("«", "ord"));
}

TEST_CASE("bindings: where a column is too narrow for both, words come apart and the space is kept") {
    TypeCase type;
    type.setter.report_lines();
    const Language& en = real("en");
    StyledText text = type.text(en, "Recommendation 34");
    text.stretches[0].span = {SourceId{0}, 100, 117};
    const auto lines = type.setter.set(text, {Length{85'000}, TextAlign::start, false, {}}, type.faults);
    REQUIRE(lines.size() == 2);
    CHECK(words_of(lines[0]) + words_of(lines[1]) == "Recommendation 34");
    REQUIRE(type.faults.size() == 1);
    CHECK(type.faults[0].code == "compose.untied-words");
    CHECK(type.faults[0].severity == Severity::warning);
    CHECK(type.faults[0].span.begin == 100);
}
