// SPDX-License-Identifier: Apache-2.0
// A campaign under embargo: what it says of it, where it lies, and what becomes of it when the hour
// has come; on both sides of a change to summer time.
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

/// Until the clocks of Vienna have just gone forward: 03:00 is an hour after 01:00.
struct Embargoed {
    TempFolder folder;
    Embargoed() {
        Files files = small_campaign();
        std::string& brand = files["brand/brand.yaml"];
        brand.insert(brand.find("contact_card: true"), "cover: true, ");
        files["campaign.yaml"] += "embargo: {until: 2031-03-30T03:00, zone: Europe/Vienna}\n";
        write_campaign(folder, files);
    }
    Run build(const std::string& now, const std::string& more = "") const {
        return run_presskit(folder, "build c --out out --now " + now + more);
    }
};

const std::string before = "2031-03-30T00:59Z", after = "2031-03-30T01:00Z";

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

} // namespace

TEST_CASE("embargo: the notice tops every page, a cover too, and the kit's page and text, in local time and UTC") {
    const Embargoed room;
    const Run built = room.build(before);
    INFO(built.err);
    REQUIRE(built.status == 0);
    REQUIRE(run("unzip -q " + quoted(room.folder.path("out/embargoed/" + small_zip)) + " -d " +
                quoted(room.folder.path("kit")))
                .status == 0);
    const std::string kit = "kit/small-al-en-1.0.0/";
    const std::string notice = "Embargoed until 30 March 2031, 03:00";
    for (const auto& [name, bytes] : snapshot(room.folder, "kit")) {
        INFO(name);
        if (!name.ends_with(".pdf")) continue;
        const std::string pdf = quoted(room.folder.path(name));
        const std::string pages = run("qpdf --show-npages " + pdf).out;
        for (int page = 1; page <= std::stoi(pages); ++page) {
            const std::string number = std::to_string(page);
            const std::string text =
                run("pdftotext -raw -f " + number + " -l " + number + " " + pdf + " -").out;
            CHECK(text.find(notice) != std::string::npos);
            CHECK(text.find("01:00 UTC") != std::string::npos);
        }
    }
    CHECK(room.folder.read(kit + "01-press-release-en.ninjs.json").find("\"pubStatus\": \"withheld\"") !=
          std::string::npos);
    for (const char* page : {"index.html", "accessibility.html", "01-press-release-en.html"})
        CHECK(room.folder.read(kit + page).find(notice) != std::string::npos);
    CHECK(count(room.folder.read(kit + "README.txt"), "Embargoed until") == 1);
    CHECK(room.folder.read(kit + "01-press-release-en.txt").starts_with(notice));
    const std::string html = room.folder.read(kit + "01-press-release-en.html");
    CHECK(html.find(notice, html.find("<main>")) < html.find("<h1>"));
    const std::string docx =
        run("unzip -p " + quoted(room.folder.path(kit + "01-press-release-en.docx")) + " word/document.xml").out;
    CHECK(docx.find(notice) < docx.find("w:val=\"Heading1\""));
    CHECK(count(docx, notice) == 1);
    CHECK(room.folder.read(kit + "manifest.json").find("\"embargo\": \"2031-03-30T01:00:00Z\"") !=
          std::string::npos);
    CHECK(run_presskit(room.folder, "verify out").status == 0);
    CHECK(run_presskit(room.folder, "verify out --rebuild c").status == 0);
}

TEST_CASE("embargo: outside of its folder no byte names the campaign, until the hour has come") {
    const Embargoed room;
    REQUIRE(room.build(before, " --previews").status == 0);
    CHECK(fs::exists(room.folder.path("out/embargoed/previews")));
    CHECK_FALSE(fs::exists(room.folder.path("out/previews")));
    CHECK(run_presskit(room.folder, "verify out").status == 0);
    for (const auto& [name, bytes] : snapshot(room.folder, "out")) {
        if (name.starts_with("out/embargoed/")) continue;
        INFO(name);
        for (const std::string word : {"small", "al-en", "Albania", "embargo"}) {
            CHECK(name.find(word) == std::string::npos);
            CHECK(bytes.find(word) == std::string::npos);
        }
    }
    REQUIRE(room.build(after).status == 0);
    CHECK_FALSE(fs::exists(room.folder.path("out/embargoed")));
    CHECK(run("unzip -p " + quoted(room.folder.path("out/" + small_zip))).out.find("Embargoed") ==
          std::string::npos);
    CHECK(run_presskit(room.folder, "verify out").status == 0);
}

TEST_CASE("embargo: a kit that was made under it is not kept beside others after it") {
    const Embargoed room;
    REQUIRE(room.build(before).status == 0);
    CHECK(room.build(before, " --only al").status == 0);
    CHECK(fs::exists(room.folder.path("out/embargoed/" + small_zip)));
    CHECK(room.build("yesterday").status == 2);
}
