// SPDX-License-Identifier: Apache-2.0
// Every document of the sample's kits says the same in every format. The words are those that
// text_test.cpp hears in the PDFs.
#include "pipeline/languages/languages.hpp"
#include "stages/model/document_format.hpp"
#include "tests/e2e/expected_text.hpp"
#include "tests/e2e/pdf_reading.hpp"
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>
#include <sstream>

using namespace presskit;
using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

/// Without the signs that read_formats.py leaves out: marks of notes and of matrices.
std::string unsigned_words(std::string text) {
    for (const char* sign : {"*", "●", "◐", "○"})
        for (std::size_t at; (at = text.find(sign)) != std::string::npos;)
            text.erase(at, std::string(sign).size());
    return collapsed(text);
}

/// All that the PDF says, the contents without page numbers.
std::string words_of(const PlannedEdition& source) {
    const Language& language = *languages::find(source.edition.document.language);
    std::string out;
    bool contents = !source.text.entries.empty();
    for (const std::string& block : source.text.blocks) {
        out += block + " ";
        if (const auto places = source.text.places.find(block); places != source.text.places.end())
            out += places->second + " ";
        if (!contents || block != language.word(Word::contents)) continue;
        for (const std::string& entry : source.text.entries) out += entry + " ";
        contents = false;
    }
    return unsigned_words(out);
}

/// Where two texts part, with some words around; empty for equal ones.
std::string difference(const std::string& a, const std::string& b) {
    const auto [first, second] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    if (first == a.end() && second == b.end()) return {};
    const auto at = static_cast<std::size_t>(first - a.begin());
    const std::size_t from = at > 60 ? at - 60 : 0;
    return a.substr(from, 120) + "\n" + b.substr(from, 120);
}

/// Files of all kits with such an extension, once each, by the name of their PDF.
std::map<std::string, fs::path> files_with(std::string_view extension) {
    std::map<std::string, fs::path> out;
    for (const std::string& kit : sample_kits())
        for (const auto& [name, source] : sample_texts().editions) {
            const std::string stem = name.substr(0, name.rfind('.'));
            const fs::path file = built_sample().unpacked(kit) / (stem + std::string(extension));
            if (fs::exists(file)) out.emplace(name, file);
        }
    return out;
}

/// The words of each file by the name of its PDF.
std::map<std::string, std::string> read(const std::map<std::string, fs::path>& files) {
    std::string command = "python3 " + quoted(PRESSKIT_SOURCE_DIR "/tests/e2e/read_formats.py");
    for (const auto& [name, path] : files) command += " " + quoted(path.string());
    const Run printed = run(command);
    INFO(printed.err);
    REQUIRE(printed.status == 0);
    std::map<std::string, std::string> words;
    std::istringstream lines(printed.out);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t tab = line.find('\t');
        words[line.substr(0, tab)] = collapsed(line.substr(tab + 1));
    }
    std::map<std::string, std::string> out;
    for (const auto& [name, path] : files) out[name] = words.at(path.string());
    return out;
}

void check_words(std::string_view extension) {
    const auto files = files_with(extension);
    REQUIRE(files.size() == sample_texts().editions.size());
    std::set<std::string> languages;
    for (const auto& [name, words] : read(files)) {
        INFO(name << " as " << extension);
        const PlannedEdition& source = sample_texts().editions.at(name);
        CHECK(difference(words, words_of(source)) == "");
        languages.insert(source.edition.document.language.tag);
    }
    CHECK(languages.size() == 10);
}

} // namespace

TEST_CASE("formats: HTML says what the PDF says, word for word, in all ten languages") {
    check_words(".html");
}

TEST_CASE("formats: plain text says what the PDF says, word for word, in all ten languages") {
    check_words(".txt");
}

TEST_CASE("formats: DOCX says what the PDF says, word for word, in all ten languages") {
    check_words(".docx");
}

