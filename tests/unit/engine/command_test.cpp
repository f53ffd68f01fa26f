// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/command.hpp"

#include <catch2/catch.hpp>

#include <csignal>

using namespace presskit;
using engine::run_command;

TEST_CASE("run_command: bytes go in and come out, more than a pipe holds") {
    const std::string bytes(1'000'000, 'x');
    auto out = run_command({"cat"}, bytes);
    REQUIRE(out);
    CHECK(*out == bytes);
}

TEST_CASE("run_command: a program that is not there is a configuration error") {
    auto out = run_command({"presskit-no-such-program"}, "");
    REQUIRE_FALSE(out);
    CHECK(out.diagnostics[0].code == "engine.command-missing");
    CHECK(out.diagnostics[0].blame == Blame::configuration);
}

TEST_CASE("run_command: a failure repeats the program's first line") {
    auto out = run_command({"sh", "-c", "echo no good >&2; exit 3"}, "");
    REQUIRE_FALSE(out);
    CHECK(out.diagnostics[0].message == "`sh` failed: no good");
}

TEST_CASE("run_command: too much output and too much time end the program") {
    auto flood = run_command({"yes"}, "", {.output_bytes = 1000});
    REQUIRE_FALSE(flood);
    CHECK(flood.diagnostics[0].code == "engine.command-output");
    auto slow = run_command({"sleep", "30"}, "", {.time = std::chrono::seconds(0)});
    REQUIRE_FALSE(slow);
    CHECK(slow.diagnostics[0].code == "engine.command-slow");
}

TEST_CASE("run_command: a program that does not read its input is no fault of ours") {
    ::signal(SIGPIPE, SIG_IGN);
    auto out = run_command({"true"}, std::string(1'000'000, 'x'));
    REQUIRE(out);
    CHECK(out->empty());
    ::signal(SIGPIPE, SIG_DFL);
}
