// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/cli/program.hpp"
#include "tests/unit/engine/small_disk.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <csignal>
#include <map>
#include <sstream>

using namespace presskit;
using presskit::test::make_small_campaign;
using presskit::test::Program;
using presskit::test::run;
using presskit::test::SmallDisk;
using presskit::test::TemporaryFolder;

namespace {

const std::string sample = std::string(PRESSKIT_SOURCE_DIR) + "/inputs/exploited-in-plain-sight";
const std::string kit = "fish-are-few-region-en-1.0.0.zip";

std::map<std::string, std::string> files_in(const std::string& folder) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ostringstream bytes;
        bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        files[entry.path().filename().string()] = bytes.str();
    }
    return files;
}

} // namespace

TEST_CASE("build: an imported release becomes a kit, an index and one line") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    const auto ended = run(folder, {"build"});
    INFO(ended.err);
    REQUIRE(ended.status == 0);
    CHECK(ended.out.starts_with("region-en\t"));
    CHECK(ended.out.ends_with("\t" + kit + "\n"));
    CHECK(folder.has("outputs/" + kit));
    CHECK(nlohmann::json::parse(folder.read("outputs/index.json"))["kits"].size() == 1);
    CHECK(run(folder, {"verify"}).status == 0);
    CHECK(run(folder, {"verify", "outputs/" + kit}).status == 0);
    const auto told = run(folder, {"verify", "--conditions", "text"});
    CHECK(told.out.find("13-004        passed          a Figure has no alternative text\n") !=
          std::string::npos);
    CHECK(told.out.find("09-001        for-a-person ") != std::string::npos);
    const auto lines = run(folder, {"verify", "--conditions", "json"}).out;
    const auto first = nlohmann::json::parse(lines.substr(0, lines.find('\n')));
    CHECK(first["id"] == "01-001");
    CHECK(first["outcome"] == "for-a-person");
    CHECK(run(folder, {"verify", "nowhere", "--conditions", "text"}).out.empty());
    CHECK_FALSE(folder.has_leftovers("outputs"));
}

TEST_CASE(
    "build: equal inputs give equal bytes, whatever the workers, the folder and the environment") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    REQUIRE(run(folder, {"build", "-j", "1", "--out", "a"}).status == 0);
    REQUIRE(run(folder, {"build", "-j", "8", "--out", "deep/b", folder / "inputs/fish"},
                {{"TZ", "Asia/Tokyo"}, {"LC_ALL", "de_DE.UTF-8"}})
                .status == 0);
    CHECK(files_in(folder / "a") == files_in(folder / "deep/b"));
    REQUIRE(run(folder, {"build", "--out", "c"}, {{"SOURCE_DATE_EPOCH", "1700000000"}}).status ==
            0);
    CHECK(files_in(folder / "a") != files_in(folder / "c"));
    CHECK(run(folder, {"build", "--out", "c"}, {{"SOURCE_DATE_EPOCH", "-1"}}).status == 3);
}

TEST_CASE("build: what others put into the outputs stays, a kit that is no longer made goes") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    REQUIRE(run(folder, {"build"}).status == 0);
    folder.write("outputs/notes.txt", "mine");
    std::string yaml = folder.read("inputs/fish/campaign.yaml");
    yaml.replace(yaml.find("version: 1.0.0"), 14, "version: 1.1.0");
    folder.write("inputs/fish/campaign.yaml", yaml);
    REQUIRE(run(folder, {"build"}).status == 0);
    CHECK(folder.read("outputs/notes.txt") == "mine");
    CHECK_FALSE(folder.has("outputs/" + kit));
    CHECK(folder.has("outputs/fish-are-few-region-en-1.1.0.zip"));
}

TEST_CASE("build: a fault in the content ends with 1 and leaves the outputs") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    REQUIRE(run(folder, {"build"}).status == 0);
    const auto before = files_in(folder / "outputs");
    folder.write("inputs/fish/texts/release/en.md",
                 folder.read("inputs/fish/texts/release/en.md") + "\n{{nobody}}\n");
    const auto ended = run(folder, {"build"});
    CHECK(ended.status == 1);
    CHECK(ended.out.empty());
    CHECK(ended.err.find("inputs/fish/texts/release/en.md:") != std::string::npos);
    CHECK(files_in(folder / "outputs") == before);
}

