// SPDX-License-Identifier: Apache-2.0
#include "stages/load/files.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::load;

namespace {

CheckedFiles checked_files(std::map<std::string, std::string, std::less<>> files) {
    SourceMap sources;
    return check_files(FileTree{"c", std::move(files)}, sources);
}

} // namespace

TEST_CASE("files: two names that are one elsewhere collide, in case, form and folder") {
    CHECK(checked_files({{"a.md", "x"}, {"A.md", "x"}}).diagnostics.size() == 1);
    CHECK(checked_files({{"\u0161.md", "x"}, {"s\u030C.md", "x"}}).diagnostics.size() == 1);
    CHECK(checked_files({{"ДА.md", "x"}, {"да.md", "x"}}).diagnostics.size() == 1);
    const auto folders =
        checked_files({{"Texts/en.md", "x"}, {"texts/de.md", "x"}, {"texts/en.md", "x"}});
    REQUIRE(folders.diagnostics.size() == 2);
    CHECK(folders.diagnostics[0].code == "load.file-name");
    CHECK(checked_files({{"a/b.md", "x"}, {"a/c.md", "x"}, {"ab.md", "x"}}).diagnostics.empty());
    CHECK(checked_files({{"\xFF.md", "x"}}).diagnostics.size() == 1);
}

TEST_CASE("files: texts that cannot be read say why, with the byte") {
    const auto fault = [](std::string bytes) {
        const auto checked = checked_files({{"texts/release/en.md", std::move(bytes)}});
        REQUIRE(checked.diagnostics.size() == 1);
        CHECK(checked.unreadable.contains("texts/release/en.md"));
        return checked.diagnostics[0].message;
    };
    CHECK(fault("abc\xC5") == "the file is not UTF-8: byte 3 cannot be part of a character");
    CHECK(fault(std::string("ab\0c", 4)) == "the file holds a NUL at byte 2");
    CHECK(fault("") == "the file is empty");
    CHECK(fault(" \n\r\n") == "the file is empty");
    CHECK(fault(std::string(max_text_bytes + 1, 'x')) ==
          "the file has 1.0 MB; a text may have 1.0 MB");
    CHECK(checked_files({{"images/a.png", std::string("\0\xFF", 2)}}).diagnostics.empty());
}

TEST_CASE("files: blame for the two YAML files is configuration") {
    CHECK(checked_files({{"campaign.yaml", ""}}).diagnostics[0].blame == Blame::configuration);
    CHECK(checked_files({{"texts/release/en.md", ""}}).diagnostics[0].blame == Blame::content);
}

TEST_CASE("files: a name in other letters is to be changed, not moved") {
    for (const auto* other : {"images/mädchen.png", "images/карта.png", "images/my map.png"})
        CHECK(path_hint(other, "images/map.png").starts_with("rename the file, for example to `images/map.png`"));
    for (const auto* outside : {"../map.png", "/map.png", "images\\map.png"})
        CHECK(path_hint(outside, "images/map.png").starts_with("give a path inside the campaign"));
}

TEST_CASE("files: a path may not leave the campaign nor break on another system") {
    for (const auto* good : {"a.png", "images/a-b_c.d.png", "brand/fonts/X.ttf"})
        CHECK_FALSE(path_fault(good));
    for (const auto* bad : {"", "/a", "../a", "a/../b", "a/..", "./a", "a//b", "a/", "a\\b", "C:a",
                            "a b", "ž.png", "a:b", "con.png", "a/NUL", "com1", "x.", "a\nb"}) {
        INFO(bad);
        CHECK(path_fault(bad));
    }
    CHECK(path_fault(std::string(max_path_bytes + 1, 'a')));
}
