// SPDX-License-Identifier: Apache-2.0
// presskit_fuzz: hostile inputs of every kind, in one process. What it does is decided by its numbers
// alone: the input that it ends at can be made again, and is saved on request.
#include "tests/fuzz/subjects.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <sys/time.h>
#include <unistd.h>

// Only where a sanitizer is linked.
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

using namespace presskit;
using namespace presskit::fuzz;

struct Settings {
    std::string kind, save;
    std::uint64_t seed = 1;
    std::size_t first = 0, runs = 100;
    unsigned seconds = 60; ///< of the processor's time that one input may take
};

constexpr int found = 1;

/// How to make the input again that is being tried; written by what must not allocate.
std::array<char, 256> in_hand{};

void tell_input() {
    const ssize_t written = ::write(STDERR_FILENO, in_hand.data(), std::strlen(in_hand.data()));
    static_cast<void>(written);
}

[[noreturn]] void end_by(int /*signal*/) {
    tell_input();
    ::_exit(found);
}

void watch() {
    if (__sanitizer_set_death_callback != nullptr) __sanitizer_set_death_callback(tell_input);
    for (const int signal : {SIGABRT, SIGPROF, SIGALRM}) std::signal(signal, end_by);
}

/// Of the processor's time, so that a machine with other work finds nothing by it; what waits for ever ends by
/// the clock. None: no limit.
void limit(unsigned seconds) {
    itimerval timer{};
    timer.it_value.tv_sec = static_cast<time_t>(seconds);
    ::setitimer(ITIMER_PROF, &timer, nullptr);
    ::alarm(seconds * 30);
}

/// FNV-1a, so that kinds do not share their chances.
std::uint64_t number_of(std::string_view name) {
    std::uint64_t value = 0xCBF29CE484222325;
    for (const char c : name) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3;
    return value;
}

void save(const Settings& settings, const Files& changed) {
    if (settings.save.empty()) return;
    for (const auto& [name, bytes] : changed) {
        const auto path = std::filesystem::path(settings.save) / std::filesystem::path(name).relative_path();
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }
}

bool bears(const Subject& subject, const Corpus& corpus, const Settings& settings) {
    std::size_t refused = 0;
    for (std::size_t i = settings.first; i < settings.first + settings.runs; ++i) {
        std::snprintf(in_hand.data(), in_hand.size(),
                      "\nat: presskit_fuzz --kind %s --seed %llu --first %zu --runs 1 --save FOLDER\n",
                      std::string(subject.name).c_str(), static_cast<unsigned long long>(settings.seed), i);
        limit(settings.seconds);
        Random random(settings.seed ^ number_of(subject.name) ^ (i + 1) * 0xD1342543DE82EF95);
        const Attempt attempt = subject.make(corpus, random);
        const std::string told = attempt.trial.told(); // printing is tried, too
        limit(0);
        if (settings.runs == 1) std::cout << told;
        if (settings.runs == 1) save(settings, attempt.changed);
        if (has_errors(attempt.trial.diagnostics)) ++refused;
        if (const auto finding = attempt.trial.finding()) {
            std::cerr << *finding;
            tell_input();
            return false;
        }
    }
    std::printf("%-14s %6zu inputs, %6zu refused\n", std::string(subject.name).c_str(), settings.runs, refused);
    std::fflush(stdout);
    return true;
}

} // namespace

int main(int argc, char** argv) {
    Settings settings;
    CLI::App app("Feeds presskit with hostile inputs and ends at the first that it does not bear.");
    app.add_option("--kind", settings.kind, "one kind of input; all that run no other program, if it is left out");
    app.add_option("--seed", settings.seed, "where chance begins");
    app.add_option("--first", settings.first, "the number of the first input");
    app.add_option("--runs", settings.runs, "inputs of each kind");
    app.add_option("--seconds", settings.seconds, "of the processor's time that one input may take");
    app.add_option("--save", settings.save, "with --runs 1, where to put the files that were changed");
    CLI11_PARSE(app, argc, argv);

    watch();
    const Corpus corpus = make_corpus(PRESSKIT_SOURCE_DIR);
    bool well = true, known = settings.kind.empty();
    for (const Subject& subject : subjects()) {
        if (settings.kind.empty() ? subject.costly : settings.kind != subject.name) continue;
        known = true;
        well = bears(subject, corpus, settings) && well;
    }
    if (!known) std::cerr << "no such kind\n";
    return well && known ? 0 : found;
}
