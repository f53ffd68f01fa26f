// SPDX-License-Identifier: Apache-2.0
// The pages and feeds of the download site.
#include "stages/publish/site.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

using namespace presskit;
using namespace presskit::publish;

namespace {

Catalogue two_languages() {
    Catalogue catalogue;
    catalogue.campaigns.push_back(
        {"fish", "River & Watch", "1.0.0", "2024-06-03", {{{"en"}, "Few <fish>"}}});
    OfferedKit kit{.campaign = "fish",
                   .id = "mk-sq",
                   .file = "fish-mk-sq-1.0.0.zip",
                   .title = "Dosje: Maqedonia",
                   .version = "1.0.0",
                   .language = "sq",
                   .country = "Maqedonia",
                   .sha256 = std::string(64, 'a'),
                   .bytes = 12'345,
                   .documents = {{"Pak peshq", "sq", "01.pdf", 1000, 2},
                                 {"Pak peshq", "sq", "01.docx", 9000, 0}},
                   .notes = {{"*", "Një shënim."}}};
    catalogue.kits.push_back(kit);
    kit.id = "region-ar";
    kit.language = "ar";
    kit.title = "ملف";
    kit.file = "fish-region-ar-1.0.0.zip";
    catalogue.kits.push_back(kit);
    return catalogue;
}

std::string page(const FileTree& site, const std::string& name) {
    const auto found = site.files.find(name);
    REQUIRE(found != site.files.end());
    return found->second;
}

bool has(const std::string& text, std::string_view what) {
    return text.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("publish: from the front page a kit is two clicks away, in its own language") {
    const FileTree site = make_site(two_languages());
    CHECK(has(page(site, "index.html"),
              "<a href=\"sq/index.html\" lang=\"sq\" hreflang=\"sq\">Shqip</a>"));
    const std::string language = page(site, "sq/index.html");
    CHECK(has(language, "<html lang=\"sq\" dir=\"ltr\">"));
    CHECK(has(language, "<a href=\"fish-mk-sq.html\">Dosje: Maqedonia</a>"));
    CHECK(has(language, "12 kB"));
    CHECK(has(language, std::string(64, 'a')));
    CHECK(has(language, "* Një shënim."));
    CHECK_FALSE(has(language, "ملف"));
    const std::string kit = page(site, "sq/fish-mk-sq.html");
    CHECK(has(kit, "href=\"../kits/fish-mk-sq-1.0.0.zip\""));
    CHECK(has(kit, "<strong lang=\"sq\">Pak peshq</strong>"));
}

TEST_CASE("publish: a document stands once, with the size of each of its formats") {
    const FileTree site = make_site(two_languages());
    const std::string kit = page(site, "sq/fish-mk-sq.html");
    CHECK(kit.find("Pak peshq") == kit.rfind("Pak peshq"));
    CHECK(has(kit, "<bdi>PDF 1.0 kB</bdi> · <bdi>DOCX 9.0 kB</bdi>"));
    CHECK(has(kit, "<bdi>Faqe: 2</bdi>"));
}

TEST_CASE("publish: kits are listed by country, in the alphabet of their readers") {
    Catalogue catalogue = two_languages();
    for (const char* country : {"Zvicra", "Çekia", "Cipro"}) {
        OfferedKit kit = catalogue.kits.front();
        kit.id = kit.country = kit.title = country;
        catalogue.kits.push_back(kit);
    }
    const std::string language = page(make_site(catalogue), "sq/index.html");
    const auto at = [&](const char* title) {
        return language.find(">" + std::string(title) + "</a>");
    };
    CHECK(at("Cipro") < at("Çekia"));
    CHECK(at("Çekia") < at("Dosje: Maqedonia"));
    CHECK(at("Dosje: Maqedonia") < at("Zvicra"));
}

TEST_CASE("publish: Arabic pages read from right to left") {
    CHECK(has(page(make_site(two_languages()), "ar/index.html"), "<html lang=\"ar\" dir=\"rtl\">"));
}

TEST_CASE("publish: pages load nothing from elsewhere, run nothing and stay small") {
    for (const auto& [name, bytes] : make_site(two_languages()).files) {
        if (!name.ends_with(".html")) continue;
        INFO(name);
        CHECK_FALSE(has(bytes, "<script"));
        CHECK_FALSE(has(bytes, "http://"));
        CHECK_FALSE(has(bytes, "https://"));
        CHECK(bytes.size() < 60'000);
    }
}

TEST_CASE("publish: words of a campaign are words, never markup") {
    const FileTree site = make_site(two_languages());
    CHECK(has(page(site, "index.html"), "<h1>Few &lt;fish&gt;</h1>"));
    CHECK(has(page(site, "sq/feed.atom"), "River &amp; Watch"));
}

TEST_CASE("publish: a signed kit says how it is checked, an unsigned one does not") {
    Catalogue catalogue = two_languages();
    CHECK_FALSE(has(page(make_site(catalogue), "sq/fish-mk-sq.html"), "minisig"));
    catalogue.kits[0].is_signed = true;
    catalogue.public_key = "RWQabc";
    const std::string kit = page(make_site(catalogue), "sq/fish-mk-sq.html");
    CHECK(has(kit, "../kits/fish-mk-sq-1.0.0.zip.minisig"));
    CHECK(has(kit, "minisign -Vm fish-mk-sq-1.0.0.zip -P RWQabc"));
}

TEST_CASE("publish: feeds have each kit of their language once, by what it is and not where") {
    const FileTree site = make_site(two_languages());
    const auto feed = nlohmann::json::parse(page(site, "sq/feed.json"));
    REQUIRE(feed["items"].size() == 1);
    CHECK(feed["items"][0]["id"] == "urn:sha256:" + std::string(64, 'a'));
    CHECK(feed["items"][0]["attachments"][0]["url"] == "../kits/fish-mk-sq-1.0.0.zip");
    CHECK(has(page(site, "sq/feed.atom"), "<updated>2024-06-03T00:00:00Z</updated>"));
}

TEST_CASE("publish: what is no index of kits is refused") {
    CHECK_FALSE(read_catalogue("[1]"));
    CHECK_FALSE(read_catalogue(""));
    const auto empty = read_catalogue(R"({"schema_version": 1, "campaigns": [], "kits": []})");
    REQUIRE(empty);
    CHECK(make_site(*empty).files.contains("index.html"));
}
