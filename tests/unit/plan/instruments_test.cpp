// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/edition.hpp"
#include "stages/model/plain_text.hpp"
#include "tests/unit/plan/small_campaign.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::plan;

namespace {

Instrument instrument(const char* id, LocalizedText names, LocalizedText short_names = {}) {
    Instrument out;
    out.id = id;
    out.names = std::move(names);
    out.short_names = std::move(short_names);
    return out;
}

Block index() { return {Section{SectionKind::instruments, {}}, {}}; }
Inline mention(const char* id, std::string words) { return {Mention{id, {text(std::move(words))}}, {}}; }

/// A guide with an index after the given body, and two treaties.
Campaign with_index(Blocks body, const char* language = "en") {
    Campaign campaign = small_campaign();
    campaign.brand.layouts[static_cast<std::size_t>(DocumentKind::guide)].numbered_headings = true;
    campaign.instruments = {
        instrument("rights", {{{"en"}, "Convention on Rights"}, {{"sr-Cyrl"}, "Конвенција о правима"}},
                   {{{"en"}, "CR"}}),
        instrument("labour", {{{"en"}, "Agreement on Labour"}, {{"sr-Cyrl"}, "Споразум о раду"}})};
    campaign.instruments[0].date = Date{1989, 11, 20};
    campaign.instruments[0].reference = "UNTS 1577, 3";
    campaign.instruments[0].words[{"sr-Cyrl"}] = {"Конвенциј* о правима"};
    body.push_back(index());
    campaign.texts[{"guide", {}, {language}}] = document(language, "Guide", std::move(body));
    return campaign;
}

Result<Edition> guide_of(const Campaign& campaign) { return make_edition(campaign, english("guide")); }

/// The lines of the index: a name, then where it is mentioned.
std::string index_of(const Edition& edition) {
    for (const Block& block : edition.document.body)
        if (const auto* section = std::get_if<Section>(&block.node);
            section != nullptr && section->kind == SectionKind::instruments) {
            Edition part = edition;
            part.document.head = {};
            part.document.footnotes.clear();
            part.document.body = section->content;
            return plain_text(part);
        }
    return {};
}

} // namespace

TEST_CASE("instruments: the index has each that is named, by the alphabet, and the sections that name it") {
    const auto made = guide_of(with_index(
        {heading(2, "One", "one"), paragraph("The CR and the Convention on Rights."),
         heading(3, "Two", "two"), paragraph("The agreement on labour says so."),
         heading(2, "Three", "three"), paragraph("See the CR.")}));
    REQUIRE(made);
    CHECK(made.diagnostics.empty());
    CHECK(index_of(*made) == "Agreement on Labour\nsection 1.1\n"
                             "Convention on Rights (CR), 20 November 1989, UNTS 1577, 3\n"
                             "section 1, section 2\n");
}

TEST_CASE("instruments: headings, lists, tables and notes name them, pull quotes only show them again") {
    List list{false, 1, true, {{{paragraph("CR")}, {}}}};
    Table table;
    table.columns = {Alignment::start};
    table.header = {{{text("CR")}, {}}};
    const Block quote{Section{SectionKind::pull_quote, {paragraph("the agreement on labour")}}, {}};
    Campaign campaign = with_index({heading(2, "The CR", "a"), heading(2, "B", "b"), {list, {}},
                                    heading(2, "C", "c"), {table, {}}, heading(2, "D", "d"), quote,
                                    paragraph(Inlines{text("see"), note("n")})});
    campaign.texts[{"guide", {}, {"en"}}].footnotes = {footnote("n", {paragraph("Article 3 of the CR")})};
    const auto made = guide_of(campaign);
    REQUIRE(made);
    CHECK(index_of(*made) == "Convention on Rights (CR), 20 November 1989, UNTS 1577, 3\n"
                             "section 1, section 2, section 3, section 4\n");
    CHECK(codes(made.diagnostics) == Codes{"plan.unused-instrument"});
}

TEST_CASE("instruments: other words are marked by their author") {
    const auto made = guide_of(
        with_index({heading(2, "One", "one"), paragraph(Inlines{mention("labour", "this treaty"), text(", CR")})}));
    REQUIRE(made);
    CHECK(index_of(*made).starts_with("Agreement on Labour\nsection 1\n"));
}

TEST_CASE("instruments: a derived language has derived names and finds derived words") {
    const Campaign campaign =
        with_index({heading(2, "Један", "one"), paragraph("Члан 3. Конвенције о правима и споразум о раду.")},
                   "sr-Cyrl");
    const auto made = make_edition(
        campaign, {{"guide", {}, {"sr-Cyrl"}}, {"sr-Latn"}, {}, Availability::derived});
    REQUIRE(made);
    CHECK(made.diagnostics.empty());
    CHECK(index_of(*made) == "Konvencija o pravima, 20. novembra 1989., UNTS 1577, 3\nodeljak 1\n"
                             "Sporazum o radu\nodeljak 1\n");
}

TEST_CASE("instruments: one that a text does not name is a warning with a way out") {
    const auto made = guide_of(with_index({heading(2, "One", "one"), paragraph("The CR.")}));
    REQUIRE(codes(made.diagnostics) == Codes{"plan.unused-instrument"});
    CHECK(made.diagnostics[0].severity == Severity::warning);
    CHECK(made.diagnostics[0].hint.find("{instrument=labour}") != std::string::npos);
}

TEST_CASE("instruments: a text without an index is left as it is") {
    Campaign campaign = with_index({paragraph("The CR.")});
    campaign.texts[{"guide", {}, {"en"}}].body.pop_back();
    const auto made = guide_of(campaign);
    REQUIRE(made);
    CHECK(made.diagnostics.empty());
    CHECK(made->document.body == Blocks{paragraph("The CR.")});
}

TEST_CASE("parts: they have numbers of their own, and sections are numbered on from part to part") {
    Campaign campaign = small_campaign();
    campaign.brand.layouts[static_cast<std::size_t>(DocumentKind::guide)].numbered_headings = true;
    const auto part = [](const char* words, const char* id) {
        Block block = heading(2, words, id);
        std::get<Heading>(block.node).part = 1;
        return block;
    };
    const Inline reference{CrossReference{"law", {text("part "), variable("number")}}, {}};
    campaign.texts[{"guide", {}, {"en"}}].body = {
        part("Begin", "begin"), heading(3, "Use", ""), heading(4, "Where", ""), part("Law", "law"),
        heading(3, "Treaties", ""), paragraph(Inlines{reference})};
    const auto made = guide_of(campaign);
    REQUIRE(made);
    Edition bare = *made;
    bare.document.head = {};
    CHECK(plain_text(bare) == "Part I Begin\n1 Use\n1.1 Where\nPart II Law\n2 Treaties\npart II\n");
}
