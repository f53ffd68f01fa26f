// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/parallel.hpp"

#include "pipeline/engine/interrupt.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <new>
#include <string>
#include <system_error>
#include <thread>

namespace presskit::engine {

unsigned default_workers() { return std::max(1U, std::thread::hardware_concurrency()); }

namespace details {
namespace {

Diagnostic internal_fault(std::string message) {
    return {.code = "engine.internal",
            .message = "internal error: " + std::move(message),
            .hint = "please report this with the campaign that shows it",
            .blame = Blame::internal};
}

} // namespace

void run_workers(std::size_t count, unsigned workers,
                 const std::function<void(const TakeIndex&)>& run_worker) {
    std::atomic<std::size_t> next{0};
    const TakeIndex take = [&](std::size_t& index) {
        if (interrupted() != 0) return false;
        const std::size_t taken = next.fetch_add(1);
        if (taken >= count) return false;
        index = taken;
        return true;
    };
    std::vector<std::jthread> threads;
    const std::size_t wanted = std::min<std::size_t>(std::max(1U, workers), count);
    try {
        for (std::size_t i = 1; i < wanted; ++i) threads.emplace_back([&] { run_worker(take); });
    } catch (const std::system_error&) {
        // The system gives no more threads: those there are do all the work.
    }
    run_worker(take);
}

Diagnostics guarded(const std::function<Diagnostics()>& body) {
    try {
        return body();
    } catch (const std::bad_alloc&) {
        return {internal_fault("out of memory")};
    } catch (const std::exception& error) {
        return {internal_fault(error.what())};
    } catch (...) {
        return {internal_fault("an exception without a name")};
    }
}

Diagnostics interruption() {
    if (interrupted() == 0) return {};
    return {Diagnostic{.code = "engine.interrupted",
                       .message = "interrupted; what was there before is unharmed",
                       .blame = Blame::temporary}};
}

} // namespace details
} // namespace presskit::engine
