// SPDX-License-Identifier: Apache-2.0
// How pages end: at one height where the grid allows it, and not with a page for a few lines.
#include "edition_maker.hpp"

#include "stages/compose/closer_lines.hpp"
#include "stages/compose/fewer_lines.hpp"
#include "stages/compose/level_pages.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

/// `boxes` words of 7 pt, spaces of 3 pt that may be from 2 to 4.5 pt wide.
std::vector<ParagraphItem> words_of_seven(int boxes) {
    std::vector<ParagraphItem> items;
    for (int i = 0; i < boxes; ++i) {
        if (i > 0) items.push_back({ItemKind::glue, false, 3_pt, Length{1'500}, 1_pt, 0, 0, 0, 0, nullptr, {}, {}});
        items.push_back({ItemKind::box, false, 7_pt, {}, {}, 0, 0, 0, 0, nullptr, {}, {}});
    }
    items.push_back({ItemKind::penalty, false, {}, {}, {}, forced, 0, 0, 0, nullptr, {}, {}});
    return items;
}

/// A galley on a grid of 10 pt: six blocks of three lines, 20 pt between them; the fourth is headed.
Galley six_blocks() {
    Galley galley;
    galley.grid = 10_pt;
    for (int block = 0; block < 6; ++block)
        for (int line = 0; line < 3; ++line) {
            GalleyRow row;
            row.height = 10_pt;
            row.begins_block = line == 0;
            row.heading = block == 3 && line == 0;
            row.space_before = line == 0 ? 20_pt : Length{};
            if (line == 1) row.break_penalty = forbidden;
            galley.rows.push_back(row);
        }
    return galley;
}

/// So many lines of text below a title, where lines may come closer by `leading` percent.
Pages composed_lines(int lines, int leading) {
    EditionMaker maker;
    maker.campaign.brand.page.leading_shrink = leading;
    for (int i = 0; i < lines; ++i) maker.body().push_back(paragraph({text("One line of text.")}));
    return maker.composed();
}

/// The baselines of a page's text from the top.
std::vector<Length> lines_of(const Page& page) {
    std::set<Length> out;
    for (const PageItem& item : page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.shape))
            if (std::holds_alternative<ContentId>(item.tag)) out.insert(run->origin.y);
    return {out.begin(), out.end()};
}

} // namespace

TEST_CASE("pages: a document that runs a line over is set with closer lines, no closer than it needs") {
    const Pages over = composed_lines(33, 0);
    REQUIRE(over.pages.size() == 3);
    REQUIRE(lines_of(over.pages[1])[1] - lines_of(over.pages[1])[0] == 13_pt);
    const Pages saved = composed_lines(33, 8);
    REQUIRE(saved.pages.size() == 2);
    for (const Page& page : saved.pages) {
        const std::vector<Length> lines = lines_of(page);
        REQUIRE(lines.size() > 15);
        for (std::size_t i = 2; i < lines.size(); ++i) CHECK(lines[i] - lines[i - 1] == Length{12'480}); // 4 %
    }
    CHECK(composed_lines(34, 4).pages.size() == 3);
    CHECK(composed_lines(34, 8).pages.size() == 2);
}

TEST_CASE("pages: where no page can be saved, those before the last leave it more than a line or two") {
    std::vector<std::size_t> lines;
    for (const Page& page : composed_lines(34, 0).pages) lines.push_back(lines_of(page).size());
    CHECK(lines == std::vector<std::size_t>{15, 15, 5}); // 16 would fit
}

TEST_CASE("pages: a part that runs a line over is set closer, and so is the next; one that runs far over is not") {
    const auto pages_of = [](std::vector<int> lines_of_parts, int leading) {
        EditionMaker maker;
        maker.campaign.brand.page.leading_shrink = leading;
        for (const int lines : lines_of_parts) {
            Block part = heading(2, "", {text("Part")});
            std::get<Heading>(part.node).part = 1;
            maker.body().push_back(part);
            for (int i = 0; i < lines; ++i) maker.body().push_back(paragraph({text("One line of text.")}));
        }
        return maker.composed().pages.size();
    };
    int fit = 0; // lines below a part's heading
    while (pages_of({fit + 1}, 0) == pages_of({1}, 0)) ++fit;
    REQUIRE(fit > 10);
    const std::size_t pages = pages_of({fit, fit, fit}, 0);
    CHECK(pages_of({fit + 1, fit + 1, fit}, 0) == pages + 2);
    CHECK(pages_of({fit + 1, fit, fit}, 8) == pages);
    CHECK(pages_of({fit + 1, fit + 1, fit}, 8) == pages);
    CHECK(pages_of({fit + 5, fit, fit}, 8) == pages + 1);
}

TEST_CASE("pages: where a part runs a few lines over, its last page takes some of the page before") {
    EditionMaker maker;
    maker.campaign.brand.page.leading_shrink = maker.campaign.brand.page.white_shrink = 0;
    std::vector<std::size_t> lines;
    for (const int in_part : {17, 16}) {
        Block part = heading(2, "", {text("Part")});
        std::get<Heading>(part.node).part = 1;
        maker.body().push_back(part);
        for (int i = 0; i < in_part; ++i) maker.body().push_back(paragraph({text("One line of text.")}));
    }
    for (const Page& page : maker.composed().pages) lines.push_back(lines_of(page).size());
    CHECK(lines == std::vector<std::size_t>{1, 12, 6, 12, 5}); // the title has a page
}

TEST_CASE("brand: with closer lines what was so many lines of the grid high is so still") {
    Brand brand = compose::brand();
    brand.page.baseline_grid = Length{6'250};
    brand.styles[0].leading = Length{12'500};
    brand.styles[0].space_after = Length{6'000};
    const Brand closer = with_closer_lines(brand, 50);
    CHECK(closer.page.baseline_grid == Length{5'937});
    CHECK(closer.styles[0].leading == closer.page.baseline_grid * 2);
    CHECK(closer.styles[0].space_after == Length{5'700});
    CHECK(closer.styles[0].size == brand.styles[0].size);
    CHECK(closer.page.margin_top == brand.page.margin_top);
}

TEST_CASE("lines: a paragraph is set a line shorter only if its spaces keep to their bounds") {
    const LineRules rules{100_pt, true, 20_pt};
    const auto items = words_of_seven(33); // eleven a line need spaces of 2.3 pt
    REQUIRE(break_lines(items, rules, Tolerance::normal).size() == 4);
    CHECK(break_into_fewer(items, rules, 4).size() == 3);
    CHECK(break_into_fewer(words_of_seven(34), rules, 4).empty()); // twelve a line would need 1.5 pt
    CHECK(break_into_fewer(items, {100_pt, false, 20_pt}, 4).empty()); // ragged spaces stay as they are
}

TEST_CASE("pages: white grows by lines of the grid until a page ends at its foot, headings first") {
    const Galley galley = six_blocks();
    const PageRows page{0, 15, {}}; // five blocks: 150 pt of lines, 80 pt of white
    const auto plain = level_rows(galley, page, 230_pt, 100).tops;
    CHECK(plain.back() == 220_pt);

    const auto one_more = level_rows(galley, page, 240_pt, 100).tops;
    CHECK(one_more.back() == 230_pt);
    CHECK(one_more[8] == plain[8]);
    CHECK(one_more[9] == plain[9] + 10_pt); // the heading

    const auto most = level_rows(galley, page, 319_pt, 100).tops; // eight lines in four places
    CHECK(most.back() == 300_pt);
    CHECK(most[3] == plain[3] + 20_pt);
}

TEST_CASE("pages: one that cannot end at its foot is left as it is, as are the last and those cut short") {
    Galley galley = six_blocks();
    const PageRows page{0, 15, {}};
    const auto plain = level_rows(galley, page, 230_pt, 100).tops;
    CHECK(level_rows(galley, page, 330_pt, 100).tops == plain); // more than white may grow by
    CHECK(level_rows(galley, page, 250_pt, 0).tops == plain);
    galley.rows[15].break_penalty = forced;
    CHECK(level_rows(galley, page, 250_pt, 100).tops == plain);
    const PageRows all{0, 18, {}};
    CHECK(level_rows(galley, all, 400_pt, 100).tops == level_rows(galley, all, 290_pt, 100).tops);
}

TEST_CASE("pages: white that shrinks keeps a line of the grid, and what is inside a ground") {
    Galley galley = six_blocks();
    galley.panels.push_back({{}, 100_pt, 6_pt, {}, {}});
    galley.rows[3].space_before = 36_pt;
    for (std::size_t i = 3; i < 6; ++i) galley.rows[i].panel = 0;
    const PageRows all{0, 18, {}};
    const Length before = used_height(galley, all);
    galley.shrink = 50;
    // 6 pt of ground and 15 of 30 above; a line of 14 below; three times 10 of 20.
    CHECK(used_height(galley, all) == before - 49_pt);
}
