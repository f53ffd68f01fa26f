// SPDX-License-Identifier: Apache-2.0
// From a press release as it was mailed to a finished kit: no word is added, lost or moved.
#include "tests/e2e/expected_text.hpp"
#include "tests/e2e/pdf_reading.hpp"
#include "tests/e2e/reading_match.hpp"
#include "tests/e2e/sample.hpp"

#include "stages/model/plain_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include <sstream>

using namespace presskit;
using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

fs::path seed() { return beside_sources("seed/press-release.txt"); }

bool seed_is_here() {
    if (fs::exists(seed())) return true;
    WARN("skipped: there is no " << seed().string());
    return false;
}

/// The lines of the release that hold words. Import sets true apostrophes for typewriter ones.
std::vector<std::string> seed_lines() {
    std::vector<std::string> out;
    std::istringstream lines(bytes_of(seed()));
    for (std::string line; std::getline(lines, line);) {
        for (auto at = line.find('\''); at != std::string::npos; at = line.find('\''))
            line.replace(at, 1, "’");
        if (std::string words = collapsed(line); !words.empty()) out.push_back(std::move(words));
    }
    return out;
}

/// The seed imported, built and unpacked.
struct Imported {
    Imported()
        : import(run(std::string(PRESSKIT_PROGRAM) + " import " + quoted(seed()) + " --into " +
                     quoted(folder.path("campaign")))),
          build(run(std::string(PRESSKIT_PROGRAM) + " build " + quoted(folder.path("campaign")) +
                    " --out " + quoted(folder.path("out")))),
          unpack(run("unzip -q " + quoted(folder.path("out")) + "/*.zip -d " +
                     quoted(folder.path("kit")))) {}
    TempFolder folder;
    Run import, build, unpack;
    fs::path pdf() const {
        return folder.path("kit/exploited-in-plain-sight-region-en-1.0.0/01-press-release-en.pdf");
    }
};

const Imported& imported() {
    static const Imported once;
    return once;
}

struct Quote {
    std::string speaker, words;
    bool operator==(const Quote&) const = default;
};

std::vector<Quote> quotes_of(const Document& document) {
    std::vector<Quote> out;
    for (const Block& block : document.body)
        if (const auto* paragraph = std::get_if<Paragraph>(&block.node))
            for (const Inline& item : paragraph->content)
                if (const auto* quotation = std::get_if<Quotation>(&item.node))
                    out.push_back(
                        {quotation->speaker, plain_text(quotation->content).substr(0, 20)});
    return out;
}

} // namespace

TEST_CASE("import and build: the release becomes a campaign that builds and verifies") {
    if (!seed_is_here()) return;
    INFO(imported().import.err << imported().build.err);
    CHECK(imported().import.status == 0);
    CHECK(imported().build.status == 0);
    CHECK(run(std::string(PRESSKIT_PROGRAM) + " verify " + quoted(imported().folder.path("out")))
              .status == 0);
    REQUIRE(fs::exists(imported().pdf()));
}

TEST_CASE("import and build: the PDF says the release, line for line and word for word") {
    if (!seed_is_here()) return;
    const PdfReading reading = read_pdfs({imported().pdf()}).front();
    CHECK(reading.check == "");
    // Kicker, headline and deck; then the line that presskit adds, and its heading of the contact card.
    std::vector<std::string> expected = seed_lines();
    REQUIRE(expected.size() > 10);
    expected.insert(expected.begin() + 3, "For immediate release");
    const auto contact = std::ranges::find_if(
        expected, [](const std::string& line) { return line.starts_with("For further questions"); });
    REQUIRE(contact != expected.end());
    expected.insert(contact, "Contact");
    for (const auto& blocks : {reading.poppler, reading.blocks}) {
        std::vector<std::string> found;
        for (const TextBlock& block : blocks) found.push_back(block.text);
        CHECK(first_difference(found, expected) == "");
    }
    for (std::size_t page = 0; page < reading.pages.size(); ++page) {
        CHECK(first_difference_of_pages(reading.pages[page], reading.mupdf.at(page)) == "");
        CHECK(first_difference_of_pages(reading.pages[page], reading.poppler_pages.at(page)) == "");
    }
}