TEST_CASE("formats: a news item obeys the published schema of ninjs 3.1 and holds the plain text") {
    const fs::path schema = beside_sources("schemas/ninjs-3.1.json");
    if (!fs::exists(schema)) {
        WARN("skipped: there is no " << schema.string());
        return;
    }
    const auto items = files_with(".ninjs.json");
    CHECK(items.size() >= 10);
    for (const auto& [name, path] : items) {
        INFO(name);
        const Run checked = run("python3 -m jsonschema --instance " + quoted(path.string()) + " " +
                                quoted(schema.string()));
        INFO(checked.err);
        CHECK(checked.status == 0);
        const auto item = nlohmann::json::parse(bytes_of(path));
        fs::path text = path;
        text.replace_extension("").replace_extension(".txt");
        const std::string body = item["bodies"][0]["value"];
        CHECK(body.size() > 1000);
        CHECK(bytes_of(text).ends_with(body));
        CHECK(item["language"] == sample_texts().editions.at(name).edition.document.language.tag);
    }
}

TEST_CASE("formats: ajv finds nothing in the news items, their dates and addresses too, and something in a changed one") {
    const fs::path schema = beside_sources("schemas/ninjs-3.1.json");
    if (!fs::exists(schema)) {
        WARN("skipped: there is no " << schema.string());
        return;
    }
    const auto validated = [&](const std::string& list) {
        return run_in_node("validate.mjs", quoted(schema.string()) + " " + list);
    };
    std::string items;
    for (const auto& [name, path] : files_with(".ninjs.json")) items += " " + quoted(path.string());
    const Run checked = validated(items);
    check_nothing_found(checked);
    if (checked.status == 77) return;
    const TempFolder folder;
    auto item = nlohmann::json::parse(bytes_of(files_with(".ninjs.json").begin()->second));
    item["versionCreated"] = "soon";
    folder.write("item.json", item.dump());
    CHECK(validated(quoted(folder.path("item.json"))).out.find("/versionCreated") != std::string::npos);
}

TEST_CASE("formats: a DOCX says its language once, and another language at the words that are in it") {
    const auto files = files_with(".docx");
    for (const auto& [name, own] : {std::pair{"01-press-release-ar.pdf", "<w:lang w:bidi=\"ar\"/>"},
                                    std::pair{"01-press-release-de.pdf", "<w:lang w:val=\"de\"/>"}}) {
        INFO(name);
        const std::string part = "unzip -p " + quoted(files.at(name).string()) + " word/";
        CHECK(run(part + "styles.xml").out.find(own) != std::string::npos);
        const std::string words = run(part + "document.xml").out;
        CHECK(words.find(own) == std::string::npos);
        CHECK(words.find("<w:rPr><w:lang w:val=\"en\"/></w:rPr>") != std::string::npos);
    }
}

TEST_CASE("formats: LibreOffice opens a DOCX and loses no heading, list, table, note or alternative text") {
    if (run("command -v soffice").status != 0) {
        WARN("skipped: soffice is not installed");
        return;
    }
    const TempFolder folder;
    const auto files = files_with(".docx");
    const fs::path& guide = files.at("03-legal-guide-en.pdf");
    const Run converted = run("cd " + quoted(folder.path().string()) + " && soffice -env:UserInstallation=file://" +
                              folder.path("profile").string() + " --headless --convert-to fodt --outdir . " +
                              quoted(guide.string()));
    INFO(converted.err);
    REQUIRE(converted.status == 0);
    const std::string text = folder.read("03-legal-guide-en.fodt");
    const auto count_in = [](const std::string& file, std::string_view markup) {
        std::size_t found = 0;
        for (std::size_t at = file.find(markup); at != std::string::npos; at = file.find(markup, at + 1))
            ++found;
        return found;
    };
    const auto count = [&](std::string_view markup) { return count_in(text, markup); };
    const PlannedEdition& source = sample_texts().editions.at("03-legal-guide-en.pdf");
    CHECK(count("<text:note-body>") == source.edition.document.footnotes.size());
    CHECK(count("text:outline-level=\"1\"") == 1);
    CHECK(count("text:outline-level=\"2\"") >= 4);
    CHECK(count("text:outline-level=\"3\"") >= 10);
    CHECK(count("<table:table-header-rows>") > 5);
    const std::string written = run("unzip -p " + quoted(guide.string()) + " word/document.xml").out;
    CHECK(count_in(written, "<w:numPr>") > 50);
    CHECK(count("<text:list-item") >= count_in(written, "<w:numPr>"));
    CHECK(count("<svg:desc>Drawing: the beam of a lighthouse") == 1);
    CHECK(count("fo:language=\"en\"") > 0);
}

