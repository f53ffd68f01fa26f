// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/column_widths.hpp"
#include "stages/compose/fill_pages.hpp"
#include "stages/compose/paragraph_items.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

/// A galley of lines 10 pt high; `penalties` are those of a break before each.
Galley lines(const std::vector<std::int32_t>& penalties) {
    Galley galley;
    for (const std::int32_t penalty : penalties) {
        GalleyRow row;
        row.height = 10_pt;
        row.break_penalty = penalty;
        galley.rows.push_back(row);
    }
    return galley;
}

std::vector<std::uint32_t> ends(const std::vector<PageRows>& pages) {
    std::vector<std::uint32_t> out;
    for (const PageRows& page : pages) out.push_back(page.last);
    return out;
}

} // namespace

TEST_CASE("pages: no page ends below a heading while another break exists") {
    // Row 5 is a heading: no break between it and row 6.
    Diagnostics faults;
    const auto pages = fill_pages(lines({0, 0, 0, 0, 0, 0, forbidden, 0, 0}), 60_pt, faults);
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].last != 6);
    CHECK(faults.empty());
}

TEST_CASE("pages: a forced break begins a page") {
    Diagnostics faults;
    CHECK(ends(fill_pages(lines({0, 0, forced, 0}), 100_pt, faults)) ==
          std::vector<std::uint32_t>{2, 4});
}

TEST_CASE("pages: none ends within a paragraph that it has room for, to be as short as the next") {
    // Pages of twenty lines: nine, a paragraph of six, and two pictures that do not fit on one
    // page.
    Galley galley = lines(std::vector<std::int32_t>(17, 0));
    for (const std::size_t row : {0u, 9u, 15u, 16u}) galley.rows[row].begins_block = true;
    galley.rows[10].break_penalty = galley.rows[14].break_penalty = forbidden;
    galley.rows[15].height = galley.rows[16].height = 110_pt;
    Diagnostics faults;
    CHECK(ends(fill_pages(galley, 200_pt, faults)) == std::vector<std::uint32_t>{15, 16, 17});
    // It ends within one that it has no room for.
    galley.rows[0].height = 90_pt;
    galley.rows.pop_back();
    CHECK(ends(fill_pages(galley, 200_pt, faults)) == std::vector<std::uint32_t>{12, 16});
}

TEST_CASE("pages: a footnote stands on the page of its mark") {
    Galley galley = lines({0, 0, 0, 0, 0, 0});
    galley.footnotes.resize(1);
    GalleyRow note;
    note.height = 20_pt;
    galley.footnotes[0].push_back(note);
    galley.rows[4].footnotes.push_back(0);
    Diagnostics faults;
    const auto pages = fill_pages(galley, 70_pt, faults);
    REQUIRE(pages.size() == 2);
    const auto& holder = pages[0].last > 4 ? pages[0] : pages[1];
    CHECK(holder.notes == std::vector<NotePart>{{0, 0, 1}});
    CHECK(faults.empty());
}

TEST_CASE("pages: what is higher than a page is reported, and still placed") {
    Galley galley = lines({0, 0, 0});
    galley.rows[1].height = 500_pt;
    Diagnostics faults;
    const auto pages = fill_pages(galley, 100_pt, faults);
    CHECK(pages.back().last == 3);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == "compose.too-high");
}

TEST_CASE("lines: hyphens do not end two lines running when another way is as good") {
    // Endless boxes and glue, no fault, the sum of all lines is the text.
    std::vector<ParagraphItem> items;
    for (int i = 0; i < 60; ++i) {
        items.push_back({ItemKind::box, false, 17_pt, {}, {}, 0, 0, 0, 0, nullptr});
        items.push_back({ItemKind::glue, false, 3_pt, Length{1500}, 1_pt, 0, 0, 0, 0, nullptr});
    }
    items.push_back({ItemKind::penalty, false, {}, {}, {}, forced, 0, 0, 0, nullptr});
    const auto breaks = break_lines(items, {99_pt, true, {}}, Tolerance::normal);
    CHECK(breaks.back() == items.size() - 1);
    CHECK(breaks.size() == 12);
}

