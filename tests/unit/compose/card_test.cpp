// SPDX-License-Identifier: Apache-2.0
// What a reader sees on the card that social media show.
#include "edition_maker.hpp"

#include "stages/model/card.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

constexpr Color headline_ink{1, 2, 3};

struct CardCase {
    EditionMaker maker;
    FontLibrary fonts = noto();

    explicit CardCase(std::string title = "Ports must do more to protect children", CoverArea area = CoverArea::top) {
        Campaign& campaign = maker.campaign;
        campaign.title[{"en"}] = "In Plain Sight";
        campaign.city[{"en"}] = "VIENNA, Austria";
        campaign.release_date = {2021, 5, 18};
        campaign.publisher = "Example Institute";
        campaign.brand.cover = {area, {10, 60, 80}, headline_ink, 16, 24, LogoPlace::none};
        campaign.brand.styles[static_cast<std::size_t>(StyleRole::title)].color = headline_ink;
        maker.edition.kind = DocumentKind::release;
        maker.edition.document.head.kicker = "Press release";
        maker.edition.document.head.title = std::move(title);
    }
    Card card() {
        Composer composer(maker.campaign, fonts, patterns_);
        auto made = composer.compose_card(maker.edition);
        maker.faults = std::move(made.diagnostics);
        REQUIRE(made);
        return std::move(*made);
    }

  private:
    PatternLibrary patterns_{{}};
};

std::vector<GlyphRun> runs_of(const Card& card) {
    std::vector<GlyphRun> runs;
    for (const PageItem& item : card.page.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.shape)) runs.push_back(*run);
    return runs;
}

/// The right edge of the words of a run.
Length end_of(const GlyphRun& run) {
    Length x = run.origin.x;
    for (const Glyph& glyph : run.glyphs) x += glyph.advance;
    return x;
}

Length headline_size(const Card& card) {
    Length size;
    for (const GlyphRun& run : runs_of(card)) size = std::max(size, run.size);
    return size;
}

} // namespace

TEST_CASE("card: says kicker, headline, campaign, city with date, and publisher, in this order") {
    CHECK(CardCase().card().words == "Press release · Ports must do more to protect children · In Plain Sight · "
                                     "VIENNA, Austria, 18 May 2021 · Example Institute");
}

TEST_CASE("card: all words stand inside it, however long the headline is") {
    for (const CoverArea area : {CoverArea::none, CoverArea::top, CoverArea::start, CoverArea::page})
        for (int words = 1; words <= 60; words += 3) {
            std::string title = "Ports";
            for (int i = 1; i < words; ++i) title += " exploitation";
            CardCase of(title, area);
            const Card card = of.card();
            INFO(words << " words, area " << static_cast<int>(area));
            for (const GlyphRun& run : runs_of(card)) {
                CHECK(run.origin.x >= 60_pt);
                CHECK(run.origin.y > run.size / 2);
                CHECK(run.origin.y < 630_pt - 20_pt);
                if (run.text.find_first_not_of(' ') != std::string::npos) CHECK(end_of(run) <= 1'160_pt);
            }
        }
}

TEST_CASE("card: a short headline is set larger than a long one, and one beyond all bounds is a warning") {
    CardCase ample("Ports and what they must do to protect children from exploitation by those who travel "
                   "through them, and from those who look away");
    CHECK(headline_size(CardCase("Ports").card()) > headline_size(ample.card()));
    CHECK(ample.maker.faults.empty());
    CardCase endless;
    for (int i = 0; i < 200; ++i) endless.maker.edition.document.head.title += " and on";
    static_cast<void>(endless.card());
    REQUIRE(endless.maker.faults.size() == 1);
    CHECK(endless.maker.faults[0].code == "compose.card-too-full");
    CHECK(endless.maker.faults[0].severity == Severity::warning);
}

TEST_CASE("card: an embargo and a sample's notice stand above all else, and are said first") {
    CardCase of;
    of.maker.edition.release_notice = "Embargoed until noon";
    of.maker.edition.sample_notice = "Sample text";
    CHECK(of.card().words.starts_with("Sample text · Press release")); // "for immediate release" is no warning
    of.maker.campaign.embargo = Embargo{"2021-05-18T10:00", "Europe/Vienna", 0};
    const Card card = of.card();
    CHECK(card.words.starts_with("Embargoed until noon · Sample text · Press release"));
    const std::vector<GlyphRun> runs = runs_of(card);
    const auto lowest = [&](const std::string& word) {
        Length y;
        for (const GlyphRun& run : runs)
            if (run.text.find(word) != std::string::npos) y = std::max(y, run.origin.y);
        return y;
    };
    CHECK(lowest("Embargoed") < lowest("Sample"));
    CHECK(lowest("Sample") < lowest("release"));
    CHECK(lowest("release") < lowest("protect"));
}

TEST_CASE("card: a note on a name stands on it where the headline calls for it") {
    CardCase of("Kosovo* must do more");
    Footnote note;
    note.mark = "*";
    note.content = {paragraph({text("Without prejudice to positions on status.")})};
    of.maker.edition.document.footnotes = {note};
    CHECK(of.card().words.find("* Without prejudice to positions on status.") != std::string::npos);
    of.maker.edition.document.head.title = "Albania must do more";
    CHECK(of.card().words.find("prejudice") == std::string::npos);
}

TEST_CASE("card: in Arabic words begin at the right, and the publisher's Latin name keeps its order") {
    CardCase of("على دول غرب البلقان أن تبذل المزيد");
    of.maker.edition.document.language = of.maker.edition.key.reader = {"ar"};
    const Card card = of.card();
    Length right, example, institute;
    for (const GlyphRun& run : runs_of(card)) {
        right = std::max(right, end_of(run));
        if (run.text.find("Example") != std::string::npos) example = run.origin.x;
        if (run.text.find("Institute") != std::string::npos) institute = run.origin.x;
    }
    CHECK(right >= 1'130_pt);
    CHECK(example <= institute);
}
