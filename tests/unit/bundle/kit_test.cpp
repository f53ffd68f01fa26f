// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/kit.hpp"

#include "stages/bundle/accessibility.hpp"
#include "stages/bundle/accessibility_topics.hpp"
#include "stages/bundle/care_notes.hpp"
#include "stages/bundle/cover.hpp"
#include "stages/bundle/index.hpp"
#include "stages/bundle/manifest.hpp"
#include "stages/bundle/size_text.hpp"
#include "stages/model/iso_time.hpp"
#include "tests/unit/bundle/kit_fixture.hpp"
#include "tests/unit/bundle/outside.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace presskit;
using namespace presskit::bundle;
using Catch::Matchers::Contains;

namespace {

/// The Language of the kit, in which every sentence of the report has at least its name.
Language spoken(const KitInputs& inputs) {
    Language language = cover_of(inputs).language;
    for (const auto topics : {std::span<const Topic>(subjects), std::span<const Topic>(questions)})
        for (const Topic& topic : topics) {
            std::string& words = language.words[static_cast<std::size_t>(topic.sentence)];
            if (words.empty()) words = topic.name;
        }
    return language;
}

Kit made(const KitInputs& inputs) {
    Result<Kit> kit = make_kit(inputs);
    for (const Diagnostic& d : kit.diagnostics) UNSCOPED_INFO(d.code << ": " << d.message);
    REQUIRE(kit);
    return std::move(*kit);
}

bool has_entry(const Kit& kit, const std::string& name) {
    return std::ranges::find(kit.manifest.files, name, &KitFile::path) != kit.manifest.files.end();
}

AccessibilityReport tested_report() {
    using enum ConditionOutcome;
    return {{{"PDF/UA-1", "01-003", "7.1", "an artifact in tagged content", "tagging", "", passed},
             {"PDF/UA-1", "01-005", "7.1", "untagged content", "tagging", "", passed},
             {"PDF/UA-1", "04-001", "7.1", "colour alone tells", "", "colour", for_a_person},
             {"PDF/UA-1", "13-004", "7.3", "a Figure without text", "pictures", "", failed},
             {"PDF/A-2a", "6.1.2-1", "6.1.2", "no header", "file", "", passed},
             {"PDF/A-2a", "6.9-1", "6.9", "never here", "", "", not_applicable}}};
}

} // namespace

TEST_CASE("kit: one folder holds documents, images, page, text, manifest and checksums") {
    const KitCase kit_case;
    const Kit kit = made(kit_case.inputs());
    CHECK(kit.file_name == "plain-sight-xk-sq-1.0.0.zip");
    CHECK(kit.digest == sha256(kit.bytes));
    const outside::ScratchFolder folder;
    folder.write("kit.zip", kit.bytes);
    CHECK(folder.run("unzip -q kit.zip && cd plain-sight-xk-sq-1.0.0 && sha256sum -c SHA256SUMS && "
                     "test -s index.html && test -s README.txt && test -s images/crowd.png && "
                     "test $(wc -l < SHA256SUMS) = 9 && test $(ls | wc -l) = 9"));
    CHECK(folder.read("plain-sight-xk-sq-1.0.0/02-recommendations-kosovo-sq.pdf") ==
          "%PDF-1.7 sheet");
}

TEST_CASE("kit: the index is laid out as one JSON text, however many rows it has") {
    const KitCase kit_case;
    const std::string row = to_index_row(made(kit_case.inputs()));
    for (const std::vector<std::string>& rows :
         {std::vector<std::string>{}, std::vector{row}, std::vector{row, row}}) {
        const std::string index = index_of({to_index_campaign(kit_case.campaign)}, rows);
        CHECK(nlohmann::ordered_json::parse(index).dump(2) + "\n" == index);
        CHECK(nlohmann::json::parse(index)["kits"].size() == rows.size());
    }
}

TEST_CASE("kit: equal inputs give equal bytes") {
    const KitCase first, second;
    CHECK(made(first.inputs()) == made(second.inputs()));
}

