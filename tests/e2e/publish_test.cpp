// SPDX-License-Identifier: Apache-2.0
// The download site on disk: whole releases, one of them current, whatever happens in between.
#include "tests/e2e/newsroom.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace presskit::e2e;
namespace fs = std::filesystem;

TEST_CASE("publish: a release has every kit, and publishing the same kits again adds none") {
    const Newsroom room;
    REQUIRE(room.build().status == 0);
    const Run first = room.publish();
    INFO(first.err);
    REQUIRE(first.status == 0);
    CHECK(first.out == "site/" + room.current() + "\n");
    CHECK(room.folder.read("site/current/kits/" + small_zip) == room.folder.read("out/" + small_zip));
    CHECK(room.folder.read("site/current/index.json") == room.folder.read("out/index.json"));
    CHECK(room.folder.read("site/current/en/small-al-en.html").find("../kits/" + small_zip) !=
          std::string::npos);
    CHECK(room.publish().out == first.out);
    CHECK(run_presskit(room.folder, "releases").out ==
          fs::path(room.current()).filename().string() + "\tcurrent\n");
}

TEST_CASE("publish: pages are shown where the build drew them, and those of one that did not are gone") {
    const Newsroom room;
    REQUIRE(room.build("--previews").status == 0);
    const auto row = nlohmann::json::parse(room.folder.read("out/index.json"))["kits"][0];
    const std::string path = row["previews"][0]["pages"][0]["path"];
    const std::string png = room.folder.read("out/" + path);
    REQUIRE(room.publish().status == 0);
    CHECK(room.folder.read("site/current/" + path) == png);
    CHECK(room.folder.read("site/current/en/small-al-en.html").find("<img src=\"../" + path) != std::string::npos);
    CHECK(run_presskit(room.folder, "verify out").status == 0);
    const std::string with = room.folder.read("out/" + small_zip);
    REQUIRE(room.build().status == 0);
    CHECK(room.folder.read("out/" + small_zip) == with); // no kit holds them, or says that there are any
    CHECK_FALSE(fs::exists(room.folder.path("out/" + path)));
    REQUIRE(room.publish().status == 0);
    CHECK(room.folder.read("site/current/en/small-al-en.html").find("<img") == std::string::npos);
}

TEST_CASE("publish: the card of a kit is on the site, by its whole address") {
    const Newsroom room;
    REQUIRE(room.build().status == 0);
    REQUIRE(room.publish("--site-url https://press.example.org").status == 0);
    const std::string html = room.folder.read("site/current/en/small-al-en.html");
    const std::string opening = "<meta property=\"og:image\" content=\"https://press.example.org/";
    const std::size_t at = html.find(opening);
    REQUIRE(at != std::string::npos);
    const std::size_t begin = at + opening.size();
    const std::string card = html.substr(begin, html.find('"', begin) - begin);
    CHECK(room.folder.read("site/current/" + card) ==
          run("unzip -p " + quoted(room.folder.path("out/" + small_zip)) + " '*.card.png'").out);
}

TEST_CASE("publish: a new release follows, an old one comes back, and neither is changed") {
    const Newsroom room;
    REQUIRE(room.build().status == 0);
    REQUIRE(room.publish().status == 0);
    const std::string old = fs::path(room.current()).filename();
    const Files before = snapshot(room.folder, "site/releases/" + old);
    const auto style_time = fs::last_write_time(room.folder.path("site/current/style.css"));
    room.change();
    REQUIRE(room.publish().status == 0);
    CHECK(fs::path(room.current()).filename().string().starts_with("0002-"));
    CHECK(fs::last_write_time(room.folder.path("site/current/style.css")) == style_time);
    CHECK(snapshot(room.folder, "site/releases/" + old) == before);
    CHECK(run_presskit(room.folder, "rollback " + old).status == 0);
    CHECK(fs::path(room.current()).filename() == old);
    CHECK(run_presskit(room.folder, "rollback 0009-none").status == 2);
}

