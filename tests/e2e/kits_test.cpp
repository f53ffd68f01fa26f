// SPDX-License-Identifier: Apache-2.0
// The kits of the sample campaign as a journalist's tools open them: unzip, bsdtar, 7z, Python,
// sha256sum, a browser; and what index.json, manifest.json and `presskit verify` say of them.
#include "tests/e2e/pdf_reading.hpp"
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>

using namespace presskit::e2e;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const std::string presskit_program = quoted(PRESSKIT_PROGRAM);

Run verified(const fs::path& path) { return run(presskit_program + " verify " + quoted(path)); }

std::string zips() {
    std::string out;
    for (const std::string& kit : sample_kits()) out += " " + quoted(built_sample().zip(kit));
    return out;
}

Json manifest_of(const std::string& kit) {
    return Json::parse(bytes_of(built_sample().unpacked(kit) / "manifest.json"));
}

/// The rows of manifest.json about files.
Json rows_of(const std::string& kit) { return manifest_of(kit)["files"]; }

bool is_pdf(const Json& file) { return file["media_type"] == "application/pdf"; }

/// Turns one bit of a file.
void damage(const fs::path& path, std::size_t at) {
    std::string bytes = bytes_of(path);
    REQUIRE(at < bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ 1);
    std::ofstream(path, std::ios::binary) << bytes;
}

std::size_t occurrences(const std::string& text, const std::string& what) {
    std::size_t count = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
    return count;
}

/// The kits that have a text in English where their own language has none.
bool falls_back(const std::string& kit) { return kit == "region-de" || kit == "region-ar"; }

} // namespace

TEST_CASE("kits: the sample campaign makes its twenty kits, an index, previews and nothing else") {
    INFO(built_sample().build.err);
    REQUIRE(built_sample().build.status == 0);
    std::set<fs::path> expected{built_sample().out() / "index.json"}, found;
    for (const std::string& kit : sample_kits()) expected.insert(built_sample().zip(kit));
    for (const auto& entry : fs::recursive_directory_iterator(built_sample().out()))
        if (entry.path().string().find("/previews") == std::string::npos) found.insert(entry.path());
    CHECK(expected.size() == 21);
    CHECK(found == expected);
}

TEST_CASE("kits: standard output has a line for each, with the size and digest of the file") {
    std::string expected;
    for (const std::string& kit : sample_kits()) {
        const fs::path zip = built_sample().zip(kit);
        expected += kit + "\t" + std::to_string(fs::file_size(zip)) + "\t" + sha256_of(zip) + "\t" +
                    zip.filename().string() + "\n";
    }
    CHECK(built_sample().build.out == expected);
}

TEST_CASE("kits: unzip, bsdtar and 7z find every zip whole") {
    for (const std::string& kit : sample_kits()) {
        INFO(kit);
        const std::string zip = quoted(built_sample().zip(kit));
        CHECK(run("unzip -tq " + zip).status == 0);
        CHECK(run("bsdtar -xOf " + zip).status == 0);
        CHECK(run("7z t " + zip).status == 0);
        const Run listed = run("bsdtar -tf " + zip);
        CHECK(listed.err.empty());
        CHECK(run("unzip -Z1 " + zip).out == listed.out);
    }
}

TEST_CASE("kits: entries are sorted, UTF-8, of the release's UTC midnight, without extra fields") {
    const Run read =
        run("python3 " + quoted(PRESSKIT_SOURCE_DIR "/tests/e2e/read_zip.py") + zips());
    INFO(read.err);
    REQUIRE(read.status == 0);
    for (const Json& zip : Json::parse(read.out)) {
        CHECK(zip["damaged"] == "");
        CHECK(zip["comment"] == 0);
        std::vector<std::string> names;
        for (const Json& entry : zip["entries"]) {
            INFO(zip["file"] << ": " << entry);
            names.push_back(entry["name"]);
            CHECK(entry["utf8"] == true);
            CHECK(entry["descriptor"] == false);
            CHECK(entry["extra"] == 0);
            CHECK(entry["comment"] == 0);
            CHECK(entry["time"] == "2021-05-18T00:00:00");
            CHECK(entry["mode"] == 0100644);
        }
        CHECK(std::ranges::is_sorted(names));
        const std::string folder = fs::path(zip["file"].get<std::string>()).stem().string() + "/";
        CHECK(
            std::ranges::all_of(names, [&](const auto& name) { return name.starts_with(folder); }));
    }
}