TEST_CASE("kit: manifest, index, accessibility report and provenance obey their published schemas") {
    const KitCase kit_case;
    const Kit kit = made(kit_case.inputs());
    const outside::ScratchFolder folder;
    folder.write("manifest.json", to_json(kit.manifest));
    folder.write("index.json",
                 index_of({to_index_campaign(kit_case.campaign)}, {to_index_row(kit)}));
    folder.write("accessibility.json", to_accessibility_json(kit_case.inputs(), spoken(kit_case.inputs()), tested_report()));
    KitInputs told = kit_case.inputs();
    told.dependencies = {{"campaign.yaml", sha256("a")}, {"system/fonts/a.ttf", sha256("b")}};
    told.parameters = {{"brand", "courier"}, {"linearize", "true"}, {"verify", "false"}};
    folder.write("provenance.json", to_provenance(kit.manifest, kit.manifest.files, told.dependencies,
                                                  told.parameters));
    folder.write("check.py", R"(
import json, sys, warnings
warnings.simplefilter('ignore')
import jsonschema
folder = sys.argv[1] + '/stages/bundle/schema/'
schemas = {n: json.load(open(folder + n)) for n in ('manifest.schema.json', 'index.schema.json', 'accessibility.schema.json', 'provenance.schema.json')}
for name in ('manifest', 'index', 'accessibility', 'provenance'):
    schema = schemas[name + '.schema.json']
    jsonschema.Draft202012Validator.check_schema(schema)
    resolver = jsonschema.RefResolver('', schema, store=schemas)
    validator = jsonschema.Draft202012Validator(schema, resolver=resolver)
    validator.validate(json.load(open(name + '.json')))
)");
    const bool valid = folder.run("python3 check.py " PRESSKIT_SOURCE_DIR);
    INFO(folder.read("log"));
    CHECK(valid);
}

TEST_CASE("kit: the manifest tells own texts from fallbacks") {
    const KitCase kit_case;
    const auto manifest = nlohmann::json::parse(to_json(made(kit_case.inputs()).manifest));
    CHECK(manifest["timestamp"] == "2021-05-18T08:00:00Z");
    CHECK(manifest["release_date"] == "2021-05-18");
    const auto& guide = manifest["files"][2];
    CHECK(guide["availability"] == "fallback");
    CHECK(guide["language"] == "en");
    CHECK(guide["written_in"] == "en");
    CHECK(manifest["files"][0]["availability"] == "own");
}

TEST_CASE(
    "kit: the page lists sheets by country, in the reader's alphabet, without changing the files") {
    KitCase kit_case;
    Country chad{{"td"}, {{{"sq"}, {"Çadi", {}}}}, {}, {}, {}, {}, {}};
    kit_case.campaign.countries.push_back(chad);
    KitInputs inputs = kit_case.inputs();
    const auto sheet_of = [&](const char* country, const char* title) {
        KitDocument sheet = inputs.documents[1];
        sheet.name = std::string("02-recommendations-") + country + "-sq.pdf";
        sheet.edition.text.country = {country};
        sheet.title = title;
        return sheet;
    };
    const std::vector<KitDocument> sheets{sheet_of("al", "Shqipëria"), sheet_of("td", "Çadi"),
                                          sheet_of("xk", "Kosova")};
    inputs.documents.erase(inputs.documents.begin() + 1);
    inputs.documents.insert(inputs.documents.begin() + 1, sheets.begin(), sheets.end());
    std::vector<std::string> titles;
    for (const CoverDocument& document : cover_of(inputs).documents)
        titles.push_back(document.title.text);
    REQUIRE(titles.size() == 5);
    CHECK(titles[1] == "Çadi");
    CHECK(titles[2] == "Kosova*");
    CHECK(titles[3] == "Shqipëria");
    CHECK(made(inputs).manifest.files[1].path == "02-recommendations-al-sq.pdf");
}

