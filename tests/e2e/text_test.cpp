// SPDX-License-Identifier: Apache-2.0
// The words of every PDF of the sample campaign are the words of its source: heard by poppler, read
// from the objects by a script, and seen on the pages by MuPDF and poppler. The source is the
// edition's plain text.
#include "tests/e2e/expected_text.hpp"
#include "tests/e2e/pdf_reading.hpp"
#include "tests/e2e/reading_match.hpp"
#include "tests/e2e/sample.hpp"

#include "pipeline/languages/format.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/localized.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace presskit;
using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

struct Case {
    std::string name;
    PdfReading reading;
    const PlannedEdition* source = nullptr;
};

/// Every PDF of every kit once, by name, with its source.
const std::vector<Case>& cases() {
    static const std::vector<Case> all = [] {
        std::map<std::string, fs::path> files;
        for (const std::string& kit : sample_kits())
            for (const auto& entry : fs::directory_iterator(built_sample().unpacked(kit)))
                if (entry.path().extension() == ".pdf")
                    files.emplace(entry.path().filename().string(), entry.path());
        std::vector<fs::path> paths;
        for (const auto& [name, path] : files) paths.push_back(path);
        std::vector<Case> out;
        for (PdfReading& reading : read_pdfs(paths)) {
            const std::string name = fs::path(reading.file).filename().string();
            const auto source = sample_texts().editions.find(name);
            out.push_back({name, std::move(reading),
                           source == sample_texts().editions.end() ? nullptr : &source->second});
        }
        return out;
    }();
    return all;
}

bool is_heading(const TextBlock& block) {
    return block.type().size() == 2 && block.type()[0] == 'H' && block.type()[1] > '1';
}

/// The contents as they must be: each entry with the page on which a heading of its words lies.
std::vector<std::string> contents_of(const Case& pdf) {
    std::vector<std::string> out;
    auto heading = pdf.reading.blocks.begin();
    for (const std::string& entry : pdf.source->text.entries) {
        while (heading != pdf.reading.blocks.end() &&
               !(is_heading(*heading) && heading->text == entry))
            ++heading;
        if (heading == pdf.reading.blocks.end()) break;
        out.push_back(entry + " " + std::to_string(heading->page));
    }
    return out;
}

/// What stands above a table that goes on: its caption and that it is continued, then its header.
std::set<std::string> repeated_headers(const std::vector<TextBlock>& blocks, const std::string& continued) {
    std::set<std::string> out;
    std::string row, caption;
    for (const TextBlock& block : blocks) {
        if (block.type() == "TH" && block.path.find("/THead/") != std::string::npos) {
            row += row.empty() ? block.text : " " + block.text;
        } else if (!row.empty()) {
            out.insert((caption.empty() ? continued : caption + " (" + continued + ")") + " " + row);
            row.clear();
            caption.clear();
        } else if (block.type() != "TD") {
            caption = block.type() == "Caption" ? collapsed(block.text) : "";
        }
    }
    return out;
}

} // namespace

TEST_CASE("text: the kits hold the PDFs of the plan and no others") {
    REQUIRE(cases().size() == sample_texts().editions.size());
    for (const Case& pdf : cases()) {
        INFO(pdf.name);
        CHECK(pdf.source != nullptr);
    }
}

TEST_CASE("text: all ten languages of the campaign are read, and two that fall back") {
    std::set<std::string> languages, readers;
    for (const Case& pdf : cases()) {
        languages.insert(pdf.source->edition.document.language.tag);
        if (!pdf.source->edition.fallback_notice.empty())
            readers.insert(pdf.source->edition.key.reader.tag);
    }
    CHECK(languages ==
          std::set<std::string>{"ar", "bs", "cnr", "de", "en", "hr", "mk", "sq", "sr-Cyrl", "sr-Latn"});
    CHECK(readers == std::set<std::string>{"ar", "de"});
}

TEST_CASE("text: qpdf finds no fault in any PDF") {
    for (const Case& pdf : cases()) {
        INFO(pdf.name);
        CHECK(pdf.reading.check == "");
    }
}

TEST_CASE("text: what a screen reader says is the source, block for block and word for word") {
    for (const Case& pdf : cases()) {
        INFO(pdf.name);
        CHECK(first_difference(words_of(pdf.reading.poppler), pdf.source->text.blocks) == "");
        CHECK(first_difference(labels_of(pdf.reading.poppler), pdf.source->text.labels) == "");
        CHECK(first_difference(marks_of(pdf.reading.poppler), pdf.source->text.marks) == "");
    }
}

