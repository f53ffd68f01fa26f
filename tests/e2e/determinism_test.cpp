// SPDX-License-Identifier: Apache-2.0
// Equal campaigns make equal bytes: for any user, in any folder, year, time zone, locale and umask, on any number of
// threads, in whatever order the file system lists files, and over outputs that are there already.
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <ranges>
#include <unistd.h>

using namespace presskit::e2e;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

/// What may differ between two builds of one campaign.
struct Surroundings {
    std::string name;
    std::string folder; ///< of the campaign and its outputs
    std::string before; ///< shell words before the program: assignments, umask
    std::string jobs;
};

/// Copies the campaign file by file in reverse order of names, each with a time of its own.
void copy_in_reverse(const fs::path& from, const fs::path& to) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(from))
        if (entry.is_regular_file()) files.push_back(entry.path().lexically_relative(from));
    std::ranges::sort(files, std::ranges::greater());
    auto time = fs::file_time_type::clock::now();
    for (const fs::path& file : files) {
        fs::create_directories((to / file).parent_path());
        fs::copy_file(from / file, to / file);
        fs::last_write_time(to / file, time -= std::chrono::hours(30));
    }
}

Run build(const fs::path& campaign, const fs::path& out, const std::string& before,
          const std::string& more = "") {
    return run(before + " " + quoted(PRESSKIT_PROGRAM) + " build --previews " + quoted(campaign) + " --out " +
               quoted(out) + " --quiet " + more);
}

void write_small_campaign(const TempFolder& folder) {
    for (const auto& [name, bytes] : small_campaign()) folder.write("campaign/" + name, bytes);
}

/// Names of the files that differ, and of those that one side lacks.
std::vector<std::string> differences(const fs::path& a, const fs::path& b) {
    const auto left = files_below(a), right = files_below(b);
    std::vector<std::string> out;
    for (const auto& [name, bytes] : left)
        if (const auto other = right.find(name); other == right.end() || other->second != bytes)
            out.push_back(name);
    for (const auto& [name, bytes] : right)
        if (!left.contains(name)) out.push_back(name);
    return out;
}

} // namespace

TEST_CASE("determinism: surroundings leave no trace in the outputs") {
    const auto surroundings =
        GENERATE(Surroundings{"far east, private, one thread", "a",
                              "umask 077; TZ=Pacific/Kiritimati LC_ALL=C", "--jobs 1"},
                 Surroundings{"far west, German, four threads, years later", "Ω mit Leerzeichen/b",
                              "umask 002; TZ=America/Caracas LC_ALL=de_DE.UTF-8 LANG=de_DE.UTF-8 "
                              "faketime '2033-01-02 03:04:05'",
                              "--jobs 4"},
                 Surroundings{"no environment at all", "c", "cd /; env -i", "--jobs 3"});
    INFO(surroundings.name);
    const TempFolder folder;
    const fs::path campaign = folder.path(surroundings.folder) / "campaign";
    const fs::path out = folder.path(surroundings.folder) / "elsewhere/out";
    copy_in_reverse(sample_campaign(), campaign);
    const Run built = build(campaign, out, surroundings.before, surroundings.jobs);
    INFO(built.err);
    REQUIRE(built.status == 0);
    CHECK(built.out == built_sample().build.out);
    CHECK(differences(built_sample().out(), out) == std::vector<std::string>{});
}

TEST_CASE("determinism: another user, without a home, makes the same bytes") {
    if (geteuid() != 0) {
        WARN("skipped: only root can become another user");
        return;
    }
    const TempFolder folder;
    write_small_campaign(folder);
    REQUIRE(build(folder.path("campaign"), folder.path("mine"), "").status == 0);
    REQUIRE(run("chown -R nobody:nogroup " + quoted(folder.path())).status == 0);
    const std::string as_nobody = "setpriv --reuid=nobody --regid=nogroup --clear-groups "
                                  "env -i USER=nobody HOME=/nonexistent ";
    if (run(as_nobody + quoted(PRESSKIT_PROGRAM) + " --version").status != 0) {
        WARN("skipped: the program lies where only its owner can run it");
        return;
    }
    const Run built = build(folder.path("campaign"), folder.path("theirs"), as_nobody);
    INFO(built.err);
    REQUIRE(built.status == 0);
    CHECK(differences(folder.path("mine"), folder.path("theirs")) == std::vector<std::string>{});
}

