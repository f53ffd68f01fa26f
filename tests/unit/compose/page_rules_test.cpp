// SPDX-License-Identifier: Apache-2.0
// What a reader sees at the edges of pages, on documents composed in real type.
#include "tests/unit/compose/page_case.hpp"

#include "pipeline/languages/languages.hpp"
#include "stages/compose/composition.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

/// A document in which anything follows anything.
void write(EditionMaker& maker, std::uint32_t seed) {
    Dice dice(seed);
    int notes = 0;
    for (int i = 0; i < 40; ++i) {
        Inlines content{text(words(dice, dice.roll(70)))};
        switch (dice.roll(9)) {
        case 0:
        case 1:
            maker.body().push_back(heading(2 + static_cast<int>(dice.roll(2)), "h" + std::to_string(i),
                                           {text(words(dice, dice.roll(12)))}));
            break;
        case 2: {
            List list;
            for (std::uint32_t k = 0; k <= dice.roll(6); ++k)
                list.items.push_back({{paragraph({text(words(dice, dice.roll(25)))})}, {}});
            maker.body().push_back({std::move(list), {}});
            break;
        }
        case 3:
            maker.body().push_back(
                {Callout{CalloutKind::note, {}, {paragraph(std::move(content))}}, {}});
            break;
        case 4: {
            Table table = table_of(dice, 1 + dice.roll(7));
            if (dice.roll(2) == 0) {
                const std::string id = "n" + std::to_string(notes++);
                maker.footnote(id, {text(words(dice, 20))});
                table.rows.back()[1].content.push_back({FootnoteReference{id}, {}});
            }
            maker.body().push_back({std::move(table), {}});
            break;
        }
        case 5:
        case 6: {
            const std::string id = "n" + std::to_string(notes++);
            maker.footnote(id, {text(words(dice, dice.roll(4) == 0 ? 260 : 20))});
            content.push_back({FootnoteReference{id}, {}});
            [[fallthrough]];
        }
        default: maker.body().push_back(paragraph(std::move(content)));
        }
    }
}

std::vector<StructureElement> children(const Pages& pages, const StructureElement& parent,
                                       StructureRole role) {
    std::vector<StructureElement> out;
    for (const StructureKid& kid : parent.kids)
        if (const auto* id = std::get_if<ElementId>(&kid))
            if (pages.elements[id->value].role == role) out.push_back(pages.elements[id->value]);
    return out;
}

void check_no_widows(const Pages& pages) {
    const Baselines lines = baselines(pages);
    for (const std::uint32_t content : contents_of(pages, {StructureRole::paragraph})) {
        const auto found = lines.find(content);
        if (found == lines.end() || found->second.size() == 1) continue;
        for (const auto& [page, on_page] : found->second) {
            std::string spread;
            for (const auto& [other, there] : found->second)
                spread += " " + std::to_string(there.size()) + " on " + std::to_string(other + 1);
            INFO(words_of(pages, {content}).substr(0, 40) << ": lines" << spread);
            CHECK(on_page.size() >= 2);
        }
    }
}

void check_headings_followed(const Pages& pages) {
    const Baselines lines = baselines(pages);
    for (const std::uint32_t content :
         contents_of(pages, {StructureRole::heading_2, StructureRole::heading_3})) {
        const auto& [page, own] = *lines.at(content).begin();
        CHECK(lines.at(content).size() == 1);
        std::set<std::int64_t> below;
        for (const auto& [other, places] : lines)
            if (const auto here = places.find(page); here != places.end())
                for (const std::int64_t y : here->second)
                    if (y > *own.rbegin()) below.insert(y);
        INFO("page " << page + 1 << ": " << words_of(pages, {content}));
        const bool ends_document = page + 1 == pages.pages.size();
        CHECK((below.size() >= 2 || ends_document));
    }
}

/// No line of one content is set into a line of another: their baselines are a line apart, or they
/// stand beside each other.
void check_no_overlaps(const Pages& pages) {
    for (const Page& page : pages.pages) {
        std::vector<std::pair<std::int64_t, std::pair<std::int64_t, std::int64_t>>> runs;
        for (const PageItem& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape)) {
                if (run->size < 9_pt) continue; // raised marks
                Length width;
                for (const Glyph& glyph : run->glyphs) width += glyph.advance;
                if (run->text.ends_with(' ') && !run->glyphs.empty()) width -= run->glyphs.back().advance;
                runs.push_back({run->origin.y.millipoints,
                                {run->origin.x.millipoints, (run->origin.x + width).millipoints}});
            }
        std::ranges::sort(runs);
        for (std::size_t i = 0; i < runs.size(); ++i)
            for (std::size_t k = i + 1; k < runs.size() && runs[k].first - runs[i].first < 9'000; ++k) {
                const auto& [a, b] = runs[i].second;
                const auto& [c, d] = runs[k].second;
                CHECK((b <= c + 10 || d <= a + 10));
            }
    }
}