TEST_CASE("kit: a derived document is in its reader's language and names what it was made from") {
    KitCase kit_case;
    KitInputs inputs = kit_case.inputs();
    inputs.documents[0].edition = {
        {"release", {}, {"sr-Cyrl"}}, {"sr-Latn"}, {}, Availability::derived};
    const Kit kit = made(inputs);
    CHECK(kit.manifest.files[0].language == Locale{"sr-Latn"});
    CHECK(kit.manifest.files[0].edition->written_in == Locale{"sr-Cyrl"});
}

TEST_CASE("kit: a care note's mark follows the name everywhere and its text stands once") {
    const KitCase kit_case;
    const Cover cover = cover_of(kit_case.inputs());
    const std::string html = to_html(cover), readme = to_plain_text(cover);
    for (const std::string& text : {html, readme}) {
        CHECK_THAT(text, Contains("Dosje për media: Kosova*, shqip"));
        CHECK_THAT(text, Contains("Rekomandime për Kosovën*"));
        CHECK_THAT(text, Contains("Law in Albania and in Kosovo*: a guide"));
        CHECK_THAT(text, Contains("* Ky emërtim nuk paragjykon qëndrimet."));
    }
    const auto manifest = nlohmann::json::parse(to_json(made(kit_case.inputs()).manifest));
    CHECK(manifest["country"]["names"]["en"] == "Kosovo*");
    CHECK(manifest["country"]["note"]["mark"] == "*");
    CHECK(manifest["notes"][0]["country"] == "xk");
    CHECK(nlohmann::json::parse(index_of({to_index_campaign(kit_case.campaign)},
                                         {to_index_row(made(kit_case.inputs()))}))["kits"][0]["country"]["names"]["sq"] == "Kosova*");
}

TEST_CASE("kit: a kit that does not name the country has no note of it") {
    KitCase kit_case;
    kit_case.kit = {"al-sq", {"al"}, {"sq"}, {0}};
    KitInputs inputs = kit_case.inputs();
    inputs.documents.erase(inputs.documents.begin() + 1, inputs.documents.end());
    inputs.documents[0].title = "Fëmijët në Shqipëri; Kosovarët; Kosova_x";
    inputs.images.clear();
    const Kit kit = made(inputs);
    CHECK(kit.manifest.notes.size() == 1); // "Kosova" before "_" is the name
    inputs.documents[0].title = "Fëmijët në Shqipëri; Kosovarët";
    CHECK(made(inputs).manifest.notes.empty());
}

TEST_CASE("care notes: marks are added once, after whole names only") {
    const Campaign campaign = two_countries();
    CareNotes names(campaign);
    const Locale english{"en"};
    CHECK(names.marked("Kosovo* and Kosovo, in Kosovo’s north", english) ==
          "Kosovo* and Kosovo*, in Kosovo*’s north");
    CHECK(names.marked("Kosovar, preKosovo, Kosovoš", english) == "Kosovar, preKosovo, Kosovoš");
    CHECK(names.marked_about("Albania", english, {"al"}) == "Albania");
    CHECK(names.marked("për Kosovarët dhe Kosovën", {"sq"}) == "për Kosovarët dhe Kosovën*");
    CHECK(names.marked("za Kosovu i Metohiju", {"bs"}) == "za Kosovu* i Metohiju");
}

TEST_CASE("care notes: a derived text is marked as the one it was derived from") {
    Campaign campaign = two_countries();
    campaign.languages.push_back({{"sr-Latn"}, Derivation{{"sr-Cyrl"}, {}, {}}, {}, {}});
    campaign.countries[1].note->words[{"sr-Cyrl"}] = {"Косов*"};
    CareNotes names(campaign);
    CHECK(names.marked("на Косову", {"sr-Cyrl"}) == "на Косову*");
    CHECK(names.marked("na Kosovu", {"sr-Latn"}) == "na Kosovu*");
    CHECK(names.marked("na Kosovu", {"hr"}) == "na Kosovu");
    const Correction told = names.marked(Correction{"1.0.0", {2021, 5, 20}, {{{"sr-Cyrl"}, "на Косову"}}});
    CHECK(told.note.at({"sr-Latn"}) == "na Kosovu*");
    CHECK(told.note.size() == 2);
    campaign.countries[1].note->text[{"sr-Cyrl"}] = "Овај назив.";
    CareNotes derived(campaign);
    derived.marked("na Kosovu", {"sr-Latn"});
    CHECK(derived.notes().at(0).text.at({"sr-Latn"}) == "Ovaj naziv.");
}

