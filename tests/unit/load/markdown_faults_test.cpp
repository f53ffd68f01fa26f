// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/load/markdown_case.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::load;

namespace {

struct Fault {
    std::string body;
    std::vector<std::string> expected; ///< "code line:column"
};

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

void check_all(const std::vector<Fault>& table) {
    for (const Fault& fault : table) {
        INFO(fault.body.substr(0, 200));
        MarkdownCase text(fault.body);
        CHECK(text.faults() == fault.expected);
    }
}

} // namespace

TEST_CASE("markdown faults: raw HTML in every shape") {
    check_all({
        {"a <b>x</b>\n", {"load.raw-html 1:3", "load.raw-html 1:7"}},
        {"text\n\n<div>\nx\n</div>\n", {"load.raw-html 3:1"}},
        {"<!-- a comment -->\n\nb\n", {"load.raw-html 1:1"}},
        {"b <!-- c --> d\n", {"load.raw-html 1:3"}},
        {"> - <script>alert(1)</script>\n", {"load.raw-html 1:5"}},
        {"![*A <b>* chart](images/x.png \"c\"){credit=\"A\"}\n", {"load.raw-html 1:1"}},
        {"| <b> |\n|---|\n", {"load.table-without-caption 1:1", "load.raw-html 1:3"}},
    });
}

TEST_CASE("markdown faults: headings") {
    check_all({
        {"# Title\n\na\n", {"load.heading-level-1 1:1"}},
        {"Title\n=====\n", {"load.heading-level-1 1:1"}},
        {"### Deep\n", {"load.heading-skips-level 1:1"}},
        {"## A\n\n#### C\n\n## B\n", {"load.heading-skips-level 3:1"}},
        {"## {#x}\n\na\n", {"load.heading-empty 1:1"}},
        {"- ## A\n", {"load.heading-misplaced 1:3"}},
        {"## A {#a}\n\n## B {#a}\n", {"load.duplicate-id 3:1"}},
        {"## A {#Á}\n", {"load.malformed-id 1:7"}},
        {"## A {colour=red}\n", {"load.unknown-attribute 1:7"}},
        {"## A {actor=\"Big Firms\"}\n", {"load.malformed-actor 1:7"}},
        {"## A {#a #b}\n", {"load.malformed-attributes 1:10"}},
        {"## A {actor=x actor=y}\n", {"load.duplicate-attribute 1:15"}},
        {"## A {part=2}\n\na\n", {"load.malformed-part 1:7"}},
        {"## A\n\n### B {part}\n", {"load.malformed-part 3:8"}},
        {"## A {part}\n\n### B\n\n## C\n", {"load.heading-outside-parts 5:1"}},
    });
}

TEST_CASE("markdown faults: links") {
    check_all({
        {"[a](http://example.org)\n", {"load.link-scheme 1:5"}},
        {"x\n[a](javascript:alert)\n", {"load.link-scheme 2:5"}},
        {"[a](data:text/html,x)\n", {"load.link-scheme 1:5"}},
        {"[a](file:///etc/passwd)\n", {"load.link-scheme 1:5"}},
        {"[a](JavaScript:x)\n", {"load.link-scheme 1:5"}},
        {"[a](guide.md)\n", {"load.link-scheme 1:5"}},
        {"[a](//example.org)\n", {"load.link-scheme 1:5"}},
        {"[a]()\n", {"load.link-scheme 1:2"}},
        {"x [a](https://example.org b)\n", {"load.broken-link 1:3"}},
        {"[*a*](https://example.org b)\n", {"load.broken-link 1:1"}},
        {"![a](images/my map.png)\n", {"load.broken-link 1:2"}},
        {"![a](images/map.png “c”)\n", {"load.broken-link 1:2"}},
        {"\\[a](b c), [a] (b c)\n", {}},
        {"[a](https:example.org)\n", {"load.malformed-link 1:5"}},
        {"[a](https://)\n", {"load.malformed-link 1:5"}},
        {"[a](https://bank.org@evil.org)\n", {"load.malformed-link 1:5"}},
        {"[a](https://примјер.срб/)\n", {"load.malformed-link 1:5"}},
        {"[a](<https://a.org/b c>)\n", {"load.malformed-link 1:6"}},
        {"[a](https://a.org/%zz)\n", {"load.malformed-link 1:5"}},
        {"[a](mailto:nobody)\n", {"load.malformed-link 1:5"}},
        {"[](https://a.org)\n", {"load.link-without-text 1:4"}},
        {"a [ ](https://a.org) b\n", {"load.link-without-text 1:7"}},
        {"a [ ](#b) c\n", {"load.link-without-text 1:7"}},
        {"[a](https://a.org){keep}\n", {"load.attributes-misplaced 1:19"}},
        {"## Where {#where}\n\n[a](#were)\n", {"load.unknown-reference 3:2"}},
    });
    MarkdownCase text("## Where {#where}\n\n[a](#were)\n");
    CHECK(text.result.diagnostics[0].hint == "did you mean `#where`?");
}

