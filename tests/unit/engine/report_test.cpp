// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/progress.hpp"
#include "pipeline/engine/report.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace presskit;
using nlohmann::json;

namespace {

Diagnostic blamed(Blame blame, Severity severity = Severity::error) {
    return {.code = "test.x", .message = "x", .severity = severity, .blame = blame};
}

} // namespace

TEST_CASE("exit_code: the gravest fault decides, warnings never do") {
    using engine::exit_code;
    CHECK(exit_code({}) == 0);
    CHECK(exit_code({blamed(Blame::internal, Severity::warning)}) == 0);
    CHECK(exit_code({blamed(Blame::content)}) == 1);
    CHECK(exit_code({blamed(Blame::content), blamed(Blame::usage)}) == 2);
    CHECK(exit_code({blamed(Blame::content), blamed(Blame::configuration)}) == 3);
    CHECK(exit_code({blamed(Blame::configuration), blamed(Blame::temporary)}) == 75);
    CHECK(exit_code({blamed(Blame::temporary), blamed(Blame::internal)}) == 4);
    CHECK(exit_code({blamed(Blame::internal)}, 2) == 130);
    CHECK(exit_code({}, 15) == 143);
}

TEST_CASE("json log: a diagnostic tells its place from line and column to their end") {
    SourceMap sources;
    const SourceId file = sources.add("c/campaign.yaml", "id: x\nnäme: y\n");
    Diagnostic d{.code = "load.unknown-key", .message = "`näme`", .hint = "use `name`"};
    d.span = {file, 6, 11};
    const json line = json::parse(engine::to_json_line(d, sources));
    CHECK(line["schema"] == engine::log_schema);
    CHECK(line["event"] == "diagnostic");
    CHECK(line["severity"] == "error");
    CHECK(line["blame"] == "content");
    CHECK(line["file"] == "c/campaign.yaml");
    CHECK(line["line"] == 2);
    CHECK(line["column"] == 1);
    CHECK(line["end_column"] == 5);
    CHECK(line["hint"] == "use `name`");
}

TEST_CASE("json log: bytes that are not UTF-8 still make a valid line") {
    const Diagnostic d{.code = "engine.io", .message = "caf\xE9", .path = "\xFF"};
    const std::string line = engine::to_json_line(d, {});
    CHECK(json::accept(line));
    CHECK(line.find('\n') == line.size() - 1);
    CHECK_FALSE(json::parse(line).contains("line"));
}

TEST_CASE("json log: every event is one object with its schema") {
    const std::vector<engine::Event> events{
        engine::StepStarted{"render", 5}, engine::StepAdvanced{"render", "al-sq", 1, 5},
        engine::StepFinished{"render", 5, 12}, engine::Note{"a\nb"}};
    for (const auto& event : events) {
        const std::string line = engine::to_json_line(event);
        CHECK(json::parse(line)["schema"] == engine::log_schema);
        CHECK(line.find('\n') == line.size() - 1);
    }
}

TEST_CASE("progress: a plain log has a line for a finished step, a bar fits its columns") {
    CHECK(engine::to_plain_line(engine::StepStarted{"render", 5}).empty());
    CHECK(engine::to_plain_line(engine::StepFinished{"render", 5, 1250}) ==
          "render: 5 done in 1.25 s\n");
    const std::string bar = engine::to_bar({"render", std::string(200, 'x'), 3, 6}, 40);
    CHECK(bar.size() == 40 + 4);
    CHECK(bar.find("############            ]") != std::string::npos);
    CHECK_NOTHROW(engine::to_bar({"render", "", 0, 0}, 72));
}

TEST_CASE("progress: sizes say what bytes are spent on, in a log line and to programs") {
    const engine::Sizes sizes{"campaign", true, 2, 5, {{"fonts", 12'345}, {"images", 0}, {"other", 55}}};
    CHECK(engine::to_plain_line(sizes) ==
          "campaign: 2 PDFs, 5 pages, 12.4 kB (fonts 12.3 kB, other 0.1 kB)\n");
    const json line = json::parse(engine::to_json_line(sizes));
    CHECK(line["event"] == "sizes");
    CHECK(line["bytes"] == 12'400);
    CHECK(line["fonts"] == 12'345);
    CHECK(line["pages"] == 5);
    engine::Sizes one = sizes;
    one.total = false; // of one document: for programs alone
    CHECK(engine::to_plain_line(one).empty());
}