TEST_CASE("formats: a paragraph of plain text is one line, and lines end in LF alone") {
    const auto files = files_with(".txt");
    for (const auto& [name, path] : files) {
        INFO(name);
        const std::string text = bytes_of(path);
        CHECK(text.ends_with("\n"));
        CHECK(text.find('\r') == std::string::npos);
        CHECK(text.find("\n\n\n") == std::string::npos);
        CHECK(text.find(sample_texts().editions.at(name).edition.document.head.title + "\n") !=
              std::string::npos);
    }
}

TEST_CASE("formats: a telephone number in HTML stays on one line, and its text is as written") {
    const TempFolder folder;
    Files files = small_campaign();
    files["texts/release/en.md"] += "\nCall +383 38 200 100 or write.\n";
    write_campaign(folder, files);
    REQUIRE(run_presskit(folder, "build c --out out").status == 0);
    const std::string html = run("unzip -p " + quoted(folder.path("out/" + small_zip)) + " '*release-en.html'").out;
    CHECK(html.find("Call <span class=\"whole\">+383 38 200 100</span> or write.") != std::string::npos);
    CHECK(html.find(".whole { white-space: nowrap; }") != std::string::npos);
}

TEST_CASE("formats: a telephone number in DOCX stays on one line, and in Arabic keeps the order of its groups, in text too") {
    const auto body_of = [](const std::string& language) {
        const TempFolder folder;
        Files files = small_campaign();
        const auto change = [](std::string text, std::string_view from, std::string_view to) {
            for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
            return text;
        };
        std::string release = files["texts/release/en.md"] + "\nCall +383 38 200-100 or write.\n";
        files.erase("texts/release/en.md");
        files["texts/release/" + language + ".md"] = change(release, "language: en", "language: " + language);
        files["campaign.yaml"] = change(change(change(files["campaign.yaml"], "en:", language + ":"), "[en]", "[" + language + "]"), "{en}", language);
        write_campaign(folder, files);
        const Run built = run_presskit(folder, "build c --out out");
        INFO(built.err);
        REQUIRE(built.status == 0);
        const std::string docx = quoted(folder.path("x.docx"));
        return run("cd " + quoted(folder.path("out")) + " && unzip -p *.zip '*.docx' > " + docx + " && { unzip -p " + docx +
                   " word/document.xml; unzip -p *.zip '*release*.txt'; }").out;
    };
    const std::string number = "+383\u00A038\u00A0200</w:t><w:noBreakHyphen/><w:t>100</w:t></w:r>";
    CHECK(body_of("en").find(">Call </w:t></w:r><w:r><w:t>" + number) != std::string::npos);
    const std::string arabic = body_of("ar");
    CHECK(arabic.find("<w:r><w:t>\u200E" + number) != std::string::npos);
    CHECK(arabic.find("Call \u200E+383 38 200-100 or") != std::string::npos);
}

TEST_CASE("formats: an HTML page names its language, runs nothing and fetches nothing") {
    for (const auto& [name, path] : files_with(".html")) {
        INFO(name);
        const Edition& edition = sample_texts().editions.at(name).edition;
        const std::string page = bytes_of(path);
        const bool turned = edition.document.language.tag == "ar";
        CHECK(page.find("<html lang=\"" + edition.document.language.tag + "\" dir=\"" +
                        (turned ? "rtl" : "ltr") + "\">") != std::string::npos);
        CHECK(page.find("default-src 'none'") != std::string::npos);
        CHECK(page.find("src=\"http") == std::string::npos);
        CHECK(page.find("<script>") == std::string::npos);
        CHECK(page.find("url(") == std::string::npos);
        const bool release = edition.kind == DocumentKind::release;
        CHECK((page.find("\"@type\":\"NewsArticle\"") != std::string::npos) == release);
    }
}
