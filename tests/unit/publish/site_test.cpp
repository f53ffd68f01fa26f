// SPDX-License-Identifier: Apache-2.0
// The pages and feeds of the download site.
#include "stages/publish/site.hpp"
#include "stages/publish/superseded.hpp"

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
                   .country_code = "mk",
                   .country = "Maqedonia",
                   .sha256 = std::string(64, 'a'),
                   .country_names = {{{"en"}, "North Macedonia"}, {{"sq"}, "Maqedonia"}},
                   .bytes = 12'345,
                   .documents = {{"Pak peshq", "sq", "01.pdf", 1000, 2},
                                 {"Pak peshq", "sq", "01.docx", 9000, 0}},
                   .notes = {{"*", "Një shënim."}}};
    catalogue.kits.push_back(kit);
    kit.id = "mk-ar";
    kit.language = "ar";
    kit.country = "مقدونيا";
    kit.title = "ملف";
    kit.file = "fish-mk-ar-1.0.0.zip";
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
    CHECK(has(page(site, "index.html"), "<a href=\"sq/index.html\" lang=\"sq\" hreflang=\"sq\" dir=\"ltr\">Shqip "
                                        "<span>Paketa për shtyp: Few &lt;fish&gt;</span></a>"));
    const std::string language = page(site, "sq/index.html");
    CHECK(has(language, "<html lang=\"sq\" dir=\"ltr\">"));
    CHECK(has(language, "<a href=\"../sq/fish-mk-sq.html\">Maqedonia</a>"));
    CHECK(has(language, "href=\"../kits/fish-mk-sq-1.0.0.zip\""));
    CHECK(has(language, "12 kB"));
    CHECK(has(language, std::string(64, 'a')));
    CHECK(has(language, "* Një shënim."));
    CHECK_FALSE(has(language, "ملف"));
    const std::string kit = page(site, "sq/fish-mk-sq.html");
    CHECK(has(kit, "href=\"../kits/fish-mk-sq-1.0.0.zip\""));
    CHECK(has(kit, "<strong lang=\"sq\" dir=\"auto\">Pak peshq</strong>"));
}

TEST_CASE("publish: a document stands once, with the size of each of its formats") {
    const FileTree site = make_site(two_languages());
    const std::string kit = page(site, "sq/fish-mk-sq.html");
    CHECK(kit.find("Pak peshq") == kit.rfind("Pak peshq"));
    CHECK(has(kit, "<bdi>PDF\u00A01.0\u00A0kB</bdi> · <bdi>DOCX\u00A09.0\u00A0kB</bdi>"));
    CHECK(has(kit, "<bdi>Faqe: 2</bdi>"));
}

TEST_CASE("publish: in French a space stands before a colon too") {
    Catalogue catalogue = two_languages();
    catalogue.kits[0].language = "fr";
    const FileTree site = make_site(catalogue);
    CHECK(has(page(site, "fr/fish-mk-sq.html"), "<bdi>Pages\u00A0: 2</bdi>"));
    CHECK(has(page(site, "index.html"), "<span>Dossier de presse\u00A0: Few &lt;fish&gt;</span>"));
}

TEST_CASE("publish: pages of a document are shown with their size, and told apart in words") {
    Catalogue catalogue = two_languages();
    catalogue.kits[0].documents[0].previews = {{"previews/a.png", 440, 622}, {"previews/b.png", 440, 622}};
    const std::string kit = page(make_site(catalogue), "sq/fish-mk-sq.html");
    CHECK(has(kit, "<a href=\"../previews/a.png\"><img src=\"../previews/a.png\" alt=\"Pak peshq – Faqja 1 nga 2\" "
                   "width=\"440\" height=\"622\" loading=\"lazy\" decoding=\"async\"></a>"));
    CHECK(has(kit, "alt=\"Pak peshq – Faqja 2 nga 2\""));
    CHECK(has(kit, "<summary>Faqe: 2</summary>"));
    CHECK_FALSE(has(page(make_site(two_languages()), "sq/fish-mk-sq.html"), "<img"));
}

TEST_CASE("publish: of an index's previews only those are taken that lie where previews lie") {
    const auto previews = [](const std::string& path, const std::string& width) {
        const auto catalogue = read_catalogue(
            R"({"campaigns": [{"id": "fish"}], "kits": [{"campaign": "fish", "id": "mk-sq", "file": "a.zip",
            "language": "sq", "country": {"code": "mk"}, "documents": [{"path": "01.pdf"}], "previews":
            [{"document": "01.pdf", "pages": [{"path": ")" + path + R"(", "width": )" + width + R"(, "height": 9}]}]}]})");
        REQUIRE(catalogue);
        return catalogue->kits[0].documents[0].previews.size();
    };
    CHECK(previews("previews/a.png", "7") == 1);
    for (const char* path : {"a.png", "previews/../a.png", "previews/a/b.png", "previews/.png", "previews/a.html",
                             "embargoed/previews/a.png", "previews/\\\"onload.png"})
        CHECK(previews(path, "7") == 0);
    CHECK(previews("previews/a.png", "0") == 0);
    CHECK(previews("previews/a.png", "-7") == 0);
}

