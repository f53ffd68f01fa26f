// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/verify.hpp"

#include "stages/bundle/index.hpp"
#include "stages/pictures/png.hpp"
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

TEST_CASE("verify: pictures of pages are those that the index lists, and nothing else lies among them") {
    const VerifiableCase made;
    Kit kit = made.kit();
    const std::string png = *pictures::encode_png({2, 3, 1, {0, 1, 2, 3, 4, 5}});
    kit.previews = {{"01-press-release-sq.pdf", {{"previews/a.png", png.size(), sha256(png), 2, 3}}}};
    const auto outputs = [&] {
        const std::string row = bundle::to_index_row(kit);
        return FileTree{"outputs",
                        {{"index.json",
                          bundle::index_of({bundle::to_index_campaign(made.kit_case.campaign)}, {row})},
                         {"previews/a.png", png},
                         {kit.file_name, kit.bytes}}};
    };
    CHECK(lines(verify_folder(outputs())) == "");
    FileTree tree = outputs();
    tree.files["previews/b.png"] = png;
    CHECK(has_code(verify_folder(tree), "verify.preview-extra"));
    tree = outputs();
    tree.files.erase("previews/a.png");
    CHECK(has_code(verify_folder(tree), "verify.preview-missing"));
    tree = outputs();
    for (std::size_t i = 0; i < png.size(); ++i) {
        tree.files["previews/a.png"] = with_byte(png, i, static_cast<char>(png[i] ^ 1));
        CHECK(has_code(verify_folder(tree), "verify.preview-digest"));
    }
    kit.previews[0].pages[0].width = 4;
    CHECK(has_code(verify_folder(outputs()), "verify.preview-size"));
    kit.previews[0].pages[0] = {"index.json", 1, {}, 2, 3}; // not where previews lie
    CHECK(has_code(verify_folder(outputs()), "verify.preview-missing"));
}

TEST_CASE("verify: an empty folder is a fault") {
    CHECK(has_code(verify_folder(FileTree{"out", {}}), "verify.nothing-to-verify"));
    CHECK(has_code(verify_folder(FileTree{"out", {{"a.txt", ""}}}), "verify.nothing-to-verify"));
}
