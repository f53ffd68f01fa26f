// SPDX-License-Identifier: Apache-2.0
#include "stages/model/plain_text.hpp"
#include "tests/unit/load/markdown_case.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace presskit;
using namespace presskit::load;

namespace {
std::string parsed(const std::string& body) {
    MarkdownCase text(body);
    for (const std::string& fault : text.faults()) UNSCOPED_INFO(fault);
    return shown(text.result);
}
} // namespace

TEST_CASE("markdown: paragraphs keep their marks, a soft break is one space") {
    CHECK(parsed("One *two **three***\n  four `five`.\\\nsix\n") ==
          "<p One (em two (strong three)) four (code five).(br)six>");
}

TEST_CASE("markdown: headings carry ids and actors") {
    CHECK(parsed("## Government *here* {#government actor=government}\n\n### "
                 "{{country:in}}\n\ntext\n") ==
          "<h2 #government @government  Government (em here)><h3 # @  (var country:in)><p text>");
}

TEST_CASE("markdown: bracketed spans hold other inlines") {
    CHECK(parsed("A [Europol]{keep} b [das *Kind* x]{lang=de} c [‘It [is]’]{speaker=\"Livia "
                 "Wagner\"}.\n") ==
          "<p A (keep Europol) b (de das (em Kind) x) c (said Livia Wagner: ‘It [is]’).>");
    CHECK(parsed("[[Europol]{keep} de]{lang=de-AT}\n") == "<p (de-AT (keep Europol) de)>");
    CHECK(parsed("[plain] text, \\[x\\]{keep} and \\[x]{{country}}\n") ==
          "<p [plain] text, [x]{keep} and [x](var country:)>");
}

TEST_CASE("markdown: a table's first column heads its rows where the author says so or has no corner") {
    const auto heads = [](const std::string& body) {
        MarkdownCase text(body);
        return std::get<Table>(text.result->body.at(0).node).header_column;
    };
    CHECK(heads(": C {header-column}\n\n| a | b |\n|--|--|\n| c | d |\n"));
    CHECK(heads(": C\n\n| | b |\n|--|--|\n| c | d |\n"));
    CHECK_FALSE(heads(": C\n\n| a | b |\n|--|--|\n| c | d |\n"));
}

TEST_CASE("markdown: a header of two rows has cells that stand across others") {
    MarkdownCase text(": C {header-rows=2}\n\n| a | b | < |\n|--|--|--|\n| | c | d |\n| 1 | < | 2 |\n");
    REQUIRE(text.faults().empty());
    const Table& table = std::get<Table>(text.result->body.at(0).node);
    CHECK(table.header_rows == 2);
    std::vector<int> columns;
    for (const TableCell& cell : table.header) columns.push_back(cell.columns);
    CHECK(columns == std::vector<int>{1, 2, 0});
    CHECK(table.header[2].content.empty());
    CHECK(plain_text(table.rows[1][1].content) == "<"); // not in the header
    CHECK_FALSE(table.header_column);
}

TEST_CASE("markdown: a cell of the header stands across the rows below it") {
    MarkdownCase text(": C {header-rows=3}\n\n| a | b | < |\n|--|--|--|\n| ^ | c | d |\n| ^ | ^ | e |\n| 1 | ^ | 2 |\n");
    REQUIRE(text.faults().empty());
    const Table& table = std::get<Table>(text.result->body.at(0).node);
    std::string spans;
    for (const TableRow* row : {&table.header, &table.rows[0], &table.rows[1]})
        for (const TableCell& cell : *row)
            spans += std::to_string(cell.columns) + "x" + std::to_string(cell.rows) + " ";
    CHECK(spans == "1x3 2x1 0x1 0x0 1x2 1x1 0x0 0x0 1x1 ");
    CHECK(table.rows[0][0].content.empty());
    CHECK(plain_text(table.rows[2][1].content) == "^"); // not in the header
}

TEST_CASE("markdown: a name in the first column stands beside the rows below it") {
    MarkdownCase text(": C\n\n| a | b |\n|--|--|\n| 1 | x |\n| ^ | y |\n| ^ | ^ |\n| 2 | z |\n");
    REQUIRE(text.faults().empty());
    const Table& table = std::get<Table>(text.result->body.at(0).node);
    std::string spans;
    for (const TableRow& row : table.rows)
        spans += std::to_string(row[0].columns) + "x" + std::to_string(row[0].rows) + " ";
    CHECK(spans == "1x3 0x0 0x0 1x1 ");
    CHECK(table.rows[1][0].content.empty());
    CHECK(plain_text(table.rows[2][1].content) == "^"); // names nothing
}

TEST_CASE("markdown: escapes are read once and left alone in code") {
    CHECK(parsed("\\[a\\] \\{\\{b\\}\\} \\\\ \\* `\\[x`\n") == "<p [a] {{b}} \\ * (code \\[x)>");
    CHECK(parsed("\\: no caption\n") == "<p : no caption>");
}