TEST_CASE("tables: columns fill the measure exactly and keep their longest word where they can") {
    const std::vector<TextWidths> wanted{{30_pt, 60_pt}, {50_pt, 400_pt}, {20_pt, 200_pt}};
    const auto widths = column_widths(wanted, 300_pt);
    CHECK(std::accumulate(widths.begin(), widths.end(), Length{}) == 300_pt);
    for (std::size_t i = 0; i < wanted.size(); ++i) CHECK(widths[i] >= wanted[i].narrowest);

    const auto narrow = column_widths({{300_pt, 300_pt}, {100_pt, 100_pt}}, 200_pt);
    CHECK(narrow[0] == 150_pt);
    CHECK(narrow[1] == 50_pt);
    const auto wide = column_widths({{10_pt, 10_pt}, {10_pt, 30_pt}}, 200_pt);
    CHECK(std::accumulate(wide.begin(), wide.end(), Length{}) == 200_pt);
}

namespace {

/// Words so wide with spaces of 10 points between them.
MeasuredText words_of(const std::vector<Length>& widths) {
    MeasuredText out;
    for (const Length width : widths) {
        if (!out.items.empty()) {
            out.items.push_back({ItemKind::glue, false, 10_pt, {}, {}, 0, 0, 0, 0, nullptr});
            out.widths.widest += 10_pt;
        }
        out.items.push_back({ItemKind::box, false, width, {}, {}, 0, 0, 0, 0, nullptr});
        out.widths.widest += width;
        out.widths.narrowest = std::max(out.widths.narrowest, width);
    }
    out.items.push_back({ItemKind::penalty, false, {}, {}, {}, forced, 0, 0, 0, nullptr});
    return out;
}

} // namespace

TEST_CASE("tables: a column has the room of another where that saves a row a line") {
    const MeasuredText two = words_of({60_pt, 60_pt}),
                       four = words_of({50_pt, 50_pt, 50_pt, 50_pt}), one = words_of({20_pt});
    const std::vector<TextWidths> wanted{two.widths, four.widths};
    std::vector<Length> widths{100_pt, 160_pt};
    save_lines(widths, wanted, {{{&two, &one}, {&two, &one}, {&one, &four}}, {}});
    CHECK(widths[0] >= 130_pt); // two words on one line, and four still on two
    CHECK(widths[0] < 131_pt);
    CHECK(widths[0] + widths[1] == 260_pt);
}

TEST_CASE("tables: no column gives room if its own rows then take as many lines more") {
    const MeasuredText two = words_of({60_pt, 60_pt}),
                       four = words_of({50_pt, 50_pt, 50_pt, 50_pt}), one = words_of({20_pt});
    const std::vector<TextWidths> wanted{two.widths, four.widths};
    std::vector<Length> widths{100_pt, 110_pt};
    save_lines(widths, wanted, {{{&two, &one}, {&one, &four}}, {}});
    CHECK(widths == std::vector<Length>{100_pt, 110_pt});
}

TEST_CASE("tables: no column gives room that its longest word needs, or that makes it want") {
    const MeasuredText two = words_of({60_pt, 60_pt}), long_word = words_of({90_pt, 10_pt}),
                       one = words_of({80_pt});
    const std::vector<TextWidths> wanted{two.widths, long_word.widths, one.widths};
    std::vector<Length> widths{60_pt, 95_pt, 80_pt};
    save_lines(widths, wanted, {{{&two, &one, &one}, {&one, &long_word, &one}}, {}});
    CHECK(widths == std::vector<Length>{60_pt, 95_pt, 80_pt});
}

TEST_CASE("tables: a column that is content with its fair share is not squeezed by a wordy one") {
    const auto widths = column_widths({{40_pt, 90_pt}, {30_pt, 900_pt}, {40_pt, 80_pt}}, 300_pt);
    CHECK(widths[0] == 90_pt);
    CHECK(widths[2] == 80_pt);
    CHECK(widths[1] == 130_pt);
}
