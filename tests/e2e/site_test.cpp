// SPDX-License-Identifier: Apache-2.0
// The download site as it is met: served by nginx and Caddy as configured here, used in Chromium.
#include "tests/e2e/newsroom.hpp"
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

const std::string web = PRESSKIT_SOURCE_DIR "/tests/web/";

/// The sample's kits, signed and published.
struct PublishedSample {
    TempFolder folder;
    PublishedSample() {
        fs::copy(built_sample().out(), folder.path("out"), fs::copy_options::recursive);
        const std::string passphrase = "PRESSKIT_PASSPHRASE=example";
        REQUIRE(run_presskit(folder, "keygen k.key", passphrase).status == 0);
        REQUIRE(run_presskit(folder, "sign out --key k.key", passphrase).status == 0);
        const Run published = run_presskit(
            folder, "publish out --key k.pub --site-url https://press.example.org/");
        INFO(published.err);
        REQUIRE(published.status == 0);
    }
    std::string path(const std::string& name) const { return quoted(folder.path(name).string()); }
    /// Runs a command while a server serves the site; `{}` in it is the address.
    Run served(const std::string& command, const std::string& server = "nginx") const {
        return run("python3 " + quoted(web + "with_server.py") + " " + server + " " + path("site/current") + " " +
                   command);
    }
};

const PublishedSample& published_sample() {
    static const PublishedSample sample;
    return sample;
}

} // namespace

TEST_CASE("site: in a browser, with scripts and without, a kit is found, pasted from and verified") {
    const PublishedSample& sample = published_sample();
    check_nothing_found(sample.served("node " + quoted(web + "browse.mjs") + " {} " +
                                      quoted(PRESSKIT_PROGRAM) + " " + sample.path("k.pub")));
}

TEST_CASE("site: nginx and Caddy resume a broken download, send no unchanged kit again and serve nothing else") {
    const PublishedSample sample;
    const std::string server = GENERATE("nginx", "caddy");
    INFO(server);
    check_nothing_found(sample.served(
        "python3 " + quoted(web + "server_checks.py") +
            " {} kits/exploited-in-plain-sight-mk-sq-1.0.0.zip sq/exploited-in-plain-sight-mk-sq.html " +
            quoted(PRESSKIT_PROGRAM) + " -q publish " + sample.path("out") + " --site " + sample.path("site"),
        server));
}

TEST_CASE("site: the Nu checker finds nothing in any kind of page") {
    const PublishedSample& sample = published_sample();
    std::string command = "python3 " + quoted(PRESSKIT_SOURCE_DIR "/tests/e2e/check_html.py") +
                          " --syntax-only " + quoted(web + "node_modules");
    for (const char* page : {"index.html", "en/index.html", "ar/index.html", "countries/mk.html",
                             "sq/countries/mk.html", "sq/exploited-in-plain-sight-mk-sq.html"})
        command += " " + sample.path("site/current/" + std::string(page));
    check_nothing_found(run(command));
}

TEST_CASE("site: axe-core and the Nu checker find nothing in the page of a version that was corrected") {
    const Newsroom room;
    REQUIRE(room.build().status == 0);
    REQUIRE(room.publish().status == 0);
    std::string text = room.folder.read("c/campaign.yaml");
    text.replace(text.find("version: 1.0.0"), 14,
                 "version: 1.0.1\ncorrection: {replaces: 1.0.0, date: 2031-01-02, note: {en: It was a 9.}}");
    room.folder.write("c/campaign.yaml", text);
    REQUIRE(room.build().status == 0);
    std::string command = "python3 " + quoted(PRESSKIT_SOURCE_DIR "/tests/e2e/check_html.py") + " " +
                          quoted(web + "node_modules");
    SECTION("its file still there") { REQUIRE(room.publish().status == 0); }
    SECTION("its file withdrawn") { REQUIRE(room.publish("--withdraw").status == 0); }
    for (const char* page : {"en/small-al-en-1.0.0.html", "en/small-al-en.html"})
        command += " " + quoted(room.folder.path("site/current/" + std::string(page)));
    check_nothing_found(run(command));
}

TEST_CASE("site: a page in a derived language has its own titles and names of countries") {
    const std::string page = published_sample().folder.read("site/current/sr-Latn/index.html");
    CHECK(page.find(">Srbija</a>") != std::string::npos);
    CHECK(page.find(">Iskorišćeni svima pred očima</h2>") != std::string::npos);
    CHECK(page.find("* Ovaj naziv ne dovodi u pitanje stavove o statusu") != std::string::npos);
}