TEST_CASE("publish: a correction is told in kits, on pages and to whoever has the old version in a feed") {
    const Newsroom room;
    REQUIRE(room.build().status == 0);
    REQUIRE(room.publish().status == 0);
    const auto feed = [&] {
        return nlohmann::json::parse(room.folder.read("site/current/en/feed.json"))["items"][0];
    };
    const auto old_item = feed();
    std::string text = room.folder.read("c/campaign.yaml");
    text.replace(text.find("version: 1.0.0"), 14,
                 "version: 1.0.1\ncorrection: {replaces: 1.0.0, date: 2031-01-02, note: {en: The <7> is a 9.}}");
    room.folder.write("c/campaign.yaml", text);
    const Run built = room.build();
    INFO(built.err);
    REQUIRE(built.status == 0);
    REQUIRE(room.publish().status == 0);
    const std::string notice = "Correction of 2 January 2031: this version replaces version 1.0.0.";
    for (const char* page : {"en/index.html", "en/small-al-en.html"}) {
        const std::string html = room.folder.read("site/current/" + std::string(page));
        CHECK(html.find(notice) != std::string::npos);
        CHECK(html.find("The &lt;7&gt; is a 9.") != std::string::npos);
    }
    CHECK(feed()["id"] == old_item["id"]);
    CHECK(feed()["date_modified"] == "2031-01-02T00:00:00Z");
    CHECK(feed()["content_text"].get<std::string>().find(notice) != std::string::npos);

    const std::string kit = "small-al-en-1.0.1/";
    REQUIRE(run("cd " + quoted(room.folder.path()) + " && unzip -q out/small-al-en-1.0.1.zip").status == 0);
    const auto manifest = nlohmann::json::parse(room.folder.read(kit + "manifest.json"));
    CHECK(manifest["correction"]["replaces"] == "1.0.0");
    CHECK(manifest["correction"]["note"]["en"] == "The <7> is a 9.");
    CHECK(room.folder.read(kit + "index.html").find("The &lt;7&gt; is a 9.") != std::string::npos);
    CHECK(room.folder.read(kit + "README.txt").find("The <7> is a 9.") != std::string::npos);
    const auto release = nlohmann::json::parse(room.folder.read(kit + "01-press-release-en.ninjs.json"));
    CHECK(release["edNote"].get<std::string>().starts_with(notice + "\nThe <7> is a 9."));
    CHECK(release["versionCreated"] == "2031-01-02T00:00:00Z");
    if (const fs::path schema = beside_sources("schemas/ninjs-3.1.json"); fs::exists(schema)) {
        const Run checked =
            run("python3 -m jsonschema --instance " +
                quoted(room.folder.path(kit + "01-press-release-en.ninjs.json")) + " " + quoted(schema));
        INFO(checked.err);
        CHECK(checked.status == 0);
    } else {
        WARN("not held against a schema: there is no " << schema);
    }
    const auto& replaced = release["associations"][0];
    CHECK(replaced["uri"] == release["uri"]);
    CHECK(replaced["version"] == "1.0.0");
    CHECK(replaced["pubStatus"] == "canceled");
}

