// SPDX-License-Identifier: Apache-2.0
#include "stages/load/front_matter.hpp"
#include "tests/unit/load/small_campaign.hpp"

using namespace presskit;
using namespace presskit::tests;

namespace {

Loaded with_file(const std::string& path, std::string text) {
    FileTree tree = small_campaign();
    tree.files[path] = std::move(text);
    return Loaded(tree);
}

Loaded with_release(std::string_view front, std::string_view body = "A paragraph.\n") {
    return with_file("texts/release/en.md", text_md(front, body));
}

const std::string release_head = "document: release\nlanguage: en\ntitle: Now\n";

} // namespace

TEST_CASE(
    "texts: front matter is found with a byte order mark, CRLF and spaces behind the dashes") {
    using load::find_front_matter;
    CHECK(find_front_matter("---\na: b\n---\nBody")->body == 13);
    CHECK(find_front_matter("\xEF\xBB\xBF---\r\na: b\r\n--- \r\nBody")->begin == 8);
    CHECK(find_front_matter("---\n---")->body == 7);
    for (const auto* none :
         {"", "a", "---", "---\na: b\n", "--\n--\n", " ---\na: b\n---\n", "----\n---\n"})
        CHECK_FALSE(find_front_matter(none));
}

TEST_CASE("texts: the head is read, and a dateline is the campaign's or its own words") {
    const Loaded loaded =
        with_release(release_head + "deck: >-\n  One\n  two\ndateline: true\nsample: true\n");
    INFO(loaded.report());
    REQUIRE(loaded.result);
    const DocumentHead& head = loaded.result->texts.at({"release", {}, {"en"}}).head;
    CHECK(head.deck == "One two");
    CHECK(head.campaign_dateline);
    CHECK(head.dateline.empty());
    CHECK(head.sample);
    const Loaded own = with_release(release_head + "dateline: 'VIENNA – today:'\n");
    REQUIRE(own.result);
    CHECK(own.result->texts.at({"release", {}, {"en"}}).head.dateline == "VIENNA – today:");
}

TEST_CASE("texts: front matter must agree with the file's place") {
    CHECK(with_release("document: sheet\nlanguage: en\ntitle: x\n").place_of("load.wrong-place") ==
          "sheet");
    CHECK(
        with_release("document: release\nlanguage: de\ntitle: x\n").place_of("load.wrong-place") ==
        "de");
    CHECK(with_release(release_head + "country: al\n").codes() ==
          Codes{"load.country-of-a-common-text"});
    const auto sheet = [](std::string_view front) {
        return with_file("texts/sheet/al/en.md", text_md(front)).codes();
    };
    CHECK(sheet("document: sheet\nlanguage: en\ntitle: x\n") == Codes{"load.missing-key"});
    CHECK(sheet("document: sheet\nlanguage: en\ncountry: region\ntitle: x\n") ==
          Codes{"load.wrong-place"});
    CHECK(sheet("document: sheet\nlanguage: en\ncountry: al\ntitle: x\ndateline: true\n") ==
          Codes{"load.dateline-elsewhere"});
}

TEST_CASE("texts: a fault in the front matter has its place in the Markdown file") {
    const Loaded loaded =
        with_release("document: release\nlanguage: en\nžtitle: Now\ntitle: Šta: x\n");
    REQUIRE(loaded.codes() == Codes{"load.yaml-syntax"});
    const Span span = loaded.result.diagnostics[0].span;
    CHECK(loaded.sources.locate(span.source, span.begin) == Location{5, 11});
}

TEST_CASE("texts: files that belong to nothing are warnings, and are not read") {
    for (const auto* path :
         {"texts/release/tlh.md", "texts/guide/en.md", "texts/release/al/en.md", "texts/sheet/en.md",
          "texts/sheet/rs/en.md", "texts/release/De.md", "texts/release/english-old.md",
          "texts/en.md", "texts/a/b/c/en.md", "texts/release/en.docx"}) {
        INFO(path);
        const Loaded loaded = with_file(path, "no front matter");
        CHECK(loaded.result);
        CHECK(loaded.codes() == Codes{"load.stray-text"});
    }
    CHECK(with_file("texts/release/.en.md.swp", "x").codes().empty());
    CHECK(with_file("texts/release/en.md~", "x").codes().empty());
}

TEST_CASE("texts: variables and conditions name what the campaign has") {
    CHECK(with_release(release_head, "In {{country.al}} and {{report}} on {{date:release}}.\n")
              .codes()
              .empty());
    CHECK(with_release(release_head, "In {{country.zz}}.\n").codes() ==
          Codes{"load.undeclared-country"});
    CHECK(with_release(release_head, "In {{reprot}}.\n").codes() == Codes{"load.unknown-variable"});
    CHECK(with_release(release_head, "::: only countries=\"al zz\"\n\nText.\n\n:::\n").codes() ==
          Codes{"load.undeclared-country"});
    CHECK(with_release(release_head, "::: only languages=\"hr\"\n\nText.\n\n:::\n").codes() ==
          Codes{"load.undeclared-language"});
}

TEST_CASE(
    "texts: a picture that is missing is reported where it is used, an unused one is a warning") {
    const Loaded missing = with_release(release_head, "![A map](images/map.png \"A map\"){credit=us}\n");
    CHECK(missing.codes() == Codes{"load.image-file"});
    CHECK(with_file("images/unused.png", "x").codes() == Codes{"load.unused-image"});
    const Loaded broken = [] {
        FileTree tree = small_campaign();
        tree.files["texts/release/en.md"] = text_md(release_head, "![A map](images/map.png \"A map\"){credit=us}\n");
        tree.files["images/map.png"] = "not a picture";
        return Loaded(tree);
    }();
    CHECK(broken.codes() == Codes{"load.image-format"});
    CHECK(broken.result.diagnostics[0].blame == Blame::content);
}
