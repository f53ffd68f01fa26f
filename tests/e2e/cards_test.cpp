// SPDX-License-Identifier: Apache-2.0
// The picture that social media show: one a release and language, in every kit.
#include "stages/verify/picture.hpp"
#include "tests/e2e/newsroom.hpp"
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace presskit;
using namespace presskit::e2e;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

/// The rows of cards in a manifest.
std::vector<Json> cards_in(const Json& manifest) {
    std::vector<Json> cards;
    for (const Json& file : manifest["files"])
        if (file["path"].get<std::string>().ends_with(".card.png")) cards.push_back(file);
    return cards;
}

std::string escaped(std::string text) {
    for (std::size_t at = 0; (at = text.find('&', at)) != std::string::npos; at += 5)
        text.replace(at, 1, "&amp;");
    return text;
}

} // namespace

TEST_CASE("cards: each kit has one, 1200 by 630 pixels and below 100 kB, and says what stands on it") {
    for (const std::string& kit : sample_kits()) {
        INFO(kit);
        const fs::path folder = built_sample().unpacked(kit);
        const Json manifest = Json::parse(bytes_of(folder / "manifest.json"));
        const auto cards = cards_in(manifest);
        REQUIRE(cards.size() == 1);
        const std::string name = cards[0]["path"], words = cards[0]["title"];
        CHECK(name.starts_with("01-press-release-"));
        const std::string png = bytes_of(folder / name);
        CHECK(png.size() < 100'000);
        const verify::SeenPicture seen = verify::read_picture(png);
        CHECK(seen.faults.empty());
        CHECK(seen.width == 1200);
        CHECK(seen.height == 630);
        CHECK(words.find(manifest["campaign"]["title"].get<std::string>()) != std::string::npos);
        CHECK(words.find("2021") != std::string::npos);
        const std::string html = bytes_of(folder / (name.substr(0, name.find('.')) + ".html"));
        const std::string address =
            "https://press.example.org/cards/" + sha256_of(folder / name).substr(0, 32) + ".png";
        CHECK(html.find("<meta property=\"og:image\" content=\"" + address + "\">") != std::string::npos);
        CHECK(html.find("<meta property=\"og:image:alt\" content=\"" + escaped(words) + "\">") !=
              std::string::npos);
    }
}

TEST_CASE("cards: a page names its card where the campaign says where kits will be, and only there") {
    const auto html_of = [](const std::string& site) {
        const Newsroom room(site);
        REQUIRE(room.build().status == 0);
        return run("unzip -p " + quoted(room.folder.path("out/" + small_zip)) + " '*/01-press-release-en.html'").out;
    };
    CHECK(html_of("site: \"https://press.example.org/{language}/#{campaign}\"\n")
              .find("\"og:image\" content=\"https://press.example.org/cards/") != std::string::npos);
    for (const char* site : {"", "site: \"https://{campaign}.example.org/\"\n", "site: \"https://example.org/a.html\"\n"}) {
        const std::string html = html_of(site);
        CHECK(html.find("og:title") != std::string::npos);
        CHECK(html.find("og:image") == std::string::npos);
    }
}

TEST_CASE("cards: an embargo stands on it, until it has passed") {
    const Newsroom room("embargo: {until: \"2031-05-18T10:00\", zone: Europe/Vienna}\n");
    REQUIRE(room.build().status == 0);
    const auto words = [&](const std::string& kit) {
        const std::string manifest =
            run("unzip -p " + quoted(room.folder.path(kit)) + " '*/manifest.json'").out;
        return cards_in(Json::parse(manifest)).at(0)["title"].get<std::string>();
    };
    CHECK(words("out/embargoed/" + small_zip).starts_with("Embargoed until 18 May 2031"));
    REQUIRE(room.build("--now 2031-05-18T08:00Z").status == 0);
    CHECK(words("out/" + small_zip).find("Embargoed") == std::string::npos);
}
