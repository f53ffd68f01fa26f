// SPDX-License-Identifier: Apache-2.0
// A language as one region writes it: with a file of what differs, and without.
#include "tests/e2e/workbench.hpp"

#include <catch2/catch.hpp>

#include <regex>

using namespace presskit::e2e;

namespace {

/// The small campaign with all that is English in this variety of it.
Files campaign_in(const std::string& tag) {
    Files files = small_campaign();
    std::string& campaign = files["campaign.yaml"];
    campaign = std::regex_replace(campaign, std::regex(R"(\ben:)"), tag + ":");
    campaign = std::regex_replace(campaign, std::regex(R"(\[en\])"), "[" + tag + "]");
    std::string text = files["texts/release/en.md"];
    files.erase("texts/release/en.md");
    text.replace(text.find("language: en"), 12, "language: " + tag);
    files["texts/release/" + tag + ".md"] = text;
    return files;
}

/// Its one kit.
struct BuiltKit {
    TempFolder folder;
    std::string tag;
    explicit BuiltKit(const std::string& in) : tag(in) {
        write_campaign(folder, campaign_in(tag));
        const Run built = run_presskit(folder, "build c --out out");
        INFO(built.err);
        REQUIRE(built.status == 0);
    }
    std::string file(const std::string& name) const {
        return run("unzip -p " + quoted(folder.path("out/small-al-" + tag + "-1.0.0.zip")) + " '*/" + name + "'").out;
    }
};

bool has(const std::string& text, const std::string& what) { return text.find(what) != std::string::npos; }

} // namespace

TEST_CASE("regions: a kit in American English has its dates, its spelling and its tag") {
    const BuiltKit kit("en-US");
    const std::string page = kit.file("index.html");
    CHECK(has(page, "<html lang=\"en-US\""));
    CHECK(has(page, "English (United States)"));
    CHECK(has(page, "March 1, 2024"));
    CHECK(has(kit.file("01-press-release-en-US.txt"), "March 1, 2024"));
    CHECK(has(kit.file("01-press-release-en-US.ninjs.json"), "\"en-US\""));
    CHECK(has(kit.file("README.txt"), "License"));
}

TEST_CASE("regions: a kit in a variety that has no file is in its language's words, by its own tag") {
    const BuiltKit kit("en-IE");
    const std::string page = kit.file("index.html");
    CHECK(has(page, "<html lang=\"en-IE\""));
    CHECK(has(page, "English (Ireland)"));
    CHECK(has(page, "1 March 2024"));
    CHECK(has(kit.file("README.txt"), "Licence"));

    const Run published = run_presskit(kit.folder, "publish out");
    INFO(published.err);
    REQUIRE(published.status == 0);
    CHECK(has(kit.folder.read("site/current/index.html"), "lang=\"en-IE\""));
}
