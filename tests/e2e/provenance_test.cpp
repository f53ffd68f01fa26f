// SPDX-License-Identifier: Apache-2.0
// provenance.json of the sample's kits: held against the campaign's own files, by sha256sum.
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <set>

using namespace presskit::e2e;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

Json statement_of(const std::string& kit) {
    return Json::parse(bytes_of(built_sample().unpacked(kit) / "provenance.json"));
}

/// Digests by name.
std::map<std::string, std::string> digests_of(const Json& resources) {
    std::map<std::string, std::string> digests;
    for (const Json& row : resources) digests[row["name"]] = row["digest"]["sha256"];
    return digests;
}

std::map<std::string, std::string> dependencies_of(const std::string& kit) {
    return digests_of(statement_of(kit)["predicate"]["buildDefinition"]["resolvedDependencies"]);
}

} // namespace

TEST_CASE("provenance: dependencies are files of the campaign and of packages, by their digests") {
    for (const std::string kit : {"rs-sr-Latn", "region-de"}) {
        for (const auto& [name, digest] : dependencies_of(kit)) {
            INFO(name);
            fs::path file = sample_campaign() / name;
            if (name.starts_with("system/")) file = fs::path("/usr/share") / name.substr(7);
            CHECK(sha256_of(file) == digest);
        }
    }
}

TEST_CASE("provenance: a kit names the texts that it was made from and no others") {
    const auto texts_of = [](const std::string& kit) {
        std::set<std::string> texts;
        for (const auto& [name, digest] : dependencies_of(kit))
            if (name.starts_with("texts/")) texts.insert(name);
        return texts;
    };
    CHECK(texts_of("rs-sr-Latn") == std::set<std::string>{"texts/release/sr-Cyrl.md",
                                                          "texts/sheet/rs/sr-Cyrl.md",
                                                          "texts/guide/sr-Cyrl.md"});
    CHECK(texts_of("region-de").contains("texts/sheet/al/en.md"));
    CHECK(dependencies_of("rs-sr-Latn").contains("system/hyphen/hyph_sr-Latn_RS.dic"));
    CHECK_FALSE(dependencies_of("al-sq").contains("system/hyphen/hyph_de_DE.dic"));
    CHECK(dependencies_of("al-sq").contains("images/six-lights.png"));
}

TEST_CASE("provenance: subjects are the kit's files, and nothing names this machine") {
    const fs::path folder = built_sample().unpacked("mk-mk");
    const auto subjects = digests_of(statement_of("mk-mk")["subject"]);
    CHECK(subjects.size() + 3 == files_below(folder).size());
    for (const auto& [name, digest] : subjects) CHECK(sha256_of(folder / name) == digest);
    const std::string text = bytes_of(folder / "provenance.json");
    std::string host = run("uname -n").out;
    host.pop_back();
    for (const std::string& word : {built_sample().folder.path().string(),
                                    std::string(PRESSKIT_SOURCE_DIR), std::string("/usr"), host})
        CHECK(text.find(word) == std::string::npos);
}

TEST_CASE("provenance: a text that changes in one language leaves the kits of the others as they are") {
    const TempFolder folder;
    fs::copy(sample_campaign(), folder.path("c"), fs::copy_options::recursive);
    folder.write("c/texts/release/de.md", folder.read("c/texts/release/de.md") + "\nEin Nachtrag.\n");
    REQUIRE(run_presskit(folder, "build c --out o --only al/sq --only region/de").status == 0);
    const std::string name = "o/exploited-in-plain-sight-", version = "-1.0.0.zip";
    CHECK(folder.read(name + "al-sq" + version) == bytes_of(built_sample().zip("al-sq")));
    CHECK(folder.read(name + "region-de" + version) != bytes_of(built_sample().zip("region-de")));
}
