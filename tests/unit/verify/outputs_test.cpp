// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/verify.hpp"

#include "stages/bundle/index.hpp"
#include "tests/unit/verify/verifiable_kit.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::verify;

TEST_CASE("verify: an outputs folder and its index agree") {
    const VerifiableCase made;
    const Kit kit = made.kit();
    const std::string rows[] = {bundle::to_index_row(kit)};
    const FileTree good{
        "outputs",
        {{"index.json",
          bundle::index_of({bundle::to_index_campaign(made.kit_case.campaign)}, {rows[0]})},
         {kit.file_name, kit.bytes}}};
    const VerifyReport fine = verify_folder(good);
    CHECK(lines(fine) == "");
    CHECK(fine.kits == 1);

    FileTree tree = good;
    tree.files["extra.zip"] = kit.bytes;
    CHECK(has_code(verify_folder(tree), "verify.index-extra-kit"));
    tree = good;
    tree.files.erase(kit.file_name);
    CHECK(has_code(verify_folder(tree), "verify.index-missing-kit"));
    tree = good;
    tree.files.erase("index.json");
    CHECK(has_code(verify_folder(tree), "verify.index-missing"));
    tree = good;
    std::string& zip = tree.files[kit.file_name];
    zip = with_byte(zip, zip.size() - 1, 1);
    CHECK(has_code(verify_folder(tree), "verify.index-digest"));
    zip += "x";
    CHECK(has_code(verify_folder(tree), "verify.index-size"));
    const auto edited = [&](const std::string& from, const std::string& to) {
        FileTree changed = good;
        std::string& index = changed.files["index.json"];
        index.replace(index.find(from), from.size(), to);
        return verify_folder(changed);
    };
    CHECK(has_code(edited("{", "["), "verify.index-not-json"));
    CHECK(has_code(edited("\"kits\"", "\"kit\""), "verify.index-key"));
    CHECK(has_code(edited("xk-sq\"", "xk-en\""), "verify.index-kit"));
    CHECK(
        has_code(edited("\"schema_version\": 1", "\"schema_version\": 2"), "verify.index-version"));
    tree = good;
    tree.files["index.json"] =
        bundle::index_of({bundle::to_index_campaign(made.kit_case.campaign)}, {rows[0], rows[0]});
    CHECK(has_code(verify_folder(tree), "verify.index-duplicate"));
}

TEST_CASE("verify: an empty folder is a fault") {
    CHECK(has_code(verify_folder(FileTree{"out", {}}), "verify.nothing-to-verify"));
    CHECK(has_code(verify_folder(FileTree{"out", {{"a.txt", ""}}}), "verify.nothing-to-verify"));
}
