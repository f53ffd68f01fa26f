// SPDX-License-Identifier: Apache-2.0
// An editor checks campaign files with another validator than ours; an author must not be told two
// different things.
#include "pipeline/yaml/parse.hpp"
#include "pipeline/yaml/schema.hpp"
#include "stages/load/campaign.hpp"
#include "stages/load/checked_yaml.hpp"
#include "tests/unit/load/small_campaign.hpp"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace presskit;
using namespace presskit::load;
using namespace presskit::tests;

namespace {

struct Case {
    SchemaName schema;
    std::string yaml;
    bool accepted;
};

std::string file_of(SchemaName schema) {
    const char* name = schema == SchemaName::campaign ? "campaign"
                       : schema == SchemaName::brand  ? "brand"
                                                      : "text";
    return std::string(PRESSKIT_SOURCE_DIR "/stages/load/schema/") + name + ".schema.json";
}

/// A small campaign or brand with one thing changed.
Case campaign(std::string_view from, std::string_view to, bool accepted) {
    return {SchemaName::campaign, replaced(campaign_yaml, from, to), accepted};
}
Case brand(std::string_view from, std::string_view to, bool accepted) {
    return {SchemaName::brand, replaced(brand_yaml(), from, to), accepted};
}
Case head(std::string yaml, bool accepted) { return {SchemaName::text, std::move(yaml), accepted}; }

std::vector<Case> cases() {
    const std::string body = "  body: {family: sans, size: 10pt, leading: 14pt}\n";
    const std::string al = "names: {en: {base: Albania, in: in Albania}, de: Albanien}";
    std::vector<Case> all{
        campaign("id: small", "id: small", true),
        campaign("id: small-campaign", "id: Small", false),
        campaign("id: small-campaign", "id: \"small\"", true),
        campaign("id: small-campaign\n", "", false),
        campaign("version: 1.0.0", "version: 1.0", false),
        campaign("version: 1.0.0", "version: \"1.0\"", true),
        campaign("version: 1.0.0", "version: 1", false),
        campaign("version: 1.0.0", "version: 0x1F", false),
        campaign("version: 1.0.0", "version: ../x", false),
        campaign("title: {en", "titel: {en", false),
        campaign("title: {en: Small, de: Klein}", "title: Small", false),
        campaign("title: {en: Small, de: Klein}", "title: {}", false),
        campaign("title: {en: Small, de: Klein}", "title: {en: \" \"}", false),
        campaign("title: {en: Small, de: Klein}", "title: {en: \"\\n\"}", false),
        campaign("licence: CC-BY-4.0", "licence: \"\\t \"", false),
        campaign("title: {en: Small, de: Klein}", "title: {en: }", false),
        campaign("title: {en: Small, de: Klein}", "title: {en: no}", true),
        campaign("title: {en: Small, de: Klein}", "title: {en: true}", false),
        campaign("title: {en: Small, de: Klein}", "title: {en: 2021}", false),
        campaign("title: {en: Small, de: Klein}", "title: {EN: Small}", false),
        campaign("title: {en: Small, de: Klein}", "title: {sr-Cyrl: Мало, pt-BR: x, de-1901: y}",
                 true),
        campaign("title: {en: Small, de: Klein}", "title: {sr-cyrl: x}", false),
        campaign("title: {en: Small, de: Klein}", "title: {en: a, en: b}", false),
        campaign("title: {en: Small, de: Klein}", "title:\n  en: >\n    Two\n    lines\n", true),
        campaign("date: 2021-05-18", "date: 18 May 2021", false),
        campaign("date: 2021-05-18", "date: '2021-05-18'", true),
        campaign("date: 2021-05-18", "date: 20210518", false),
        campaign("date: 2021-05-18", "date: 2021-02-30", false),
        campaign("date: 2021-05-18", "date: 2024-02-29", true),
        campaign("city: {en: VIENNA, de: WIEN}",
                 "city: {en: VIENNA}\n  notices: {immediate_release: true}", true),
        campaign("city: {en: VIENNA, de: WIEN}",
                 "city: {en: VIENNA}\n  notices: {immediate_release: yes}", false),
        campaign("publisher:",
                 "embargo: {until: 2021-05-18T10:00, zone: Europe/Vienna}\npublisher:", true),
        campaign("publisher:",
                 "embargo: {until: 2021-05-18 10:00, zone: Europe/Vienna}\npublisher:", false),
        campaign("publisher:",
                 "embargo: {until: 2021-05-18T24:00, zone: Europe/Vienna}\npublisher:", false),
        campaign("publisher:", "embargo: {until: 2021-05-18T10:00}\npublisher:", false),
        campaign("https://example.org/", "http://example.org/", false),
        campaign("    email: press@example.org\n", "", false),
        campaign("    email: press@example.org\n", "    telephone: \"+43 1 2345678\"\n", true),
        campaign("    email: press@example.org\n", "    telephone: 4312345678\n", false),
        campaign("press@example.org", "press at example.org", false),
        campaign("fallback: [en]", "fallback: en", false),
        campaign("fallback: [en]", "fallback: [en, en]", false),
        campaign("fallback: [en]", "fallback: [en, \"en\"]", false),
        campaign("fallback: [en]", "derive: {from: en, exceptions: {a: b, 12: c}}", true),
        campaign("fallback: [en]", "derive: {exceptions: {a: b}}", false),
        campaign("en: {}", "en:", false),
        campaign("kind: release", "kind: relase", false),
        campaign("kind: release", "kind: [release]", false),
        campaign("documents:\n", "documents: []\nx:\n", false),
        campaign("languages: [en, de]", "languages: []", false),
        campaign("languages: [en, de]", "languages: [en, de, ]", true),
        campaign(al, "names: {en: {in: in Albania}}", false),
        campaign(al, "names: {en: {base: Albania, In: x}}", false),
        campaign(al, "names: {en: [Albania]}", false),
        campaign(al, al + "\n    note: {mark: \"*\", words: {en: [A*]}, text: {en: N}}", true),
        campaign(al, al + "\n    note: {mark: \"****\", words: {en: [A*]}, text: {en: N}}", false),
        campaign(al, al + "\n    note: {mark: \"*\", words: {en: []}, text: {en: N}}", false),
        campaign("  region:", "  Region:", false),
        campaign("sheets: [al]", "sheets: []", true),
        {SchemaName::campaign, "", false},
        {SchemaName::campaign, "- a\n", false},
        {SchemaName::campaign, "a: \"x\n", false},

        brand("id: plain", "id: plain", true),
        brand("\"#FFFFFF\"", "\"#FFF\"", false),
        brand("\"#FFFFFF\"", "#FFFFFF", false),
        brand("paper: white", "paper: '#ffffff'", true),
        brand("paper: white, ", "", false),
        brand("justice: blue", "police: blue", false),
        brand("{system: truetype/noto/NotoSans-Regular.ttf, package: fonts-noto-core}",
              "{file: a.ttf}", true),
        brand("{system: truetype/noto/NotoSans-Regular.ttf, package: fonts-noto-core}",
              "{system: a.ttf}", false),
        brand("{system: truetype/noto/NotoSans-Regular.ttf,", "{file: a, system: a.ttf,", false),
        brand("    regular:", "    italic:", false),
        brand("format: a4", "format: A4", false),
        brand("top: 25mm", "top: 25", false),
        brand("top: 25mm", "top: 25 mm", false),
        brand("top: 25mm", "top: 25.5mm", true),
        brand("top: 25mm", "top: 1e3mm", false),
        brand("top: 25mm", "top: 0mm", false),
        brand("top: 25mm", "top: 100.001mm", false),
        brand("top: 25mm", "top: 100.000mm", true),
        brand("top: 25mm", "top: -25mm", false),
        brand("top: 25mm", "top: 025mm", false),
        brand(body, "", false),
        brand(body, "  body: {family: sans, size: 10pt}\n", false),
        brand(body, "  body: {family: sans, size: 10pt, leading: 14pt, bold: True, align: end}\n",
              true),
        brand(body, "  body: {family: sans, size: 10pt, leading: -3pt}\n", false),
        brand(body, "  body: {family: sans, size: 3.999pt, leading: 14pt}\n", false),
        brand(body, "  body: {family: sans, size: 10pt, leading: 14pt, tracking: -2pt}\n", true),
        brand(body, "  body: {family: sans, size: 10pt, leading: 14pt, tracking: -2.001pt}\n", false),
        brand(body, "  body: {family: sans, size: 10pt, leading: 14pt, indent: -1pt}\n", false),
        brand(body, "  body: {family: sans, size: 10pt, leading: 14pt, bold: 1}\n", false),
        brand(body, "  body: {family: sans, size: 10pt, leading: 14pt, color: ink}\n", false),
        brand("{contact_card: true}", "{contents_depth: 2}", true),
        brand("{contact_card: true}", "{contents_depth: 2.0}", true),
        brand("{contact_card: true}", "{contents_depth: 2.5}", false),
        brand("{contact_card: true}", "{contents_depth: 0}", false),
        brand("{contact_card: true}", "{contents_depth: 6}", false),
        brand("{contact_card: true}", "{contents_depth: \"2\"}", false),
        brand("{contact_card: true}", "{contents_depth: 0x3}", true),

        head("document: release\nlanguage: en\ntitle: Now\n", true),
        head("document: release\nlanguage: en\n", false),
        head("document: release\nlanguage: en\ntitle: ''\n", false),
        head("document: release\nlanguage: en\ntitle: Now\ndateline: true\n", true),
        head("document: release\nlanguage: en\ntitle: Now\ndateline: 'VIENNA – today:'\n", true),
        head("document: release\nlanguage: en\ntitle: Now\ndateline: 3\n", false),
        head("document: release\nlanguage: en\ntitle: Now\nsample: \"true\"\n", false),
        head("document: release\nlanguage: en\ntitle: Now\nauthor: me\n", false),
        head("document: release\nlanguage: en\ntitle: " + std::string(301, 'x') + "\n", false),
        head("document: release\nlanguage: no\ntitle: Š" + std::string(299, 'x') + "\n", true),
    };
    return all;
}

bool we_accept(const Case& one) {
    SourceMap sources;
    const auto node = yaml::parse(sources, sources.add("x.yaml", one.yaml));
    if (!node || !yaml::check(*node, yaml::Schema(schema_json(one.schema))).empty()) return false;
    Diagnostics faults;
    if (one.schema == SchemaName::campaign) to_campaign(*node, faults);
    return faults.empty();
}

/// One character a case, by one run of python.
std::string verdicts_of_python(const std::vector<Case>& all) {
    const std::string input = (std::filesystem::temp_directory_path() /
                               ("presskit-parity-" + std::to_string(::getpid())))
                                  .string();
    {
        std::ofstream out(input, std::ios::binary);
        for (const Case& one : all)
            out << file_of(one.schema) << ' ' << one.yaml.size() << '\n' << one.yaml;
    }
    const std::string command =
        "python3 " PRESSKIT_SOURCE_DIR "/tests/unit/load/schema_verdicts.py < " + input;
    std::string out;
    if (std::FILE* pipe = ::popen(command.c_str(), "r")) {
        for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe))
            if (c != '\n') out += static_cast<char>(c);
        ::pclose(pipe);
    }
    std::remove(input.c_str());
    return out;
}

} // namespace

TEST_CASE("schema and loader accept and refuse the same files") {
    const std::vector<Case> all = cases();
    const std::string python = verdicts_of_python(all);
    REQUIRE(python.size() == all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        INFO(all[i].yaml);
        CHECK(we_accept(all[i]) == all[i].accepted);
        CHECK((python[i] == '+') == all[i].accepted);
    }
}