TEST_CASE("publish: where a page is linked its card is shown, by its whole address and with its words") {
    Catalogue catalogue = two_languages();
    catalogue.kits[0].card = {"cards/a.png", "Few <fish> · Skopje"};
    CHECK(has(page(make_site(catalogue), "sq/fish-mk-sq.html"),
              "<meta property=\"og:image\" content=\"../cards/a.png\">"));
    catalogue.site_url = "https://press.example.org/";
    const FileTree site = make_site(catalogue);
    for (const char* name : {"sq/fish-mk-sq.html", "sq/index.html"}) {
        const std::string html = page(site, name);
        CHECK(has(html, "<meta property=\"og:image\" content=\"https://press.example.org/cards/a.png\">"));
        CHECK(has(html, "<meta property=\"og:image:alt\" content=\"Few &lt;fish&gt; · Skopje\">"));
        CHECK(has(html, "<meta name=\"twitter:card\" content=\"summary_large_image\">"));
    }
    CHECK_FALSE(has(page(site, "ar/index.html"), "og:image"));
}

TEST_CASE("publish: a country's page is in each language that it has a kit in, and leads on in that language") {
    const FileTree site = make_site(two_languages());
    CHECK(has(page(site, "index.html"),
              "<bdi><a href=\"sq/countries/mk.html\" lang=\"sq\" hreflang=\"sq\">Maqedonia</a></bdi>"));
    const std::string html = page(site, "sq/countries/mk.html");
    CHECK(has(html, "<html lang=\"sq\" dir=\"ltr\">"));
    CHECK(has(html, "<h1>Maqedonia</h1>"));
    CHECK(has(html, "<a href=\"../../sq/index.html\">Vendet</a>"));
    CHECK(html.find("../../sq/fish-mk-sq.html") < html.find("../../ar/fish-mk-ar.html"));
    CHECK(has(html, "<link rel=\"alternate\" hreflang=\"ar\" href=\"../../ar/countries/mk.html\">"));
    CHECK(has(html, "<link rel=\"alternate\" hreflang=\"x-default\" href=\"../../countries/mk.html\">"));
    const std::string arabic = page(site, "ar/countries/mk.html");
    CHECK(has(arabic, "<html lang=\"ar\" dir=\"rtl\">"));
    CHECK(arabic.find("../../ar/fish-mk-ar.html") < arabic.find("../../sq/fish-mk-sq.html"));
    CHECK_FALSE(site.files.contains("mk/countries/mk.html"));
}

TEST_CASE("publish: where two languages call a country alike, the front page says which is which") {
    Catalogue catalogue = two_languages();
    catalogue.kits[1].language = "bs";
    catalogue.kits[1].id = "mk-bs";
    for (OfferedKit& kit : catalogue.kits) kit.country_names = {{{"bs"}, "Makedonija"}, {{"sq"}, "Makedonija"}};
    const std::string html = page(make_site(catalogue), "index.html");
    CHECK(has(html, ">Makedonija (Bosanski)</a>"));
    CHECK(has(html, ">Makedonija (Shqip)</a>"));
}

TEST_CASE("publish: what is told of corrected versions goes from release to release, and nothing hostile with it") {
    Catalogue old = two_languages(), current = two_languages();
    current.campaigns[0].version = "1.0.1";
    current.campaigns[0].correction = {"1.0.0", "2024-07-01", {{{"en"}, "Pike, not <perch>."}}};
    for (OfferedKit& kit : current.kits) kit.version = "1.0.1";
    auto kits = superseded_kits(current, old, "0001-abc", {});
    REQUIRE(kits.size() == 2);
    CHECK(kits[0].id == "mk-ar");
    CHECK(kits[1].file == "fish-mk-sq-1.0.0.zip");
    const auto read = read_superseded(to_json(kits));
    REQUIRE(read.size() == 2);
    CHECK(read[1].sha256 == kits[1].sha256);
    CHECK(read[1].correction.note == kits[1].correction.note);
    CHECK(read[1].release == "0001-abc");
    // By the next release nothing of the old version is offered, and it is told of all the same.
    CHECK(superseded_kits(current, current, "0002-def", read).size() == 2);
    CHECK(superseded_kits(current, old, "0002-def", read)[0].release == "0001-abc");
    CHECK(superseded_kits({}, old, "0002-def", read).empty()); // the campaign is not public any more
    current.campaigns[0].correction = {};
    CHECK(superseded_kits(current, old, "0001-abc", {}).empty()); // another version, but no correction

    current.superseded = kits;
    const std::string html = page(make_site(current), "sq/fish-mk-sq-1.0.0.html");
    CHECK(has(html, "Versioni 1.0.0 u korrigjua më 1 korrik 2024. Në vend të tij vlen versioni 1.0.1."));
    CHECK(has(html, "Pike, not &lt;perch&gt;."));
    CHECK(has(html, "<html lang=\"sq\""));
    CHECK_FALSE(has(html, "href=\"../kits/"));

    for (const SupersededKit& sound : kits)
        for (std::string SupersededKit::* name :
             {&SupersededKit::campaign, &SupersededKit::id, &SupersededKit::version, &SupersededKit::file,
              &SupersededKit::country_code, &SupersededKit::release, &SupersededKit::language}) {
            SupersededKit changed = sound;
            changed.*name = "../x";
            CHECK(read_superseded(to_json({changed})).empty());
        }
    for (const char* text : {"", "[]", "{}", R"({"kits": 7})", R"({"kits": [7, {}]})"})
        CHECK(read_superseded(text).empty());
}

