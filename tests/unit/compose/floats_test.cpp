// SPDX-License-Identifier: Apache-2.0
// Pictures, charts and tables that do not fit: where they go, and what may pass them.
#include "edition_maker.hpp"

#include "stages/compose/floats.hpp"
#include "stages/compose/paragraph_items.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

/// Twenty rows of 10 pt below a heading of level 2; rows 8 to 10 are a float. Pages of 100 pt hold ten.
Galley with_float() {
    Galley galley;
    galley.rows.resize(20);
    for (GalleyRow& row : galley.rows) {
        row.height = 10_pt;
        row.begins_block = true;
    }
    galley.rows[0].heading = 2;
    galley.rows[9].break_penalty = galley.rows[10].break_penalty = forbidden;
    galley.floats.push_back({8, 11, true, 0, {}, {}});
    return galley;
}

std::vector<PageRows> filled(Galley& galley) {
    settle_floats(galley, 100_pt);
    Diagnostics faults;
    auto pages = fill_pages(galley, 100_pt, faults);
    CHECK(faults.empty());
    return pages;
}

/// By page, the rows from the top down.
std::vector<std::vector<std::uint32_t>> rows_of(const Galley& galley, const std::vector<PageRows>& pages) {
    std::vector<std::vector<std::uint32_t>> out;
    for (const PageRows& page : pages) out.push_back(stack_rows(galley, page).rows);
    return out;
}

using Rows = std::vector<std::vector<std::uint32_t>>;

/// The page on which a text stands, and how far down.
std::pair<std::size_t, Length> place_of(const Pages& pages, const std::string& words) {
    for (std::size_t p = 0; p < pages.pages.size(); ++p)
        for (const PageItem& item : pages.pages[p].items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                if (std::holds_alternative<ContentId>(item.tag) && run->text.starts_with(words))
                    return {p, run->origin.y};
    return {pages.pages.size(), {}};
}

} // namespace

TEST_CASE("floats: one that does not fit stands at the top of the next page, and text takes its place") {
    Galley galley = with_float();
    const auto pages = filled(galley);
    CHECK(rows_of(galley, pages) == Rows{{0, 1, 2, 3, 4, 5, 6, 7, 11, 12},
                                         {8, 9, 10, 13, 14, 15, 16, 17, 18, 19}});
    for (const PageRows& page : pages) CHECK(used_height(galley, page) == 100_pt);
}

