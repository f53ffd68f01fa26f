// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/compose/edition_maker.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <set>
#include <variant>

using namespace presskit;
using namespace presskit::compose;

namespace {

std::string composed(EditionMaker& maker) {
    const Pages pages = maker.composed();
    for (const Diagnostic& fault : maker.faults) FAIL(fault.code << ": " << fault.message);
    return structure_of(pages);
}

bool contains(const std::string& text, const std::string& part) {
    INFO(text);
    INFO(part);
    const bool found = text.find(part) != std::string::npos;
    CHECK(found);
    return found;
}

std::vector<ListMarks> marks_of_lists(EditionMaker& maker) {
    std::vector<ListMarks> out;
    for (const StructureElement& element : maker.composed().elements)
        if (element.role == StructureRole::list) out.push_back(element.marks);
    return out;
}

Inline call(const std::string& id) { return {FootnoteReference{id}, {}}; }

TableRow row(const std::vector<std::string>& cells) {
    TableRow out;
    for (const std::string& cell : cells)
        out.push_back({cell.empty() ? Inlines{} : Inlines{text(cell)}, {}});
    return out;
}

/// "In force" stands across "Law" and "Treaty".
Table with_two_header_rows() {
    Table table;
    table.columns.resize(3);
    table.header = row({"State", "In force", ""});
    table.header[1].columns = 2;
    table.header[2].columns = 0;
    table.rows = {row({"", "Law", "Treaty"}), row({"One", "1", "2"})};
    table.header_rows = 2;
    return table;
}

} // namespace

TEST_CASE("structure: the contents nest as the headings do, and keep their languages") {
    EditionMaker maker;
    maker.layout().table_of_contents = true;
    maker.body() = {
        heading(2, "a", {text("One "), {Link{"https://example.org", {text("two")}}, {}}}),
        heading(3, "b", {{Emphasis{{{ForeignText{{"de"}, {text("Kind")}}, {}}}}, {}}, call("n")}),
        heading(2, "c", {text("Three")})};
    maker.footnote("n", {text("Note.")});
    contains(composed(maker), "TOC[TOCI[Reference[Link[One two 2]]"
                              "TOC[TOCI[Reference[Link[Span:de[Kind] 2]]]]]"
                              "TOCI[Reference[Link[Three 2]]]]");
}

TEST_CASE("structure: which version prevails is said last, before the notes") {
    EditionMaker maker;
    maker.edition.prevailing_notice = "Another prevails.";
    maker.body() = {paragraph({text("Words."), call("n")})};
    maker.footnote("n", {text("Note.")});
    contains(composed(maker), "P[Another prevails.]Note[");
}

TEST_CASE("structure: a picture and its Caption have a Sect to themselves, decoration has a paragraph") {
    EditionMaker maker;
    CampaignImage image;
    image.width = image.height = 2000;
    maker.campaign.images["a.png"] = image;
    maker.body() = {{Figure{"a.png", "What it shows", "Caption", "", false}, {}},
                    {Figure{"a.png", "", "Words", "", true}, {}}};
    contains(composed(maker), "Sect[Figure[]Caption[Caption]]P[Words]");
}

TEST_CASE("structure: a picture too coarse for print is a warning that says what it reaches") {
    EditionMaker maker;
    CampaignImage image;
    image.path = "a.png";
    image.width = image.height = 200;
    maker.campaign.images["a.png"] = image;
    maker.body() = {{Figure{"a.png", "What it shows", "Caption", "Me", false}, {}}};
    maker.composed();
    REQUIRE(maker.faults.size() == 1);
    CHECK(maker.faults[0].code == "compose.coarse-picture");
    CHECK(maker.faults[0].severity == Severity::warning);
    contains(maker.faults[0].message, "reaches 150 pixels an inch");
    contains(maker.faults[0].hint, "400 pixels wide");
}

TEST_CASE("structure: an abbreviation is a Span that says what it stands for") {
    EditionMaker maker;
    maker.body() = {
        paragraph({text("The "), {Abbreviation{"United Nations", {text("UN")}}, {}}, text(" said")})};
    const Pages pages = maker.composed();
    contains(structure_of(pages), "P[The Span[UN] said]");
    const auto span = std::ranges::find(pages.elements, StructureRole::span, &StructureElement::role);
    CHECK(span->expansion == "United Nations");
}

