// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/disk.hpp"
#include "pipeline/engine/disk_workspace.hpp"
#include "pipeline/engine/exchange.hpp"
#include "tests/unit/engine/small_disk.hpp"
#include "tests/unit/engine/temporary_folder.hpp"

#include <catch2/catch.hpp>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace presskit;
using engine::DiskWorkspace;
using presskit::test::SmallDisk;
using presskit::test::TemporaryFolder;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

Diagnostics publish(const std::string& out, const Files& files,
                    const std::set<std::string>& replaced) {
    DiskWorkspace disk;
    auto draft = disk.begin_outputs(out);
    if (!draft) return draft.diagnostics;
    for (const auto& [name, bytes] : files)
        if (auto faults = disk.write(*draft, name, bytes); has_errors(faults)) return faults;
    return disk.swap_in(std::move(*draft), replaced);
}

} // namespace

TEST_CASE("outputs: a set that did not exist appears whole, in folders that did not exist") {
    const TemporaryFolder folder;
    CHECK(publish(folder / "a/b/out", {{"index.json", "{}"}, {"x/k.zip", "PK"}}, {}).empty());
    CHECK(folder.read("a/b/out/index.json") == "{}");
    CHECK(folder.read("a/b/out/x/k.zip") == "PK");
}

TEST_CASE("outputs: what others put there is carried over, what is replaced goes") {
    const TemporaryFolder folder;
    folder.write("out/index.json", "old");
    folder.write("out/old.zip", "old");
    folder.write("out/notes.txt", "mine");
    folder.write("out/site/page.html", "mine too");
    folder.write("out/campaign/kit.zip", "old");
    folder.write("out/campaign/comment.txt", "also mine");
    folder.write("out/gone/kit.zip", "old");
    REQUIRE(::symlink("nowhere", (folder / "out/link").c_str()) == 0);
    CHECK(publish(folder / "out", {{"index.json", "new"}, {"new.zip", "new"}},
                  {"index.json", "old.zip", "campaign/kit.zip", "gone/kit.zip"})
              .empty());
    CHECK(folder.read("out/index.json") == "new");
    CHECK(folder.read("out/new.zip") == "new");
    CHECK_FALSE(folder.has("out/old.zip"));
    CHECK(folder.read("out/notes.txt") == "mine");
    CHECK(folder.read("out/site/page.html") == "mine too");
    CHECK(folder.read("out/campaign/comment.txt") == "also mine");
    CHECK_FALSE(folder.has("out/campaign/kit.zip"));
    CHECK_FALSE(folder.has("out/gone"));
    CHECK(folder.has("out/link"));
    CHECK_FALSE(folder.has_leftovers("out"));
}

TEST_CASE("outputs: what lies beside them is not looked into") {
    const TemporaryFolder folder;
    // A neighbour nested so deeply that its path cannot even be named.
    int at = ::open((folder / ".").c_str(), O_RDONLY | O_DIRECTORY);
    for (int depth = 0; depth < 2200; ++depth) {
        REQUIRE(::mkdirat(at, "d", 0777) == 0);
        const int inner = ::openat(at, "d", O_RDONLY | O_DIRECTORY);
        ::close(at);
        at = inner;
    }
    ::close(at);
    CHECK(publish(folder / "out", {{"index.json", "{}"}}, {}).empty());
}

TEST_CASE("outputs: two renames do what one exchange does") {
    const TemporaryFolder folder;
    folder.write("fresh/index.json", "new");
    folder.write("out/index.json", "old");
    auto old = engine::exchange(folder / "fresh", folder / "out", folder / "aside",
                                engine::ExchangeMethod::two_renames);
    REQUIRE(old);
    CHECK(*old == folder / "aside");
    CHECK(folder.read("out/index.json") == "new");
    CHECK(folder.read("aside/index.json") == "old");
}

TEST_CASE("outputs: an old set that was only moved aside when the run died comes back") {
    const TemporaryFolder folder;
    folder.write(".out.old-123/index.json", "old");
    folder.write(".out.partial-123/index.json", "half");
    auto draft = DiskWorkspace().begin_outputs(folder / "out");
    REQUIRE(draft);
    CHECK(folder.read("out/index.json") == "old");
    CHECK_FALSE(folder.has(".out.partial-123"));
}