TEST_CASE("floats: one that fits stays where the author has it") {
    Galley galley = with_float();
    galley.floats[0] = {5, 8, true, 0, {}, {}};
    for (GalleyRow& row : galley.rows) row.break_penalty = 0;
    const auto pages = filled(galley);
    for (const PageRows& page : pages) CHECK_FALSE(page.left_out);
    CHECK(rows_of(galley, pages)[0] == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
}

TEST_CASE("floats: text passes one up to the next, or to a heading that ends its section") {
    Galley galley = with_float();
    galley.rows[12].heading = 3;
    CHECK(rows_of(galley, filled(galley))[0].back() == 12);
    galley.rows.pop_back();
    galley.rows[12].heading = 2;
    CHECK(rows_of(galley, filled(galley)) ==
          Rows{{0, 1, 2, 3, 4, 5, 6, 7, 11}, {8, 9, 10, 12, 13, 14, 15, 16, 17, 18}});
    galley.rows[12].heading = 0;
    galley.floats.push_back({12, 13, false, 0, {}, {}});
    CHECK(rows_of(galley, filled(galley))[0].back() == 11);
    galley.floats.pop_back();
    galley.rows[12].break_penalty = forced;
    CHECK_FALSE(filled(galley)[0].left_out); // no row may stand between the two
}

TEST_CASE("floats: one stays that text leads up to, or that is higher than four fifths of a page with its notes") {
    const auto moves = [](auto change) {
        Galley galley = with_float();
        change(galley);
        settle_floats(galley, 100_pt);
        return galley.floats[0].moves;
    };
    CHECK(moves([](Galley&) {}));
    CHECK_FALSE(moves([](Galley& galley) { galley.rows[8].break_penalty = forbidden; }));
    CHECK_FALSE(moves([](Galley& galley) { galley.rows[8].break_penalty = forced; }));
    const auto note_of = [](Length height) {
        return [height](Galley& galley) {
            galley.footnotes.resize(1);
            galley.footnotes[0].resize(1);
            galley.footnotes[0][0].height = height;
            galley.rows[10].footnotes.push_back(0);
        };
    };
    CHECK(moves(note_of(50_pt)));
    CHECK_FALSE(moves(note_of(51_pt)));
    CHECK_FALSE(moves([](Galley& galley) { galley.rows[9].height = 61_pt; }));
}

TEST_CASE("floats: a note stands at the foot of the page where the float that calls it lands") {
    Galley galley = with_float();
    galley.rows.resize(12);
    galley.floats[0] = {5, 8, true, 0, {}, {}};
    for (const std::uint32_t row : {9u, 10u}) galley.rows[row].break_penalty = 0;
    for (const std::uint32_t row : {6u, 7u}) galley.rows[row].break_penalty = forbidden;
    for (const std::uint32_t row : {2u, 6u, 8u, 9u}) {
        galley.rows[row].footnotes.push_back(static_cast<std::uint32_t>(galley.footnotes.size()));
        galley.footnotes.emplace_back(1).front().height = 13_pt;
    }
    const auto pages = filled(galley);
    CHECK(rows_of(galley, pages) == Rows{{0, 1, 2, 3, 4, 8}, {5, 6, 7, 9, 10, 11}});
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].notes == std::vector<NotePart>{{0, 0, 1}, {2, 0, 1}});
    CHECK(pages[1].notes == std::vector<NotePart>{{1, 0, 1}, {3, 0, 1}});
    for (const PageRows& page : pages) CHECK(used_height(galley, page) == 100_pt);
}

TEST_CASE("floats: none is carried to a page that it and the next row would overfill") {
    Galley galley = with_float();
    galley.rows.resize(15);
    galley.rows[12].height = 80_pt;
    const auto pages = filled(galley);
    for (const PageRows& page : pages) CHECK(used_height(galley, page) <= 100_pt);
    CHECK_FALSE(pages[0].left_out);
}

TEST_CASE("floats: white is as it should be where one has gone, and where it stands") {
    Galley galley = with_float();
    galley.floats[0].below = 9_pt;
    galley.floats[0].closed = 2_pt;
    galley.rows[11].space_before = 9_pt;
    const PageRows first{0, 13, {}, {}, 0}, second{13, 20, {}, 0, {}};
    settle_floats(galley, 100_pt);
    const StackedRows above = stack_rows(galley, first), below = stack_rows(galley, second);
    CHECK(above.tops[8] == 82_pt); // row 11 below row 7
    CHECK(below.tops[3] == 39_pt); // row 13 below the float
    galley.grid = 10_pt;
    galley.rows[13].begins_block = false;
    galley.rows[13].on_grid = true;
    CHECK(stack_rows(galley, second).tops[3] == 40_pt);
}

TEST_CASE("floats: a table that has moved is read where its author put it") {
    EditionMaker maker;
    Table table;
    table.columns = {Alignment::start};
    table.header = {{{text("Header")}, {}}};
    for (const char* words : {"Cell", "Another", "Last"}) table.rows.push_back({{{text(words)}, {}}});
    for (int i = 0; i < 12; ++i) maker.body().push_back(paragraph({text("Before.")}));
    maker.body().push_back({std::move(table), {}});
    for (int i = 0; i < 14; ++i) maker.body().push_back(paragraph({text("After.")}));
    const Pages pages = maker.composed();
    const auto [after_page, after] = place_of(pages, "After.");
    const auto [table_page, top] = place_of(pages, "Header");
    CHECK(after_page == 0);
    CHECK(table_page == 1);
    CHECK(top < maker.campaign.brand.page.margin_top + 20_pt);
    const std::string structure = structure_of(pages);
    CHECK(structure.find("P[Before.]Table[") != std::string::npos);
    CHECK(structure.find("]P[After.]") != std::string::npos);
    CHECK(structure.find("P[After.]Table[") == std::string::npos);
}