/// From the text block's top to each body line, as a rest of the grid.
std::set<std::int64_t> rests(const Pages& pages, const Brand& brand, std::uint32_t content) {
    const TextStyle& body = brand.style(StyleRole::body);
    const Length first = brand.page.margin_top + baseline_of(body.leading, body.size);
    std::set<std::int64_t> out;
    const Baselines all = baselines(pages);
    for (const auto& [page, lines] : all.at(content))
        for (const std::int64_t y : lines)
            out.insert((y - first.millipoints) % brand.page.baseline_grid.millipoints);
    return out;
}

} // namespace

TEST_CASE("pages: whatever follows whatever, no page begins or ends badly and every word is there once") {
    for (std::uint32_t seed = 1; seed <= 24; ++seed) {
        INFO("seed " << seed);
        EditionMaker maker;
        if (seed % 2 == 0) maker.campaign.brand.page.baseline_grid = 13_pt;
        write(maker, seed);
        const Pages pages = maker.composed();
        CHECK(maker.faults.empty());
        REQUIRE(pages.pages.size() > 3);
        check_no_widows(pages);
        check_headings_followed(pages);
        check_inside(pages, maker.campaign.brand.page);
        check_no_overlaps(pages);

        // The same on one endless page says the same words in the same order.
        EditionMaker endless;
        write(endless, seed);
        endless.campaign.brand.page.height = Length{100'000'000};
        const Pages one = endless.composed();
        CHECK(one.pages.size() == 1);
        CHECK(all_said(pages) == all_said(one));
    }
}