TEST_CASE("kit: a name that does not travel is the author's fault, an impossible kit is ours") {
    KitCase kit_case;
    kit_case.campaign.version = "1 beta";
    Result<Kit> kit = make_kit(kit_case.inputs());
    REQUIRE_FALSE(kit);
    CHECK(kit.diagnostics.front().code == "bundle.name-not-portable");
    CHECK(kit.diagnostics.front().blame == Blame::content);
    kit_case = KitCase{};
    kit_case.kit.country = {"zz"};
    kit = make_kit(kit_case.inputs());
    REQUIRE_FALSE(kit);
    CHECK(kit.diagnostics.front().blame == Blame::internal);
}

TEST_CASE("kit: a large picture is there for print and for the web, and the page shows the small one") {
    KitCase kit_case;
    kit_case.image.web = SmallerCopy{400, 300, "web bytes", sha256("web bytes")};
    const Kit kit = made(kit_case.inputs());
    CHECK(kit.manifest.files[3].path == "images/crowd.png");
    CHECK(kit.manifest.files[4].path == "images/crowd-web.png");
    CHECK(kit.manifest.files[4].picture->width == 400);
    CHECK(kit.manifest.files[4].picture->rights == kit_case.image.rights);
    CHECK(kit.manifest.files[5].path == "images/captions.txt");
    KitCase small;
    CHECK_FALSE(has_entry(made(small.inputs()), "images/crowd-web.png"));
}

TEST_CASE("kit: without pictures there is nothing about pictures") {
    const KitCase kit_case;
    KitInputs inputs = kit_case.inputs();
    inputs.images.clear();
    const Kit kit = made(inputs);
    CHECK(std::ranges::none_of(kit.manifest.files, [](const KitFile& file) {
        return file.path.starts_with("images/");
    }));
}

TEST_CASE("kit: page, text and manifest say what is new in this version, where the campaign does") {
    KitCase kit_case;
    kit_case.campaign.changes["0.9.0"] = {{{"sq"}, "E vjetër."}};
    CHECK(made(kit_case.inputs()).manifest.changes.empty());
    CHECK_THAT(to_html(cover_of(kit_case.inputs())), !Contains("E vjetër.") && !Contains("id=\"changes\""));
    kit_case.campaign.changes["1.0.0"] = {{{"sq"}, "Shifra për <Kosovën> u korrigjua."}};
    CHECK(made(kit_case.inputs()).manifest.changes == "Shifra për <Kosovën*> u korrigjua.");
    CHECK_THAT(to_html(cover_of(kit_case.inputs())),
               Contains("<h2 id=\"changes\">Çfarë ka ndryshuar</h2>") &&
                   Contains("<p class=\"changes\">Shifra për &lt;Kosovën*&gt; u korrigjua.</p>"));
    CHECK_THAT(to_plain_text(cover_of(kit_case.inputs())), Contains("\nShifra për <Kosovën*> u korrigjua.\n"));
}

TEST_CASE("kit: provenance is about every file and names inputs, never a machine or a time of its own") {
    const KitCase kit_case;
    KitInputs inputs = kit_case.inputs();
    inputs.dependencies = {{"campaign.yaml", sha256("a")}};
    const Kit kit = made(inputs);
    const auto files = std::vector<KitFile>(kit.manifest.files.begin(), kit.manifest.files.end() - 1);
    CHECK(kit.manifest.files.back().path == "provenance.json");
    const std::string text = to_provenance(kit.manifest, files, inputs.dependencies, {});
    CHECK(kit.manifest.files.back().digest == sha256(text));
    const auto statement = nlohmann::json::parse(text);
    CHECK(statement["subject"].size() == files.size());
    const auto& definition = statement["predicate"]["buildDefinition"];
    CHECK(definition["resolvedDependencies"][0]["digest"]["sha256"] == to_hex(sha256("a")));
    CHECK(definition["externalParameters"]["kit"] == "xk-sq");
    CHECK_FALSE(statement["predicate"]["runDetails"].contains("metadata"));
}