TEST_CASE("text: the tags in the file say what poppler hears") {
    for (const Case& pdf : cases()) {
        INFO(pdf.name);
        CHECK(first_difference(words_of(pdf.reading.blocks), words_of(pdf.reading.poppler)) == "");
        CHECK(first_difference(labels_of(pdf.reading.blocks), labels_of(pdf.reading.poppler)) ==
              "");
        CHECK(marks_of(pdf.reading.blocks) == marks_of(pdf.reading.poppler));
        CHECK(pdf.reading.untagged.empty());
    }
}

TEST_CASE("text: the contents name every heading and the page it lies on") {
    for (const Case& pdf : cases()) {
        INFO(pdf.name);
        std::vector<std::string> entries;
        for (const TextBlock& block : pdf.reading.blocks)
            if (block.type() == "TOCI") entries.push_back(block.text);
        CHECK(entries.size() == pdf.source->text.entries.size());
        CHECK(first_difference(entries, contents_of(pdf)) == "");
    }
}

TEST_CASE("text: a page shows what its tags say, with the same spaces between words") {
    for (const Case& pdf : cases()) {
        REQUIRE(pdf.reading.mupdf.size() == pdf.reading.pages.size());
        REQUIRE(pdf.reading.poppler_pages.size() == pdf.reading.pages.size());
        for (std::size_t page = 0; page < pdf.reading.pages.size(); ++page) {
            INFO(pdf.name << ", page " << page + 1);
            const std::string& painted = pdf.reading.pages[page];
            const bool mixed = std::ranges::find(pdf.reading.mixed, page, &MixedPage::page) !=
                               pdf.reading.mixed.end();
            if (mixed) { // MuPDF ends a line wherever the direction changes
                CHECK(without_space(painted) == without_space(pdf.reading.mupdf[page]));
                continue;
            }
            CHECK(first_difference_of_pages(painted, pdf.reading.mupdf[page]) == "");
            CHECK(first_difference_of_pages(painted, pdf.reading.poppler_pages[page]) == "");
        }
    }
}

TEST_CASE("text: pdftotext finds every word of a page that has words from right to left") {
    std::size_t pages = 0;
    for (const Case& pdf : cases())
        for (const MixedPage& page : pdf.reading.mixed) {
            INFO(pdf.name << ", page " << page.page + 1);
            CHECK(first_difference(page.seen, page.painted) == "");
            ++pages;
        }
    CHECK(pages >= 9);
}

TEST_CASE("text: only running heads, page numbers, repeated table headers and pull quotes are artefacts") {
    for (const Case& pdf : cases()) {
        const Edition& edition = pdf.source->edition;
        const Campaign& campaign = sample_texts().campaign;
        const Language& language = *languages::find(edition.document.language);
        const std::set<std::string> shown(pdf.source->text.shown.begin(),
                                          pdf.source->text.shown.end());
        const std::set<std::string> headers =
            repeated_headers(pdf.reading.blocks, language.word(Word::continued));
        const std::string title = languages::localized(campaign, campaign.title, language.locale);
        for (const PageArtefact& artefact : pdf.reading.artefacts) {
            INFO(pdf.name << ", page " << artefact.page << ": " << artefact.text);
            // Each word from right to left is a run of its own.
            const auto said = [&](const std::string& text) {
                return language.direction == Direction::right_to_left ? without_space(text) : text;
            };
            if (artefact.kind == "Artifact Header") {
                CHECK(said(artefact.text) == said(title + "\n" + edition.document.head.kicker));
            } else if (artefact.kind == "Artifact Footer") {
                const std::string number =
                    languages::fill(language.word(Word::page_of),
                                    {{"page", std::to_string(artefact.page)},
                                     {"pages", std::to_string(pdf.reading.pages.size())}});
                const std::string sample = language.word(Word::sample_text);
                CHECK((said(artefact.text) == said(sample + "\n" + number) ||
                       said(artefact.text) ==
                           said(sample + " · " + campaign.publisher + "\n" + number)));
            } else {
                CHECK(artefact.kind == "Artifact Layout");
                const std::string words = collapsed(artefact.text);
                CHECK((headers.contains(words) || shown.contains(words)));
            }
        }
    }
}
