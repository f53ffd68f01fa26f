// SPDX-License-Identifier: Apache-2.0
// Every construct of the dialect, and words that are hard to set: they too come out of the PDF as
// they went in.
#include "tests/e2e/expected_text.hpp"
#include "tests/e2e/pdf_reading.hpp"
#include "tests/e2e/reading_match.hpp"
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

const char* const head = R"(---
document: release
language: en
kicker: Straße, file and ĳ
title: Every construct of the dialect, with a title that is long enough to be broken over lines
deck: Office, affluent, fluffy, fjord; Ǆ ǅ ǆ.
dateline: true
description: A release for tests.
---
)";

const char* const every_block = R"(
First a hard\
line break, and `code  with spaces`, *emphasis **and strength** within*, [Kinder­schutz­gesetz]{lang=de},
[Europol]{keep}, a [link with *emphasis*](https://example.org/a/very/long/address/that/has/to/be/broken/somewhere?because=it&is=wider_than_the_line_that_it_stands_on#fragment), and
<https://example.org/an-address-that-shows-itself/and-is-as-long-as-addresses-tend-to-be/when-nobody-asks/index.html>.[^one]

Less by {{number:-1250.5}} and by −4, not from 3–4.

Two references stand here.[^two][^one] A reference inside a word: co[^three]operation.

1. One
2. Two

   A second paragraph of the second item.

   - Nested *bullet*
   - Another[^two]

     3. Three, deeper
     4. Four, deeper
5. Five by the author's count is three

> Quoted law, first paragraph.
>
> > Quoted within a quotation.
>
> - A list in a quotation

::: note
A note without a title.
:::

::: warning Careful
- A list in a warning
:::

```
def indented(words):
    return  words

print("end")
```

---

: A table with words that are hard to break

| No. | Provision, article and paragraph | Obligation of states | Read more |
|----:|:--------------------------------|:--------------------:|:----------|
| 1 | Article 16.[^two] | Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft | [the heading](#heading) |
| 2 | | `code` and *emphasis* | <https://example.org/table/with/a/long/address/inside/a/cell/of/it> |
| 3 | 100 km and 12 % | — | … |

## A heading with *emphasis*, `code` and a note[^three] {#heading}

Well-known multi-stakeholder self-regulation; and/or; 1989–2021; “‘Nested’ quotation”; e.g. i.e.; a…b; naïve café
Zürich Łódź İstanbul ĿL; 3 × 4 € § № ™ ½. SOFT­HY­PHEN­ATED.
Pneumonoultramicroscopicsilicovolcanoconiosispneumonoultramicroscopicsilicovolcanoconiosispneumonoultramicroscopicsilicovolcanoconiosis

[^one]: A footnote with a [link](https://example.org/) and `code`.
[^two]: A footnote of two paragraphs.

    This is the second.
[^three]: A footnote

    - with a list
)";

/// A release of `head`, `body` and as many paragraphs as fill pages.
struct Built {
    explicit Built(const std::string& body) {
        auto files = small_campaign();
        files["texts/release/en.md"] = head + body;
        for (const auto& [name, bytes] : files) folder.write("campaign/" + name, bytes);
        build = run(std::string(PRESSKIT_PROGRAM) + " build " + quoted(folder.path("campaign")) +
                    " --out " + quoted(folder.path("out")));
        run("unzip -q " + quoted(folder.path("out")) + "/*.zip -d " + quoted(folder.path("kit")));
    }
    TempFolder folder;
    Run build;
    fs::path pdf() const { return folder.path("kit/small-al-en-1.0.0/01-press-release-en.pdf"); }
};

void check_tags(const Built& built, const PdfReading& reading) {
    const PlannedTexts texts = planned_texts(built.folder.path("campaign"));
    const ExpectedText& expected = texts.editions.at("01-press-release-en.pdf").text;
    CHECK(reading.check == "");
    CHECK(reading.untagged.empty());
    for (const auto& found : {reading.poppler, reading.blocks}) {
        CHECK(first_difference(words_of(found), expected.blocks) == "");
        CHECK(first_difference(labels_of(found), expected.labels) == "");
        CHECK(first_difference(marks_of(found), expected.marks) == "");
    }
}

void check_pages(const PdfReading& reading, const std::vector<std::string>& seen) {
    REQUIRE(seen.size() == reading.pages.size());
    for (std::size_t page = 0; page < seen.size(); ++page)
        CHECK(first_difference_of_pages(reading.pages[page], seen[page]) == "");
}

void check_text(const std::string& body) {
    const Built built(body);
    INFO(built.build.err);
    REQUIRE(built.build.status == 0);
    const PdfReading reading = read_pdfs({built.pdf()}).front();
    check_tags(built, reading);
    check_pages(reading, reading.mupdf);
    check_pages(reading, reading.poppler_pages);
}

} // namespace

TEST_CASE("text: every construct keeps its words, labels and marks") { check_text(every_block); }

TEST_CASE("text: constructs that break over pages are read as one") {
    std::string body;
    for (int i = 0; i < 4; ++i) {
        const std::string number = std::to_string(i);
        body += "\nA paragraph in front.[^n" + number + "]\n\n: Table " + number +
                "\n\n| Name | Words |\n|:--|:--|\n";
        for (int row = 0; row < 40; ++row)
            body += "| row " + std::to_string(row) +
                    " | words of the row, long enough for more than one line of the "
                    "column, so that rows are of different heights |\n";
        body += "\n";
        for (int item = 1; item < 30; ++item)
            body += std::to_string(item) +
                    ". an item of a list that is long, and that has words enough for a second "
                    "line and perhaps, if the type is large, for a third\n";
        body += "\n::: note\n";
        for (int line = 0; line < 60; ++line)
            body += "A sentence of a callout that is longer than a page. ";
        body += "\n:::\n\n[^n" + number + "]: ";
        for (int line = 0; line < 30; ++line) body += "A footnote with very many words. ";
        body += "\n";
    }
    check_text(body);
}

TEST_CASE("text: letters keep their combining marks") {
    const Built built("\ne\u030B q\u0304 \u01EB\u0301 \u0433\u0301 \u0430\u0300 and so on\n");
    REQUIRE(built.build.status == 0);
    const PdfReading reading = read_pdfs({built.pdf()}).front();
    check_tags(built, reading);
    // pdftotext takes a mark that leans over its letter's edge for a word of its own.
    check_pages(reading, reading.mupdf);
}

namespace {

/// A release's table in its formats, of a kit whose PDF reads as it should.
struct TableFormats {
    std::string html, text, docx, tags;

    explicit TableFormats(const Built& built) {
        INFO(built.build.err);
        REQUIRE(built.build.status == 0); // verify has read the PDF's tables
        const PdfReading reading = read_pdfs({built.pdf()}).front();
        check_tags(built, reading);
        check_pages(reading, reading.mupdf);
        const std::string stem = "kit/small-al-en-1.0.0/01-press-release-en";
        html = built.folder.read(stem + ".html");
        text = built.folder.read(stem + ".txt");
        docx = run("unzip -p " + quoted(built.folder.path(stem + ".docx")) + " word/document.xml").out;
        tags = run("qpdf --qdf --object-streams=disable " + quoted(built.pdf()) + " -").out;
    }

    bool merges_down() const {
        const std::size_t goes_on = docx.find("<w:vMerge/>");
        return goes_on != std::string::npos && docx.find("<w:vMerge w:val=\"restart\"/>") < goes_on;
    }

    std::size_t cells_with_headers() const {
        const std::string_view headers = "/Headers [";
        std::size_t cells = 0;
        for (std::size_t at = tags.find(headers); at != std::string::npos; at = tags.find(headers, at + 1)) ++cells;
        return cells;
    }
};

} // namespace

TEST_CASE("text: a name beside several rows is one in every format, and heads each of them") {
    const Built built(R"(
Words before it.

: Laws of states {header-column}

| State | Law |
|:------|:----|
| Albania | Criminal code |
| ^ | Family code |
| Kosovo | Labour act |
)");
    const TableFormats table(built);
    CHECK(table.html.find("<tr><th scope=\"row\" rowspan=\"2\">Albania</th><td>Criminal code</td></tr>\n"
                    "<tr><td>Family code</td></tr>\n") != std::string::npos);
    CHECK(table.text.find("Albania\tCriminal code\n\tFamily code\n") != std::string::npos);
    CHECK(table.merges_down());
    CHECK(table.tags.find("/RowSpan 2") != std::string::npos);
    CHECK(table.cells_with_headers() == 5); // two names and three laws
}

TEST_CASE("text: a header of two rows is one in every format, and each cell names what heads it") {
    const Built built(R"(
Words before it.

: States and treaties {header-rows=2}

| State | In force | < |
|:------|:--------:|--:|
| ^ | Law | Treaty |
| Albania | 1 | 2 |
| Kosovo | 3 | 4 |
)");
    const TableFormats table(built);
    CHECK(table.html.find("<tr><th scope=\"col\" rowspan=\"2\">State</th><th scope=\"colgroup\" colspan=\"2\">In force</th></tr>\n"
                    "<tr><th scope=\"col\">Law</th><th scope=\"col\" class=\"end\">Treaty</th></tr>\n"
                    "</thead>") != std::string::npos);
    CHECK(table.docx.find("<w:gridSpan w:val=\"2\"/>") != std::string::npos);
    CHECK(table.merges_down());
    CHECK(table.tags.find("/ColSpan 2") != std::string::npos);
    CHECK(table.tags.find("/RowSpan 2") != std::string::npos);
    CHECK(table.cells_with_headers() == 8); // two below the header's first row, six of the body
}
