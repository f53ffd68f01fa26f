// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/abbreviations.hpp"

#include "tests/unit/plan/small_campaign.hpp"

#include <catch2/catch.hpp>

using namespace presskit;

namespace {

std::string shown(const Inlines& inlines) {
    std::string out;
    for (const Inline& item : inlines) {
        if (const auto* words = std::get_if<Text>(&item.node))
            out += words->text;
        else if (const auto* code = std::get_if<Code>(&item.node))
            out += "`" + code->text + "`";
        else if (const auto* short_form = std::get_if<Abbreviation>(&item.node))
            out += "<" + shown(short_form->content) + "=" + short_form->expansion + ">";
        else if (const Inlines* content = content_of(item))
            out += "(" + shown(*content) + ")";
    }
    return out;
}

Campaign with_abbreviations() {
    Campaign campaign = small_campaign();
    campaign.abbreviations[{"en"}] = {
        {"UN", "United Nations"}, {"EU", "European Union"}, {"EU law", "law of the Union"}};
    campaign.abbreviations[{"sr-Cyrl"}] = {{"МОР", "Међународна организација рада"}};
    campaign.abbreviations[{"de"}] = {{"EU", "Europäische Union"}};
    return campaign;
}

std::string expanded(Inlines content, const char* language = "en") {
    Document text = document(language, "T", {paragraph(std::move(content))});
    plan::expand_abbreviations(with_abbreviations(), text);
    return shown(std::get<Paragraph>(text.body[0].node).content);
}

} // namespace

TEST_CASE("abbreviations: the first mention says what it stands for, whole words only") {
    CHECK(expanded({text("The UN, the UN.")}) == "The <UN=United Nations>, the UN.");
    CHECK(expanded({text("UNICEF is SUN-like, ŽUN too; UN-led")}) ==
          "UNICEF is SUN-like, ŽUN too; <UN=United Nations>-led");
    CHECK(expanded({text("UN")}) == "<UN=United Nations>");
}

TEST_CASE("abbreviations: of two that begin at one place the longer counts") {
    CHECK(expanded({text("EU law of the EU")}) ==
          "<EU law=law of the Union> of the <EU=European Union>");
}

TEST_CASE("abbreviations: emphasis and links are looked into, code is not") {
    CHECK(expanded({{Code{"UN"}, {}}, {Emphasis{{text("the UN")}}, {}}}) ==
          "`UN`(the <UN=United Nations>)");
}

TEST_CASE("abbreviations: foreign words have those of their language") {
    CHECK(expanded({{ForeignText{{"de"}, {text("die EU")}}, {}}}) ==
          "(die <EU=Europäische Union>)");
    CHECK(expanded({text("EU")}, "sq") == "EU");
}

TEST_CASE("abbreviations: a derived language takes them in its own script") {
    CHECK(expanded({text("MOR")}, "sr-Latn") == "<MOR=Međunarodna organizacija rada>");
    CHECK(expanded({text("Конвенција МОР-а")}, "sr-Cyrl") ==
          "Конвенција <МОР=Међународна организација рада>-а");
}

TEST_CASE("abbreviations: below each heading they are told once more, headings stay as they are") {
    Document text =
        document("en", "T", {paragraph("UN"), heading(2, "The UN"), paragraph("UN and UN")});
    plan::expand_abbreviations(with_abbreviations(), text);
    CHECK(shown(std::get<Heading>(text.body[1].node).content) == "The UN");
    CHECK(shown(std::get<Paragraph>(text.body[2].node).content) == "<UN=United Nations> and UN");
}