TEST_CASE(
    "build: with a selection the other kits are kept, and the index is that of a whole build") {
    const TemporaryFolder folder;
    REQUIRE(run(folder, {"build", sample, "--out", "whole", "-q"}).status == 0);
    std::filesystem::copy(folder / "whole", folder / "part");
    REQUIRE(run(folder, {"build", sample, "--out", "part", "--only", "al/sq", "--only", "xk", "-q"})
                .status == 0);
    CHECK(files_in(folder / "part") == files_in(folder / "whole"));

    std::filesystem::remove(folder / "part/exploited-in-plain-sight-rs-en-1.0.0.zip");
    const auto ended = run(folder, {"build", sample, "--out", "part", "--only", "al", "-q"});
    CHECK(ended.status == 1);
    CHECK(ended.err.find("[engine.changed-output]") != std::string::npos);
    CHECK(run(folder, {"build", sample, "--out", "part", "--only", "zz", "-q"}).status != 0);
}

TEST_CASE("build: a hostile index.json cannot reach outside the outputs") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    folder.write("secret", "x");
    folder.write(
        "outputs/index.json",
        R"({"campaigns": [{"id": "other"}, 5], "kits": [{"campaign": "other", "id": "a-b", "file": "../secret",)"
        R"("sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}]})");
    CHECK(run(folder, {"build", "--only", "region"}).status == 3);
    CHECK(run(folder, {"build"}).status == 0);
    CHECK(folder.read("secret") == "x");
}

TEST_CASE("build: kill -9 in the middle leaves the old kits, and the next build clears up") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    REQUIRE(run(folder, {"build"}).status == 0);
    const auto before = files_in(folder / "outputs");
    Program program(folder, {"build", sample, "-j", "1"});
    if (!program.reaches_draft("outputs"))
        WARN("the build was too fast to be killed in the middle");
    ::kill(program.id(), SIGKILL);
    CHECK(program.wait().status == 128 + SIGKILL);
    CHECK(files_in(folder / "outputs") == before);
    CHECK(run(folder, {"build"}).status == 0);
    CHECK_FALSE(folder.has_leftovers("outputs"));
}

TEST_CASE("build: Ctrl-C and SIGTERM end with 130 and 143 and leave nothing unfinished") {
    for (const auto& [signal, status] : {std::pair{SIGINT, 130}, std::pair{SIGTERM, 143}}) {
        const TemporaryFolder folder;
        make_small_campaign(folder);
        REQUIRE(run(folder, {"build"}).status == 0);
        const auto before = files_in(folder / "outputs");
        Program program(folder, {"build", sample, "-j", "1"});
        if (!program.reaches_draft("outputs")) WARN("the build was too fast to be interrupted");
        ::kill(program.id(), signal);
        CHECK(program.wait().status == status);
        CHECK(files_in(folder / "outputs") == before);
        CHECK_FALSE(folder.has_leftovers("outputs"));
    }
}

TEST_CASE("build: another run that holds the lock is temporary") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    auto draft = engine::DiskWorkspace().begin_outputs(folder / "outputs");
    REQUIRE(draft);
    const auto ended = run(folder, {"build"});
    CHECK(ended.status == 75);
    CHECK(ended.err.find("[engine.locked]") != std::string::npos);
}

TEST_CASE("build: a full disk is temporary and leaves the old kits") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    folder.write("small/.keep", "");
    const SmallDisk disk(folder / "small");
    if (!disk) {
        WARN("skipped: mounting a small tmpfs needs root");
        return;
    }
    const int first = run(folder, {"build", "--out", "small/out"}).status;
    const auto before = files_in(folder / "small/out");
    const int second = run(folder, {"build", sample, "--out", "small/out"}).status;
    const auto after = files_in(folder / "small/out");
    CHECK(first == 0);
    CHECK(second == 75);
    CHECK(after == before);
}

TEST_CASE("build: several campaigns share one folder and one index; equal ids are refused") {
    const TemporaryFolder folder;
    make_small_campaign(folder);
    std::filesystem::copy(folder / "inputs/fish", folder / "inputs/more",
                          std::filesystem::copy_options::recursive);
    for (const char* command : {"build", "check"}) {
        const auto ended = run(folder, {command});
        INFO(command);
        CHECK(ended.status == 3);
        CHECK(ended.err.find("inputs/more/campaign.yaml: error: has the id `fish-are-few`, as `inputs/fish` has "
                             "[build.same-id]") != std::string::npos);
    }
    std::string yaml = folder.read("inputs/more/campaign.yaml");
    yaml.replace(yaml.find("id: fish-are-few"), 16, "id: more-fish");
    folder.write("inputs/more/campaign.yaml", yaml);
    REQUIRE(run(folder, {"build"}).status == 0);
    const auto index = nlohmann::json::parse(folder.read("outputs/index.json"));
    CHECK(index["campaigns"].size() == 2);
    CHECK(index["kits"].size() == 2);
    CHECK(run(folder, {"verify"}).status == 0);
    REQUIRE(run(folder, {"build", "inputs/more", "--only", "region/en"}).status == 0);
    CHECK(nlohmann::json::parse(folder.read("outputs/index.json")) == index);
}
