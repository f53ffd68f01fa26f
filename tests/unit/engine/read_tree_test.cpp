// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/disk_workspace.hpp"
#include "tests/unit/engine/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

#include <sys/stat.h>
#include <unistd.h>

using namespace presskit;
using presskit::test::TemporaryFolder;

namespace {

engine::TreeReading read(const TemporaryFolder& folder, const engine::TreeLimits& limits = {}) {
    return engine::DiskWorkspace().read_tree(folder.path(), limits);
}

bool has_code(const Diagnostics& diagnostics, std::string_view code) {
    return std::ranges::any_of(diagnostics, [&](const auto& d) { return d.code == code; });
}

} // namespace

TEST_CASE("read_tree: regular files come by path, hidden files and editor backups do not") {
    const TemporaryFolder folder;
    for (const char* name : {"a.yaml", "texts/release/en.md", ".git/config", "texts/.hidden",
                             "a.yaml~", "#a.yaml#", "b.bak", "~$b.docx"})
        folder.write(name, "x");
    const auto reading = read(folder);
    CHECK(reading.diagnostics.empty());
    REQUIRE(reading.tree.files.size() == 2);
    CHECK(reading.tree.files.begin()->first == "a.yaml");
    CHECK(reading.tree.files.rbegin()->first == "texts/release/en.md");
    CHECK(reading.tree.root == folder.path());
}

TEST_CASE(
    "read_tree: symbolic links and pipes are named and left out, never followed or waited for") {
    const TemporaryFolder folder;
    folder.write("a.yaml", "x");
    REQUIRE(::symlink("/etc/passwd", (folder / "link.md").c_str()) == 0);
    REQUIRE(::symlink("/", (folder / "root").c_str()) == 0);
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    const auto reading = read(folder);
    CHECK(reading.tree.files.size() == 1);
    CHECK(reading.diagnostics.size() == 3);
    CHECK(has_code(reading.diagnostics, "engine.symbolic-link"));
    CHECK(has_code(reading.diagnostics, "engine.not-a-file"));
    CHECK(has_errors(reading.diagnostics));
}

TEST_CASE("read_tree: a name that is not UTF-8 is an error that can be printed") {
    const TemporaryFolder folder;
    folder.write("caf\xE9.md", "x");
    folder.write("line\nbreak.md", "x");
    const auto reading = read(folder);
    CHECK(reading.tree.files.empty());
    REQUIRE(reading.diagnostics.size() == 2);
    for (const auto& d : reading.diagnostics) {
        CHECK(d.code == "engine.bad-name");
        CHECK(d.path.find("\xEF\xBF\xBD") != std::string::npos);
    }
}

TEST_CASE("read_tree: every limit stops what is beyond it") {
    const TemporaryFolder folder;
    folder.write("a", std::string(100, 'a'));
    folder.write("b", std::string(100, 'b'));
    folder.write("c/d/e", "deep");
    CHECK(has_code(read(folder, {.file_bytes = 99}).diagnostics, "engine.file-too-large"));
    CHECK(has_code(read(folder, {.total_bytes = 150}).diagnostics, "engine.too-many-bytes"));
    CHECK(has_code(read(folder, {.files = 1}).diagnostics, "engine.too-many-files"));
    CHECK(has_code(read(folder, {.depth = 1}).diagnostics, "engine.too-deep"));
    CHECK(read(folder, {.file_bytes = 100, .total_bytes = 204, .files = 3, .depth = 2})
              .diagnostics.empty());
}

TEST_CASE("read_tree: a folder that is not there is a configuration error") {
    const auto reading = engine::DiskWorkspace().read_tree("/nonexistent/campaign", {});
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].blame == Blame::configuration);
    CHECK(reading.diagnostics[0].path == "/nonexistent/campaign");
}