TEST_CASE("markdown faults: pictures") {
    check_all({
        {"![](images/x.png \"c\"){credit=x}\n", {"load.image-without-alternative-text 1:1"}},
        {"![ ](images/x.png \"c\"){credit=x}\n", {"load.image-without-alternative-text 1:1"}},
        {"![a](images/x.png)\n", {"load.image-without-caption 1:1"}},
        {"![](images/x.png){decorative}\n", {}},
        {"![a](images/x.png){decorative}\n", {"load.image-decorative 1:1"}},
        {"![a](../x.png \"c\"){credit=x}\n", {"load.image-path 1:1"}},
        {"![a](images/../../x.png \"c\"){credit=x}\n", {"load.image-path 1:1"}},
        {"![a](/etc/x.png \"c\"){credit=x}\n", {"load.image-path 1:1"}},
        {"![a](images\\\\x.png \"c\"){credit=x}\n", {"load.image-path 1:1"}},
        {"![a](https://a.org/x.png \"c\"){credit=x}\n", {"load.image-path 1:1"}},
        {"![a](file:x.png \"c\"){credit=x}\n", {"load.image-path 1:1"}},
        {"![a](images//x.png \"c\"){credit=x}\n", {"load.image-path 1:1"}},
        {"![a](<> \"c\"){credit=x}\n", {"load.image-path 1:1"}},
        {"See ![a](images/x.png) here\n", {"load.image-misplaced 1:5"}},
        {"![a](images/x.png \"c\"){credit=x credits=x}\n", {"load.unknown-attribute 1:33"}},
        {"![a](images/x.png \"c\"){#id credit=x}\n", {"load.unknown-attribute 1:24"}},
    });
}

TEST_CASE("markdown faults: footnotes") {
    check_all({
        {"a[^x] b\n", {"load.footnote-without-text 1:2"}},
        {"a\n\nb [^x]\n\n[^y]: note\n",
         {"load.footnote-without-text 3:3", "load.footnote-unused 5:1"}},
        {"a[^x]\n\n[^x]: one\n\n[^x]: two\n", {"load.duplicate-footnote 5:1"}},
        {"a[^x]\n\n[^x]:\n", {"load.footnote-empty 3:1"}},
        {"a\n\n[^X]: one\n", {"load.malformed-id 3:1"}},
        {"a\n\n[^-1]: one\n", {"load.malformed-id 3:1"}},
        {"a\n\n[^x]: <b>\n", {"load.footnote-unused 3:1", "load.raw-html 3:7"}},
        {"| a[^x] |\n|---|\n",
         {"load.table-without-caption 1:1", "load.footnote-without-text 1:4"}},
    });
}

TEST_CASE("markdown faults: tables and captions") {
    check_all({
        {"| a |\n|---|\n", {"load.table-without-caption 1:1"}},
        {": c\n\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", {"load.table-row-too-long 5:1"}},
        {": c {header-rows=two}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", {"load.header-rows 1:6"}},
        {": c {header-rows=2}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", {"load.header-rows 3:1"}},
        {": c {header-rows=2}\n\n| < | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n", {"load.header-cell 3:3"}},
        {": c {header-rows=2}\n\n| a | < |\n|---|---|\n| ^ | b |\n| 3 | 4 |\n", {"load.header-cell 5:3"}},
        {": c {header-rows=2}\n\n| | b |\n|---|---|\n| ^ | c |\n| 3 | 4 |\n", {"load.header-cell 5:3"}},
        {": c {header-rows=2}\n\n| a | b |\n|---|---|\n| ^ | ^ |\n| 3 | 4 |\n", {"load.header-cell 5:3"}},
        {": c\n\n| a | b |\n|---|---|\n| ^ | 1 |\n| c | 2 |\n", {"load.row-name 5:3"}},
        {": c\n\n| a | b |\n|---|---|\n| | 1 |\n| ^ | 2 |\n", {"load.row-name 6:3"}},
        {": c {header-rows=2}\n\n| a | b |\n|---|---|\n| c | d |\n| ^ | 1 |\n", {"load.row-name 6:3"}},
        {": c\n\n|1|2|3|4|5|6|7|8|9|\n|-|-|-|-|-|-|-|-|-|\n", {"load.table-too-wide 3:1"}},
        {"a\n\n: lonely\n\nb\n", {"load.caption-without-table 3:1"}},
        {": c {#t}\n\n| a |\n|---|\n\n: d {#t}\n\n| a |\n|---|\n", {"load.duplicate-id 8:1"}},
        {": c {x=1}\n\n| a |\n|---|\n", {"load.unknown-attribute 1:6"}},
    });
}

