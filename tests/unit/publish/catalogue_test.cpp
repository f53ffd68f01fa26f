// SPDX-License-Identifier: Apache-2.0
// What of an index, and of a list of corrected versions, reaches the site.
#include "stages/publish/superseded.hpp"
#include "tests/unit/publish/site_fixture.hpp"

using namespace presskit;
using namespace presskit::publish;

TEST_CASE("publish: of an index's previews only those are taken that lie where previews lie") {
    const auto previews = [](const std::string& path, const std::string& width) {
        const auto catalogue = read_catalogue(
            R"({"campaigns": [{"id": "fish"}], "kits": [{"campaign": "fish", "id": "mk-sq", "file": "a.zip",
            "language": "sq", "country": {"code": "mk"}, "documents": [{"path": "01.pdf", "language": "sq"}], "previews":
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

TEST_CASE("publish: an index whose languages are no tags, and might be paths, is refused") {
    const auto is_taken = [](const std::string& kit, const std::string& document) {
        return static_cast<bool>(read_catalogue(
            R"({"campaigns": [{"id": "fish"}], "kits": [{"campaign": "fish", "id": "mk-sq", "file": "a.zip",
            "language": ")" + kit + R"(", "country": {"code": "mk"},
            "documents": [{"path": "01.pdf", "language": ")" + document + R"("}]}]})"));
    };
    CHECK(is_taken("sq", "en-GB"));
    for (const char* tag : {"en-/../../../x", "en-", "en/..", "en-u-ca-gregory", "tlh", ""}) {
        INFO(tag);
        CHECK_FALSE(is_taken(tag, "sq"));
        CHECK_FALSE(is_taken("sq", tag));
    }
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

TEST_CASE("publish: an index whose campaigns are public at what is no time is refused") {
    const auto read = [](const std::string& public_from) {
        return read_catalogue(R"({"campaigns": [{"id": "fish", "public_from": )" + public_from + R"(}], "kits": []})");
    };
    const auto sound = read("\"2031-03-30T01:00:00Z\"");
    REQUIRE(sound);
    CHECK(sound->campaigns[0].public_from == "2031-03-30T01:00:00Z");
    for (const char* other : {"7", "null", "\"\"", "\"0\"", "\"zzz\"", "\"2031-03-30T01:00Z\"", "\"2031-03-30T01:00:00Zx\""})
        CHECK_FALSE(read(other));
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