TEST_CASE("kits: sha256sum -c passes in every unpacked kit, and no file is unlisted") {
    for (const std::string& kit : sample_kits()) {
        INFO(kit);
        const fs::path folder = built_sample().unpacked(kit);
        const Run checked = run("cd " + quoted(folder) + " && sha256sum --strict -c SHA256SUMS");
        CHECK(checked.status == 0);
        CHECK(occurrences(checked.out, ": OK\n") + 1 == files_below(folder).size());
    }
}

TEST_CASE("kits: index.json has every kit with its size, digest and documents") {
    const Json index = Json::parse(bytes_of(built_sample().out() / "index.json"));
    std::set<std::string> listed;
    for (const Json& kit : index["kits"]) {
        const std::string id = kit["id"];
        INFO(id);
        listed.insert(id);
        const fs::path zip = built_sample().out() / kit["file"].get<std::string>();
        CHECK(zip == built_sample().zip(id));
        CHECK(kit["bytes"] == fs::file_size(zip));
        CHECK(kit["sha256"] == sha256_of(zip));
        Json documents = rows_of(id);
        documents.erase(std::remove_if(documents.begin(), documents.end(),
                                       [](const Json& file) { return !file.contains("document"); }),
                        documents.end());
        CHECK(kit["documents"] == documents);
    }
    CHECK(listed == std::set<std::string>(sample_kits().begin(), sample_kits().end()));
}

TEST_CASE("kits: manifest.json has every file of its kit with its size, digest and pages") {
    for (const std::string& kit : sample_kits()) {
        const Json manifest = manifest_of(kit);
        CHECK(manifest["kit"] == kit);
        CHECK(manifest["folder"] == built_sample().unpacked(kit).filename().string());
        std::set<std::string> listed{"manifest.json", "SHA256SUMS"}, found;
        for (const Json& file : manifest["files"]) {
            const fs::path path = built_sample().unpacked(kit) / file["path"].get<std::string>();
            INFO(path);
            listed.insert(file["path"]);
            CHECK(file["bytes"] == fs::file_size(path));
            CHECK(file["sha256"] == sha256_of(path));
            if (is_pdf(file))
                CHECK(run("qpdf --show-npages " + quoted(path)).out ==
                      std::to_string(file["pages"].get<int>()) + "\n");
        }
        for (const auto& [name, bytes] : files_below(built_sample().unpacked(kit)))
            found.insert(name);
        CHECK(listed == found);
    }
}

TEST_CASE("kits: each has the release, its sheets and the guide in the kit's language") {
    for (const std::string& kit : sample_kits()) {
        INFO(kit);
        const bool region = kit.starts_with("region-");
        std::map<std::string, int> documents;
        const Json manifest = manifest_of(kit);
        for (const Json& file : manifest["files"]) {
            if (!file.contains("document") || !is_pdf(file)) continue;
            ++documents[file["document"]];
            if (!falls_back(kit)) CHECK(file["language"] == manifest["language"]);
        }
        CHECK(documents ==
              std::map<std::string, int>{{"release", 1}, {"sheet", region ? 6 : 1}, {"guide", 1}});
    }
}

TEST_CASE("kits: the manifest gives each document the title that is on it") {
    for (const std::string kit : {"region-en", "region-ar", "mk-mk"}) {
        std::set<std::string> titles;
        for (const Json& file : rows_of(kit)) {
            if (!file.contains("document") || !is_pdf(file)) continue;
            std::string title = file["title"];
            std::erase(title, '*'); // the mark of a note
            const fs::path pdf = built_sample().unpacked(kit) / file["path"].get<std::string>();
            INFO(file);
            CHECK(run("pdfinfo " + quoted(pdf)).out.find(title) != std::string::npos);
            titles.insert(std::move(title));
        }
        CHECK(titles.size() == (kit == "mk-mk" ? 3 : 8));
    }
}