TEST_CASE("markdown faults: lines of three colons") {
    check_all({
        {"a\n\n::: note T\n\nb\n", {"load.fence-not-closed 3:1"}},
        {"a\n\n:::\n", {"load.fence-not-opened 3:1"}},
        {"::: nite T\nb\n:::\n", {"load.unknown-fence 1:5"}},
        {"::: contact us\nb\n:::\n", {"load.malformed-fence 1:13"}},
        {"::: only\nb\n:::\n", {"load.malformed-fence 1:1"}},
        {"::: only countries=\"AL\"\nb\n:::\n", {"load.malformed-fence 1:10"}},
        {"::: only languages=\"s_q\"\nb\n:::\n", {"load.malformed-fence 1:10"}},
        {"::: only contries=\"al\"\nb\n:::\n", {"load.unknown-attribute 1:10"}},
        {"::: only countries=\"al\nb\n:::\n", {"load.malformed-attributes 1:20"}},
        {"::: note T\n:::\n\na\n", {"load.fence-empty 1:1"}},
        {"- a\n  ::: note T\n", {"load.fence-misplaced 2:3"}},
        {repeated("::: note T\n", 9) + "a\n" + repeated(":::\n", 9), {"load.fence-too-deep 9:1"}},
    });
}

TEST_CASE("markdown faults: an index of instruments") {
    check_all({
        {"a\n\n::: instruments\n\nb\n\n:::\n", {"load.malformed-instruments 3:1"}},
        {"::: instruments\n\n:::\n\n::: instruments\n\n:::\n", {"load.malformed-instruments 5:1"}},
        {"::: instruments Treaties\n\n:::\n", {"load.fence-empty 1:1", "load.malformed-fence 1:17"}},
        {"[a]{instrument}\n", {"load.malformed-attributes 1:5"}},
    });
}

TEST_CASE("markdown faults: spans and variables") {
    check_all({
        {"a [b]{bold}\n", {"load.unknown-attribute 1:7"}},
        {"a [b]{lang=d_e}\n", {"load.malformed-language 1:7"}},
        {"a [b]{lang}\n", {"load.malformed-attributes 1:7"}},
        {"a [b]{keep lang=de}\n", {"load.malformed-attributes 1:7"}},
        {"a [b]{}\n", {"load.malformed-attributes 1:7"}},
        {"a []{keep}\n", {"load.empty-span 1:3"}},
        {"a b]{keep}\n", {"load.attributes-misplaced 1:4"}},
        {"a [b]{keep\n", {"load.malformed-attributes 1:5"}},
        {"a {{country\n", {"load.variable-not-closed 1:3"}},
        {"a\n{{country *x*}}\n", {"load.variable-not-closed 2:1"}},
        {"a {{Country}}\n", {"load.malformed-variable 1:3"}},
        {"a {{}}\n", {"load.malformed-variable 1:3"}},
        {"a {{date:}}\n", {"load.malformed-variable 1:3"}},
        {"a {{a b}}\n", {"load.malformed-variable 1:3"}},
    });
}

TEST_CASE("markdown faults: characters nobody sees") {
    check_all({
        {"a \u202E b\n", {"load.bidi-control 1:3"}},
        {"žž \u2066x\n", {"load.bidi-control 1:4"}},
        {"a\x01\n", {"load.control-character 1:2"}},
        {"a\rb\n", {"load.control-character 1:2"}},
        {"a\u0085\n", {"load.control-character 1:2"}},
        {"a &#x202E; b\n", {"load.control-character 1:1"}},
        {"a \uFEFF\n", {"load.control-character 1:3"}},
        {"a e\u0301\n", {"load.not-nfc 1:3"}},
        {"a \xFF\n", {"load.invalid-utf8 1:3"}},
    });
}

TEST_CASE("markdown faults: a text without words") {
    check_all({
        {"", {"load.empty-body 1:1"}},
        {" \n\n", {"load.empty-body 1:1"}},
        {"[^x]: only a note\n", {"load.empty-body 1:1", "load.footnote-unused 1:1"}},
        {"a\n\n```\ncode\n", {"load.code-not-closed 3:1"}},
    });
}

TEST_CASE("markdown faults: hostile nesting and size come to an end") {
    check_all({
        {repeated("[", 10'000) + "\n", {"load.nested-too-deeply 1:33"}},
        {repeated(">", 10'000) + " a\n", {"load.nested-too-deeply 1:1"}},
        {repeated("- ", 5'000) + "a\n", {"load.nested-too-deeply 1:1"}},
        {repeated("a", 20'000) + "\n", {"load.line-too-long 1:1"}},
        {repeated("aaaaaaaaaaaaaaa\n", 70'000), {"load.text-too-long 1:1"}},
    });
    std::string stairs;
    for (int i = 0; i < 600; ++i) stairs += repeated("  ", i) + "- a\n";
    CHECK(MarkdownCase(stairs).faults() == std::vector<std::string>{"load.nested-too-deeply 33:1"});
    CHECK_FALSE(
        MarkdownCase(repeated("*a **b ", 2'000) + repeated("** c* ", 2'000)).faults().empty());
    for (const char* unit :
         {"&amp;\n", "<a\n", "`a\n", "[a](b\n", "{{\n", "a]{keep}\n", "![a](\n", "|a\n|-\n",
          "[^a]: x\n", ":::\n", "[a]: x\n", "*\n", "\\[\n", "a&amp;b[c]{keep}{{x}}\n"})
        CHECK_NOTHROW(MarkdownCase(repeated(unit, 40'000)).faults());
}
