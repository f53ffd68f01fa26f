// SPDX-License-Identifier: Apache-2.0
// What programs read of the download site: feeds and the site map.
#include "tests/unit/publish/site_fixture.hpp"

#include <nlohmann/json.hpp>

using namespace presskit;
using namespace presskit::publish;

TEST_CASE("publish: without an address feeds are relative, and there is no site map") {
    const FileTree site = make_site(two_languages());
    const auto feed = nlohmann::json::parse(page(site, "sq/feed.json"));
    REQUIRE(feed["items"].size() == 1);
    CHECK(feed["items"][0]["attachments"][0]["url"] == "../kits/fish-mk-sq-1.0.0.zip");
    CHECK(has(page(site, "sq/feed.atom"), "<updated>2024-06-03T00:00:00Z</updated>"));
    CHECK_FALSE(has(page(site, "sq/index.html"), "canonical"));
    CHECK_FALSE(site.files.contains("sitemap.xml"));
}

TEST_CASE("publish: with its address the site has absolute feeds, canonical pages and a site map") {
    Catalogue catalogue = two_languages();
    catalogue.site_url = "https://press.example.org/";
    const FileTree site = make_site(catalogue);
    const auto feed = nlohmann::json::parse(page(site, "sq/feed.json"));
    CHECK(feed["feed_url"] == "https://press.example.org/sq/feed.json");
    CHECK(feed["home_page_url"] == "https://press.example.org/sq/");
    CHECK(feed["items"][0]["url"] == "https://press.example.org/sq/fish-mk-sq.html");
    CHECK(has(page(site, "sq/feed.atom"),
              "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://press.example.org/sq/feed.atom\"/>"));
    CHECK(has(page(site, "sq/index.html"),
              "<link rel=\"canonical\" href=\"https://press.example.org/sq/\">"));
    const std::string map = page(site, "sitemap.xml");
    CHECK(has(map, "<url><loc>https://press.example.org/</loc>"));
    CHECK(has(map, "<loc>https://press.example.org/sq/fish-mk-sq.html</loc><lastmod>2024-06-03</lastmod>"
                   "<xhtml:link rel=\"alternate\" hreflang=\"ar\" "
                   "href=\"https://press.example.org/ar/fish-mk-ar.html\"/>"));
    CHECK(has(page(site, "robots.txt"), "Sitemap: https://press.example.org/sitemap.xml\n"));
}

TEST_CASE("publish: an item of a feed is known by what it is, whatever its version and address") {
    Catalogue catalogue = two_languages();
    const auto id = [&] {
        return nlohmann::json::parse(page(make_site(catalogue), "sq/feed.json"))["items"][0]["id"]
            .get<std::string>();
    };
    const std::string before = id();
    CHECK(before.starts_with("urn:uuid:"));
    CHECK(before.size() == 45);
    catalogue.kits[0].sha256 = std::string(64, 'b');
    catalogue.kits[0].version = "1.1.0";
    catalogue.site_url = "https://press.example.org/";
    CHECK(id() == before);
    catalogue.kits[0].id = "al-sq";
    CHECK(id() != before);
}