TEST_CASE("kits: what stands in for German says so in the manifest, the page and the document") {
    const std::string notice =
        "Dieses Dokument liegt nicht auf Deutsch vor. Sprache des Textes: Englisch.";
    const fs::path folder = built_sample().unpacked("region-de");
    int fallbacks = 0;
    for (const Json& file : rows_of("region-de")) {
        if (!file.contains("document") || !is_pdf(file)) continue;
        const bool is_sheet = file["document"] == "sheet";
        INFO(file);
        CHECK(file["availability"] == (is_sheet ? "fallback" : "own"));
        CHECK(file["written_in"] == (is_sheet ? "en" : "de"));
        CHECK(file["language"] == (is_sheet ? "en" : "de"));
        const fs::path pdf = folder / file["path"].get<std::string>();
        const std::string text = collapsed(run("pdftotext -l 1 " + quoted(pdf) + " -").out);
        CHECK((text.find(notice) != std::string::npos) == is_sheet);
        fallbacks += is_sheet;
    }
    CHECK(fallbacks == 6);
    CHECK(occurrences(bytes_of(folder / "index.html"), notice) == 6);
    for (const std::string& kit : sample_kits())
        for (const Json& file : rows_of(kit))
            if (!falls_back(kit)) CHECK(file.value("availability", "") != "fallback");
}

TEST_CASE("kits: the Arabic kit reads from right to left, and says what is in English") {
    const std::string notice = "هذه الوثيقة غير متاحة باللغة العربية. لغة النص: الإنجليزية.";
    const fs::path folder = built_sample().unpacked("region-ar");
    const std::string page = bytes_of(folder / "index.html");
    CHECK(page.find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
    CHECK(occurrences(page, notice) == 7);
    for (const Json& file : rows_of("region-ar")) {
        if (!file.contains("document") || !is_pdf(file)) continue;
        const bool own = file["document"] == "release";
        INFO(file);
        CHECK(file["language"] == (own ? "ar" : "en"));
        const fs::path pdf = folder / file["path"].get<std::string>();
        const std::string text =
            collapsed(run("mutool draw -q -F txt " + quoted(pdf) + " 1-2").out);
        CHECK((text.find(notice) != std::string::npos) == !own);
        const std::string objects =
            run("qpdf --qdf --object-streams=disable " + quoted(pdf) + " -").out;
        CHECK((objects.find("/Direction /R2L") != std::string::npos) == own);
    }
}

TEST_CASE("kits: verify is content with the folder, with a zip and with an unpacked kit") {
    std::size_t files = 0;
    for (const std::string& kit : sample_kits())
        files += files_below(built_sample().unpacked(kit)).size();
    CHECK(verified(built_sample().out()).out == built_sample().out().string() + ": 20 kits, " +
                                                  std::to_string(files) +
                                                  " files, 75 PDFs: all well\n");
    for (const fs::path& path : {built_sample().zip("mk-mk"), built_sample().unpacked("mk-mk")}) {
        const Run ended = verified(path);
        INFO(ended.err);
        CHECK(ended.status == 0);
        CHECK(ended.out.starts_with(path.string() + ": 1 kit, "));
    }
}

TEST_CASE("kits: verify names the file in which a bit was turned") {
    const TempFolder folder;
    const fs::path out = folder.path("out"), kit = folder.path("kit");
    fs::copy(built_sample().out(), out, fs::copy_options::recursive);
    fs::copy(built_sample().unpacked("rs-sr-Cyrl"), kit, fs::copy_options::recursive);
    const std::string pdf = "01-press-release-sr-Cyrl.pdf";
    SECTION("in a zip of the outputs") {
        const fs::path zip = out / built_sample().zip("rs-sr-Cyrl").filename();
        damage(zip, bytes_of(zip).find("%PDF") + 20'000);
        for (const fs::path& path : {out, zip}) {
            const Run ended = verified(path);
            CHECK(ended.status == 1);
            CHECK(ended.err.find(zip.string() + "!/") != std::string::npos);
            CHECK(ended.err.find("/" + pdf + ": error: ") != std::string::npos);
        }
    }
    SECTION("in a file of an unpacked kit") {
        const auto names = files_below(kit);
        for (const auto& [name, bytes] : names) {
            if (name == "SHA256SUMS") continue;
            damage(kit / name, bytes.size() / 2);
            const Run ended = verified(kit);
            INFO(name << "\n" << ended.err);
            CHECK(ended.status == 1);
            CHECK(ended.err.find((kit / name).string() + ": error: ") != std::string::npos);
            damage(kit / name, bytes.size() / 2);
        }
        CHECK(verified(kit).status == 0);
    }
    SECTION("in SHA256SUMS itself") {
        damage(kit / "SHA256SUMS", 10);
        CHECK(verified(kit).status == 1);
    }
    SECTION("in index.json: a digest") {
        damage(out / "index.json", bytes_of(out / "index.json").find("\"sha256\": \"") + 15);
        CHECK(verified(out).status == 1);
    }
}