TEST_CASE("structure: a first column that names rows heads them, an empty corner heads nothing") {
    EditionMaker maker;
    Table table;
    table.columns.resize(2);
    table.header = row({"", "Value"});
    table.rows = {row({"One", "1"})};
    table.header_column = true;
    maker.body() = {{table, {}}};
    const Pages pages = maker.composed();
    contains(structure_of(pages), "Table[THead[TR[TD[]TH[Value]]]TBody[TR[TH[One]TD[1]]]]");
    std::vector<CellScope> scopes;
    for (const StructureElement& element : pages.elements)
        if (element.role == StructureRole::table_header_cell) scopes.push_back(element.scope);
    CHECK(scopes == std::vector<CellScope>{CellScope::column, CellScope::row});
}

TEST_CASE("structure: cells below a header of two rows name all that head them, from the top down") {
    EditionMaker maker;
    Table table = with_two_header_rows();
    table.header_column = true;
    maker.body() = {{table, {}}};
    const Pages pages = maker.composed();
    contains(structure_of(pages), "Table[THead[TR[TH[State]TH[In force]]TR[TD[]TH[Law]TH[Treaty]]]"
                                  "TBody[TR[TH[One]TD[1]TD[2]]]]");
    const auto cell = [&](const std::string& words) -> const StructureElement& {
        for (const StructureElement& element : pages.elements)
            if (element.kids.size() == 1 && std::holds_alternative<ContentId>(element.kids.front()) &&
                words_of(pages, std::get<ContentId>(element.kids.front())) == words)
                return element;
        FAIL("no cell says " << words);
        return pages.elements.front();
    };
    const auto headers = [&](const std::string& words) {
        std::string out;
        for (const ElementId id : cell(words).headers) {
            CHECK_FALSE(pages.elements[id.value].id.empty());
            out += words_of(pages, std::get<ContentId>(pages.elements[id.value].kids.front())) + ";";
        }
        return out;
    };
    CHECK(cell("In force").column_span == 2);
    CHECK(headers("State").empty());
    CHECK(headers("Treaty") == "In force;");
    CHECK(headers("One") == "State;");
    CHECK(headers("1") == "In force;Law;One;");
    CHECK(headers("2") == "In force;Treaty;One;");
}

TEST_CASE("structure: a header cell that stands across two rows heads its column once") {
    EditionMaker maker;
    Table table = with_two_header_rows();
    table.header[0].rows = 2;
    table.rows[0][0].columns = table.rows[0][0].rows = 0;
    maker.body() = {{table, {}}};
    const Pages pages = maker.composed();
    contains(structure_of(pages), "Table[THead[TR[TH[State]TH[In force]]TR[TH[Law]TH[Treaty]]]"
                                  "TBody[TR[TD[One]TD[1]TD[2]]]]");
    std::vector<std::size_t> heads;
    for (const StructureElement& element : pages.elements) {
        if (element.role == StructureRole::table_data_cell) heads.push_back(element.headers.size());
        if (element.row_span > 1) CHECK(element.row_span == 2);
    }
    CHECK(heads == std::vector<std::size_t>{1, 2, 2});
}

TEST_CASE("structure: a name beside several rows heads each of them, and is said once") {
    EditionMaker maker;
    Table table;
    table.columns.resize(2);
    table.header = row({"State", "Law"});
    table.rows = {row({"One", "1"}), row({"", "2"}), row({"Two", "3"})};
    table.rows[0][0].rows = 2;
    table.rows[1][0].columns = table.rows[1][0].rows = 0;
    table.header_column = true;
    maker.body() = {{table, {}}};
    const Pages pages = maker.composed();
    contains(structure_of(pages), "Table[THead[TR[TH[State]TH[Law]]]"
                                  "TBody[TR[TH[One]TD[1]]TR[TD[2]]TR[TH[Two]TD[3]]]]");
    std::string heads;
    for (const StructureElement& element : pages.elements) {
        if (element.role == StructureRole::table_header_cell && element.scope == CellScope::row)
            heads += "(" + std::to_string(element.row_span) + ")";
        if (element.role != StructureRole::table_data_cell) continue;
        for (const ElementId id : element.headers)
            heads += words_of(pages, std::get<ContentId>(pages.elements[id.value].kids.front())) + " ";
    }
    CHECK(heads == "(2)Law One Law One (1)Law Two ");
}

