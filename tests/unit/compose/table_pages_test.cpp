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
            if (words_of(pages, ContentId{content}) == "One") ++rows[on_page.begin()->first];
        for (const auto& [page, count] : rows) CHECK(count >= 3);
    }
}

namespace {

/// The first row of `group` and those after it have one name.
Table with_group(std::size_t rows, std::size_t first, std::size_t group) {
    Table table;
    table.columns = {Alignment::start, Alignment::start};
    table.header = {{{text("Name")}, {}}, {{text("Law")}, {}}};
    table.header_column = true;
    for (std::size_t i = 0; i < rows; ++i) {
        table.rows.push_back({{{text("Other")}, {}}, {{text("Words")}, {}}});
        if (i <= first || i >= first + group) continue;
        table.rows[i][0] = {{}, {}, 0, 0};
        table.rows[i][1].content = {text("Within")};
    }
    table.rows[first][0].content = {text("A name that takes three lines beside rows of one line each, and is said once")};
    table.rows[first][0].rows = static_cast<int>(group);
    table.rows[first][1].content = {text("Within")};
    return table;
}

/// How many rows that say `words` each page has.
std::map<std::size_t, std::size_t> pages_with(const Pages& pages, const std::string& said) {
    std::map<std::size_t, std::size_t> out;
    for (const auto& [content, on_page] : baselines(pages))
        if (compose::words_of(pages, ContentId{content}) == said) ++out[on_page.begin()->first];
    return out;
}

} // namespace

TEST_CASE("tables: rows beside one name stay on one page where they fit") {
    for (std::size_t lines = 0; lines < 14; ++lines) {
        INFO(lines << " lines above");
        EditionMaker maker;
        for (std::size_t i = 0; i < lines; ++i) maker.body().push_back(paragraph({text("A line.")}));
        maker.body().push_back({with_group(9, 4, 4), {}});
        CHECK(pages_with(maker.composed(), "Within").size() == 1);
        CHECK(maker.faults.empty());
    }
}

TEST_CASE("tables: a name beside more rows than a page holds is shown again on the next, and read once") {
    for (std::size_t group = 30; group < 35; ++group) {
        EditionMaker maker;
        maker.body().push_back({with_group(group + 4, 2, group), {}});
        const Pages pages = maker.composed();
        CHECK(maker.faults.empty());
        const auto within = pages_with(pages, "Within");
        REQUIRE(within.size() > 1);
        std::string said;
        for (const auto& [page, rows] : within) {
            INFO("page " << page << " of a group of " << group);
            CHECK(rows >= 3); // as many as the name has lines
            std::string shown;
            for (const PageItem& item : pages.pages[page].items)
                if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                    if (item.tag == Tag{ArtifactKind::layout}) shown += run->text;
            CHECK((shown.find("A name that takes") != std::string::npos) == (page != within.begin()->first));
        }
        const std::string all = all_said(pages);
        CHECK(all.find("A name that takes") != std::string::npos);
        CHECK(all.find("A name that takes") == all.rfind("A name that takes"));
        check_inside(pages, maker.campaign.brand.page);
    }
}

TEST_CASE("tables: a name that is higher than the rows beside it has room above the next row") {
    EditionMaker maker;
    Table table = with_group(5, 1, 2);
    table.rows[1][0].content = {text("A name that takes very many lines beside two rows of one line each, for it "
                                     "goes on and on and on until there is no doubt of it, and then on and on "
                                     "and on once more, for good measure, until all rows beside it are lower")};
    maker.body().push_back({std::move(table), {}});
    const Pages pages = maker.composed();
    std::int64_t name = 0, below = 0;
    for (const auto& [content, on_page] : baselines(pages)) {
        const std::int64_t last = *on_page.begin()->second.rbegin();
        if (words_of(pages, ContentId{content}).starts_with("A name")) name = last;
        if (words_of(pages, ContentId{content}) == "Other" && name > 0 && below == 0) below = last;
    }
    CHECK(below > name + 12'000);
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