TEST_CASE("pages: a last page holds more than a line or two") {
    for (std::uint32_t paragraphs = 20; paragraphs < 60; ++paragraphs) {
        EditionMaker maker;
        Dice dice(7);
        for (std::uint32_t i = 0; i < paragraphs; ++i)
            maker.body().push_back(paragraph({text(words(dice, 20))}));
        const Pages pages = maker.composed();
        std::set<std::int64_t> last;
        for (const PageItem& item : pages.pages.back().items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                if (std::holds_alternative<ContentId>(item.tag)) last.insert(run->origin.y.millipoints);
        INFO(paragraphs);
        CHECK(last.size() >= 3);
    }
}

TEST_CASE("pages: running text is on the baseline grid after anything") {
    EditionMaker maker;
    Brand& brand = maker.campaign.brand;
    brand.page.baseline_grid = 13_pt;
    for (TextStyle& style : brand.styles) style.space_after = Length{6'500};
    brand.styles[static_cast<std::size_t>(StyleRole::heading_2)].leading = 17_pt;
    brand.styles[static_cast<std::size_t>(StyleRole::heading_2)].size = 14_pt;
    brand.styles[static_cast<std::size_t>(StyleRole::callout)].leading = 12_pt;
    brand.styles[static_cast<std::size_t>(StyleRole::table_cell)].leading = 11_pt;
    write(maker, 5);
    for (int i = 0; i < 12; ++i) write(maker, static_cast<std::uint32_t>(100 + i));
    const Pages pages = maker.composed();
    std::size_t measured = 0;
    for (const StructureElement& element : children(pages, pages.elements[0], StructureRole::paragraph)) {
        const auto* content = std::get_if<ContentId>(&element.kids.front());
        if (content == nullptr || !words_of(pages, *content).starts_with("Begin")) continue;
        CHECK(rests(pages, brand, content->value) == std::set<std::int64_t>{0});
        ++measured;
    }
    CHECK(measured > 50);
}

TEST_CASE("pages: a heading and the text below it come closer to each other than to what is above") {
    EditionMaker maker;
    maker.campaign.brand.page.baseline_grid = 13_pt;
    auto& style = maker.campaign.brand.styles[static_cast<std::size_t>(StyleRole::heading_2)];
    style.leading = 17_pt;
    style.space_before = 12_pt;
    style.space_after = 2_pt;
    maker.body() = {paragraph({text("Above.")}), heading(2, "h", {text("Heading")}), paragraph({text("Below.")})};
    const Pages pages = maker.composed();
    const Baselines lines = baselines(pages);
    const auto y = [&](std::uint32_t content) { return *lines.at(content).begin()->second.begin(); };
    const auto found = contents_of(pages, {StructureRole::paragraph, StructureRole::heading_2});
    REQUIRE(found.size() >= 3);
    const std::size_t above = found.size() - 3;
    CHECK(y(found[above + 1]) - y(found[above]) > y(found[above + 2]) - y(found[above + 1]));
    CHECK((y(found[above + 2]) - y(found[above])) % 13'000 == 0);
}

TEST_CASE("notes: one that no page can hold goes on, two lines at least on either side") {
    EditionMaker maker;
    Dice dice(3);
    maker.footnote("n", {text(words(dice, 900))});
    for (int i = 0; i < 30; ++i) {
        Inlines content{text(words(dice, 25))};
        if (i == 3) content.push_back({FootnoteReference{"n"}, {}});
        maker.body().push_back(paragraph(std::move(content)));
    }
    const Pages pages = maker.composed();
    CHECK(maker.faults.empty());
    std::size_t note_pages = 0;
    for (const StructureElement& note : children(pages, pages.elements[0], StructureRole::note)) {
        const auto paragraphs = children(pages, note, StructureRole::paragraph);
        REQUIRE(paragraphs.size() == 1);
        const auto content = std::get<ContentId>(paragraphs.front().kids.front());
        const auto places = baselines(pages).at(content.value);
        note_pages = places.size();
        for (const auto& [page, lines] : places) CHECK(lines.size() >= 2);
    }
    CHECK(note_pages >= 3);

    // Above what goes on the rule is as long as a line; above a note that begins, short.
    std::vector<Length> rules;
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* stroke = std::get_if<Stroke>(&item.shape))
                if (item.tag == Tag{ArtifactKind::layout} && stroke->color == maker.campaign.brand.muted)
                    rules.push_back(stroke->to.x - stroke->from.x);
    REQUIRE(rules.size() == note_pages);
    CHECK(rules[0] == 72_pt);
    for (std::size_t i = 1; i < rules.size(); ++i) CHECK(rules[i] == 340_pt);
}

TEST_CASE("pages: an embargo that needs more words than a page is wide is said whole, in smaller type") {
    EditionMaker maker;
    maker.campaign.embargo = Embargo{"2030-03-01T10:00", "Europe/Brussels", 0};
    maker.body() = {paragraph({text("Words.")})};
    const auto strip = [&](const std::string& notice) {
        maker.edition.release_notice = notice;
        std::string words;
        Length size;
        const Pages pages = maker.composed();
        for (const PageItem& item : pages.pages.at(0).items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                if (item.tag == Tag{ArtifactKind::pagination_header}) {
                    words += run->text;
                    size = run->size;
                    CHECK(run->origin.x >= Length{});
                }
        CHECK(words == notice);
        return size;
    };
    const Length full = strip("Embargoed until noon");
    CHECK(full == Length{10'000});
    CHECK(strip("Публікацію заборонено до: 1 березня 2030 р., 10:00 за центральноєвропейським "
                "стандартним часом (09:00 UTC)") < full);
}

TEST_CASE("pages: the running header can be read below the strip of an embargo") {
    EditionMaker maker;
    maker.campaign.embargo = Embargo{"2030-03-01T10:00", "Europe/Brussels", 0};
    maker.edition.release_notice = "Embargoed until noon";
    maker.body() = {paragraph({text("Words.")})};
    FurnitureLine& header = maker.campaign.brand.header;
    header.start = {FurnitureField::page};
    const auto strip_of = [&](Length at) {
        header.at = at;
        const Pages pages = maker.composed();
        Length foot, baseline;
        for (const PageItem& item : pages.pages.at(0).items) {
            if (const auto* ground = std::get_if<Rectangle>(&item.shape))
                if (ground->box.width == pages.pages[0].width) foot = ground->box.height;
            if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                if (run->text == "Embargoed until noon") baseline = run->origin.y;
        }
        CHECK(baseline < foot);
        return foot;
    };
    for (const Length at : {60_pt, 34_pt, 28_pt}) CHECK(strip_of(at) <= at - Length{14'000});
    CHECK(strip_of(60_pt) == 22_pt);
    CHECK(strip_of(9_pt) == 14_pt); // over a header that has no room above it
}

TEST_CASE("pages: no entry of a glossary stands alone at the foot of a page or at the head of one") {
    constexpr int entries = 6;
    int divided = 0;
    for (int lines = 0; lines < 24; ++lines) {
        EditionMaker maker;
        maker.campaign.brand.page.leading_shrink = maker.campaign.brand.page.white_shrink = 0;
        for (int i = 0; i < lines; ++i) maker.body().push_back(paragraph({text("One line of text.")}));
        List list;
        for (int i = 0; i < entries; ++i)
            list.items.push_back(
                {{paragraph({{Strong{{text("Term" + std::to_string(i))}}, {}}, text(" what it means")})}, {}});
        maker.body().push_back({Section{SectionKind::glossary, {{std::move(list), {}}}}, {}});
        for (const Page& page : maker.composed().pages) {
            const auto shown = std::ranges::count_if(page.items, [](const PageItem& item) {
                const auto* run = std::get_if<GlyphRun>(&item.shape);
                return run != nullptr && run->text.starts_with("Term");
            });
            INFO(lines << " lines above");
            CHECK(shown != 1);
            divided += shown > 1 && shown < entries ? 1 : 0;
        }
    }
    CHECK(divided > 0);
}

TEST_CASE("pages: a callout is not divided where little white is left by that") {
    for (int above = 13; above < 18; ++above) {
        INFO(above << " lines above");
        EditionMaker maker;
        for (int i = 0; i < above; ++i) maker.body().push_back(paragraph({text("A line.")}));
        Blocks content;
        for (int i = 0; i < 4; ++i) content.push_back(paragraph({text("In the callout.")}));
        maker.body().push_back({Callout{CalloutKind::note, {}, std::move(content)}, {}});
        for (int i = 0; i < 20; ++i) maker.body().push_back(paragraph({text("A line.")}));
        const Pages pages = maker.composed();
        std::set<std::size_t> on;
        for (const auto& [content_id, on_page] : baselines(pages))
            if (words_of(pages, ContentId{content_id}) == "In the callout.") on.insert(on_page.begin()->first);
        CHECK(on.size() == 1);
    }
}
