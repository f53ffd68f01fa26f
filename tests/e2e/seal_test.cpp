// SPDX-License-Identifier: Apache-2.0
// Kits under embargo for partners: what 7z, bsdtar and Python make of the encrypted zips, and what a
// stranger learns from them.
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

using namespace presskit::e2e;
namespace fs = std::filesystem;
using Catch::Matchers::Contains;

namespace {

const std::string daily_words = "nine green clocks walk home slowly";
const std::string partners = "# who gets what\n\n"
                             "daily   al/en  " + daily_words + "\n"
                             "agency  *      another six words that never met\n";

struct SealingRoom {
    TempFolder folder;
    SealingRoom() {
        Files files = small_campaign();
        files["campaign.yaml"] += "embargo: {until: 2031-03-30T03:00, zone: Europe/Vienna}\n";
        write_campaign(folder, files);
        folder.write("partners.txt", partners);
        REQUIRE(run_presskit(folder, "build c --out out --now 2031-01-01T00:00Z").status == 0);
    }
    Run seal(const std::string& more = "") const {
        return run_presskit(folder, "seal out --partners partners.txt --out p " + more);
    }
    std::string zip(const std::string& partner) const { return quoted(folder.path("p/" + partner + ".zip")); }
};

bool names(const Run& ended, int status, const std::string& words) {
    INFO(ended.err);
    return ended.status == status && ended.err.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("seal: a partner opens the zip by the passphrase, with 7z and with bsdtar, and verifies the kit") {
    const SealingRoom room;
    const Run sealed = room.seal();
    INFO(sealed.err);
    REQUIRE(sealed.status == 0);
    CHECK_THAT(sealed.out, Contains("daily\t1\t") && Contains("\tagency.zip\n"));
    const std::string kit = "small-al-en-1.0.0.zip";
    for (const std::string& command :
         {"7z x -y -p'" + daily_words + "' -o7z " + room.zip("daily"),
          "mkdir bsdtar && bsdtar --passphrase '" + daily_words + "' -xf " + room.zip("daily") + " -C bsdtar"}) {
        const Run opened = run("cd " + quoted(room.folder.path()) + " && " + command);
        INFO(opened.err);
        CHECK(opened.status == 0);
    }
    for (const std::string program : {"7z", "bsdtar"}) {
        const std::string inside = quoted(room.folder.path(program));
        const Run verified = run_presskit(room.folder, "verify --at-least 9.0.0 " + program + "/contents.zip");
        CHECK(names(verified, 1, "contents.zip: error: is not a kit: kits lie in it [verify.zip-of-kits]"));
        CHECK_THAT(verified.err, Contains("unpack it; its kits are what is verified") && Contains("1 error"));
        CHECK_THAT(verified.err, !Contains("errors"));
        REQUIRE(run("cd " + inside + " && unzip -q contents.zip").status == 0);
        CHECK(room.folder.read(program + "/" + kit) == room.folder.read("out/embargoed/" + kit));
        CHECK(run_presskit(room.folder, "verify " + program + "/" + kit).status == 0);
    }
}

TEST_CASE("seal: without the passphrase there is a note on how to open it, and nothing of the campaign") {
    const SealingRoom room;
    REQUIRE(room.seal().status == 0);
    const std::string listing = run("7z l -slt " + room.zip("daily")).out;
    CHECK_THAT(listing, Contains("Method = AES-256 Store") && !Contains("ZipCrypto"));
    CHECK_THAT(run("unzip -p " + room.zip("daily") + " README.txt").out,
               Contains("7-Zip") && Contains("bsdtar") && Contains("passphrase"));
    for (const auto& [name, bytes] : snapshot(room.folder, "p"))
        // Of five letters at least: three stand somewhere in one of forty encrypted zips.
        for (const std::string word : {"small", "al-en", "Albania", "2031-03", "release", "-en.pdf", daily_words.c_str()}) {
            INFO(name << ": " << word);
            CHECK(bytes.find(word) == std::string::npos);
        }
    CHECK(run("7z t -pwrong " + room.zip("daily")).status != 0);
    CHECK(run("python3 -c 'import zipfile, sys; zipfile.ZipFile(sys.argv[1]).read(\"contents.zip\")' " +
              room.zip("daily")).status != 0);
}

TEST_CASE("seal: a partner who is struck off the list has no zip any more, and a stranger's file stays") {
    const SealingRoom room;
    REQUIRE(room.seal().status == 0);
    room.folder.write("p/note.txt", "mine");
    room.folder.write("partners.txt", "daily al " + daily_words + "\n");
    REQUIRE(room.seal().status == 0);
    CHECK_FALSE(fs::exists(room.folder.path("p/agency.zip")));
    CHECK(fs::exists(room.folder.path("p/daily.zip")));
    CHECK(room.folder.read("p/note.txt") == "mine");
}

TEST_CASE("seal: a list that would not protect, or names no kit, is refused before anything is written") {
    const SealingRoom room;
    const auto refused = [&](const std::string& list, const std::string& words) {
        room.folder.write("partners.txt", list);
        const Run ended = room.seal();
        CHECK(ended.err.find("clocks") == std::string::npos);
        return names(ended, 3, words) && !fs::exists(room.folder.path("p"));
    };
    CHECK(refused("daily al short\n", "the passphrase has 5 bytes"));
    CHECK(refused("Daily al " + daily_words + "\n", "lower-case"));
    CHECK(refused("../x al " + daily_words + "\n", "lower-case"));
    CHECK(refused("aux al " + daily_words + "\n", "Windows keeps for a device"));
    CHECK(refused("a al " + daily_words + "\nb al " + daily_words + "\n", "the same passphrase"));
    CHECK(refused("a al " + daily_words + "\na al " + daily_words + "x\n", "an earlier line"));
    CHECK(refused("a mk " + daily_words + "\n", "no kit under embargo for a"));
    CHECK(refused("# nobody\n", "names no partner"));
}

TEST_CASE("seal: what is not under embargo is not sealed, and a kit that was changed is not sent") {
    const SealingRoom room;
    SECTION("the hour has come") {
        REQUIRE(run_presskit(room.folder, "build c --out out --now 2031-04-01T00:00Z").status == 0);
        CHECK(names(room.seal(), 2, "holds no kit under embargo"));
    }
    SECTION("the hour has come, and zips of before are there") {
        REQUIRE(room.seal().status == 0);
        room.folder.write("p/note.txt", "mine");
        REQUIRE(run_presskit(room.folder, "build c --out out --now 2031-04-01T00:00Z").status == 0);
        const Run removed = room.seal();
        CHECK(removed.status == 0);
        CHECK(removed.out == "agency.zip\tremoved\ndaily.zip\tremoved\n");
        CHECK(snapshot(room.folder, "p") == Files{{"p/note.txt", "mine"}});
        CHECK(names(room.seal(), 2, "holds no kit under embargo"));
    }
    SECTION("changed") {
        const std::string kit = "out/embargoed/small-al-en-1.0.0.zip";
        room.folder.write(kit, room.folder.read(kit) + "x");
        CHECK(names(room.seal(), 1, "is not the kit that index.json lists"));
    }
}

TEST_CASE("seal: what partners have is removed by the publication that makes all of it public") {
    const SealingRoom room;
    REQUIRE(room.seal().status == 0);
    room.folder.write("p/note.txt", "mine");
    const auto publish = [&](const std::string& now) {
        return run_presskit(room.folder, "publish out --sealed p --now " + now);
    };
    SECTION("the embargo goes on") {
        const Files before = snapshot(room.folder, "p");
        CHECK(publish("2031-01-01T00:00Z").status == 75);
        CHECK(snapshot(room.folder, "p") == before);
    }
    SECTION("the hour has come") {
        REQUIRE(run_presskit(room.folder, "build c --out out --now 2031-04-01T00:00Z").status == 0);
        const Run published = run("cd " + quoted(room.folder.path()) + " && " PRESSKIT_PROGRAM
                                  " publish out --sealed p --now 2031-04-01T00:00Z");
        CHECK(names(published, 0, "removed p/daily.zip: all that it holds is public"));
        CHECK(published.out.find(".zip") == std::string::npos); // where the release is, and nothing else
        CHECK(snapshot(room.folder, "p") == Files{{"p/note.txt", "mine"}});
    }
    SECTION("the hour has come, and one of the zips is another's") {
        room.folder.write("p/daily.zip", "of somebody else");
        REQUIRE(run_presskit(room.folder, "build c --out out --now 2031-04-01T00:00Z").status == 0);
        CHECK(publish("2031-04-01T00:00Z").status == 0);
        CHECK(room.folder.read("p/daily.zip") == "of somebody else");
        CHECK_FALSE(fs::exists(room.folder.path("p/agency.zip")));
        CHECK(room.folder.read("p/sealed.txt").starts_with("daily.zip\t"));
    }
    SECTION("it is another campaign's kits that are public") {
        Files files = small_campaign();
        files["campaign.yaml"].replace(files["campaign.yaml"].find("id: small"), 9, "id: other");
        for (const auto& [name, bytes] : files) room.folder.write("d/" + name, bytes);
        const Files before = snapshot(room.folder, "p");
        REQUIRE(run_presskit(room.folder, "build d --out public").status == 0);
        CHECK(run_presskit(room.folder, "publish public --sealed p").status == 0);
        CHECK(snapshot(room.folder, "p") == before);
    }
}

TEST_CASE("seal: publish warns of zips that hold an earlier state of a kit under embargo") {
    const SealingRoom room;
    REQUIRE(room.seal().status == 0);
    const auto published = [&] { return run_presskit(room.folder, "publish out --sealed p --now 2031-01-01T00:00Z"); };
    CHECK(published().err.find("publish.outdated-seal") == std::string::npos);
    std::string text = room.folder.read("c/campaign.yaml");
    text.replace(text.find("Example"), 7, "Another");
    room.folder.write("c/campaign.yaml", text);
    REQUIRE(run_presskit(room.folder, "build c --out out --now 2031-01-01T00:00Z").status == 0);
    CHECK(names(published(), 75, "p/daily.zip: warning: holds kits under embargo as they were before the last build"));
    REQUIRE(room.seal().status == 0);
    CHECK(published().err.find("publish.outdated-seal") == std::string::npos);
}
