// SPDX-License-Identifier: Apache-2.0
#include "pipeline/yaml/parse.hpp"
#include "pipeline/yaml/schema.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::yaml;

namespace {

Diagnostics faults_of(std::string_view schema, std::string yaml) {
    SourceMap sources;
    const auto node = parse(sources, sources.add("x.yaml", std::move(yaml)));
    REQUIRE(node);
    return check(*node, Schema(schema));
}

std::vector<std::string> messages(std::string_view schema, std::string yaml) {
    std::vector<std::string> out;
    for (const Diagnostic& d : faults_of(schema, std::move(yaml))) out.push_back(d.message);
    return out;
}

using Messages = std::vector<std::string>;

constexpr std::string_view release = R"({
  "type": "object", "additionalProperties": false, "required": ["date"],
  "properties": {
    "date": {"type": "string", "pattern": "^[0-9-]+$", "maxLength": 10, "description": "write 2021-05-18"},
    "kind": {"enum": ["release", "sheet"]},
    "depth": {"type": "integer", "minimum": 1, "maximum": 5},
    "tags": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"type": "string", "minLength": 1}},
    "sub": {"$ref": "#/$defs/sub"}
  },
  "$defs": {"sub": {"type": "object", "additionalProperties": {"$ref": "#/$defs/sub"}}}
})";

} // namespace

TEST_CASE("schema: an unknown key asks for the nearest known one") {
    const auto faults = faults_of(release, "date: 2021-05-18\nkinds: sheet\n");
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == "load.unknown-key");
    CHECK(faults[0].message == "unknown key `kinds` in the file");
    CHECK(faults[0].hint == "did you mean `kind`?");
    CHECK(faults[0].span == Span{{0}, 17, 22});
}

TEST_CASE("schema: a missing key is reported with how to write it") {
    const auto faults = faults_of(release, "kind: sheet\n");
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].message == "the file has no `date`");
    CHECK(faults[0].hint == "add `date: …`: write 2021-05-18");
}

TEST_CASE("schema: a value of the wrong type names both types") {
    CHECK(messages(release, "date: 2021\n") == Messages{"`date` must be text, not a number"});
    CHECK(messages(release, "date: [x]\n") == Messages{"`date` must be text, not a list"});
    CHECK(messages(release, "date:\n") == Messages{"`date` must be text, not nothing"});
    CHECK(messages(release, "[]\n") ==
          Messages{"the file must be a mapping of keys to values, not a list"});
    CHECK(faults_of(release, "date: 2021\n")[0].hint == "put it in quotes: \"2021\"");
    CHECK(faults_of(release, "date: 1.0\n")[0].hint == "write 2021-05-18");
}

TEST_CASE("schema: choices, patterns, bounds and lists are checked, all in one go") {
    CHECK(messages(release, "date: soon\nkind: shet\ndepth: 9\ntags: [a, a, '']\n") ==
          Messages{"`date` cannot be `soon`", "`kind` cannot be `shet`; it is `release` or `sheet`",
                   "`depth` must be at most 5", "an entry of `tags` stands twice",
                   "an entry of `tags` is empty"});
    CHECK(messages(release, "date: '1'\ntags: []\n") == Messages{"`tags` needs at least 1 entry"});
}

TEST_CASE("schema: a number without a fraction is an integer, 1.5 is not") {
    CHECK(messages(release, "date: '1'\ndepth: 2.0\n").empty());
    CHECK(messages(release, "date: '1'\ndepth: 2.5\n").size() == 1);
    CHECK(messages(release, "date: '1'\ndepth: .inf\n").size() == 1);
    CHECK(messages(release, "date: '1'\ndepth: 99999999999999999999\n").size() == 1);
}

TEST_CASE("schema: a rule may refer to itself") {
    CHECK(messages(release, "date: '1'\nsub: {a: {b: {c: {}}}}\n").empty());
    CHECK(messages(release, "date: '1'\nsub: {a: {b: {c: 1}}}\n").size() == 1);
}

TEST_CASE("schema: of several forms the closest one is explained") {
    constexpr std::string_view font = R"({"type": "object", "additionalProperties": false,
      "properties": {"file": {"type": "string"}, "system": {"type": "string"}, "package": {"type": "string"}},
      "oneOf": [{"required": ["system", "package"]}, {"required": ["file"]}]})";
    CHECK(messages(font, "{file: a}").empty());
    CHECK(messages(font, "{system: a}") == Messages{"the file has no `package`"});
    CHECK(messages(font, "{}") == Messages{"the file has no `file`"});
    CHECK(messages(font, "{file: a, system: b, package: c}") ==
          Messages{"the file can be read in two ways"});
}

TEST_CASE("schema: of a text and a mapping the one that was written is explained") {
    constexpr std::string_view text_or_mapping = R"({"anyOf": [
        {"type": "string"},
        {"type": "object", "additionalProperties": false, "required": ["colour"], "properties": {
            "colour": {"type": "string", "pattern": "^#[0-9A-F]{6}$", "maxLength": 7}}}]})";
    CHECK(messages(text_or_mapping, "colour: '#12'\n") == Messages{"`colour` cannot be `#12`"});
    CHECK(messages(text_or_mapping, "color: '#12'\n").size() == 2);
}

TEST_CASE("schema: lengths count characters, not bytes") {
    constexpr std::string_view word = R"({"type": "string", "maxLength": 3})";
    CHECK(messages(word, "čšž").empty());
    CHECK(messages(word, "čšžć").size() == 1);
}

TEST_CASE("schema: a file with faults without end is reported up to a limit") {
    std::string yaml = "date: '1'\n";
    for (int i = 0; i < 5000; ++i) yaml += "key" + std::to_string(i) + ": x\n";
    CHECK(faults_of(release, yaml).size() == max_schema_faults);
}

TEST_CASE("schema: words of the author are quoted short and without control characters") {
    const auto all = faults_of(release, "date: '1'\n" + std::string(500, 'k') + ": x\n");
    REQUIRE(all.size() == 1);
    CHECK(all[0].message.size() < 120);
}
