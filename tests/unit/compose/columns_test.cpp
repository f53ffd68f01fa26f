// SPDX-License-Identifier: Apache-2.0
// What stands in which columns of a page.
#include "edition_maker.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

/// Text in columns three to eight of eight, which are 45 points apart and begin at 25; others stand in the
/// first to the eighth.
struct ColumnCase {
    EditionMaker maker;

    ColumnCase() {
        PageFormat& page = maker.campaign.brand.page;
        page.margin_inner = page.margin_outer = 25_pt;
        page.grid = {8, 10_pt};
        for (auto& span : maker.layout().spans) span = ColumnSpan{1, 8};
        put(GridPlace::text, {3, 8});
        maker.layout().spans[static_cast<std::size_t>(GridPlace::marks)].reset();
    }
    void put(GridPlace place, ColumnSpan span) { maker.layout().spans[static_cast<std::size_t>(place)] = span; }
    /// How far from the page's left edge the run that has these words begins.
    std::optional<Length> left_of(const std::string& words) {
        for (const Page& page : maker.composed().pages)
            for (const PageItem& item : page.items)
                if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                    if (run->text.find(words) != std::string::npos) return run->origin.x;
        return std::nullopt;
    }
};

constexpr Length first_column = 25_pt, third_column = 115_pt;

Block section(SectionKind kind, Blocks content) { return {Section{kind, std::move(content)}, {}}; }

} // namespace

TEST_CASE("columns: text and notes stand in the text's, the head in its own") {
    ColumnCase columns;
    columns.maker.edition.document.head.title = "Headline";
    columns.maker.footnote("a", {text("Noted.")});
    columns.maker.body().push_back(paragraph({text("Body"), {FootnoteReference{"a"}, {}}}));
    CHECK(columns.left_of("Headline") == first_column);
    CHECK(columns.left_of("Body") == third_column);
    CHECK(columns.left_of("Noted") == third_column + Length{20'000});
}

TEST_CASE("columns: blocks of the text leave its columns, those in lists do not") {
    ColumnCase columns;
    const Block quote = section(SectionKind::pull_quote, {paragraph({text("Shown")})});
    columns.maker.body().push_back(paragraph({text("Body")}));
    columns.maker.body().push_back(quote);
    CHECK(columns.left_of("Shown") == first_column);
    List list;
    list.items.emplace_back();
    list.items.back().content.push_back(quote);
    columns.maker.body() = {{std::move(list), {}}};
    CHECK(columns.left_of("Shown") > third_column);
}

TEST_CASE("columns: the number of a heading ends where its columns do, else at a distance from it") {
    ColumnCase columns;
    columns.maker.campaign.brand.headings = {HeadingNumbers::margin, 20_pt};
    Heading numbered{2, {text("Law")}, "law", "", ""};
    numbered.number = "1";
    columns.maker.body() = {{numbered, {}}};
    const Length free = columns.left_of("1").value();
    columns.put(GridPlace::marks, {1, 1});
    CHECK(columns.left_of("1").value() - free == 60_pt - third_column + 20_pt);
}
