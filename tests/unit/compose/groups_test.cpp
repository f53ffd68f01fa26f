// SPDX-License-Identifier: Apache-2.0
// Groups of recommendations: what stays with their heads, and when a page's end divides one.
#include "edition_maker.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

/// Text so many lines high, then a group of `recommendations` and text below it, on pages that hold 36 lines and the title.
struct Sheet {
    EditionMaker maker;

    Sheet(int lines_above, int recommendations, int lines_below = 14) {
        Brand& brand = maker.campaign.brand;
        brand.page.height = 560_pt;
        brand.page.white_shrink = brand.page.leading_shrink = brand.page.white_stretch = 0;
        brand.actor_colors["justice"] = Color{};
        for (int i = 1; i < lines_above; ++i) maker.body().push_back(paragraph({text("A line.")}));
        maker.body().push_back(heading(2, "g", {text("Justice")}));
        std::get<Heading>(maker.body().back().node).actor = "justice";
        std::string introduction = "Three lines";
        for (int i = 0; i < 9; ++i) introduction += " of many words";
        maker.body().push_back(paragraph({text(introduction + ".")}));
        List list;
        list.ordered = true;
        for (int i = 0; i < recommendations; ++i) list.items.push_back({{paragraph({text("Act.")})}, {}});
        maker.body().push_back({std::move(list), {}});
        for (int i = 0; i < lines_below; ++i) maker.body().push_back(paragraph({text("A line.")}));
    }
};

struct Place {
    std::size_t page = 0;
    Length y;
};

/// Where lines that begin so stand, from the front.
std::vector<Place> places_of(const Pages& pages, const std::string& words) {
    std::vector<Place> out;
    for (std::size_t p = 0; p < pages.pages.size(); ++p)
        for (const PageItem& item : pages.pages[p].items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape); run && run->text.starts_with(words))
                out.push_back({p, run->origin.y});
    return out;
}

bool is_divided(const Pages& pages) {
    const auto acts = places_of(pages, "Act.");
    return acts.front().page != acts.back().page;
}

} // namespace

TEST_CASE("groups: a head and its introduction stand on the page of the first recommendation") {
    for (int above = 20; above < 38; ++above) {
        INFO(above << " lines above");
        Sheet sheet(above, 4);
        const Pages pages = sheet.maker.composed();
        CHECK(pages.pages.size() == 2);
        CHECK(places_of(pages, "Justice").at(0).page == places_of(pages, "Act.").at(0).page);
    }
}

TEST_CASE("groups: one is divided only where a quarter of a page would else be left white") {
    for (int above = 27; above < 38; ++above) {
        INFO(above << " lines above");
        Sheet sheet(above, 8);
        const Pages pages = sheet.maker.composed();
        CHECK(pages.pages.size() == 2);
        CHECK(is_divided(pages) == (above < 28)); // 27 and the title leave 26 %
    }
}

TEST_CASE("groups: white between recommendations closes where one is whole only without it") {
    const auto gap = [](int above) {
        Sheet sheet(above, 8);
        sheet.maker.campaign.brand.groups.between = 7_pt;
        const Pages pages = sheet.maker.composed();
        CHECK(!is_divided(pages));
        const auto acts = places_of(pages, "Act.");
        return acts.at(1).y - acts.at(0).y;
    };
    CHECK(gap(20) == 20_pt);
    CHECK(gap(23) == 13_pt);
    CHECK(gap(33) == 20_pt);
}

TEST_CASE("groups: white between recommendations grows, on all pages alike, as far as the fullest has room") {
    const auto gaps = [](int above, int below) {
        Sheet sheet(above, 8, below);
        sheet.maker.campaign.brand.groups.between = 7_pt;
        sheet.maker.campaign.brand.groups.between_at_most = 14_pt;
        const Pages pages = sheet.maker.composed();
        CHECK(pages.pages.size() <= 2);
        const auto acts = places_of(pages, "Act.");
        std::vector<Length> out;
        for (std::size_t i = 1; i < acts.size(); ++i)
            if (acts[i].page == acts[i - 1].page) out.push_back(acts[i].y - acts[i - 1].y);
        CHECK(std::ranges::all_of(out, [&](Length gap) { return gap == out.front(); }));
        return out.front();
    };
    CHECK(gaps(10, 3) == 27_pt);
    CHECK(gaps(10, 9) < 27_pt);
    CHECK(gaps(10, 9) > 20_pt);
    CHECK(gaps(23, 14) < 20_pt); // closed so that the group is whole, and opened again as far as it stays so
    CHECK(gaps(23, 14) >= 13_pt);
}

TEST_CASE("groups: white above the next head grows by as much as white between recommendations") {
    const auto above_head = [](Length at_most) {
        Sheet sheet(10, 4, 0);
        sheet.maker.campaign.brand.groups.between = 7_pt;
        sheet.maker.campaign.brand.groups.between_at_most = at_most;
        sheet.maker.body().push_back(heading(2, "h", {text("Next")}));
        sheet.maker.body().push_back(paragraph({text("Words.")}));
        const Pages pages = sheet.maker.composed();
        CHECK(pages.pages.size() == 1);
        return places_of(pages, "Next").at(0).y - places_of(pages, "Act.").back().y;
    };
    CHECK(above_head(14_pt) == above_head(7_pt) + 7_pt);
}

TEST_CASE("groups: pages are levelled by white around groups, not by some between recommendations") {
    Sheet sheet(16, 8);
    Brand& brand = sheet.maker.campaign.brand;
    brand.page.white_stretch = 300;
    brand.page.baseline_grid = Length{6'500};
    brand.groups.between = 13_pt;
    const auto acts = places_of(sheet.maker.composed(), "Act.");
    for (std::size_t i = 1; i < acts.size(); ++i)
        if (acts[i].page == acts[i - 1].page) CHECK(acts[i].y - acts[i - 1].y == 26_pt);
}

TEST_CASE("groups: steps within a recommendation have no white of a group's") {
    Sheet sheet(3, 2);
    sheet.maker.campaign.brand.groups.between = 7_pt;
    List steps;
    steps.ordered = true;
    for (int i = 0; i < 2; ++i) steps.items.push_back({{paragraph({text("Step.")})}, {}});
    for (Block& block : sheet.maker.body())
        if (auto* list = std::get_if<List>(&block.node)) list->items[0].content.push_back({steps, {}});
    const Pages pages = sheet.maker.composed();
    const auto inner = places_of(pages, "Step."), acts = places_of(pages, "Act.");
    CHECK(inner.at(1).y - inner.at(0).y == 13_pt);
    CHECK(acts.at(1).y - inner.at(1).y == 20_pt);
}
