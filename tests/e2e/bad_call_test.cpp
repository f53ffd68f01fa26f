// SPDX-License-Identifier: Apache-2.0
// A good campaign, called wrongly: refused with the exit status that --help documents, and no
// output touched.
#include "told.hpp"
#include "workbench.hpp"

#include <catch2/catch.hpp>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

constexpr int usage = 2, configuration = 3;

/// `call` and `environment` are of a shell; `place` is empty where no file is at fault.
struct BadCall {
    std::string name, call, environment;
    int status;
    std::string place, code, says, hint;
};

const std::vector<BadCall> bad_calls{
    {"a campaign folder that does not exist", "build nowhere --out out", "", configuration, "nowhere",
     "engine.not-found", "no such file or directory", "name a campaign's folder"},
    {"the same for check", "check nowhere", "", configuration, "nowhere", "engine.not-found",
     "no such file or directory", "name a campaign's folder"},
    {"the same for verify", "verify nowhere", "", configuration, "nowhere", "engine.not-found",
     "no such file or directory", ""},
    {"the same for import", "import nowhere", "", configuration, "nowhere", "engine.not-found",
     "no such file or directory", ""},
    {"a file for a campaign", "build c/campaign.yaml --out out", "", usage, "c/campaign.yaml",
     "engine.not-a-folder", "not a directory", "name a campaign's folder"},
    {"no campaign named, and none in inputs/", "build --out out", "", usage, "inputs",
     "cli.no-campaign", "there is no campaign in `inputs`", "name a campaign's folder"},
    {"outputs where a file is", "build c --out plain", "", configuration, "plain",
     "engine.bad-output", "is not a folder", "name a folder"},
    {"outputs inside the campaign", "build c --out c/out", "", usage, "c", "cli.nested-output",
     "lie in each other", "give `--out` a folder of its own"},
    {"a country that the campaign has not", "build c --out out --only zz", "", usage, "",
     "plan.unknown-selection", "the campaign has no kit `zz`", "give a country"},
    {"a language that the country has not", "build c --out out --only al/em", "", usage, "",
     "plan.unknown-selection", "the campaign has no kit `al/em`", "did you mean `al/en`?"},
    {"a country that no campaign has", "build c other --out out --only zz", "", usage, "",
     "plan.unknown-selection", "no campaign has a kit `zz`", "give a country"},
    {"words for a time", "build c --out out", "SOURCE_DATE_EPOCH=soon", configuration, "",
     "build.source-date", "SOURCE_DATE_EPOCH is `soon`, not a number of seconds", "or unset it"},
    {"a time before 1970", "check c", "SOURCE_DATE_EPOCH=-1", configuration, "",
     "build.source-date", "is `-1`", "or unset it"},
    {"a time with a fraction", "check c", "SOURCE_DATE_EPOCH=1.5", configuration, "",
     "build.source-date", "is `1.5`", "or unset it"},
    {"a time behind all calendars", "check c", "SOURCE_DATE_EPOCH=99999999999999999999",
     configuration, "", "build.source-date", "is `99999999999999999999`", "or unset it"},
};

} // namespace

TEST_CASE("bad call: each is refused with a hint and its exit status") {
    for (const BadCall& bad : bad_calls) {
        DYNAMIC_SECTION("refused: " << bad.name) {
            const TempFolder folder;
            write_campaign(folder, small_campaign());
            fs::copy(folder.path("c"), folder.path("other"), fs::copy_options::recursive);
            folder.write("other/campaign.yaml",
                         "id: other" + folder.read("c/campaign.yaml").substr(9));
            folder.write("plain", "a file");
            folder.write("out/index.json", R"({"campaigns": [], "kits": []})");
            const Files before = snapshot(folder, ".");

            const Run result = run_presskit(folder, bad.call, bad.environment);
            INFO(result.err);
            CHECK(result.status == bad.status);
            CHECK(result.out.empty());
            const auto errors = told_errors(result.err);
            REQUIRE(errors.size() == 1);
            CHECK(errors[0].place == bad.place);
            CHECK(errors[0].code == bad.code);
            CHECK_THAT(errors[0].message, Catch::Contains(bad.says));
            CHECK_THAT(errors[0].hint, Catch::Contains(bad.hint));
            CHECK(snapshot(folder, ".") == before);
        }
    }
}

TEST_CASE("bad call: the help of a selection says what one that matches nothing is") {
    const TempFolder folder;
    const Run help = run_presskit(folder, "build --help");
    CHECK(help.status == 0);
    CHECK_THAT(help.out, Catch::Contains("exit code 2"));
}
