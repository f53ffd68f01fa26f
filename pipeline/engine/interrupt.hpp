// SPDX-License-Identifier: Apache-2.0
/// Ctrl-C and SIGTERM as a question that long work asks between two pieces, so that it ends with
/// its unfinished outputs removed. A second signal ends the process at once; what it leaves behind
/// is removed by the next run.
#pragma once

namespace presskit::engine {

/// Catches SIGINT, SIGTERM and SIGHUP while it lives, and ignores SIGPIPE: a reader that went away
/// is a failed write. Signals are the process's, so there is one such value a process.
class InterruptGuard {
  public:
    InterruptGuard();
    ~InterruptGuard();
    InterruptGuard(const InterruptGuard&) = delete;
    InterruptGuard& operator=(const InterruptGuard&) = delete;
};

/// The number of the signal that asked for the end, or 0.
int interrupted();

} // namespace presskit::engine