TEST_CASE("publish: a version that was corrected keeps a page, which says so and leads to the one that holds") {
    const Newsroom room;
    const auto correct = [&](const std::string& old, const std::string& fresh, const std::string& note) {
        std::string text = room.folder.read("c/campaign.yaml");
        if (const auto at = text.find("correction:"); at != std::string::npos)
            text.erase(at, text.find('\n', at) - at + 1);
        text.replace(text.find("version: " + old), 9 + old.size(),
                     "version: " + fresh + "\ncorrection: {replaces: " + old + ", date: 2031-01-02, note: {en: " +
                         note + "}}");
        room.folder.write("c/campaign.yaml", text);
        REQUIRE(room.build().status == 0);
    };
    REQUIRE(room.build().status == 0);
    REQUIRE(room.publish().status == 0);
    const std::string bytes = room.folder.read("out/" + small_zip);
    correct("1.0.0", "1.0.1", "The <7> is a 9.");
    const Run second = room.publish();
    REQUIRE(second.status == 0);

    const auto has = [&](const std::string& page, const std::string& words) {
        return room.folder.read("site/current/" + page).find(words) != std::string::npos;
    };
    const std::string old_page = "en/small-al-en-1.0.0.html";
    CHECK(has(old_page, "Version 1.0.0 was corrected on 2 January 2031. Version 1.0.1 holds in its place."));
    CHECK(has(old_page, "The &lt;7&gt; is a 9."));
    CHECK(has(old_page, "<a class=\"download\" href=\"../en/small-al-en.html\">Version 1.0.1</a>"));
    CHECK(has(old_page, "<meta name=\"robots\" content=\"noindex\">"));
    CHECK(has("en/small-al-en.html", "<a href=\"../" + old_page + "\">Version 1.0.0</a>"));
    CHECK(room.folder.read("site/current/kits/" + small_zip) == bytes);
    CHECK(room.publish().out == second.out); // nothing new, no release

    SECTION("and so it does when that one is corrected in its turn") {
        correct("1.0.1", "1.0.2", "Nor is it a 9.");
        REQUIRE(room.publish().status == 0);
        CHECK(has(old_page, "Version 1.0.2 holds in its place."));
        CHECK(has(old_page, "The &lt;7&gt; is a 9."));
        CHECK(has("en/small-al-en-1.0.1.html", "Nor is it a 9."));
        CHECK(room.folder.read("site/current/kits/" + small_zip) == bytes);
    }
    SECTION("its file goes with the last release that offered it, the page stays") {
        REQUIRE(run_presskit(room.folder, "releases --keep 1").status == 0);
        correct("1.0.1", "1.0.2", "Nor is it a 9.");
        REQUIRE(room.publish().status == 0);
        CHECK_FALSE(fs::exists(room.folder.path("site/current/kits/" + small_zip)));
        CHECK_FALSE(has(old_page, "href=\"../kits/" + small_zip));
        CHECK(has(old_page, small_zip));
        CHECK(fs::exists(room.folder.path("site/current/kits/small-al-en-1.0.1.zip")));
    }
    SECTION("its file is withdrawn at once where it may do harm, and does not come back") {
        REQUIRE(room.publish("--withdraw").status == 0);
        CHECK_FALSE(fs::exists(room.folder.path("site/current/kits/" + small_zip)));
        CHECK_FALSE(has(old_page, "href=\"../kits/" + small_zip));
        REQUIRE(room.publish().status == 0);
        CHECK_FALSE(fs::exists(room.folder.path("site/current/kits/" + small_zip)));
    }
    SECTION("and does not come back by being published once more, but by a rollback") {
        const std::string release = room.current();
        std::string text = room.folder.read("c/campaign.yaml");
        const auto at = text.find("version: 1.0.1");
        text.replace(at, text.find('\n', text.find("correction:")) - at, "version: 1.0.0");
        room.folder.write("c/campaign.yaml", text);
        REQUIRE(room.build().status == 0);
        const Run refused = room.publish();
        CHECK(refused.status == 1);
        CHECK(refused.err.find("`small` is of version 1.0.0, which the site has told its readers was corrected") !=
              std::string::npos);
        CHECK(room.current() == release);
        const std::string listed = run_presskit(room.folder, "releases").out;
        REQUIRE(run_presskit(room.folder, "rollback " + listed.substr(0, listed.find('\t'))).status == 0);
        CHECK(room.publish().status == 0);
    }
    SECTION("what became of the file since is not offered under its digest") {
        const fs::path kept = room.folder.path("site/current/kits/" + small_zip);
        fs::permissions(kept, fs::perms::owner_write, fs::perm_options::add);
        room.folder.write("site/" + room.current() + "/kits/" + small_zip, "other");
        correct("1.0.1", "1.0.2", "Nor is it a 9.");
        REQUIRE(room.publish().status == 0);
        CHECK_FALSE(fs::exists(room.folder.path("site/current/kits/" + small_zip)));
    }
    SECTION("under an embargo the site says no word of it") {
        std::string text = room.folder.read("c/campaign.yaml");
        room.folder.write("c/campaign.yaml", text + "embargo: {until: 2032-03-30T03:00, zone: Europe/Vienna}\n");
        REQUIRE(room.build("--now 2031-02-01T00:00Z").status == 0);
        CHECK(room.publish("--now 2031-02-01T00:00Z").status == 75);
    }
}