TEST_CASE("publish: kits are listed by country, in the alphabet of their readers") {
    Catalogue catalogue = two_languages();
    for (const char* country : {"Zvicra", "Çekia", "Cipro"}) {
        OfferedKit kit = catalogue.kits.front();
        kit.id = kit.country_code = kit.country = country;
        catalogue.kits.push_back(kit);
    }
    const std::string language = page(make_site(catalogue), "sq/index.html");
    const auto at = [&](const char* title) {
        return language.find(">" + std::string(title) + "</a>");
    };
    CHECK(at("Cipro") < at("Çekia"));
    CHECK(at("Çekia") < at("Maqedonia"));
    CHECK(at("Maqedonia") < at("Zvicra"));
}

TEST_CASE("publish: Arabic pages read from right to left") {
    CHECK(has(page(make_site(two_languages()), "ar/index.html"), "<html lang=\"ar\" dir=\"rtl\">"));
}

TEST_CASE("publish: pages load nothing from elsewhere, run only the site's script and stay small") {
    for (const auto& [name, bytes] : make_site(two_languages()).files) {
        if (!name.ends_with(".html")) continue;
        INFO(name);
        const std::size_t script = bytes.find("<script");
        CHECK((script == std::string::npos ||
               bytes.substr(script).starts_with("<script src=\"../site.js\" defer></script>")));
        CHECK(bytes.find("<script", script + 1) == std::string::npos);
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

TEST_CASE("publish: a kit says in its language how its digest is computed on each system") {
    const std::string kit = page(make_site(two_languages()), "sq/fish-mk-sq.html");
    CHECK(has(kit, "Si ta kontrolloni paketën"));
    for (const char* command : {"sha256sum fish-mk-sq-1.0.0.zip", "shasum -a 256 fish-mk-sq-1.0.0.zip",
                                "certutil -hashfile fish-mk-sq-1.0.0.zip SHA256"})
        CHECK(has(kit, command));
}

TEST_CASE("publish: headline, standfirst and text of a release stand alone, ready to be pasted") {
    Catalogue catalogue = two_languages();
    const auto text = read_text(
        R"({"language": "sq", "headlines": [{"role": "main", "value": "Pak <peshq>"}, {"role": "sub", "value": "Lumi"}],
            "bodies": [{"contentType": "text/html", "value": "<p>"}, {"contentType": "text/plain", "value": "\nNjë\n\nDy"}]})");
    REQUIRE(text);
    catalogue.kits[0].texts.push_back(*text);
    const FileTree site = make_site(catalogue);
    const std::string kit = page(site, "sq/fish-mk-sq.html");
    CHECK(has(kit, "lang=\"sq\" dir=\"auto\">\nPak &lt;peshq&gt;</textarea>"));
    CHECK(has(kit, ">\nLumi</textarea>"));
    CHECK(has(kit, ">\n\nNjë\n\nDy</textarea>"));
    CHECK(has(kit, "data-copy=\"Kopjo\""));
    CHECK_FALSE(has(page(site, "ar/fish-mk-ar.html"), "textarea"));
    CHECK_FALSE(read_text("{}"));
    CHECK_FALSE(read_text("["));
}

TEST_CASE("publish: many countries are found by place without a script, by any of their names with one") {
    Catalogue catalogue = two_languages();
    CHECK_FALSE(has(page(make_site(catalogue), "sq/index.html"), "role=\"search\""));
    for (const char* code : {"al", "xk", "rs", "me", "ba"}) {
        OfferedKit kit = catalogue.kits.front();
        kit.id = kit.country_code = code;
        catalogue.kits.push_back(kit);
    }
    const std::string language = page(make_site(catalogue), "sq/index.html");
    CHECK(has(language, "<a href=\"#fish-mk\">Maqedonia</a>"));
    CHECK(has(language, "id=\"fish-mk\" data-names=\"Maqedonia|North Macedonia\""));
    CHECK(has(language, "<form class=\"find\" role=\"search\" hidden>"));
}

TEST_CASE("publish: a country has a page and feeds of its kits in all languages") {
    const FileTree site = make_site(two_languages());
    CHECK(has(page(site, "index.html"), "<a href=\"countries/mk.html\" lang=\"en\" hreflang=\"en\">North Macedonia (English)</a>"));
    const std::string country = page(site, "countries/mk.html");
    CHECK(has(country, "<h1>North Macedonia</h1>"));
    CHECK(has(country, "lang=\"sq\""));
    CHECK(has(country, "lang=\"ar\""));
    const auto feed = nlohmann::json::parse(page(site, "countries/mk.json"));
    CHECK(feed["items"].size() == 2);
    CHECK_FALSE(feed.contains("language"));
    CHECK(has(page(site, "countries/mk.atom"), "<entry xml:lang=\"ar\">"));
}

TEST_CASE("publish: the same kit in other languages is its alternate, for people and for programs") {
    const std::string kit = page(make_site(two_languages()), "sq/fish-mk-sq.html");
    CHECK(has(kit, "<link rel=\"alternate\" hreflang=\"ar\" href=\"../ar/fish-mk-ar.html\">"));
    CHECK(has(kit, "<a href=\"../ar/fish-mk-ar.html\" lang=\"ar\" hreflang=\"ar\">"));
}

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

TEST_CASE("publish: the brand's colours reach the pages of its kits, and nothing that is no colour") {
    const std::string index = R"({"campaigns": [{"id": "fish", "colours": {"paper": "#ffffff", "ink": "#000000",
        "accent": "#123456", "accent-ink": "#ffffff", "muted": "#333333", "rule": "#777777", "tint": "#eeeeee",
        "warning": "COLOUR"}}], "kits": [{"campaign": "fish", "id": "mk-sq", "file": "a.zip", "language": "sq",
        "country": {"code": "mk"}}]})";
    const auto site_with = [&](const std::string& colour) {
        std::string text = index;
        const auto catalogue = read_catalogue(text.replace(text.find("COLOUR"), 6, colour));
        REQUIRE(catalogue);
        return make_site(*catalogue);
    };
    const FileTree site = site_with("#a00000");
    CHECK(has(page(site, "brand-fish.css"), "--accent: #123456;"));
    CHECK(has(page(site, "sq/fish-mk-sq.html"), "href=\"../brand-fish.css\""));
    CHECK_FALSE(site_with("red; } * {").files.contains("brand-fish.css"));
}

