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