TEST_CASE("import and build: who said what is known, also where a quotation is not closed") {
    if (!seed_is_here()) return;
    const PlannedTexts texts = planned_texts(imported().folder.path("campaign"));
    const Document& release = texts.editions.at("01-press-release-en.pdf").edition.document;
    const std::vector<Quote> quotes = quotes_of(release);
    std::vector<std::string> speakers;
    for (const Quote& quote : quotes) speakers.push_back(quote.speaker);
    CHECK(speakers == std::vector<std::string>{"Livia Wagner", "Thi Hoang", "Kristina Amerhauser",
                                               "Kristina Amerhauser", "Ruggero Scaturro",
                                               "Ruggero Scaturro"});
    for (const Quote& quote : quotes) CHECK(quote.words.starts_with("‘"));
}

TEST_CASE("import and build: place, date, contact and boilerplate are found for what they are") {
    if (!seed_is_here()) return;
    const PlannedTexts texts = planned_texts(imported().folder.path("campaign"));
    const Campaign& campaign = texts.campaign;
    CHECK(campaign.release_date == Date{2021, 5, 18});
    CHECK(campaign.city.at(Locale{"en"}) == "VIENNA, Austria");
    CHECK(campaign.title.at(Locale{"en"}) == "Exploited in Plain Sight");
    REQUIRE(campaign.contacts.size() == 1);
    CHECK(campaign.contacts[0].name == "Claudio Landi");
    CHECK(campaign.contacts[0].email == "Claudio.landi@globalinitiative.net");
    std::vector<SectionKind> sections;
    for (const Block& block : texts.editions.at("01-press-release-en.pdf").edition.document.body)
        if (const auto* section = std::get_if<Section>(&block.node))
            sections.push_back(section->kind);
    CHECK(sections == std::vector{SectionKind::contact, SectionKind::boilerplate});
}

TEST_CASE("import and build: importing again overwrites nothing") {
    if (!seed_is_here()) return;
    const auto before = files_below(imported().folder.path("campaign"));
    const Run again = run(std::string(PRESSKIT_PROGRAM) + " import " + quoted(seed()) + " --into " +
                          quoted(imported().folder.path("campaign")));
    CHECK(again.status != 0);
    CHECK(files_below(imported().folder.path("campaign")) == before);
}

TEST_CASE("import: the command that it ends with is one that a shell takes, whatever the folder's name") {
    const TempFolder folder;
    folder.write("r.txt", "A title\n\nVIENNA, Austria – 18 May 2021: Words.\n\nContact\nAna Berg, ana@example.org\n");
    const std::string here = "cd " + quoted(folder.path()) + " && ";
    const Run imported = run(here + PRESSKIT_PROGRAM " import r.txt --into \"it's a folder\"");
    const std::string before = "then run: presskit ";
    const std::size_t at = imported.err.find(before);
    INFO(imported.err);
    REQUIRE(at != std::string::npos);
    const std::string told = imported.err.substr(at + before.size(), imported.err.find('\n', at) - at - before.size());
    CHECK(run(here + PRESSKIT_PROGRAM " " + told).status == 0);
    CHECK(fs::exists(folder.path("outputs/index.json")));
}

TEST_CASE("import and build: a release in any script makes a campaign without faults") {
    const TempFolder folder;
    const std::string here = "cd " + quoted(folder.path()) + " && " + PRESSKIT_PROGRAM;
    const auto checked = [&](const std::string& language, const std::string& words) {
        folder.write(language + ".txt", words);
        const Run made = run(here + " import --into " + language + " --language " + language + " " + language + ".txt");
        INFO(made.err);
        CHECK(made.status == 0);
        const Run sound = run(here + " check " + language);
        CHECK(sound.err.find("error") == std::string::npos);
        return sound.status;
    };
    CHECK(checked("ar", "بيان صحفي\nالأنهار أنظف\n\nالقاهرة، مصر – 3 مارس 2025: الأنهار أنظف.\n\n"
                        "للتواصل: ليلى حسن، layla@example.org\n\nحول المعهد\nالمعهد يدرس الأنهار.\n") == 0);
    CHECK(checked("uk", "ПРЕСРЕЛІЗ\nРіки чистіші\n\nКИЇВ, Україна, 3 березня 2025 р. – Ріки чистіші.\n\n"
                        "Контакт: Олена Шевченко, olena@example.org\n") == 0);
    CHECK(checked("el", "Τα ποτάμια είναι καθαρότερα\n\nΑΘΗΝΑ, Ελλάδα – 3 Μαρτίου 2025: Τα ποτάμια.\n\n"
                        "Επικοινωνία: Άννα Παπαδοπούλου, anna@example.org\n") == 0);
}