TEST_CASE("markdown: variables stand in text, links and headings") {
    CHECK(parsed("## H {#a}\n\n{{country.xk:in}} [section {{number}}](#a) {{date:1989-11-20}} "
                 "{{number:-12.5}}\n") ==
          "<h2 #a @  H><p (var country.xk:in) (ref a section (var number:)) (var date:1989-11-20) "
          "(var number:-12.5)>");
    CHECK(parsed("## H {#a}\n\n[{{number}}](#a) [*{{report}}*](https://a.org)\n") ==
          "<h2 #a @  H><p (ref a (var number:)) (link https://a.org (em (var report:)))>");
}

TEST_CASE("markdown: links lead to safe addresses in ASCII") {
    CHECK(parsed("[a](https://example.org/č?q=1#x) [b](mailto:a@b.org)\n") ==
          "<p (link https://example.org/%C4%8D?q=1#x a) (link mailto:a@b.org b)>");
    CHECK(parsed("<https://example.org>\n") ==
          "<p (link https://example.org https://example.org)>");
}

TEST_CASE("markdown: footnotes stand in the order of their references") {
    CHECK(parsed("a[^two] b[^one]\n\n[^one]: First *note*.\n\n    More.\n\n[^two]: word\n") ==
          "<p a(note two) b(note one)>[^two]<p word>[^one]<p First (em note).><p More.>");
    CHECK(parsed("a[^1] b[^10-a]\n\n[^10-a]: Ten.\n\n[^1]: One.\n") ==
          "<p a(note 1) b(note 10-a)>[^1]<p One.>[^10-a]<p Ten.>");
}

TEST_CASE("markdown: tables have captions, alignment and equal rows") {
    MarkdownCase text(
        ": What *it* shows {#tab}\n\n| A | B |\n|:--|--:|\n| one | `x \\| y` |\n| a |\n");
    CHECK(shown(text.result) == "<table #tab [What (em it) shows] |A|B / |one|(code x | y) / |a|>");
    const auto& table = std::get<Table>(text.result->body[0].node);
    CHECK(table.columns == std::vector{Alignment::start, Alignment::end});
    CHECK(text.words_at(table.rows[0][0].content[0].span) == "one");
    CHECK(text.words_at(table.caption[0].span) == "What ");
}

TEST_CASE("markdown: lists, quotations, code and rules keep their kind") {
    CHECK(
        parsed(
            "3. a\n4. b\n   - c\n\n> q\n> r\n\n```\n\\[x\n::: note\n```\n\n***\n\n- a\n\n- b\n") ==
        "<ol 3 <p a> <p b><ul <p c>>><quote <p q r>><code \\[x\n::: note\n><hr><ul loose <p a> <p "
        "b>>");
}

TEST_CASE("markdown: a picture stands alone with its words") {
    CHECK(
        parsed("![A *map*](images/x.png \"The caption\"){credit=\"Jo "
               "Doe\"}\n\n![](images/y.png){decorative}\n") ==
        "<img images/x.png [A map] [The caption] [Jo Doe]><img images/y.png [] [] [] decorative>");
}

TEST_CASE("markdown: lines of three colons group blocks, even without blank lines") {
    CHECK(parsed("- a\n::: note The *title*\ntext\n::: only countries=\"al xk\" languages=\"sq "
                 "sr-cyrl\"\n- b\n:::\n:::\nc\n") ==
          "<ul <p a>><note [The *title*] <p text><only al xk sq sr-Cyrl <ul <p b>>>><p c>");
    CHECK(parsed("::: contact\n\nWrite.\n\n:::\n\n::: boilerplate\n\n## About "
                 "{#about}\n\nWe.\n\n:::\n") ==
          "<contact <p Write.>><about <h2 #about @  About><p We.>>");
}

TEST_CASE("markdown: spans point at the words, also behind indentation and line breaks") {
    MarkdownCase text("- žena\n  i *dijete* &amp; [x](https://a.org)\n  {{country}}\n");
    REQUIRE(text.result);
    const auto& list = std::get<List>(text.result->body[0].node);
    const auto& content = std::get<Paragraph>(list.items[0].content[0].node).content;
    REQUIRE(content.size() == 6);
    CHECK(text.words_at(std::get<Emphasis>(content[1].node).content[0].span) == "dijete");
    CHECK(text.words_at(content[3].span).find("x](https://a.org") == 0);
    CHECK(text.words_at(content[5].span) == "{{country}}");
}

TEST_CASE("markdown: CRLF is a line end and the last line needs none") {
    CHECK(parsed("## A\r\n\r\n::: note T\r\nb\r\n:::\r\n") == "<h2 # @  A><note [T] <p b>>");
    CHECK(parsed("a") == "<p a>");
}
