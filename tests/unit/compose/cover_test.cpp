// SPDX-License-Identifier: Apache-2.0
// What a reader sees on a cover, however long its words are.
#include "edition_maker.hpp"

#include "stages/compose/composition.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

constexpr Color ground_ink{255, 255, 255};

/// A guide on A4 whose cover has white words on a band of `extent` percent.
struct CoverCase {
    EditionMaker maker;
    Page page;

    CoverCase(CoverArea area, int extent, int words_in_title) {
        maker.campaign.brand.page = {595_pt, 842_pt, 60_pt, 60_pt, 70_pt, 70_pt};
        maker.campaign.brand.cover = {area, {10, 60, 80}, ground_ink, extent, 24, LogoPlace::none};
        TextStyle& style = maker.campaign.brand.styles[static_cast<std::size_t>(StyleRole::cover_title)];
        style.size = 32_pt;
        style.leading = 38_pt;
        maker.layout().cover = true;
        maker.edition.document.head.title = "Guide";
        maker.edition.document.head.deck = "What police, courts and shelters do";
        for (int i = 1; i < words_in_title; ++i) maker.edition.document.head.title += " exploitation";
        maker.body().push_back(paragraph({text("Body.")}));
        const Pages pages = maker.composed();
        if (!pages.pages.empty()) page = pages.pages.front();
    }
    Length ground_end() const {
        const auto& ground = std::get<Rectangle>(page.items.at(0).shape);
        return ground.box.y + ground.box.height;
    }
    /// How far down the words in a colour come, and how large they are.
    std::pair<Length, Length> words_in(Color color) const {
        Length lowest, largest;
        for (const PageItem& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape); run && run->color == color) {
                lowest = std::max(lowest, run->origin.y);
                largest = std::max(largest, run->size);
            }
        return {lowest, largest};
    }
};

} // namespace

TEST_CASE("cover: words in the ground's ink are on the ground, however long the title is") {
    for (int words = 1; words <= 40; ++words) {
        const CoverCase cover(CoverArea::top, 30, words);
        INFO(words << " words");
        CHECK(cover.maker.faults.empty());
        const auto [lowest, size] = cover.words_in(ground_ink);
        CHECK(lowest + size / 3 < cover.ground_end());
        CHECK(size >= 32_pt * 6 / 10);
        CHECK(cover.words_in({}).first < 842_pt - 60_pt); // deck and imprint
    }
}

TEST_CASE("cover: a title is as large as it can be and a short one as large as its style says") {
    CHECK(CoverCase(CoverArea::top, 58, 4).words_in(ground_ink).second == 32_pt);
    const Length long_one = CoverCase(CoverArea::top, 58, 30).words_in(ground_ink).second;
    CHECK(long_one < 32_pt);
    CHECK(CoverCase(CoverArea::top, 58, 36).words_in(ground_ink).second <= long_one);
}

TEST_CASE("cover: a title that no size makes fit is an error that names it") {
    for (const CoverArea area : {CoverArea::none, CoverArea::top, CoverArea::start, CoverArea::page}) {
        const CoverCase cover(area, 20, 160);
        REQUIRE(cover.maker.faults.size() == 1);
        CHECK(cover.maker.faults[0].code == "compose.cover-too-full");
        CHECK(cover.maker.faults[0].severity == Severity::error);
        CHECK(cover.maker.faults[0].message.find("Guide exploitation") != std::string::npos);
    }
}
