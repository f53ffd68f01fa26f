// SPDX-License-Identifier: Apache-2.0
#include "stages/load/csv.hpp"
#include "tests/unit/load/markdown_case.hpp"
#include "tests/unit/load/small_campaign.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::load;

namespace {

const std::string open_table = "\n\n: Caption\n\n| Name | Value |\n|---|---|\n";

std::string chart(const std::string& line, const std::string& rows) {
    return "::: chart " + line + open_table + rows + "\n:::\n";
}

Chart read(const std::string& body) {
    MarkdownCase text(body);
    for (const std::string& fault : text.faults()) FAIL_CHECK(fault);
    return std::get<Boxed<Chart>>(text.result->body.at(0).node);
}

std::vector<std::string> faults(const std::string& body) { return MarkdownCase(body).faults(); }
using Faults = std::vector<std::string>;

std::string csv(const std::string& text) {
    SourceMap sources;
    const SourceId id = sources.add("data/x.csv", text);
    const auto table = read_csv(sources, id);
    if (!table) {
        const Diagnostic& fault = table.diagnostics.at(0);
        const Location at = sources.locate(fault.span.source, fault.span.begin);
        return fault.code + " " + std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
               fault.message;
    }
    return shown(*table);
}

} // namespace

TEST_CASE("charts: a table between lines of `::: chart` keeps its words and gets values") {
    const Chart bar =
        read(chart("bar #x alt=\"Three bars\"", "| a | 1250 |\n| b | -12.5 |\n| c | – |\n"));
    CHECK(bar.kind == ChartKind::bar);
    CHECK(bar.table.id == "x");
    CHECK(bar.alternative_text == "Three bars");
    REQUIRE(bar.values.size() == 3);
    CHECK(bar.values[0][0] == ChartValue{ChartNumber{1'250'000, false}});
    CHECK(bar.values[1][0] == ChartValue{ChartNumber{-12'500, false}});
    CHECK(bar.values[2][0] == ChartValue{});
    CHECK(read(chart("dot", "| a | 12% |\n")).values[0][0] ==
          ChartValue{ChartNumber{12'000, true}});
    CHECK(read(chart("bar", "| a | {{percent:12.5}} |\n")).values[0][0] ==
          ChartValue{ChartNumber{12'500, true}});
}

TEST_CASE("charts: a timeline has days or years, a matrix marks with meanings") {
    const Chart line = read(chart("timeline", "| a | 1989-11-20 |\n| b | 2007 |\n"));
    CHECK(line.values[0][0] == ChartValue{ChartDate{1989, 11, 20}});
    CHECK(line.values[1][0] == ChartValue{ChartDate{2007, 0, 0}});
    const Chart matrix =
        read(chart("matrix full=\"in force\" empty=none", "| a | ● |\n| b | ○ |\n| c | |\n"));
    CHECK(matrix.values[0][0] == ChartValue{ChartMark::full});
    CHECK(matrix.values[1][0] == ChartValue{ChartMark::empty});
    CHECK(matrix.values[2][0] == ChartValue{});
    CHECK(matrix.meaning(ChartMark::full) == "in force");
}

TEST_CASE("charts: what cannot be drawn is refused where it stands") {
    CHECK(faults(chart("bar", "| a | many |\n")) == Faults{"load.chart-value 7:7"});
    CHECK(faults(chart("bar", "| a | 1,250 |\n")) == Faults{"load.chart-value 7:7"});
    CHECK(faults(chart("bar", "| a | **12** |\n")) == Faults{"load.chart-value 7:9"});
    CHECK(faults(chart("timeline", "| a | 2023-02-29 |\n")) == Faults{"load.chart-value 7:7"});
    CHECK(faults(chart("timeline", "| a | {{date:release}} |\n")) ==
          Faults{"load.chart-value 7:7"});
    CHECK(faults(chart("matrix full=x", "| a | yes |\n")) == Faults{"load.chart-mark 7:7"});
    CHECK(faults(chart("matrix", "| a | ◐ |\n")) == Faults{"load.chart-mark 1:1"});
    CHECK(faults(chart("bar", "| a | 1 |\n| ^ | 2 |\n")) == Faults{"load.row-name 8:3"});
    CHECK(faults(chart("bar", "| a | 1 |\n| b | 2% |\n")) == Faults{"load.chart-shape 1:1"});
    CHECK(faults(chart("bar", "| a | – |\n")) == Faults{"load.chart-shape 1:1"});
    CHECK(faults(chart("bar", "")) == Faults{"load.chart-shape 1:1"});
    CHECK(
        faults(
            "::: chart timeline\n\n: C\n\n| a | b | c |\n|--|--|--|\n| x | 1999 | y |\n\n:::\n") ==
        Faults{"load.chart-shape 1:1"});
    std::string rows;
    for (int i = 0; i <= 30; ++i) rows += "| a | 1 |\n";
    CHECK(faults(chart("bar", rows)) == Faults{"load.chart-shape 1:1"});
}

TEST_CASE("charts: the line says a kind that there is, and the block holds one table") {
    CHECK(faults(chart("pie", "| a | 1 |\n")) == Faults{"load.malformed-fence 1:11"});
    CHECK(faults(chart("", "| a | 1 |\n")) == Faults{"load.malformed-fence 1:1"});
    CHECK(faults(chart("bar colour=red", "| a | 1 |\n")) == Faults{"load.unknown-attribute 1:15"});
    CHECK(faults(chart("bar full=x", "| a | 1 |\n")) == Faults{"load.unknown-attribute 1:15"});
    CHECK(faults("::: chart bar\n\ntext\n\n:::\n") == Faults{"load.chart-without-table 1:1"});
    CHECK(faults("::: chart bar data=data/a.csv\n\ntext\n\n:::\n") ==
          Faults{"load.chart-without-table 1:1"});
}

TEST_CASE("csv: fields, quotation marks and line ends of RFC 4180") {
    CHECK(csv("Name,Value\r\n\"a, b\",1\r\n\"say \"\"c\"\"\",2") ==
          "<table # [] |Name|Value / |a, b|1 / |say \"c\"|2>");
    CHECK(csv("\xEF\xBB\xBFName;Value\na;1\n\n") == "<table # [] |Name|Value / |a|1>");
    CHECK(csv("Name,Value\n\"two\nlines\",\n") == "<table # [] |Name|Value / |two lines|>");
}

TEST_CASE("csv: a fault is told where it stands") {
    CHECK(csv("a,b\nc\n") == "load.csv 2:1 row has 1 fields, the header has 2");
    CHECK(csv("a,b\n\"c,d\n") == "load.csv 2:1 quotation mark is not closed");
    CHECK(csv("a,b\n\"c\"d,e\n") == "load.csv 2:3 text behind a closing quotation mark");
    CHECK(csv("a,b\nc,d\"\n") ==
          "load.csv 2:4 a quotation mark inside a field that does not begin with one");
    CHECK(csv("a,b,c,d,e,f,g,h,i\n") == "load.csv 1:1 the file has 9 columns");
    CHECK(csv(std::string(70'000, 'x')) == "load.csv 1:1 the file has more than 64 KB");
}

TEST_CASE("charts: data come from a CSV file of the campaign, faults from their line in it") {
    using presskit::tests::Loaded;
    FileTree tree = presskit::tests::small_campaign();
    tree.files["texts/release/en.md"] +=
        "\n::: chart bar data=data/a.csv caption=\"What it shows\"\n:::\n";
    tree.files["data/a.csv"] = "Country,Cases\nAlbania,12\n";
    const Loaded sound(tree);
    INFO(sound.report());
    REQUIRE(sound.result);
    const Document& document = sound.result->texts.at({"release", {}, {"en"}});
    const Chart& chart = std::get<Boxed<Chart>>(document.body.at(1).node);
    CHECK(shown(chart.table) == "<table # [What it shows] |Country|Cases / |Albania|12>");
    CHECK(chart.values == std::vector<std::vector<ChartValue>>{{ChartNumber{12'000, false}}});

    tree.files["data/a.csv"] = "Country,Cases\nAlbania,twelve\n";
    CHECK(Loaded(tree).place_of("load.chart-value") == "twelve");
    tree.files["data/a.csv"] = "Country,Cases\nAlbania,\xFF\n";
    CHECK(Loaded(tree).place_of("load.invalid-utf8") == "\xFF");
    tree.files.erase("data/a.csv");
    CHECK(Loaded(tree).place_of("load.chart-file") == "data=data/a.csv");
    tree.files["texts/release/en.md"] =
        presskit::tests::replaced(tree.files["texts/release/en.md"], "data/a.csv", "../a.csv");
    CHECK(Loaded(tree).place_of("load.chart-file") == "data=../a.csv");
}
