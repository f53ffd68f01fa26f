// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/interrupt.hpp"
#include "pipeline/engine/parallel.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <csignal>
#include <memory>
#include <stdexcept>
#include <string>

using namespace presskit;
using engine::for_each_index;

namespace {

Diagnostic numbered(std::size_t index) {
    return {.code = "test.number", .message = std::to_string(index)};
}

} // namespace

TEST_CASE("for_each_index: results are in the order of indices for any number of workers") {
    for (const unsigned workers : {0U, 1U, 3U, 16U}) {
        const auto found = for_each_index(
            100, workers, [] { return 0; },
            [](int&, std::size_t i) {
                return i % 7 == 0 ? Diagnostics{numbered(i)} : Diagnostics{};
            });
        REQUIRE(found.size() == 15);
        for (std::size_t i = 0; i < found.size(); ++i)
            CHECK(found[i].message == std::to_string(i * 7));
    }
    CHECK(for_each_index(
              0, 4, [] { return 0; }, [](int&, std::size_t) { return Diagnostics{}; })
              .empty());
}

TEST_CASE("for_each_index: every thread has its own worker, made once") {
    std::atomic<int> made{0};
    std::atomic<std::size_t> used{0};
    for_each_index(
        50, 4, [&] { return std::make_unique<int>(++made); },
        [&](std::unique_ptr<int>& worker, std::size_t) {
            used += *worker > 0 ? 1 : 0;
            return Diagnostics{};
        });
    CHECK(made <= 4);
    CHECK(used == 50);
}

TEST_CASE("for_each_index: an exception is an internal diagnostic and the rest is done") {
    std::atomic<int> done{0};
    const auto found = for_each_index(
        10, 2, [] { return 0; },
        [&](int&, std::size_t i) -> Diagnostics {
            if (i == 3) throw std::runtime_error("three");
            ++done;
            return {};
        });
    CHECK(done == 9);
    REQUIRE(found.size() == 1);
    CHECK(found[0].blame == Blame::internal);
    CHECK(found[0].message == "internal error: three");
}

TEST_CASE("for_each_index: a worker that cannot be made is a diagnostic") {
    const auto found = for_each_index(
        3, 1, []() -> int { throw std::runtime_error("no worker"); },
        [](int&, std::size_t) { return Diagnostics{}; });
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].message == "internal error: no worker");
}

TEST_CASE("for_each_index: nothing is begun after an interrupt") {
    const engine::InterruptGuard guard;
    std::size_t done = 0;
    const auto found = for_each_index(
        10, 1, [] { return 0; },
        [&](int&, std::size_t i) {
            ++done;
            if (i == 2) std::raise(SIGTERM);
            return Diagnostics{};
        });
    CHECK(done == 3);
    CHECK(engine::interrupted() == SIGTERM);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "engine.interrupted");
}

TEST_CASE("interrupt: a guard begins without a signal") {
    const engine::InterruptGuard guard;
    CHECK(engine::interrupted() == 0);
}
