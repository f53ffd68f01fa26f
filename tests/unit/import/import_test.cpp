// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/import/import_case.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/unicode.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace presskit;

namespace {

/// The words a reader sees in imported Markdown: without escapes, marks of structure and YAML keys.
std::vector<std::string> printed_words(std::string markdown) {
    const auto erase_all = [&](std::string_view open, std::string_view close) {
        for (std::size_t at; (at = markdown.find(open)) != std::string::npos;)
            markdown.erase(at, markdown.find(close, at + open.size()) + close.size() - at);
    };
    erase_all("description: ", "\n");
    erase_all("]{speaker=", "}");
    erase_all("](", ")");
    for (const std::string_view mark :
         {"---\n", "document: release\n", "language: en\n", "kicker: \"", "title: \"", "deck: \"",
          "dateline: \"", "\"\n", "::: contact", "::: boilerplate", ":::", "## ", "- "})
        for (std::size_t at; (at = markdown.find(mark)) != std::string::npos;)
            markdown.replace(at, mark.size(), "\n");
    std::string plain;
    for (std::size_t i = 0; i < markdown.size(); ++i) {
        if (markdown[i] == '\\' && i + 1 < markdown.size())
            plain += markdown[++i];
        else if (markdown[i] != '[' && markdown[i] != ']')
            plain += markdown[i];
    }
    std::istringstream stream(plain);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

constexpr std::string_view small_release =
    "PRESS RELEASE\nA headline about rivers\nA deck that says a little more.\n\n"
    "GRAZ, Austria – 3 June 2024: The first paragraph of the text.\n"
    "The second paragraph of the text.\n\n"
    "Contact: Anna Berger (anna.berger@example.org).\n\n"
    "About River Watch Europe\nRiver Watch Europe is a small society. It counts fish.\n";

} // namespace

TEST_CASE("import: a release becomes the three files of a campaign") {
    const auto campaign = import_text(small_release);
    REQUIRE(campaign);
    REQUIRE(campaign->files.files.size() == 3);
    const std::string text = text_of(*campaign);
    CHECK(holds(text, "kicker: \"PRESS RELEASE\"\n"));
    CHECK(holds(text, "title: \"A headline about rivers\"\n"));
    CHECK(holds(text, "deck: \"A deck that says a little more.\"\n"));
    CHECK(holds(text, "dateline: \"GRAZ, Austria – 3 June 2024:\"\n"));
    CHECK(holds(text, "\n\nThe first paragraph of the text.\n\nThe second paragraph"));
    CHECK(holds(text,
                "::: contact\n\nContact: Anna Berger ([anna.berger@example.org](mailto:anna.berger@"
                "example.org)).\n\n:::\n"));
    CHECK(holds(text, "::: boilerplate\n\n## About River Watch Europe\n\nRiver Watch Europe is"));
    const std::string yaml = campaign->files.files.at("campaign.yaml");
    CHECK(yaml.starts_with("# yaml-language-server: $schema=../../stages/load/schema/campaign.schema.json\n"));
    CHECK(campaign->files.files.at("brand/brand.yaml")
              .starts_with("# yaml-language-server: $schema=../../../stages/load/schema/brand.schema.json\n"));
    CHECK(holds(yaml, "date: 2024-06-03\n"));
    CHECK(holds(yaml, "city: {en: \"GRAZ, Austria\"}\n"));
    CHECK(holds(yaml, "name: \"Anna Berger\"\n    email: \"anna.berger@example.org\"\n"));
    CHECK(holds(yaml, "publisher:\n  name: \"River Watch Europe\"\n"));
    CHECK(campaign->id == "a-headline-about-rivers");
}

TEST_CASE("import: the seed text keeps every word in its order") {
    const std::filesystem::path seed =
        std::filesystem::path(PRESSKIT_SOURCE_DIR) / "../shared/seed/press-release.txt";
    if (!std::filesystem::exists(seed)) {
        WARN("skipped: ../shared/seed/press-release.txt is not there");
        return;
    }
    std::ostringstream bytes;
    bytes << std::ifstream(seed, std::ios::binary).rdbuf();
    std::string original = bytes.str();
    const auto campaign = import_text(original);
    REQUIRE(campaign);
    const std::string text = text_of(*campaign);
    for (const char* quote : {"significant underestimate’]{speaker=\"Livia Wagner\"}, says",
                              "abuse material’]{speaker=\"Thi Hoang\"}, explains",
                              "a holistic way’]{speaker=\"Kristina Amerhauser\"}, says",
                              "across the region.]{speaker=\"Kristina Amerhauser\"}\n",
                              "with the topic’]{speaker=\"Ruggero Scaturro\"}, says",
                              "this digital danger’]{speaker=\"Ruggero Scaturro\"}.\n"})
        CHECK(holds(text, quote));
    const std::string yaml = campaign->files.files.at("campaign.yaml");
    CHECK(holds(yaml, "id: exploited-in-plain-sight\n"));
    CHECK(holds(yaml, "date: 2021-05-18\n"));
    CHECK(holds(yaml, "name: \"Claudio Landi\"\n"));
    CHECK(holds(yaml, "name: \"Global Initiative Against Transnational Organized Crime\""));
    for (std::size_t at; (at = original.find("'")) != std::string::npos;)
        original.replace(at, 1, "’");
    std::istringstream stream(original);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    CHECK(printed_words(text) == words);
}

TEST_CASE("import: kicker, contact and what a publisher says of itself are known in other languages") {
    const auto parts = [](const char* tag, const std::string& kicker, const std::string& contact,
                          const std::string& about) {
        const auto campaign =
            import_text(kicker + "\nA headline about rivers\n\nGRAZ, Austria – 3 June 2024: The first paragraph.\n\n" +
                            contact + "\n\n" + about + "\nA small society. It counts fish.\n",
                        tag);
        REQUIRE(campaign);
        const std::string text = text_of(*campaign, tag);
        INFO(text);
        CHECK(holds(text, "kicker: \"" + kicker + "\"\n"));
        CHECK(holds(text, "::: contact\n\n" + contact.substr(0, 5)));
        CHECK(holds(text, "::: boilerplate\n\n## " + about + "\n\nA small society."));
    };
    parts("fr", "Communiqué de presse", "Contact presse : anna.berger@example.org", "À propos de River Watch");
    parts("es", "Nota de prensa", "Contacto de prensa: anna.berger@example.org", "Acerca de River Watch");
    parts("it", "Comunicato stampa", "Ufficio stampa: anna.berger@example.org", "Informazioni su River Watch");
    parts("ar", "بيان صحفي", "للتواصل: سارة حداد، anna.berger@example.org", "نبذة عن مرصد الأنهار");
}

TEST_CASE("import: a contact below notes to editors is a contact, and the publisher the one that the text is about") {
    const auto campaign = import_text(with_body(
        "\nNotes to editors\n1. Two Rivers met.\n2. See https://example.org/notes.\n\nFor more information:\nAnna Berger\n"
        "Mobile: +44 7700 900000\nanna@river.example\nwww.river.example\n\nAbout River Watch\nRiver Watch is a society. "
        "https://river.example/\n"));
    REQUIRE(campaign);
    const std::string text = text_of(*campaign);
    CHECK(holds(text, "2. See [https://example.org/notes](https://example.org/notes).\n\n:::\n\n::: contact\n\nFor more "
                      "information:\n\nAnna Berger\n"));
    CHECK(holds(text, "www.river.example\n\n:::\n\n::: boilerplate\n\n## About River Watch\n"));
    const std::string& yaml = campaign->files.files.at("campaign.yaml");
    CHECK(holds(yaml, "  - name: \"Anna Berger\"\n    email: \"anna@river.example\"\n    telephone: \"+44 7700 900000\"\n"));
    CHECK(holds(yaml, "publisher:\n  name: \"River Watch\"\n  url: \"https://river.example/\"\n"));
}

TEST_CASE("import: a line that only says what the card of a contact has for a title is not said twice") {
    const auto text = [](const std::string& label, const char* tag) {
        const auto campaign = import_text(with_body("\n" + label + "\nAnna Berger, a@example.org\n"), tag);
        REQUIRE(campaign);
        return text_of(*campaign, tag);
    };
    const std::string card = "::: contact\n\nAnna Berger, [a@example.org]";
    CHECK(holds(text("Contact", "en"), card));
    CHECK(holds(text("CONTACT:", "en"), card));
    CHECK(holds(text("Contact :", "fr"), card));
    CHECK(holds(text("İletişim", "tr"), card));
    CHECK(holds(text("Media contact", "en"), "::: contact\n\nMedia contact\n\nAnna Berger"));
}

TEST_CASE("import: what Markdown would take as a mark is escaped") {
    const auto campaign = import_text(
        with_body("# not a heading *nor* _this_ [or] {{that}} <b> & \\ `code` a|b ~~x~~\n"
                  "1. is no list\n:: nor this\n+ nor that\n- - -"));
    REQUIRE(campaign);
    const std::string text = text_of(*campaign);
    CHECK(holds(
        text,
        R"(\# not a heading \*nor\* \_this\_ \[or\] \{\{that\}\} \<b\> \& \\ \`code\` a\|b \~\~x\~\~)"));
    CHECK(holds(text, "\n1\\. is no list\n"));
    CHECK(holds(text, "\n\\:: nor this\n"));
    CHECK(holds(text, "\n\\+ nor that\n"));
    CHECK(holds(text, "\n\\- - -\n"));
}

TEST_CASE("import: an id has two letters at least, whatever the headline is") {
    for (const auto& [headline, id] : std::vector<std::pair<std::string, std::string>>{
             {"É!", "release-e"}, {"2024", "release-2024"}, {"مياه", "release"}}) {
        const auto campaign = import_text(headline + "\n\nGRAZ, Austria – 3 June 2024: Text.\n");
        REQUIRE(campaign);
        CHECK(campaign->id == id);
    }
}

TEST_CASE("import: a headline that is too long is shown where it stands") {
    std::string headline = "Rivers of the north";
    while (headline.size() <= 300) headline += " run high";
    SourceMap sources;
    const SourceId source = sources.add("release.txt", "PRESS RELEASE\n" + headline +
                                                           "\nA deck that says a little more.\n\n"
                                                           "GRAZ, Austria – 3 June 2024: The first paragraph.\n");
    auto imported = import::import_release(sources.at(source).text, source, {*languages::find(Locale{"en"}), {}, ""});
    CHECK_FALSE(imported);
    std::erase_if(imported.diagnostics, [](const Diagnostic& d) { return d.severity == Severity::warning; });
    pinpoint(imported.diagnostics, sources);
    REQUIRE(imported.diagnostics.size() == 1);
    CHECK(to_text(imported.diagnostics[0], sources)
              .starts_with("release.txt:2:1: error: the headline has " + std::to_string(headline.size()) +
                           " characters, more than 300 [import.too-long]\n"));
}

TEST_CASE("import: a name in braces in a headline or deck is shown where it stands") {
    SourceMap sources;
    const SourceId source = sources.add(
        "release.txt", "PRESS RELEASE\nRivers of {{country}}\nA deck that says {{ x }} a little more.\n\n"
                       "GRAZ, Austria – 3 June 2024: The first {{paragraph}} of the text.\n");
    auto imported = import::import_release(sources.at(source).text, source, {*languages::find(Locale{"en"}), {}, ""});
    CHECK_FALSE(imported);
    std::erase_if(imported.diagnostics, [](const Diagnostic& d) { return d.severity == Severity::warning; });
    pinpoint(imported.diagnostics, sources);
    REQUIRE(imported.diagnostics.size() == 2);
    CHECK(to_text(imported.diagnostics[0], sources) ==
          "release.txt:2:11: error: `{{country}}` has not been filled in [import.unfilled]\n"
          "  2 | Rivers of {{country}}\n"
          "    |           ^^^^^^^^^^^\n"
          "  hint: write what it stands for\n");
    CHECK(to_text(imported.diagnostics[1], sources).starts_with("release.txt:3:18: "));
}

TEST_CASE("import: bullets and counted lines are lists") {
    const auto campaign =
        import_text(with_body("We ask for\n• clean water\n• free rivers\n1. Act\n2. Count\n"));
    REQUIRE(campaign);
    CHECK(holds(text_of(*campaign), "\n\n- clean water\n- free rivers\n"));
    CHECK(holds(text_of(*campaign), "1. Act\n2. Count\n"));
    const auto counted = import_text(with_body("Key points\n- 15,000 rivers\n- “Clean” water\n* * *\n- 30 -\n"));
    REQUIRE(counted);
    CHECK(holds(text_of(*counted), "\n\n- 15,000 rivers\n- “Clean” water\n\n\\* \\* \\*\n\n\\- 30 -\n"));
}

TEST_CASE("import: an embargo is no dateline, and a warning says what the campaign still lacks") {
    for (const auto& [tag, line] : std::vector<std::pair<const char*, std::string>>{
             {"en", "EMBARGOED UNTIL 5 JUNE 2024"},
             {"en", "Strictly embargoed until 10:00 CET, 5 June 2024"},
             {"en", "STRICT EMBARGO: 00.01 WEDNESDAY"},
             {"en", "Embargo: June 5"},
             {"fr", "SOUS EMBARGO JUSQU’AU 5 JUIN 2024"},
             {"de", "Sperrfrist: 5. Juni 2024"},
             {"uk", "Ембарго до 5 червня 2024"}}) {
        INFO(line);
        const auto campaign = import_text(line + "\n\n" + with_body("Text.\n"), tag);
        REQUIRE(campaign);
        const std::string text = text_of(*campaign, tag);
        CHECK(holds(text, "kicker: \"" + line + "\"\ntitle: \"A headline about rivers\"\n"));
        const std::string& yaml = campaign->files.files.at("campaign.yaml");
        CHECK(holds(yaml, "date: 2024-06-03\n"));
        CHECK(holds(yaml, "\"GRAZ, Austria\""));
        CHECK(holds(yaml, "notices: {immediate_release: false}"));
        CHECK(std::ranges::count(campaign.diagnostics, "import.embargo", &Diagnostic::code) == 1);
    }
    for (const std::string headline :
         {"Arms embargo is extended", "Arms embargo is extended to 2027", "Embargo of 2014 costs 3 billion since May 2020"}) {
        INFO(headline);
        std::string text(with_body("The embargo ends in 2027.\n"));
        text.replace(text.find("A headline about rivers"), 23, headline);
        const auto trade = import_text(text);
        REQUIRE(trade);
        CHECK(holds(text_of(*trade), "title: \"" + headline + "\"\n"));
        CHECK(std::ranges::count(trade.diagnostics, "import.embargo", &Diagnostic::code) == 0);
    }
}

TEST_CASE("import: what the text says of immediate release is not printed twice") {
    const auto campaign = import_text("FOR IMMEDIATE RELEASE\n" + with_body("Text.\n"));
    REQUIRE(campaign);
    CHECK(holds(campaign->files.files.at("campaign.yaml"), "  notices: {immediate_release: false}"));
    CHECK_FALSE(holds(import_text(with_body("Text.\n"))->files.files.at("campaign.yaml"), "notices"));
}

TEST_CASE("import: lines broken by a mail program are joined, one-line paragraphs are not") {
    const auto broken = import_text(
        "A headline about rivers\n\nGRAZ, Austria – 3 June 2024: This first paragraph was broken\n"
        "by a mail program, in the middle of sentences, at about sixty\ncolumns.\n\nThe second "
        "paragraph.\n");
    REQUIRE(broken);
    CHECK(holds(text_of(*broken),
                "This first paragraph was broken by a mail program, in the middle of "
                "sentences, at about sixty columns.\n\nThe second"));
}

TEST_CASE("import: straight quotation marks become guillemets with their spaces in French") {
    const auto campaign =
        import_text(with_body("\n\"Nous comptons les poissons\", dit Anna Berger. Un 'test' d'\"eau\".\n"), "fr");
    REQUIRE(campaign);
    CHECK(holds(text_of(*campaign, "fr"), "[«\u00A0Nous comptons les poissons\u00A0»]{speaker=\"Anna Berger\"}, dit"));
    CHECK(holds(text_of(*campaign, "fr"), "Un “test” d’«\u00A0eau\u00A0»."));
    const auto spaced = import_text(with_body("\nLe plan \" Eau \" et le \"\u00A0Lac\u00A0\" ou \"Mer\", à 5 \" près.\n"), "fr");
    REQUIRE(spaced);
    CHECK(holds(text_of(*spaced, "fr"), "Le plan «\u00A0Eau\u00A0» et le «\u00A0Lac\u00A0» ou «\u00A0Mer\u00A0», à 5 \u00A0» près."));
    CHECK(holds(text_of(*import_text(with_body("The plan \" Water \" of ours.\n"))), "The plan “Water” of ours."));
}

TEST_CASE("import: a release that a mail program quoted is the same as without its marks") {
    std::string quoted;
    std::istringstream lines{std::string(small_release)};
    for (std::string line; std::getline(lines, line);) quoted += (line.empty() ? ">" : "> > " + line) + "\n";
    const auto campaign = import_text(quoted);
    REQUIRE(campaign);
    CHECK(campaign->files == import_text(small_release)->files);
    CHECK(holds(text_of(*import_text(with_body("> One line alone.\n"))), "\\> One line alone."));
}

TEST_CASE("import: no-break spaces stay beside numbers and nowhere else") {
    const auto campaign = import_text(
        with_body("Article\u00A034 and 15\u00A0000\u00A0km of\u00A0rivers,  two   spaces\t"));
    REQUIRE(campaign);
    CHECK(holds(text_of(*campaign),
                "Article\u00A034 and 15\u00A0000\u00A0km of rivers, two spaces\n"));
}

TEST_CASE("import: line ends of every system, a byte order mark and invisible characters") {
    const auto plain = import_text(small_release);
    std::string windows = "\xEF\xBB\xBF";
    for (const char c : small_release) windows += c == '\n' ? "\r\n" : std::string(1, c);
    const auto other = import_text(windows);
    REQUIRE(other);
    CHECK(other->files == plain->files);
    auto odd = import_text(with_body("exploi\u00ADta\u200Btion \x01 is\u202E bad"));
    REQUIRE(odd);
    CHECK(holds(text_of(*odd), "\nexploitation is bad\n"));
    CHECK(odd.diagnostics[0].code == "import.control-characters");
}

TEST_CASE(
    "import: bytes that are not UTF-8 are refused with their offset and the likely encoding") {
    const auto windows = import_text("A headline\n\nGRAZ \x96 3 June 2024: Text.\n");
    REQUIRE_FALSE(windows);
    CHECK(windows.diagnostics[0].code == "import.not-utf8");
    CHECK(windows.diagnostics[0].message == "the text is not UTF-8 at byte 17");
    CHECK(holds(windows.diagnostics[0].hint, "Windows-1252"));
    const auto utf16 = import_text(std::string_view("\xFF\xFE"
                                                    "A\0",
                                                    4));
    REQUIRE_FALSE(utf16);
    CHECK(holds(utf16.diagnostics[0].hint, "UTF-16"));
    CHECK_FALSE(import_text(std::string(import::largest_text + 1, 'x')));
}

TEST_CASE("import: a file of another program is told by what it begins with") {
    for (const auto& [bytes, name] : std::vector<std::pair<std::string, std::string>>{
             {"%PDF-1.7\n", "a PDF"},
             {"{\\rtf1\\ansi A headline}", "RTF"},
             {"PK\x03\x04 word/document.xml", "a word processor's document"},
             {"\xD0\xCF\x11\xE0\xA1\xB1", "an old word processor"}}) {
        const auto refused = import_text(bytes);
        REQUIRE_FALSE(refused);
        CHECK(refused.diagnostics[0].code == "import.not-plain-text");
        CHECK(holds(refused.diagnostics[0].message, name));
        CHECK(holds(refused.diagnostics[0].hint, ".docx"));
    }
}

TEST_CASE("import: a text without headline, date or place says what to do") {
    CHECK(import_text("").diagnostics[0].code == "import.no-headline");
    CHECK(import_text("GRAZ – 3 June 2024: Only text.\n").diagnostics[0].code ==
          "import.no-headline");
    const auto undated = import_text("A headline\n\nSome text that has no dateline at all.\n");
    REQUIRE_FALSE(undated);
    CHECK(undated.diagnostics[0].code == "import.no-date");
    CHECK(undated.diagnostics[1].code == "import.no-city");
    CHECK(holds(undated.diagnostics[1].hint, "`--language`"));
    CHECK_FALSE(holds(import_text("Titel\n\nText ohne Ort.\n", "de").diagnostics[1].hint, "`--language`"));
    const auto given =
        import::import_release("A headline\n\nSome text that has no dateline.\n", SourceId{0},
                               {*languages::find({"en"}), Date{2024, 6, 3}, "GRAZ, Austria"});
    REQUIRE(given);
    CHECK_FALSE(holds(text_of(*given), "dateline:"));
}

TEST_CASE("import: hostile texts end, with a value or a diagnostic") {
    for (const std::string& text :
         {std::string(400'000, '\n'), std::string(400'000, '"'), std::string(200'000, '\''),
          std::string(100'000, '@'), "T\n\n" + std::string(100'000, '['),
          with_body(std::string(50'000, '>') + "\n" + std::string(90'000, '1'))})
        CHECK_NOTHROW(import_text(text));
    std::string quotes = with_body("");
    for (int i = 0; i < 20'000; ++i) quotes += "‘A ";
    CHECK_NOTHROW(import_text(quotes));
    std::string addresses = with_body(""), urls = addresses, names = addresses, reports = addresses;
    for (int i = 0; i < 30'000; ++i) {
        addresses += "a@b.cd ";
        urls += "https://";
        names += "‘A’, says B" + std::to_string(i) + ". ";
        reports += "report A ";
    }
    for (const auto& text : {addresses, urls, names, reports}) CHECK_NOTHROW(import_text(text));
}