TEST_CASE("publish: an index that names what no page can be called by is refused") {
    const auto refused = [](const std::string& kit) {
        return !read_catalogue(R"({"campaigns": [{"id": "fish"}], "kits": [)" + kit + "]}");
    };
    const std::string sound =
        R"({"campaign": "fish", "id": "mk-sq", "file": "a.zip", "language": "sq", "country": {"code": "mk"}})";
    const auto with = [&](const std::string& old, const std::string& other) {
        std::string kit = sound;
        return kit.replace(kit.find(old), old.size(), other);
    };
    CHECK_FALSE(refused(sound));
    CHECK(refused(with("mk-sq", "../../x")));
    CHECK(refused(with("a.zip", "a/b.zip")));
    CHECK(refused(with("\"sq\"", "\"..\"")));
    CHECK(refused(with("\"mk\"", "\".\"")));
    CHECK(refused(with("fish", "bird")));
}

TEST_CASE("publish: the site's address is one, and nothing more") {
    CHECK(*read_site_url("https://press.example.org") == "https://press.example.org/");
    CHECK(*read_site_url("http://127.0.0.1:8080/press/") == "http://127.0.0.1:8080/press/");
    for (const char* url : {"", "press.example.org", "ftp://a/", "https://", "https:///a", "https://a/?b",
                            "https://a/#b", "https://a/ b", "https://u@a/", "https://a/\"b"})
        CHECK_FALSE(read_site_url(url));
}

TEST_CASE("publish: what is no index of kits is refused") {
    CHECK_FALSE(read_catalogue("[1]"));
    CHECK_FALSE(read_catalogue(""));
    const auto empty = read_catalogue(R"({"schema_version": 1, "campaigns": [], "kits": []})");
    REQUIRE(empty);
    CHECK(make_site(*empty).files.contains("index.html"));
}
