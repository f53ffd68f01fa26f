// SPDX-License-Identifier: Apache-2.0
/// Independent pieces of work over threads, with results as if they had been done one by one.
///
/// Threads take the next index from a counter, so a slow piece holds nobody up; what a piece
/// returns is kept by index, so no result depends on who was first. A task library was not needed
/// for that.
#pragma once

#include "pipeline/base/result.hpp"

#include <cstddef>
#include <functional>
#include <vector>

namespace presskit::engine {

/// As many workers as the machine has processors, at least one.
unsigned default_workers();

namespace details {

/// Takes the next index that is to be done; false at the end or when the run was interrupted.
using TakeIndex = std::function<bool(std::size_t&)>;

/// Calls `run_worker` on up to `workers` threads and waits for all.
void run_workers(std::size_t count, unsigned workers,
                 const std::function<void(const TakeIndex&)>& run_worker);

/// Calls `body`; an exception becomes a diagnostic ("engine.internal").
Diagnostics guarded(const std::function<Diagnostics()>& body);

/// "engine.interrupted" when a signal asked for the end, else nothing.
Diagnostics interruption();

} // namespace details

/// Calls `body(worker, index)` for each index below `count`. Every thread has its own worker, made
/// by `make_worker()` on that thread. The diagnostics come in the order of the indices, whatever
/// the number of workers. After an interrupt no piece is begun.
template <class MakeWorker, class Body>
Diagnostics for_each_index(std::size_t count, unsigned workers, MakeWorker make_worker, Body body) {
    std::vector<Diagnostics> by_index(count);
    details::run_workers(count, workers, [&](const details::TakeIndex& take) {
        std::size_t index = 0;
        if (!take(index)) return;
        by_index[index] = details::guarded([&] {
            auto worker = make_worker();
            do by_index[index] = details::guarded([&] { return body(worker, index); });
            while (take(index));
            return std::move(by_index[index]);
        });
    });
    Diagnostics all = details::interruption();
    for (auto& diagnostics : by_index) append(all, std::move(diagnostics));
    return all;
}

} // namespace presskit::engine