TEST_CASE("structure: a note called twice is set once, and one that a note calls stands below it") {
    EditionMaker maker;
    maker.body() = {paragraph({text("Here"), call("a"), text(" and here"), call("a"), text(".")})};
    for (int i = 0; i < 40; ++i) maker.body().push_back(paragraph({text("More words.")}));
    maker.body().push_back(paragraph({text("Again"), call("a"), text(".")}));
    maker.footnote("a", {text("First"), call("b")});
    maker.footnote("b", {text("Second"), call("a")});
    const Pages pages = maker.composed();
    REQUIRE(maker.faults.empty());
    REQUIRE(pages.pages.size() > 1);
    const std::string structure = structure_of(pages);
    contains(structure,
             "Note[Lbl[1]P[FirstReference[Link[2]]]]Note[Lbl[2]P[SecondReference[Link[1]]]]");
    CHECK(pages.links.size() == 5);
    CHECK(pages.links.front().description == "Note 1");
    // The rule above the notes is the one line of layout on a page.
    const auto rules = [&](const Page& page) {
        return std::ranges::count_if(page.items, [](const PageItem& item) {
            return std::holds_alternative<Stroke>(item.shape) &&
                   item.tag == Tag{ArtifactKind::layout};
        });
    };
    CHECK(rules(pages.pages.front()) == 1);
    CHECK(rules(pages.pages.back()) == 0);
}

TEST_CASE("structure: a call of a note in a link leaves the link one element with one target") {
    EditionMaker maker;
    maker.body() = {paragraph({{Link{"https://example.org", {text("words"), call("a")}}, {}}})};
    maker.footnote("a", {text("Note.")});
    contains(composed(maker), "P[Link[wordsReference[1]]]");
}

TEST_CASE("structure: a link that has no area on the page is no Link") {
    EditionMaker maker;
    maker.body() = {
        paragraph({text("Words"), {Link{"https://example.org", {text("\u00A0")}}, {}}})};
    const Pages pages = maker.composed();
    REQUIRE(maker.faults.empty());
    CHECK(pages.links.empty());
    contains(structure_of(pages), "P[WordsSpan[");
}

TEST_CASE("structure: key figures are a list that says each value with what it counts") {
    EditionMaker maker;
    List list;
    for (const auto* value : {"6", "4"}) {
        Inlines words{{Strong{{text(value)}}, {}}, text(" groups")};
        list.items.push_back({{{Paragraph{std::move(words)}, {}}}, {}});
    }
    maker.body() = {{Section{SectionKind::figures, {{std::move(list), {}}}}, {}}};
    contains(composed(maker), "L[LI[LBody[P[6 groups]]]LI[LBody[P[4 groups]]]]");
}

TEST_CASE("structure: a glossary is a list whose terms are labels") {
    EditionMaker maker;
    List list;
    for (const auto* term : {"Child", "Data"}) {
        Inlines words{{Strong{{text(term)}}, {}}, text(" what it means")};
        list.items.push_back({{{Paragraph{std::move(words)}, {}}}, {}});
    }
    maker.body() = {{Section{SectionKind::glossary, {{std::move(list), {}}}}, {}}};
    contains(composed(maker), "L[LI[Lbl[Child]LBody[what it means]]LI[Lbl[Data]LBody[what it means]]]");
    CHECK(marks_of_lists(maker) == std::vector{ListMarks::term});
}

TEST_CASE("structure: a list says which marks stand before its items, and key figures have none") {
    EditionMaker maker;
    List plain;
    plain.items.push_back({{paragraph({text("a point")})}, {}});
    List numbered = plain;
    numbered.ordered = true;
    const List figures = plain;
    maker.body() = {{plain, {}}, {numbered, {}}, {Section{SectionKind::figures, {{figures, {}}}}, {}}};
    using enum ListMarks;
    CHECK(marks_of_lists(maker) == std::vector{disc, number, none});
    maker.campaign.brand.list.bullet = "–";
    CHECK(marks_of_lists(maker) == std::vector{other_sign, number, none});
}

