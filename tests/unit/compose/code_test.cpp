// SPDX-License-Identifier: Apache-2.0
// The face of code.
#include "edition_maker.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <string>

using namespace presskit;
using namespace presskit::compose;

namespace {

const GlyphRun& run_with(const Pages& pages, const std::string& words) {
    for (const PageItem& item : pages.pages.at(0).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.shape))
            if (run->text.find(words) != std::string::npos) return *run;
    FAIL("nothing says " << words);
    std::abort();
}

} // namespace

TEST_CASE("code: words and blocks of code have the brand's face for it, else that of the text") {
    EditionMaker maker;
    maker.body() = {paragraph({text("Words "), {Code{"span"}, {}}}), {CodeBlock{"block"}, {}}};
    const Pages plain = maker.composed();
    CHECK(run_with(plain, "span").font == run_with(plain, "Words").font);
    CHECK(run_with(plain, "block").font == run_with(plain, "Words").font);
    maker.campaign.brand.code_family = "sans";
    const Pages coded = maker.composed();
    CHECK_FALSE(run_with(coded, "span").font == run_with(coded, "Words").font);
    CHECK(run_with(coded, "block").font == run_with(coded, "span").font);
    CHECK(structure_of(coded).find("Code[block]") != std::string::npos);
}

TEST_CASE("code: a letter that its face and those that stand in lack is an error") {
    EditionMaker maker;
    maker.campaign.brand.code_family = "sans";
    maker.body() = {paragraph({{Code{"\u4E00"}, {}}})};
    maker.composed();
    REQUIRE(maker.faults.size() == 1);
    CHECK(maker.faults[0].code == "compose.missing-glyph");
}

TEST_CASE("code: lines keep the spaces they begin with, on the page and for a reader") {
    EditionMaker maker;
    maker.body() = {{CodeBlock{"if x:\n    \"go on\"\n\n  # end\n"}, {}}};
    const Pages pages = maker.composed();
    const Length edge = run_with(pages, "if").origin.x;
    const GlyphRun& inner = run_with(pages, "\"go");
    CHECK(inner.text.starts_with("    \"go on"));
    CHECK(inner.origin.x == edge);
    CHECK(run_with(pages, "end").text.starts_with("  # end"));
}

TEST_CASE("code: a block stands on the ground of callouts, but in a callout") {
    EditionMaker maker;
    maker.campaign.brand.callout.ground = Color{200, 200, 200};
    const auto grounds = [&] {
        std::size_t count = 0;
        const Pages pages = maker.composed();
        for (const PageItem& item : pages.pages.at(0).items)
            if (std::holds_alternative<Rectangle>(item.shape)) ++count;
        return count;
    };
    maker.body() = {{CodeBlock{"block"}, {}}};
    const std::size_t alone = grounds();
    maker.body() = {paragraph({text("block")})};
    CHECK(alone == grounds() + 1);
    maker.body() = {{Callout{CalloutKind::note, {}, {paragraph({text("block")})}}, {}}};
    const std::size_t plain = grounds();
    maker.body() = {{Callout{CalloutKind::note, {}, {{CodeBlock{"block"}, {}}}}, {}}};
    CHECK(plain == grounds());
}

TEST_CASE("code: in Arabic it is written from left to right") {
    EditionMaker maker;
    maker.edition.key.reader = maker.edition.document.language = {"ar"};
    maker.edition.document.head.title = "عنوان";
    maker.body() = {paragraph({text("كلمة "), {Code{"run()"}, {}}, text(" كلمة")}),
                    {CodeBlock{"return"}, {}}};
    const Pages pages = maker.composed();
    CHECK_FALSE(run_with(pages, "run()").right_to_left);
    const GlyphRun& block = run_with(pages, "return");
    CHECK_FALSE(block.right_to_left);
    CHECK(block.origin.x < maker.campaign.brand.page.width / 2);
}

TEST_CASE("code: an option is not parted from its hyphens") {
    TypeCase type;
    const Language english = language("en");
    for (const int width : {60, 70, 80, 90, 100, 110, 120}) {
        const auto lines = type.setter.set(type.text(english, "many words --option more"),
                                           {Length{width * 1000}}, type.faults);
        for (const SetLine& line : lines) {
            std::string words;
            for (const PageItem& item : line.items)
                if (const auto* run = std::get_if<GlyphRun>(&item.shape)) words += run->text;
            INFO(width << ": " << words);
            CHECK_FALSE(words.ends_with("--"));
        }
    }
}

TEST_CASE("code: in Arabic, too, its digits and spaces have the face of code") {
    EditionMaker maker;
    maker.campaign.brand.code_family = "serif";
    maker.campaign.brand.families.at("serif").fallback = {"naskh"};
    maker.edition.key.reader = maker.edition.document.language = {"ar"};
    maker.body() = {{CodeBlock{"if x < 30: y"}, {}}};
    const Pages pages = maker.composed();
    CHECK(run_with(pages, "30").font == run_with(pages, "if").font);
}

TEST_CASE("code: a letter that another family of the brand has leads to that") {
    EditionMaker maker;
    maker.campaign.brand.families.at("serif").fallback.clear();
    maker.body() = {paragraph({text("نعم")})};
    maker.composed();
    REQUIRE(maker.faults.size() == 1);
    CHECK(maker.faults[0].hint == "name `naskh`, which has this script, under `fallback` of `serif` in brand.yaml");
}
