// SPDX-License-Identifier: Apache-2.0
// The pages of the download site.
#include "tests/unit/publish/site_fixture.hpp"

#include <nlohmann/json.hpp>

using namespace presskit;
using namespace presskit::publish;

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
    CHECK_FALSE(has(language, "ملف"));
    const std::string kit = page(site, "sq/fish-mk-sq.html");
    CHECK(has(kit, "href=\"../kits/fish-mk-sq-1.0.0.zip\""));
    CHECK(has(kit, "<strong lang=\"sq\" dir=\"auto\">Pak peshq</strong>"));
}

TEST_CASE("publish: a note on a name stands on pages that show its mark, in the language that it is in") {
    Catalogue catalogue = two_languages();
    CHECK_FALSE(has(page(make_site(catalogue), "sq/index.html"), "Një shënim."));
    catalogue.kits[0].country = "Maqedonia*";
    CHECK(has(page(make_site(catalogue), "sq/index.html"), "<p lang=\"sq\" dir=\"auto\">* Një shënim.</p>"));
    catalogue.kits[0].notes = {{"*", "A note.", "en"}};
    CHECK(has(page(make_site(catalogue), "sq/index.html"), "<p lang=\"en\" dir=\"auto\">* A note.</p>"));
    CHECK_FALSE(has(page(make_site(catalogue), "ar/index.html"), "Një shënim."));
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

TEST_CASE("publish: in the list of places kits of several campaigns for one country are told apart") {
    Catalogue catalogue = two_languages();
    OfferedKit kit = catalogue.kits[0];
    for (const char* code : {"al", "ba", "me", "rs"}) {
        kit.country_code = kit.country = code;
        catalogue.kits.push_back(kit);
    }
    catalogue.campaigns.push_back({"birds", "River & Watch", "1.0.0", "2024-06-03", {{{"sq"}, "Zogj"}}});
    kit.campaign = "birds";
    kit.country_code = "mk";
    kit.country = "Maqedonia";
    catalogue.kits.push_back(kit);
    const std::string language = page(make_site(catalogue), "sq/index.html");
    CHECK(has(language, "<a href=\"#fish-al\">al</a>"));
    CHECK(has(language, "<a href=\"#fish-mk\">Maqedonia – Few &lt;fish&gt;</a>"));
    CHECK(has(language, "<a href=\"#birds-mk\">Maqedonia – Zogj</a>"));
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
