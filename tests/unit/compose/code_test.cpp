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