TEST_CASE("outputs: kill -9 in the middle leaves the old set, and the next run clears up") {
    const TemporaryFolder folder;
    folder.write("out/index.json", "old");
    const pid_t child = ::fork();
    if (child == 0) {
        DiskWorkspace disk;
        auto draft = disk.begin_outputs(folder / "out");
        disk.write(*draft, "index.json", "half");
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    CHECK(folder.read("out/index.json") == "old");
    CHECK(folder.has_leftovers("out"));
    CHECK(publish(folder / "out", {{"index.json", "new"}}, {"index.json"}).empty());
    CHECK(folder.read("out/index.json") == "new");
    CHECK_FALSE(folder.has_leftovers("out"));
}

TEST_CASE("outputs: a draft that is given up leaves nothing") {
    const TemporaryFolder folder;
    {
        DiskWorkspace disk;
        auto draft = disk.begin_outputs(folder / "out");
        REQUIRE(draft);
        disk.write(*draft, "index.json", "half");
        CHECK(folder.has_leftovers("out"));
    }
    CHECK_FALSE(folder.has_leftovers("out"));
    CHECK_FALSE(folder.has("out"));
}

TEST_CASE("outputs: a second run is told who holds the lock, and that it is temporary") {
    const TemporaryFolder folder;
    auto first = DiskWorkspace().begin_outputs(folder / "out");
    REQUIRE(first);
    auto second = DiskWorkspace().begin_outputs(folder / "out");
    REQUIRE_FALSE(second);
    CHECK(second.diagnostics[0].code == "engine.locked");
    CHECK(second.diagnostics[0].blame == Blame::temporary);
    CHECK(second.diagnostics[0].message.find(std::to_string(::getpid())) != std::string::npos);
    folder.write(".out.lock", ""); // as in the moment before the first has written its name
    CHECK(DiskWorkspace().begin_outputs(folder / "out").diagnostics[0].message == "another run is writing here");
}

TEST_CASE("outputs: a full disk leaves the old set whole and no unfinished one") {
    const TemporaryFolder folder;
    folder.write("small/.keep", "");
    const SmallDisk disk(folder / "small");
    if (!disk) {
        WARN("skipped: mounting a small tmpfs needs root");
        return;
    }
    folder.write("small/out/index.json", "old");
    const auto faults = publish(folder / "small/out", {{"big.zip", std::string(4 << 20, 'x')}}, {});
    CHECK(folder.read("small/out/index.json") == "old");
    CHECK_FALSE(folder.has_leftovers("small/out"));
    const TemporaryFolder other;
    CHECK(std::filesystem::exists(folder / "small/.out.lock"));
    std::size_t entries = 0;
    for ([[maybe_unused]] const auto& e : std::filesystem::directory_iterator(folder / "small"))
        ++entries;
    CHECK(entries == 2);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == "engine.disk-full");
    CHECK(faults[0].blame == Blame::temporary);
}

TEST_CASE("outputs: a kept file must be what the index says") {
    const TemporaryFolder folder;
    folder.write("out/a.zip", "kit");
    DiskWorkspace disk;
    auto draft = disk.begin_outputs(folder / "out");
    REQUIRE(draft);
    CHECK(disk.keep(*draft, "a.zip", sha256("kit")).empty());
    CHECK(has_errors(disk.keep(*draft, "a.zip", sha256("other"))));
    CHECK(has_errors(disk.keep(*draft, "b.zip", sha256("kit"))));
    CHECK(disk.swap_in(std::move(*draft), {"a.zip"}).empty());
    CHECK(folder.read("out/a.zip") == "kit");
}

TEST_CASE("outputs: a file in the place of the folder is refused") {
    const TemporaryFolder folder;
    folder.write("out", "a file");
    auto draft = DiskWorkspace().begin_outputs(folder / "out");
    REQUIRE_FALSE(draft);
    CHECK(draft.diagnostics[0].blame == Blame::configuration);
    CHECK_FALSE(DiskWorkspace().begin_outputs("/"));
}

TEST_CASE("outputs: a link to the folder stays a link") {
    const TemporaryFolder folder;
    folder.write("real/index.json", "old");
    REQUIRE(::symlink("real", (folder / "out").c_str()) == 0);
    CHECK(publish(folder / "out/", {{"index.json", "new"}}, {"index.json"}).empty());
    CHECK(folder.read("real/index.json") == "new");
    CHECK(std::filesystem::is_symlink(folder / "out"));
}

TEST_CASE("create_folder: makes all files, and never touches a folder that is there") {
    const TemporaryFolder folder;
    FileTree tree{"", {{"campaign.yaml", "id: x"}, {"texts/release/en.md", "hello"}}};
    CHECK(DiskWorkspace().create_folder(folder / "inputs/x", tree).empty());
    CHECK(folder.read("inputs/x/texts/release/en.md") == "hello");
    tree.files["campaign.yaml"] = "id: y";
    const auto faults = DiskWorkspace().create_folder(folder / "inputs/x", tree);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == "engine.exists");
    CHECK(folder.read("inputs/x/campaign.yaml") == "id: x");
}

TEST_CASE("outputs: no name leads out of them") {
    const TemporaryFolder folder;
    folder.write("secret", "x");
    folder.write("out/a.zip", "kit");
    DiskWorkspace disk;
    auto draft = disk.begin_outputs(folder / "out");
    REQUIRE(draft);
    for (const char* name : {"../secret", "/etc/passwd", "a/../../secret", "", ".", "a//b", "a/"}) {
        CHECK(has_errors(disk.keep(*draft, name, sha256("x"))));
        CHECK(has_errors(disk.write(*draft, name, "x")));
    }
    CHECK(folder.read("secret") == "x");
}

TEST_CASE("outputs: a folder that holds the working folder is refused") {
    const auto here = std::filesystem::current_path();
    CHECK_FALSE(DiskWorkspace().begin_outputs("."));
    CHECK_FALSE(DiskWorkspace().begin_outputs(".."));
    CHECK_FALSE(DiskWorkspace().begin_outputs(here.parent_path().string()));
}

TEST_CASE("outputs: what is mounted for reading only is not to be mended by permissions") {
    CHECK(disk::fault("out", "create", EROFS).hint.find("mounted for reading only") != std::string::npos);
    CHECK(disk::fault("out", "create", EACCES).hint.find("permissions") != std::string::npos);
}