TEST_CASE("kit: two pictures of one file name are both kept") {
    KitCase kit_case;
    KitInputs inputs = kit_case.inputs();
    CampaignImage second = kit_case.image;
    second.path = "brand/crowd.png";
    inputs.images.push_back({&second, "", "", "", {"sq"}});
    const Kit kit = made(inputs);
    CHECK(kit.manifest.files[3].path == "images/crowd.png");
    CHECK(kit.manifest.files[4].path == "images/crowd-2.png");
}

TEST_CASE("kit: sizes and times are written without a locale") {
    CHECK(whole_size(999) == "999\u00A0B");
    CHECK(whole_size(1'499) == "1\u00A0kB");
    CHECK(whole_size(12'400'000) == "12\u00A0MB");
    CHECK(to_utc_text(951'782'400) == "2000-02-29T00:00:00Z");
    CHECK(to_utc_text(-1) == "1969-12-31T23:59:59Z");
}

TEST_CASE("kit: the result of testing the PDFs is a page to sign and a file for machines") {
    const KitCase kit_case;
    const AccessibilityReport report = tested_report();
    KitInputs inputs = kit_case.inputs();
    CHECK_FALSE(has_entry(made(inputs), "accessibility.html"));
    inputs.accessibility = &report;
    const Kit kit = made(inputs);
    CHECK(has_entry(kit, "accessibility.html"));
    CHECK(has_entry(kit, "accessibility.json"));
    CHECK(made(inputs) == kit);
}

TEST_CASE("accessibility.json: what was tested and asked is said in the kit's language too") {
    const KitCase kit_case;
    const std::string json =
        to_accessibility_json(kit_case.inputs(), spoken(kit_case.inputs()), tested_report());
    const auto says = [&](const std::string& text) { return json.find(text) != std::string::npos; };
    CHECK(says("\"language\": \"sq\""));
    CHECK(says("\"subjects\": {\"tagging\":\"E etiketuar.\""));
    CHECK(says("\"colour\":\"Jo vetëm me ngjyrë.\""));
    CHECK(says("\"fails_if\":\"untagged content\",\"subject\":\"tagging\",\"outcome\":\"passed\""));
}

TEST_CASE("accessibility page: it says in the kit's language what passed, what failed, and asks the rest") {
    const KitCase kit_case;
    const std::string page = to_accessibility_html(cover_of(kit_case.inputs()), tested_report());
    const auto says = [&](const std::string& text) { return page.find(text) != std::string::npos; };
    CHECK(says("<tr><th scope=\"row\">E etiketuar. <span class=\"details\"><bdi>01-003</bdi>, "
               "<bdi>01-005</bdi></span></th><td>Plotësuar</td></tr>"));
    CHECK(says("<td class=\"failed\">Jo i plotësuar</td>"));
    CHECK(says("<h2 id=\"ua\">PDF/UA-1</h2>"));
    CHECK(says("<h2 id=\"archive\">PDF/A-2a</h2>"));
    CHECK(says("<label for=\"judge-colour\">Jo vetëm me ngjyrë. <span class=\"details\"><bdi>04-001"));
    CHECK_FALSE(says("6.9-1"));
    for (const ConditionResult& row : tested_report().conditions)
        CHECK_FALSE(says(std::string(row.text))); // which is English
    CHECK(says("href=\"01-press-release-sq.pdf\""));
    CHECK(says("<html lang=\"sq\" dir=\"ltr\">"));
    CHECK_FALSE(says("<script"));
    CHECK_FALSE(says("{{"));
}