TEST_CASE("structure: a glossary's meanings keep their spaces, whatever lists do") {
    EditionMaker maker;
    maker.campaign.brand.styles[static_cast<std::size_t>(StyleRole::list)].align = TextAlign::justified;
    List list;
    list.items.push_back({{paragraph({{Strong{{text("Child")}}, {}},
                                      text(" every person who is not yet eighteen years old, whatever else may be "
                                           "said of them or of what they did")})},
                          {}});
    maker.body() = {{Section{SectionKind::glossary, {{std::move(list), {}}}}, {}}};
    const Pages pages = maker.composed();
    std::set<std::int64_t> spaces;
    for (const PageItem& item : pages.pages.back().items)
        if (const auto* run = std::get_if<GlyphRun>(&item.shape))
            for (const Glyph& glyph : run->glyphs)
                if (run->text.compare(glyph.text_begin, glyph.text_end - glyph.text_begin, " ") == 0)
                    spaces.insert(Length(glyph.advance).millipoints);
    CHECK(spaces.size() == 1);
}

TEST_CASE("structure: a partner's logo stands at the foot of its countries' documents alone") {
    EditionMaker maker;
    VectorImage drawing{Length{40'000}, Length{20'000}, {}};
    drawing.paths.emplace_back();
    maker.campaign.drawings["p.svg"] = drawing;
    maker.campaign.brand.partners = {
        {{"p.svg", {{{"en"}, "A boat"}}, Length{60'000}, Length{9'000}, {}}, {{"al"}}}};
    maker.body() = {paragraph({text("Words.")})};
    CHECK(composed(maker) == "Document[H1[Title]P[Words.]]");
    maker.edition.key.text.country = {"al"};
    const Pages pages = maker.composed();
    CHECK(structure_of(pages) == "Document[H1[Title]P[Words.]P[In partnership with]Figure[]]");
    const StructureElement& figure = pages.elements.back();
    CHECK(figure.alternative_text == "A boat");
    REQUIRE(figure.box);
    CHECK(figure.box->width == Length{60'000});
    CHECK(figure.box->height == Length{30'000});
}

TEST_CASE("structure: a pull quote is on the page and not in the structure") {
    EditionMaker maker;
    const Block said{Paragraph{{text("Nobody hears it twice.")}}, {}};
    maker.body() = {said, {Section{SectionKind::pull_quote, {said}}, {}}};
    const Pages pages = maker.composed();
    CHECK(structure_of(pages) == "Document[H1[Title]P[Nobody hears it twice.]]");
    std::string shown;
    for (const PageItem& item : pages.pages.front().items)
        if (const auto* run = std::get_if<GlyphRun>(&item.shape);
            run != nullptr && item.tag == Tag{ArtifactKind::layout})
            shown += run->text;
    CHECK(shown == "Nobody hears it twice.");
}

TEST_CASE("structure: a part is a section with all that belongs to it") {
    EditionMaker maker;
    maker.body() = {paragraph({text("Before.")}), heading(2, "one", {text("One")}), paragraph({text("First.")}),
                    heading(2, "two", {text("Two")}), heading(3, "in", {text("In")}), paragraph({text("Last.")})};
    for (const std::size_t i : {1u, 3u}) std::get<Heading>(maker.body()[i].node).part = static_cast<int>(i);
    contains(composed(maker), "P[Before.]Sect[H2[One]P[First.]]Sect[H2[Two]H3[In]P[Last.]]");
}

TEST_CASE("structure: code is Code, a tab in it a space") {
    EditionMaker maker;
    maker.body() = {paragraph({text("Run\t"), {Code{"a\tb"}, {}}, text(".")}),
                    {CodeBlock{"if\n\tx\n"}, {}}};
    contains(composed(maker), "P[Run Code[a b].]P[Code[if  x]]"); // of two lines
}

TEST_CASE("structure: a table has a head and a body, or one row and neither") {
    EditionMaker maker;
    Table table;
    table.columns = {Alignment::start, Alignment::end};
    table.header = row({"A", ""});
    maker.body() = {{table, {}}};
    table.rows = {row({"1", ""})};
    maker.body().push_back({table, {}});
    contains(composed(maker),
             "Table[TR[TH[A]TH[]]]Table[THead[TR[TH[A]TH[]]]TBody[TR[TD[1]TD[]]]]");
}
