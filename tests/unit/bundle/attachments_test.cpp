// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/attachments.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace presskit;
using namespace presskit::bundle;

namespace {

Inlines words(const std::string& text) { return {{Text{text}, {}}}; }
TableCell cell(const std::string& text) { return {words(text), {}}; }

Edition edition() {
    Edition edition;
    edition.document.language = {"en"};
    edition.document.head.title = "A title";
    Table table;
    table.columns = {Alignment::start, Alignment::end};
    table.header = {cell("Country"), cell("Law, of")};
    table.rows = {{cell("Albania"), cell("say \"yes\"")}};
    Blocks& body = edition.document.body;
    body.push_back({Heading{2, words("Why"), "why", "1", ""}, {}});
    body.push_back({Paragraph{words("Because – so.")}, {}});
    List list;
    list.items.push_back({{{Paragraph{words("one")}, {}}, {table, {}}}, {}});
    body.push_back({list, {}});
    table.caption = words("Laws");
    body.push_back({table, {}});
    edition.document.footnotes.push_back({"n", "", 1, {{Paragraph{words("A note")}, {}}}, {}});
    return edition;
}

} // namespace

TEST_CASE("attachments: the text as JSON has every block in reading order") {
    const auto json = nlohmann::json::parse(to_json(edition()));
    CHECK(json["schema"] == 1);
    CHECK(json["language"] == "en");
    CHECK(json["title"] == "A title");
    REQUIRE(json["blocks"].size() == 4);
    CHECK(json["blocks"][0] == nlohmann::json{{"type", "heading"}, {"level", 2}, {"number", "1"},
                                              {"text", "Why"}, {"id", "why"}});
    CHECK(json["blocks"][1]["text"] == "Because – so.");
    CHECK(json["blocks"][2]["items"][0][0]["text"] == "one");
    CHECK(json["blocks"][3]["caption"] == "Laws");
    CHECK(json["blocks"][3]["rows"][0][1] == "say \"yes\"");
    CHECK(json["footnotes"][0]["label"] == "1");
    CHECK_FALSE(json.contains("deck"));
}

TEST_CASE("attachments: a table as CSV quotes commas and quotation marks") {
    const auto files = attachments_of(edition(), "01-release-en.pdf");
    REQUIRE(files.size() == 3);
    CHECK(files[0].name == "01-release-en.json");
    CHECK(files[0].relation == AttachmentRelation::source);
    CHECK(files[1].name == "01-release-en-table-1.csv");
    CHECK(files[1].bytes == "Country,\"Law, of\"\r\nAlbania,\"say \"\"yes\"\"\"\r\n");
    CHECK(files[1].description == "A title (1)"); // without a caption
    CHECK(files[2].description == "Laws");
    CHECK(files[2].media_type == "text/csv");
    CHECK(files[2].relation == AttachmentRelation::data);
}

TEST_CASE("attachments: a name that stands beside several rows is said in each") {
    Edition with_group = edition();
    auto& table = std::get<Table>(with_group.document.body.at(3).node);
    table.rows[0][0].rows = 2;
    table.rows.push_back({{{}, {}, 0, 0}, cell("more")});
    CHECK(attachments_of(with_group, "a.pdf")[2].bytes ==
          "Country,\"Law, of\"\r\nAlbania,\"say \"\"yes\"\"\"\r\nAlbania,more\r\n");
    const auto json = nlohmann::json::parse(to_json(with_group));
    CHECK(json["blocks"][3]["rows"][1] == nlohmann::json{"Albania", "more"});
}

TEST_CASE("attachments: a chart's values are there for machines, not as the language prints them") {
    Chart bars;
    bars.table.caption = words("Cases");
    bars.table.header = {cell("Land"), cell("Fälle"), cell("Anteil"), cell("Seit")};
    bars.table.rows = {{cell("Albanien"), cell("1.250"), cell("12,5 %"), cell("20. November 1989")},
                       {cell("Kosovo"), cell("–"), cell("–3 %"), cell("2007")}};
    bars.values = {{ChartNumber{1'250'000}, ChartNumber{12'500, true}, ChartDate{1989, 11, 20}},
                   {ChartValue{}, ChartNumber{-3'000, true}, ChartDate{2007}}};
    Chart marks;
    marks.kind = ChartKind::matrix;
    marks.table.header = {cell("Treaty"), cell("AL")};
    marks.table.rows = {{cell("CRC"), cell("in force")}};
    marks.values = {{ChartMark::full}};
    marks.legend = {"none", "signed", "in force"};
    Edition edition;
    edition.document.head.title = "A title";
    edition.document.body = {{Boxed<Chart>{bars}, {}}, {Boxed<Chart>{marks}, {}}};

    const auto files = attachments_of(edition, "a.pdf");
    REQUIRE(files.size() == 3);
    CHECK(files[1].name == "a-table-1.csv");
    CHECK(files[1].description == "Cases");
    CHECK(files[1].bytes == "Land,Fälle,Anteil,Seit\r\nAlbanien,1250,12.5%,1989-11-20\r\nKosovo,,-3%,2007\r\n");
    CHECK(files[2].bytes == "Treaty,AL\r\nCRC,in force\r\n");
    const auto blocks = nlohmann::json::parse(to_json(edition))["blocks"];
    CHECK(blocks[0]["type"] == "chart");
    CHECK(blocks[0]["kind"] == "bar");
    CHECK(blocks[0]["caption"] == "Cases");
    CHECK(blocks[0]["header"][1] == "Fälle");
    CHECK(blocks[0]["rows"][0] == nlohmann::json{"Albanien", "1250", "12.5%", "1989-11-20"});
    CHECK(blocks[1]["kind"] == "matrix");
    CHECK(blocks[1]["rows"][0] == nlohmann::json{"CRC", "in force"});
}
