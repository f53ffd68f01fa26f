// SPDX-License-Identifier: Apache-2.0
#include "pipeline/yaml/parse.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace presskit;
using namespace presskit::yaml;

namespace {

struct Parsed {
    SourceMap sources;
    SourceId source;
    Result<YamlNode> result = Diagnostics{};

    explicit Parsed(std::string text) : source(sources.add("x.yaml", std::move(text))) {
        result = parse(sources, source);
    }
    /// What the file says at a span.
    std::string_view at(Span span) const {
        return std::string_view(sources.at(span.source).text)
            .substr(span.begin, span.end - span.begin);
    }
    const YamlNode& operator[](std::string_view key) const { return *result->find(key); }
};

std::string text(const YamlNode& node) { return node.scalar()->text; }

/// The codes of a text's faults, each with what its span covers.
std::vector<std::string> faults(const std::string& yaml) {
    const Parsed parsed(yaml);
    std::vector<std::string> out;
    for (const Diagnostic& d : parsed.result.diagnostics)
        out.push_back(d.code.substr(5) + " " + std::string(parsed.at(d.span)));
    return out;
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

} // namespace

TEST_CASE("yaml: spans count bytes, after text of several bytes a character too") {
    const Parsed p("ž: \"né\"\nb: {č: d, e: [1, 2]}\nf: gž\n");
    REQUIRE(p.result);
    CHECK(p.at(p.result->entry("ž")->key_span) == "ž");
    CHECK(p.at(p["ž"].span) == "\"né\"");
    CHECK(p.at(p["b"].span) == "{č: d, e: [1, 2]}");
    CHECK(p.at(p["b"].entry("č")->key_span) == "č");
    CHECK(p.at(p["b"].find("e")->span) == "[1, 2]");
    CHECK(p.at(p["b"].find("e")->items()[1].span) == "2");
    CHECK(p.at(p["f"].span) == "gž");
}

TEST_CASE("yaml: every style of scalar is read and its span ends where the text does") {
    const Parsed p(
        "long: >-\n  Šo\n  two\n\n  three\nlit: |\n  x # not a comment\n# a comment\nempty:\n"
        "single: 'it''s'\ndouble: \"a \\\"b\\\" \\u0161\"\nplain: one\n  two # no\nlast: z");
    REQUIRE(p.result);
    CHECK(text(p["long"]) == "Šo two\nthree");
    CHECK(p.at(p["long"].span) == ">-\n  Šo\n  two\n\n  three");
    CHECK(text(p["lit"]) == "x # not a comment\n");
    CHECK(p.at(p["lit"].span) == "|\n  x # not a comment");
    CHECK(type_of(*p["empty"].scalar()) == ScalarType::null);
    CHECK(text(p["single"]) == "it's");
    CHECK(p.at(p["single"].span) == "'it''s'");
    CHECK(text(p["double"]) == "a \"b\" š");
    CHECK(p.at(p["double"].span) == "\"a \\\"b\\\" \\u0161\"");
    CHECK(text(p["plain"]) == "one two");
    CHECK(p.at(p["last"].span) == "z");
}

TEST_CASE("yaml: front matter inside a file is parsed in place") {
    SourceMap sources;
    const std::string file = "---\ntitle: Šta\n---\n\nBody: [not YAML\n";
    const SourceId id = sources.add("x.md", file);
    const auto node = parse(sources, id, 4, 16);
    REQUIRE(node);
    CHECK(node->find("title")->span.begin == file.find("Šta"));
}

TEST_CASE("yaml: a byte order mark and CRLF line ends change nothing but offsets") {
    const Parsed p("\xEF\xBB\xBF"
                   "a: b\r\nc: |\r\n  d\r\n");
    REQUIRE(p.result);
    CHECK(text(p["a"]) == "b");
    CHECK(p.at(p["a"].span) == "b");
    CHECK(p.at(p.result->entry("c")->key_span) == "c");
}

TEST_CASE("yaml: unquoted scalars have the types of YAML 1.2, quoted ones are text") {
    const auto type = [](std::string text) { return type_of({std::move(text), false}); };
    for (const auto* word : {"", "~", "null", "Null", "NULL"})
        CHECK(type(word) == ScalarType::null);
    for (const auto* word : {"true", "False", "TRUE"}) CHECK(type(word) == ScalarType::boolean);
    for (const auto* word : {"0", "-12", "+7", "0x1F", "0o17", "99999999999999999999"})
        CHECK(type(word) == ScalarType::integer);
    for (const auto* word : {"1.0", ".5", "-1e3", "2.", ".inf", "-.INF", ".nan"})
        CHECK(type(word) == ScalarType::number);
    for (const auto* word : {"no", "yes", "on", "2021-05-18", "1.0.0", "0x", "1e", "-", ".", "nUll",
                             "12:30:45", "1_000", "0b1"})
        CHECK(type(word) == ScalarType::text);
    CHECK(type_of({"true", true}) == ScalarType::text);
    CHECK(to_number({"0x1F", false}) == 31.0);
    CHECK(to_number({"-1e3", false}) == -1000.0);
    CHECK(to_number({"1e999", false}) > 1e300);
}

TEST_CASE("yaml: a key that stands twice is an error at the second") {
    CHECK(faults("a: 1\nb: 2\na: 3\n") == std::vector<std::string>{"duplicate-key a"});
    CHECK(faults("x: {a: 1, \"a\": 3}\n") == std::vector<std::string>{"duplicate-key \"a\""});
}

TEST_CASE("yaml: anchors, aliases and tags are refused, so an alias bomb is a plain error") {
    CHECK(faults("a: &x 1\nb: *x\n") ==
          std::vector<std::string>{"yaml-feature &x", "yaml-feature *x"});
    CHECK(faults("a: !!str 1\n") == std::vector<std::string>{"yaml-feature !!str"});
    CHECK(faults("a: ! x\n") == std::vector<std::string>{"yaml-feature !"});
    CHECK(faults("a: !t [x]\n") == std::vector<std::string>{"yaml-feature !t"});
    CHECK_FALSE(faults("a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n").empty());
    CHECK_FALSE(faults("<<: *x\n").empty());
}

TEST_CASE("yaml: a second document is refused") {
    CHECK(faults("a: 1\n---\nb: 2\n") == std::vector<std::string>{"yaml-feature -"});
    CHECK_FALSE(faults("[a] b\n").empty());
    CHECK(faults("---\na: 1\n...\n").empty());
}

TEST_CASE("yaml: what yaml-cpp lets pass but YAML forbids is an error") {
    CHECK(faults("a: \"x\nb: c\n") == std::vector<std::string>{"yaml-syntax \""});
    CHECK(faults("a: 'x\n") == std::vector<std::string>{"yaml-syntax '"});
    CHECK(faults("a: b\nc\n") == std::vector<std::string>{"yaml-syntax c"});
    CHECK_FALSE(faults("{a b: c, d}\n").empty());
    CHECK_FALSE(faults("? a\n: b\n").empty());
    CHECK_FALSE(faults("%YAML 1.2\n---\na: b\n").empty());
    CHECK_FALSE(faults(": b\n").empty());
    CHECK_FALSE(faults("[a]: b\n").empty());
}

TEST_CASE("yaml: syntax errors have a place and advice") {
    const Parsed p("title: Exploited: the report\n");
    REQUIRE(p.result.diagnostics.size() == 1);
    const Diagnostic& d = p.result.diagnostics[0];
    CHECK(d.code == "load.yaml-syntax");
    CHECK(p.sources.locate(d.span.source, d.span.begin) == Location{1, 17});
    CHECK(d.hint.find("double quotes") != std::string::npos);
    for (const auto* bad :
         {"a: [b\n", "a: {b: c\nd: e\n", "a:\n  b: 1\n d: 2\n", "a: - b\n", "a: @b\n",
          "a: \"\\q\"\n", "a: |x\n b\n", "}", "a: b: c", "\ta: b", "a: *"})
        CHECK_FALSE(faults(bad).empty());
}

TEST_CASE("yaml: control characters are refused, written or escaped") {
    CHECK(faults(std::string("a: b\0c\n", 7))[0].starts_with("control-character"));
    CHECK(faults("a: \x04\nb: c\n")[0].starts_with("control-character"));
    CHECK(faults("a: \"\\e[31m\"\n")[0].starts_with("control-character"));
    CHECK(faults("a: \"\\0\"\n")[0].starts_with("control-character"));
    CHECK(faults("a: b\xFF\n")[0].starts_with("not-utf8"));
    CHECK(faults("a: \"x\\ty\"\n").empty());
}

TEST_CASE("yaml: nesting ten thousand deep is an error, not a crash") {
    for (const auto* piece : {"[", "{a: ", "- ", "? ", ": ", "[{", "- - ", "[a, "}) {
        INFO(piece);
        CHECK_FALSE(faults(repeated(piece, 10'000)).empty());
    }
    std::string indented;
    for (std::size_t depth = 0; depth < 1200; ++depth) indented += std::string(depth, ' ') + "a:\n";
    CHECK(faults(indented)[0].starts_with("yaml-limit"));
    CHECK(faults(repeated("[", 64) + repeated("]", 64)).empty());
    CHECK(faults(repeated("[", 65) + repeated("]", 65))[0].starts_with("yaml-limit"));
}

TEST_CASE("yaml: too many values, too long a value and too large a file are errors") {
    CHECK(faults("[" + repeated("a,", 200'000) + "]")[0].starts_with("yaml-limit"));
    CHECK(faults("a: " + std::string(70'000, 'x'))[0].starts_with("yaml-limit"));
    CHECK(faults(std::string(max_bytes + 1, ' '))[0].starts_with("yaml-limit"));
    CHECK_FALSE(faults(repeated(",", 1000)).empty());
    CHECK(faults("[" + repeated("!!x y,", 1000) + "]").size() == max_faults);
    CHECK(faults(repeated("\"\"", 100'000)).size() == 1);
}

TEST_CASE("yaml: an empty file is null") {
    for (const auto* nothing : {"", "# only a comment\n", "---\n", "\n\n"}) {
        const Parsed p(nothing);
        REQUIRE(p.result);
        CHECK(type_of(*p.result->scalar()) == ScalarType::null);
    }
}

TEST_CASE("yaml: pieces in any order give a tree or a fault with a place in the file") {
    constexpr std::array<std::string_view, 33> pieces{
        "a", "b", ": ",  ":", "- ", "-", "? ", "?",  "\n",    "\n ", "\n  ",
        "[", "]", "{",   "}", ",",  "!", "!!", "!<", "&a ",   "*a ", "\"",
        "'", "|", "|\n", ">", "#",  " ", "\t", "%",  "---\n", "é",   "~"};
    std::uint32_t state = 1; // xorshift, so that every run and machine tries the same texts
    for (int round = 0; round < 20'000; ++round) {
        std::string yaml;
        for (std::uint32_t length = 1 + state % 14; length > 0; --length) {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            yaml += pieces[state % pieces.size()];
        }
        const Parsed p(yaml);
        if (p.result) continue;
        REQUIRE_FALSE(p.result.diagnostics.empty());
        for (const Diagnostic& d : p.result.diagnostics) REQUIRE(d.span.end <= yaml.size());
    }
}
