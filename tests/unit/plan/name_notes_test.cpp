// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/plan/guide_edition.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <variant>

using namespace presskit;
using namespace presskit::plan;

TEST_CASE(
    "name notes: a name that needs a note has its mark at the first mention and the note at the end") {
    const auto made =
        guide({heading(2, "Kosovar law"), paragraph("On KOSOVO’s law. Kosovo again.")}, "", {});
    REQUIRE(made);
    const auto& content = std::get<Paragraph>(made->document.body[1].node).content;
    REQUIRE(content.size() == 3);
    CHECK(std::get<Text>(content[0].node).text == "On KOSOVO");
    CHECK(std::get<FootnoteReference>(content[1].node).id == made->document.footnotes[0].id);
    CHECK(std::get<Text>(content[2].node).text == "’s law. Kosovo again.");
    CHECK(made->document.footnotes[0].mark == "*");
    CHECK(made->document.footnotes[0].number == 0);
}

TEST_CASE("name notes: the forms of a name that needs a note are looked for, whatever other words are") {
    Campaign campaign = small_campaign();
    Country& kosovo = campaign.countries[1];
    kosovo.names[{"sq"}] = {"Kosova", {{"of", "e Kosovës"}}};
    campaign.texts[{"guide", {}, {"sq"}}] = document("sq", "Ligji", {paragraph("Ligji e Kosovës.")});
    const EditionKey albanian{{"guide", {}, {"sq"}}, {"sq"}, {}, Availability::own};
    CHECK(body_text(make_edition(campaign, albanian)) == "Ligji e Kosovës.\nWithout prejudice.\n");
    kosovo.note->words = {{{"en"}, {"Pristina"}}};
    campaign.texts[{"guide", {}, {"sr-Cyrl"}}] =
        document("sr-Cyrl", "Закон", {paragraph({variable("country.xk", "in")})});
    const EditionKey latin{{"guide", {}, {"sr-Cyrl"}}, {"sr-Latn"}, {}, Availability::derived};
    CHECK(body_text(make_edition(campaign, latin)) == "na Kosovu\nBez prejudiciranja.\n");
}

TEST_CASE("name notes: a name in the title is marked there and called for in the text") {
    Campaign campaign = small_campaign();
    Document& text = campaign.texts[{"guide", {}, {"en"}}];
    text.head.title = "Kosovo and children";
    auto made = make_edition(campaign, english("guide"));
    REQUIRE(made);
    CHECK(made->document.head.title == "Kosovo* and children");
    CHECK(std::holds_alternative<FootnoteReference>(
        std::get<Paragraph>(made->document.body[0].node).content.back().node));

    text.body = {paragraph(
        {presskit::text("See "), {Link{"https://a.org", {presskit::text("Kosovo law")}}, {}}})};
    made = make_edition(campaign, english("guide"));
    const auto& content = std::get<Paragraph>(made->document.body[0].node).content;
    REQUIRE(content.size() == 3);
    CHECK(std::holds_alternative<FootnoteReference>(content[2].node));
    CHECK(body_text(guide({paragraph("Nothing to note.")})) == "Nothing to note.\n");
}
