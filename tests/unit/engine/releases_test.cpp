// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/releases.hpp"
#include "tests/unit/engine/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <map>

using namespace presskit;
using presskit::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

engine::MakeRelease release_of(const FileTree& tree) {
    return [tree]() -> Result<FileTree> { return tree; };
}

FileTree tree_of(std::map<std::string, std::string, std::less<>> files) {
    return {.root = "", .files = std::move(files)};
}

} // namespace

TEST_CASE("releases: while one is made of what the site says, no other run changes what it says") {
    const TemporaryFolder folder;
    const std::string site = folder / "site";
    REQUIRE(engine::add_release(site, release_of(tree_of({{"says", "old"}}))));
    Result<std::string> other{Diagnostics{}};
    const auto id = engine::add_release(site, [&]() -> Result<FileTree> {
        other = engine::add_release(site, release_of(tree_of({{"says", "corrected"}})));
        return tree_of({{"says", folder.read("site/current/says") + " and new"}});
    });
    REQUIRE(id);
    CHECK_FALSE(other);
    REQUIRE(other.diagnostics.size() == 1);
    CHECK(other.diagnostics[0].code == "engine.locked");
    CHECK(other.diagnostics[0].blame == Blame::temporary);
    CHECK(folder.read("site/current/says") == "old and new");
}

TEST_CASE("releases: one that cannot be made leaves the site as it is") {
    const TemporaryFolder folder;
    const std::string site = folder / "site";
    REQUIRE(engine::add_release(site, release_of(tree_of({{"says", "old"}}))));
    const auto none = engine::add_release(
        site, []() -> Result<FileTree> { return Diagnostic{"publish.corrected-version", "is of version 1.0.0"}; });
    CHECK_FALSE(none);
    CHECK(folder.read("site/current/says") == "old");
    CHECK(engine::list_releases(site)->size() == 1);
}

TEST_CASE("releases: a kit keeps its time though a release without it was served for a while") {
    const TemporaryFolder folder;
    const std::string site = folder / "site";
    const auto first = engine::add_release(site, release_of(tree_of({{"index", "1"}})));
    REQUIRE(first);
    const auto with_kit = engine::add_release(site, release_of(tree_of({{"index", "2"}, {"kits/a.zip", "PK"}})));
    REQUIRE(with_kit);
    const fs::path kit = folder / ("site/releases/" + *with_kit + "/kits/a.zip");
    fs::last_write_time(kit, fs::last_write_time(kit) - std::chrono::hours(1));
    const auto time = fs::last_write_time(kit);
    REQUIRE(engine::select_release(site, *first).empty());
    REQUIRE(engine::add_release(site, release_of(tree_of({{"index", "3"}, {"kits/a.zip", "PK"}}))));
    CHECK(fs::last_write_time(folder / "site/current/kits/a.zip") == time);
    REQUIRE(engine::add_release(site, release_of(tree_of({{"index", "4"}, {"kits/a.zip", "PX"}}))));
    CHECK(folder.read("site/current/kits/a.zip") == "PX");
    CHECK(fs::last_write_time(folder / "site/current/kits/a.zip") != time);
}
