// SPDX-License-Identifier: Apache-2.0
// What a reader sees where a table meets the edge of a page.
#include "tests/unit/compose/page_case.hpp"

#include "pipeline/languages/languages.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

TEST_CASE("tables: one that goes on says so in the language, and its text is still the author's") {
    for (const char* tag : {"en", "de", "sq", "sr-Cyrl"}) {
        EditionMaker maker;
        maker.edition.document.language = {tag};
        Dice dice(9);
        Table table = table_of(dice, 30);
        table.caption = {text("Caption")};
        maker.body().push_back({std::move(table), {}});
        const Pages pages = maker.composed();
        REQUIRE(pages.pages.size() > 2);
        const std::string expected = "Caption (" + languages::find({tag})->word(Word::continued) + ")";
        for (std::size_t p = 1; p < pages.pages.size(); ++p) {
            std::string decoration;
            for (const PageItem& item : pages.pages[p].items)
                if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                    if (item.tag == Tag{ArtifactKind::layout}) decoration += run->text;
            INFO(tag << " page " << p + 1 << ": " << decoration);
            CHECK(decoration.find(expected) != std::string::npos);
            CHECK(decoration.find("What happens") != std::string::npos);
        }
        CHECK(all_said(pages).find("Caption (") == std::string::npos);
    }
}

TEST_CASE("tables: a page does not begin or end with fewer than three rows where little white is left by that") {
    for (int lines = 1; lines < 11; ++lines) {
        INFO(lines << " lines above");
        EditionMaker maker;
        for (int i = 0; i < lines; ++i) maker.body().push_back(paragraph({text("A line.")}));
        Dice dice(7);
        Table table = table_of(dice, 0);
        for (int i = 0; i < 9; ++i) table.rows.push_back({{{text("One")}, {}}, {{text("Two")}, {}}});
        maker.body().push_back({std::move(table), {}});
        const Pages pages = maker.composed();
        std::map<std::size_t, int> rows; // by page
        for (const auto& [content, on_page] : baselines(pages))
            if (words_of(pages, {content}) == "One") ++rows[on_page.begin()->first];
        for (const auto& [page, count] : rows) CHECK(count >= 3);
    }
}

TEST_CASE("tables: a row that no page can hold is divided between its lines, others are not") {
    EditionMaker maker;
    Dice dice(4);
    Table table = table_of(dice, 3);
    table.rows[1][1].content = {text(words(dice, 500))};
    maker.body().push_back({std::move(table), {}});
    const Pages pages = maker.composed();
    CHECK(maker.faults.empty());
    const Baselines lines = baselines(pages);
    std::size_t divided = 0;
    for (const std::uint32_t content : contents_of(pages, {StructureRole::table_data_cell})) {
        if (lines.at(content).size() == 1) continue;
        ++divided;
        for (const auto& [page, on_page] : lines.at(content)) CHECK(on_page.size() >= 2);
    }
    CHECK(divided == 1);
    check_inside(pages, maker.campaign.brand.page);
}
