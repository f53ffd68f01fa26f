// SPDX-License-Identifier: Apache-2.0
// Every way a campaign can be wrong that we know of: each must be refused with its place, leave the
// exit code that scripts rely on, and touch no output.
#include "hostile_files.hpp"
#include "told.hpp"
#include "workbench.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <functional>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

using Spoil = std::function<void(Files&)>;
using SpoilDisk = std::function<void(const TempFolder&)>;
constexpr int content = 1, configuration = 3;

/// A row of bad_inputs.inc. `place` is "file:line:column", or a file alone where there is no line;
/// `says` and `hint` are parts of what is told; `marked` is all that the carets underline. Of more
/// than one error the first is looked at.
struct BadInput {
    std::string name;
    Spoil spoil;
    int status;
    std::string place, code, says, marked, hint;
    std::size_t errors = 1;
    SpoilDisk then = {};
};

/// Outputs of an earlier build.
void write_outputs(const TempFolder& folder) {
    folder.write("out/index.json", R"({"campaigns": [], "kits": []})");
    folder.write("out/notes.txt", "of somebody else");
}

const std::string campaign = "campaign.yaml", brand = "brand/brand.yaml",
                  text = "texts/release/en.md",
                  noto_sans = "{system: truetype/noto/NotoSans-Regular.ttf, package: "
                              "fonts-noto-core}";

Spoil replace(const std::string& file, const std::string& what, const std::string& with) {
    return [=](Files& files) {
        std::string& bytes = files.at(file);
        const auto at = bytes.find(what);
        REQUIRE(at != std::string::npos);
        bytes.replace(at, what.size(), with);
    };
}
Spoil add(const std::string& file, const std::string& bytes) {
    return [=](Files& files) { files[file] += bytes; };
}
Spoil set(const std::string& file, const std::string& bytes) {
    return [=](Files& files) { files[file] = bytes; };
}
/// Made only when its turn comes.
Spoil set_large(const std::string& file, std::size_t bytes) {
    return [=](Files& files) { files[file].assign(bytes, 'x'); };
}
Spoil remove(const std::string& file) {
    return [=](Files& files) { files.erase(file); };
}
Spoil all(const std::vector<Spoil>& several) {
    return [=](Files& files) {
        for (const Spoil& spoil : several) spoil(files);
    };
}
const Spoil nothing = all({});

SpoilDisk link_to(const std::string& target, const std::string& name) {
    return [=](const TempFolder& folder) {
        fs::create_directories(folder.path("c/" + name).parent_path());
        fs::create_symlink(target, folder.path("c/" + name));
    };
}
SpoilDisk pipe_at(const std::string& name) {
    return [=](const TempFolder& folder) {
        fs::remove(folder.path("c/" + name));
        REQUIRE(mkfifo(folder.path("c/" + name).c_str(), 0600) == 0);
    };
}
SpoilDisk folder_at(const std::string& name) {
    return [=](const TempFolder& folder) {
        fs::remove(folder.path("c/" + name));
        fs::create_directory(folder.path("c/" + name));
    };
}

/// Made once: Catch runs a test case again for each of its sections.
const std::vector<BadInput>& bad_inputs() {
    static const std::vector<BadInput> rows{
#include "bad_inputs.inc"
    };
    return rows;
}

void check_told(const BadInput& bad, const Run& result) {
    INFO(result.err);
    CHECK(result.status == bad.status);
    const auto errors = told_errors(result.err);
    REQUIRE_FALSE(errors.empty());
    CHECK(errors.size() == bad.errors);
    CHECK(errors[0].place == "c/" + bad.place);
    CHECK(errors[0].code == bad.code);
    CHECK_THAT(errors[0].message, Catch::Contains(bad.says));
    CHECK(errors[0].marked == bad.marked);
    CHECK_THAT(errors[0].hint, Catch::Contains(bad.hint));
    CHECK_FALSE(errors[0].hint.empty());
}

} // namespace

TEST_CASE("bad input: the small campaign itself is good") {
    const TempFolder folder;
    write_campaign(folder, small_campaign());
    const Run result = run_presskit(folder, "build c --out out");
    INFO(result.err);
    CHECK(result.status == 0);
    CHECK(result.err.empty());
    CHECK(fs::exists(folder.path("out/index.json")));
}

TEST_CASE("bad input: each is refused with its place, its code and its exit status") {
    for (const BadInput& bad : bad_inputs()) {
        DYNAMIC_SECTION("refused: " << bad.name) {
            const TempFolder folder;
            Files files = small_campaign();
            bad.spoil(files);
            write_campaign(folder, files);
            if (bad.then) bad.then(folder);
            write_outputs(folder);
            const Files before = snapshot(folder, "out");

            const Run built = run_presskit(folder, "build c --out out");
            check_told(bad, built);
            CHECK(snapshot(folder, "out") == before);

            const Run checked = run_presskit(folder, "check c");
            CHECK(checked.status == built.status);
            CHECK(checked.err == built.err);
        }
    }
}

TEST_CASE("bad input: faults of four files are told in one run, by file and line") {
    const TempFolder folder;
    Files files = small_campaign();
    const std::vector<Spoil> ten{replace(campaign, "contacts:", "contcats:"),
                                 replace(campaign, "{name: Example,", "{name: 12,"),
                                 replace(campaign, "2024-03-01", "1.3.2024"),
                                 replace(brand, "9.2pt, leading: 12.5pt", "9.2, leading: 12.5pt"),
                                 replace(text, "dateline: true", "datelin: true"),
                                 replace(text, "(#says)", "(#sais)"),
                                 replace(text, "https://example.org/", "http://example.org/"),
                                 replace(text, "[^one]: A footnote.\n", "<hr>\n"),
                                 set("texts/release/de.md", "Hallo\n")};
    all(ten)(files);
    write_campaign(folder, files);
    write_outputs(folder);
    const Files before = snapshot(folder, "out");

    const Run result = run_presskit(folder, "build c --out out");
    INFO(result.err);
    CHECK(result.status == configuration);
    std::vector<std::string> found;
    for (const Told& one : told(result.err)) found.push_back(one.place + " " + one.code);
    CHECK(found == std::vector<std::string>{"c/brand/brand.yaml:71:31 load.wrong-type",
                                            "c/campaign.yaml:5:9 load.wrong-form",
                                            "c/campaign.yaml:7:19 load.wrong-type",
                                            "c/campaign.yaml:8:1 load.unknown-key",
                                            "c/texts/release/de.md:1:1 load.no-front-matter",
                                            "c/texts/release/en.md:6:1 load.unknown-key",
                                            "c/texts/release/en.md:9:60 load.footnote-without-text",
                                            "c/texts/release/en.md:14:26 load.link-scheme",
                                            "c/texts/release/en.md:22:6 load.unknown-reference",
                                            "c/texts/release/en.md:24:1 load.raw-html"});
    CHECK(snapshot(folder, "out") == before);
}

TEST_CASE("bad input: a file that may not be read is named") {
    if (geteuid() == 0) return; // root may read everything
    const TempFolder folder;
    write_campaign(folder, small_campaign());
    fs::permissions(folder.path("c/" + text), fs::perms::none);
    const Run result = run_presskit(folder, "build c --out out");
    INFO(result.err);
    CHECK(result.status == configuration);
    const auto errors = told_errors(result.err);
    REQUIRE(errors.size() == 1);
    CHECK(errors[0].place == "c/" + text);
    CHECK(errors[0].code == "engine.permission");
    CHECK(errors[0].hint.find("permissions") != std::string::npos);
}
