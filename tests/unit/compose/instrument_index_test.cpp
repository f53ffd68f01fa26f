// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/compose/edition_maker.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::compose;

namespace {

Inline mention(const std::string& words) { return {Mention{"rights", {text(words)}}, {}}; }

/// An index of one instrument, as an edition has it.
Block index() {
    Paragraph name{{mention("Convention on Rights"), text(" (CR)")}};
    Paragraph places{{{CrossReference{"a", {text("section 1")}}, {}}}};
    List list;
    list.items = {{{{std::move(name), {}}, {std::move(places), {}}}, {}}};
    return {Section{SectionKind::instruments, {{std::move(list), {}}}}, {}};
}

EditionMaker maker_with(const std::vector<bool>& mentioned) {
    EditionMaker maker;
    maker.campaign.instruments.resize(1);
    maker.campaign.instruments[0].id = "rights";
    for (const bool is_mentioned : mentioned) {
        Block top = heading(2, "", {text("Section")});
        std::get<Heading>(top.node).part = 1;
        maker.body().push_back(std::move(top));
        maker.body().push_back(is_mentioned ? paragraph({text("Of the "), mention("treaty"), text(" a word.")})
                                            : paragraph({text("A word.")}));
    }
    maker.body().push_back(index());
    return maker;
}

std::string index_of(EditionMaker& maker) {
    const std::string all = structure_of(maker.composed());
    return all.substr(all.find("Index["));
}

} // namespace

TEST_CASE("index of instruments: an entry says the pages that mention it, each a link in a Reference") {
    EditionMaker maker = maker_with({true, false, true});
    CHECK(index_of(maker).starts_with("Index[L[LI[LBody[P[Convention on Rights (CR)]"
                                      "P[Reference[Link[2]], Reference[Link[4]]]]]]]"));
    const Pages pages = maker.composed();
    REQUIRE(pages.links.size() == 2);
    CHECK(std::get<Destination>(pages.links[0].target).page == 1);
    CHECK(std::get<Destination>(pages.links[1].target).page == 3);
    CHECK(pages.links[0].description == "Page 2 of 4");
    CHECK(maker.faults.empty());
}

TEST_CASE("index of instruments: pages that follow one another are one range") {
    EditionMaker maker = maker_with({true, true, true, false, true});
    CHECK(index_of(maker).find("P[Reference[Link[2–4]], Reference[Link[6]]]") != std::string::npos);
}

TEST_CASE("index of instruments: a name in the index is no mention") {
    EditionMaker maker = maker_with({false, true});
    CHECK(index_of(maker).find("P[Reference[Link[3]]]") != std::string::npos);
}

TEST_CASE("index of instruments: a mention in a footnote counts on the note's page") {
    EditionMaker maker = maker_with({false});
    maker.body().insert(maker.body().begin() + 2,
                        paragraph({text("See"), {FootnoteReference{"n"}, {}}}));
    maker.footnote("n", {text("Article 3 of the "), mention("treaty")});
    CHECK(index_of(maker).find("P[Reference[Link[2]]]") != std::string::npos);
}

TEST_CASE("index of instruments: words that a mention is part of are shaped as one") {
    EditionMaker maker;
    maker.campaign.instruments.resize(1);
    maker.campaign.instruments[0].id = "rights";
    maker.body() = {paragraph({text("AV"), mention("AV"), text("AV")})};
    EditionMaker plain;
    plain.body() = {paragraph({text("AVAVAV")})};
    const auto runs = [](EditionMaker& of) {
        std::vector<std::vector<Glyph>> out;
        const Pages pages = of.composed();
        for (const PageItem& item : pages.pages.front().items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape)) out.push_back(run->glyphs);
        return out;
    };
    CHECK(runs(maker) == runs(plain));
}

TEST_CASE("parts: each begins a page, with its label and title as one heading") {
    EditionMaker maker;
    Block part = heading(2, "law", {text("The law")});
    std::get<Heading>(part.node).part = 2;
    std::get<Heading>(part.node).number = "Part II";
    maker.body() = {paragraph({text("Before.")}), part, heading(3, "a", {text("Treaties")}),
                    paragraph({text("After.")})};
    maker.layout().table_of_contents = true;
    maker.layout().contents_depth = 1;
    const Pages pages = maker.composed();
    const std::string structure = structure_of(pages);
    INFO(structure);
    CHECK(structure.find("TOC[TOCI[Reference[Link[Part II The law 3]]"
                         "TOC[TOCI[Reference[Link[Treaties 3]]]]]]") != std::string::npos);
    CHECK(structure.find("P[Before.]Sect[H2[Part II The law]H3[Treaties]P[After.]]") != std::string::npos);
    CHECK(pages.pages.size() == 3);
    REQUIRE(pages.outline.size() == 2);
    CHECK(pages.outline[0].level == 1);
    CHECK(pages.outline[0].title == "Part II The law");
    CHECK(pages.outline[1].level == 2);
}

TEST_CASE("parts: a ground reaches from the page's top edge down to its extent, without a header on it") {
    EditionMaker maker;
    Block part = heading(2, "law", {text("The law")});
    std::get<Heading>(part.node).part = 1;
    maker.body() = {paragraph({text("Before.")}), part, paragraph({text("After.")})};
    maker.campaign.brand.parts = {Color{9, 9, 9}, Color{255, 255, 255}, 50, false};
    maker.campaign.brand.header = {{FurnitureField::document}, {}, Length{20'000}, {}, {}};
    const Pages pages = maker.composed();
    REQUIRE(pages.pages.size() == 2);
    bool has_header = false;
    for (const PageItem& item : pages.pages[1].items)
        has_header = has_header || item.tag == Tag{ArtifactKind::pagination_header};
    CHECK_FALSE(has_header);
    const auto* ground = std::get_if<Rectangle>(&pages.pages[1].items.front().shape);
    REQUIRE(ground != nullptr);
    INFO(ground->box.x.millipoints << " " << ground->box.y.millipoints << " "
                                   << ground->box.width.millipoints << " "
                                   << ground->box.height.millipoints);
    CHECK(ground->box == Box{{}, {}, Length{400'000}, Length{150'000}});

    maker.campaign.brand.parts.own_page = true;
    CHECK(maker.composed().pages.size() == 3);
}
