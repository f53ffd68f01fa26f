// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/disk_cache.hpp"
#include "pipeline/engine/program_identity.hpp"
#include "tests/unit/engine/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <fstream>

using namespace presskit;
using namespace presskit::engine;
namespace fs = std::filesystem;
using test::TemporaryFolder;

TEST_CASE("cache: what is kept is found by its key, and by no other") {
    const TemporaryFolder folder;
    const std::string cache = folder.path() + "/cache";
    CHECK_FALSE(disk_cache::find(cache, sha256("a")));
    CHECK(disk_cache::keep(cache, sha256("a"), "bytes"));
    CHECK(disk_cache::keep(cache, sha256("empty"), ""));
    CHECK(disk_cache::find(cache, sha256("a")) == "bytes");
    CHECK(disk_cache::find(cache, sha256("empty")) == "");
    CHECK_FALSE(disk_cache::find(cache, sha256("b")));
    CHECK(disk_cache::keep(cache, sha256("a"), "others"));
    CHECK(disk_cache::find(cache, sha256("a")) == "others");
}

TEST_CASE("cache: an entry torn or cut short is none") {
    const TemporaryFolder folder;
    const std::string cache = folder.path() + "/cache";
    REQUIRE(disk_cache::keep(cache, sha256("a"), "a longer text"));
    fs::path entry;
    for (const auto& file : fs::recursive_directory_iterator(cache))
        if (file.is_regular_file()) entry = file.path();
    for (const std::uintmax_t size : {44u, 31u, 0u}) {
        fs::resize_file(entry, size);
        CHECK_FALSE(disk_cache::find(cache, sha256("a")));
    }
}

TEST_CASE("cache: what was used last stays when there must be room, and foreign files stay always") {
    const TemporaryFolder folder;
    const std::string cache = folder.path() + "/cache";
    auto age = std::chrono::hours(9);
    for (const char* key : {"oldest", "used", "newest"}) {
        REQUIRE(disk_cache::keep(cache, sha256(key), std::string(1000, 'x')));
        const std::string hex = to_hex(sha256(key));
        fs::last_write_time(fs::path(cache) / hex.substr(0, 2) / hex.substr(2),
                            fs::file_time_type::clock::now() - (age -= std::chrono::hours(1)));
    }
    std::ofstream(cache + "/notes.txt") << std::string(9000, 'x');
    CHECK(disk_cache::find(cache, sha256("oldest"))); // used now
    disk_cache::trim(cache, 2500);
    CHECK(disk_cache::find(cache, sha256("oldest")));
    CHECK_FALSE(disk_cache::find(cache, sha256("used")));
    CHECK(disk_cache::find(cache, sha256("newest")));
    CHECK(fs::exists(cache + "/notes.txt"));
}

TEST_CASE("program: its identity is its own build id and those of its libraries") {
    const auto identity = program_identity();
    REQUIRE(identity);
    CHECK(identity->size() > 100);
    CHECK(identity == program_identity());
}
