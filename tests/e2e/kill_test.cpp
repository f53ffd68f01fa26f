// SPDX-License-Identifier: Apache-2.0
// Whatever ends a build, whenever: the outputs are the old set or the one that follows it, whole.
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace presskit::e2e;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

/// A build that can be hit by a signal. Its threads and files end with it.
class RunningBuild {
  public:
    explicit RunningBuild(const fs::path& out)
        : pid_(start({PRESSKIT_PROGRAM, "build", sample_campaign(), "--out", out, "--quiet",
                      "--no-verify"})) {}
    ~RunningBuild() {
        if (!ended_) end(SIGKILL);
    }
    RunningBuild(const RunningBuild&) = delete;
    RunningBuild& operator=(const RunningBuild&) = delete;

    bool is_running() {
        if (!ended_ && ::waitpid(pid_, &status_, WNOHANG) == pid_) ended_ = true;
        return !ended_;
    }
    /// The exit status as a shell gives it.
    int end(int signal) {
        if (!ended_) ::kill(pid_, signal);
        if (!ended_) ::waitpid(pid_, &status_, 0);
        ended_ = true;
        return WIFSIGNALED(status_) ? 128 + WTERMSIG(status_) : WEXITSTATUS(status_);
    }

  private:
    pid_t pid_ = 0;
    int status_ = 0;
    bool ended_ = false;
};

bool is_partial(const fs::path& path) {
    return path.filename().string().find(".partial-") != std::string::npos;
}

/// The unfinished folders beside the outputs.
std::vector<fs::path> partials(const fs::path& beside) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(beside.parent_path()))
        if (is_partial(entry.path())) found.push_back(entry.path());
    return found;
}

std::size_t files_made(const fs::path& out) {
    std::size_t count = 0;
    std::error_code gone;
    for (const fs::path& partial : partials(out))
        for (fs::directory_iterator entry(partial, gone), end; !gone && entry != end;
             entry.increment(gone))
            ++count;
    return count;
}

/// When to strike: after a time, or when so many files of the draft are there.
struct Moment {
    std::string name;
    std::chrono::milliseconds after{0};
    std::size_t files = 0;
};

/// From the first instruction to the exchange; 20 files is all of them.
const std::vector<Moment>& moments() {
    static const std::vector<Moment> all{
        {"at once", 0ms, 0},         {"after 10 ms", 10ms, 0},
        {"after 40 ms", 40ms, 0},    {"after 150 ms", 150ms, 0},
        {"after 300 ms", 300ms, 0},  {"with the first kit", 0ms, 1},
        {"with 3 kits", 0ms, 3},     {"with 9 kits", 0ms, 9},
        {"with 15 kits", 0ms, 15},   {"with the last kit", 0ms, 19},
        {"with the index", 0ms, 20}, {"a moment after the index", 1ms, 20},
    };
    return all;
}

void wait_for(const Moment& moment, RunningBuild& build, const fs::path& out) {
    while (moment.files > 0 && build.is_running() && files_made(out) < moment.files)
        std::this_thread::sleep_for(100us);
    std::this_thread::sleep_for(moment.after);
}

/// The set before: the same kits, of another time.
const std::map<std::string, std::string>& old_set() {
    static const TempFolder folder;
    static const std::map<std::string, std::string> files = [] {
        run("SOURCE_DATE_EPOCH=1000000000 " + quoted(PRESSKIT_PROGRAM) + " build " +
            quoted(sample_campaign()) + " --out " + quoted(folder.path("old")));
        return files_below(folder.path("old"));
    }();
    return files;
}

Run build_again(const fs::path& out, const std::string& more) {
    return run(quoted(PRESSKIT_PROGRAM) + " build " + quoted(sample_campaign()) + " --out " +
               quoted(out) + " --quiet --no-verify " + more);
}

/// What a build leaves behind that is not disturbed; made as the disturbed ones are, for a kit carries
/// its accessibility report only if it was verified.
const std::map<std::string, std::string>& new_set() {
    static const auto files = [] {
        const TempFolder folder;
        build_again(folder.path("out"), "");
        return files_below(folder.path("out"));
    }();
    return files;
}

void put_old_set(const TempFolder& folder) {
    fs::create_directory(folder.path("out"));
    for (const auto& [name, bytes] : old_set()) folder.write("out/" + name, bytes);
}

/// Strikes a build over the old set. Returns its exit status.
int strike(const TempFolder& folder, const Moment& moment, int signal) {
    put_old_set(folder);
    RunningBuild build(folder.path("out"));
    wait_for(moment, build, folder.path("out"));
    return build.end(signal);
}

} // namespace

TEST_CASE("kill: both sets are good, and not the same") {
    REQUIRE(old_set().size() == 21);
    REQUIRE(new_set().size() == 21);
    for (const auto& [name, bytes] : old_set()) CHECK(new_set().at(name) != bytes);
    const TempFolder folder;
    put_old_set(folder);
    CHECK(run(quoted(PRESSKIT_PROGRAM) + " verify " + quoted(folder.path("out"))).status == 0);
    CHECK(run(quoted(PRESSKIT_PROGRAM) + " verify " + quoted(built_sample().out())).status == 0);
}

TEST_CASE("kill: a build killed at any moment leaves the old outputs or the new ones, whole") {
    for (const Moment& moment : moments()) {
        INFO("SIGKILL " << moment.name);
        const TempFolder folder;
        const fs::path out = folder.path("out");
        strike(folder, moment, SIGKILL);
        const auto left = files_below(out);
        const bool is_whole = left == old_set() || left == new_set();
        CHECK(is_whole);
        CHECK(build_again(out, "--only al/en").status == 0);
        CHECK(partials(out).empty());
    }
}

TEST_CASE("kill: a build after many killed ones makes the outputs, and nothing lies beside them") {
    const TempFolder folder;
    for (const std::size_t files : {1U, 10U, 20U}) {
        RunningBuild build(folder.path("out"));
        wait_for({"", {}, files}, build, folder.path("out"));
        build.end(SIGKILL);
    }
    CHECK(build_again(folder.path("out"), "").status == 0);
    CHECK(files_below(folder.path("out")) == new_set());
    CHECK(partials(folder.path("out")).empty());
}

TEST_CASE("kill: an interrupted build cleans up after itself and says so by its status") {
    for (std::size_t i = 0; i < moments().size(); ++i) {
        const Moment& moment = moments()[i];
        const int signal = i % 3 == 0 ? SIGINT : i % 3 == 1 ? SIGTERM : SIGHUP;
        INFO("signal " << signal << " " << moment.name);
        const TempFolder folder;
        const int status = strike(folder, moment, signal);
        const auto left = files_below(folder.path("out"));
        const bool is_new = left == new_set();
        if (status == 0) {
            CHECK(is_new);
        } else {
            CHECK(status == 128 + signal);
            const bool is_old = left == old_set();
            CHECK((is_old || is_new));
        }
        CHECK(partials(folder.path("out")).empty());
    }
}