TEST_CASE("publish: a version that was corrected does not come back when its campaign was off the site for a while") {
    const Newsroom room;
    const std::string first = room.folder.read("c/campaign.yaml");
    const auto publish = [&](const std::string& old, const std::string& fresh) {
        std::string text = first;
        if (const auto at = text.find(old); !old.empty()) text.replace(at, old.size(), fresh);
        room.folder.write("c/campaign.yaml", text);
        REQUIRE(room.build().status == 0);
        return room.publish();
    };
    REQUIRE(publish("", "").status == 0);
    REQUIRE(publish("version: 1.0.0",
                    "version: 1.0.1\ncorrection: {replaces: 1.0.0, date: 2031-01-02, note: {en: It was a 9.}}")
                .status == 0);
    REQUIRE(publish("id: small", "id: other").status == 0);
    const Run refused = publish("", "");
    CHECK(refused.status == 1);
    CHECK(refused.err.find("version 1.0.0, which the site has told its readers was corrected") != std::string::npos);
}

TEST_CASE("publish: under embargo nothing is, and the run says until when and to come again") {
    const Newsroom room("embargo: {until: 2031-03-30T03:00, zone: Europe/Vienna}\n");
    REQUIRE(room.build("--now 2031-03-30T00:59Z").status == 0);
    const Run refused = room.publish("--now 2031-03-30T00:59Z");
    CHECK(refused.status == 75);
    CHECK(refused.err.find("under embargo until 2031-03-30T01:00:00Z") != std::string::npos);
    CHECK_FALSE(fs::exists(room.folder.path("site")));
    CHECK(room.publish("--now 2031-03-30T01:00Z").status == 75);
    REQUIRE(room.build("--now 2031-03-30T01:00Z").status == 0);
    CHECK(room.publish("--now 2031-03-30T01:00Z").status == 0);
}

TEST_CASE("publish: kits that were built by a clock ahead of their embargo stay off the site until it passes") {
    const Newsroom room("embargo: {until: 2031-03-30T03:00, zone: Europe/Vienna}\n");
    REQUIRE(room.build("--now 2031-03-30T01:00Z").status == 0);
    const Run refused = room.publish("--now 2031-03-30T00:59Z");
    CHECK(refused.status == 75);
    CHECK(refused.err.find("under embargo until 2031-03-30T01:00:00Z") != std::string::npos);
    CHECK(refused.err.find("ahead of time") != std::string::npos);
    CHECK_FALSE(fs::exists(room.folder.path("site")));
    CHECK(run_presskit(room.folder, "verify out").status == 0);
    CHECK(room.publish("--now 2031-03-30T01:00Z").status == 0);
}

TEST_CASE("publish: a version is marked as corrected though its correction was under embargo for a while") {
    const Newsroom room;
    REQUIRE(room.build("--now 2031-01-01T00:00Z").status == 0);
    REQUIRE(room.publish("--now 2031-01-01T00:00Z").status == 0);
    std::string text = room.folder.read("c/campaign.yaml");
    text.replace(text.find("version: 1.0.0"), 14,
                 "version: 1.0.1\ncorrection: {replaces: 1.0.0, date: 2031-01-02, note: {en: It was a 9.}}\n"
                 "embargo: {until: \"2031-01-03T10:00\", zone: Europe/Vienna}");
    room.folder.write("c/campaign.yaml", text);
    text.replace(text.find("id: small"), 9, "id: other");
    text.erase(text.find("correction:"), text.find("embargo:") - text.find("correction:"));
    text.erase(text.find("embargo:"), text.find('\n', text.find("embargo:")) - text.find("embargo:") + 1);
    fs::copy(room.folder.path("c"), room.folder.path("d"), fs::copy_options::recursive);
    room.folder.write("d/campaign.yaml", text);
    const auto build_and_publish = [&](const std::string& now) {
        REQUIRE(run_presskit(room.folder, "build c d --out out --now " + now).status == 0);
        REQUIRE(room.publish("--now " + now).status == 0);
    };
    const std::string old_page = "site/current/en/small-al-en-1.0.0.html";
    build_and_publish("2031-01-02T00:00Z");
    CHECK_FALSE(fs::exists(room.folder.path(old_page)));
    CHECK(snapshot(room.folder, "site/current/kits").size() == 1);
    build_and_publish("2031-01-03T10:00Z");
    CHECK(room.folder.read(old_page).find("It was a 9.") != std::string::npos);
    CHECK(fs::exists(room.folder.path("site/current/kits/small-al-en-1.0.0.zip")));
}