TEST_CASE("determinism: a build over the outputs of another gives the same bytes") {
    const TempFolder folder;
    fs::copy(built_sample().out(), folder.path("out"), fs::copy_options::recursive);
    SECTION("of all kits") {
        REQUIRE(build(sample_campaign(), folder.path("out"), "").status == 0);
    }
    SECTION("of some kits, the others kept") {
        REQUIRE(build(sample_campaign(), folder.path("out"), "", "--only rs/sr-Latn --only mk")
                    .status == 0);
    }
    SECTION("of some kits that were lost") {
        fs::remove_all(folder.path("out"));
        REQUIRE(build(sample_campaign(), folder.path("out"), "", "--only al").status == 0);
        for (const auto& [name, bytes] : files_below(folder.path("out")))
            if (name != "index.json") CHECK(bytes == bytes_of(built_sample().out() / name));
        REQUIRE(build(sample_campaign(), folder.path("out"), "").status == 0);
    }
    CHECK(differences(built_sample().out(), folder.path("out")) == std::vector<std::string>{});
}

TEST_CASE("determinism: SOURCE_DATE_EPOCH is the time of every file, and only that") {
    const TempFolder folder;
    write_small_campaign(folder);
    // 2009-02-13T23:31:30Z: another day in Kiritimati.
    const std::string epoch = "SOURCE_DATE_EPOCH=1234567890 ";
    REQUIRE(build(folder.path("campaign"), folder.path("plain"), "").status == 0);
    REQUIRE(build(folder.path("campaign"), folder.path("dated"), epoch).status == 0);
    REQUIRE(build(folder.path("campaign"), folder.path("east"), epoch + "TZ=Pacific/Kiritimati")
                .status == 0);
    CHECK(differences(folder.path("dated"), folder.path("east")) == std::vector<std::string>{});

    const std::string zip = "small-al-en-1.0.0.zip", kit = "small-al-en-1.0.0/";
    CHECK(differences(folder.path("plain"), folder.path("dated")) ==
          std::vector<std::string>{"index.json", zip});
    const std::string archive = quoted(folder.path("dated/" + zip));
    const Run entries =
        run("python3 " + quoted(PRESSKIT_SOURCE_DIR "/tests/e2e/read_zip.py") + " " + archive);
    const Json listing = Json::parse(entries.out);
    for (const Json& entry : listing[0]["entries"]) CHECK(entry["time"] == "2009-02-13T23:31:30");
    const Json manifest = Json::parse(run("unzip -p " + archive + " " + kit + "manifest.json").out);
    CHECK(manifest["timestamp"] == "2009-02-13T23:31:30Z");
    CHECK(manifest["release_date"] == "2024-03-01");
    REQUIRE(run("unzip -q " + archive + " -d " + quoted(folder.path("unpacked"))).status == 0);
    const std::string pdf = quoted(folder.path("unpacked/" + kit + "01-press-release-en.pdf"));
    const Run properties = run("pdfinfo -isodates " + pdf);
    CHECK(properties.out.find("CreationDate:    2009-02-13T23:31:30Z") != std::string::npos);
    CHECK(properties.out.find("ModDate:         2009-02-13T23:31:30Z") != std::string::npos);
    CHECK(run(quoted(PRESSKIT_PROGRAM) + " verify " + quoted(folder.path("dated"))).status == 0);
}

TEST_CASE("determinism: a time that a zip cannot hold is brought to the nearest that it can") {
    const TempFolder folder;
    write_small_campaign(folder);
    const auto [epoch, time] = GENERATE(std::pair{"0", "1980-01-01T00:00:00"},
                                        std::pair{"253402300799", "2107-12-31T23:59:58"});
    REQUIRE(build(folder.path("campaign"), folder.path("out"),
                  std::string("SOURCE_DATE_EPOCH=") + epoch)
                .status == 0);
    const Run entries = run("python3 " + quoted(PRESSKIT_SOURCE_DIR "/tests/e2e/read_zip.py") +
                            " " + quoted(folder.path("out/small-al-en-1.0.0.zip")));
    const Json listing = Json::parse(entries.out);
    for (const Json& entry : listing[0]["entries"]) CHECK(entry["time"] == time);
    CHECK(run(quoted(PRESSKIT_PROGRAM) + " verify " + quoted(folder.path("out"))).status == 0);
}
