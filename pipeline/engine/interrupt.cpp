// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/interrupt.hpp"

#include <atomic>
#include <initializer_list>

#include <csignal>
#include <signal.h>

namespace presskit::engine {
namespace {

// A signal handler can reach nothing but a global.
std::atomic<int> caught_signal{0};
static_assert(std::atomic<int>::is_always_lock_free);

void remember(int signal) { caught_signal.store(signal); }

constexpr std::initializer_list<int> signals_to_end{SIGINT, SIGTERM, SIGHUP};

void set_action(int signal, void (*handler)(int), int flags) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

} // namespace

InterruptGuard::InterruptGuard() {
    caught_signal = 0;
    for (const int signal : signals_to_end)
        set_action(signal, remember, static_cast<int>(SA_RESETHAND));
    set_action(SIGPIPE, SIG_IGN, 0);
}

InterruptGuard::~InterruptGuard() {
    for (const int signal : signals_to_end) set_action(signal, SIG_DFL, 0);
    set_action(SIGPIPE, SIG_DFL, 0);
}

int interrupted() { return caught_signal.load(); }

} // namespace presskit::engine