TEST_CASE("publish: a kit with a turned bit reaches no site") {
    const Newsroom room;
    REQUIRE(room.build().status == 0);
    std::string bytes = room.folder.read("out/" + small_zip);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    room.folder.write("out/" + small_zip, bytes);
    CHECK(room.publish().status == 1);
    CHECK_FALSE(fs::exists(room.folder.path("site")));
}

TEST_CASE("publish: a kit that did not change keeps its bytes, its address and its time") {
    const Newsroom room;
    REQUIRE(room.build().status == 0);
    REQUIRE(room.publish().status == 0);
    const fs::path kit = room.folder.path("site/current/kits/" + small_zip);
    const std::string bytes = bytes_of(kit);
    const auto time = fs::last_write_time(kit);
    const std::string first = room.current();
    REQUIRE(room.publish("--site-url https://press.example.org/").status == 0);
    REQUIRE(room.current() != first);
    CHECK(bytes_of(kit) == bytes);
    CHECK(fs::last_write_time(kit) == time);
    CHECK(fs::equivalent(kit, room.folder.path("site/" + first + "/kits/" + small_zip)));
}

TEST_CASE("publish: an address that is none is refused before anything is read") {
    const Newsroom room;
    const Run refused = room.publish("--site-url press.example.org");
    CHECK(refused.status == 2);
    CHECK(refused.err.find("https://press.example.org/") != std::string::npos);
}

TEST_CASE("releases: old ones go by count and by age, the current one never") {
    const Newsroom room;
    REQUIRE(room.build().status == 0);
    std::vector<std::string> ids;
    for (int i = 0; i < 5; ++i) {
        REQUIRE(room.publish("--site-url https://press.example.org/" + std::to_string(i)).status == 0);
        ids.push_back(fs::path(room.current()).filename());
    }
    const auto left = [&] {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(room.folder.path("site/releases")))
            names.push_back(entry.path().filename());
        std::ranges::sort(names);
        return names;
    };
    const auto make_old = [&](const std::string& id, int days) {
        const fs::path release = room.folder.path("site/releases/" + id);
        fs::last_write_time(release, fs::last_write_time(release) - std::chrono::hours(24 * days));
    };
    make_old(ids[0], 40);
    make_old(ids[1], 20);
    CHECK(run_presskit(room.folder, "releases --older-than 90").status == 0);
    CHECK(left() == ids);
    const Run aged = run_presskit(room.folder, "releases --older-than 30 --keep 1");
    CHECK(aged.out.starts_with(ids[0] + "\tremoved\n" + ids[1] + "\t\n"));
    CHECK(left() == std::vector(ids.begin() + 1, ids.end()));
    REQUIRE(run_presskit(room.folder, "rollback " + ids[1]).status == 0);
    CHECK(run_presskit(room.folder, "releases --keep 2").status == 0);
    CHECK(left() == std::vector{ids[1], ids[3], ids[4]});
    make_old(ids[1], 400);
    CHECK(run_presskit(room.folder, "releases --keep 0 --older-than 0").status == 0);
    CHECK(left() == std::vector{ids[1]});
    CHECK(room.folder.read("site/current/kits/" + small_zip) == room.folder.read("out/" + small_zip));
    CHECK(run_presskit(room.folder, "releases --keep -1").status == 2);
    CHECK(run_presskit(room.folder, "releases --keep 1 --site nowhere").status == 0);
}
