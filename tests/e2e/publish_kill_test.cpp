// SPDX-License-Identifier: Apache-2.0
// Whatever ends a publish, whenever: the site is the old one or the new one, whole.
#include "tests/e2e/newsroom.hpp"

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace presskit::e2e;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int kill_points = 200;

pid_t start_publish(const Newsroom& room) {
    return start({PRESSKIT_PROGRAM, "-q", "publish", room.folder.path("out"), "--site",
                  room.folder.path("site")});
}

/// As a shell gives it.
int wait_for(pid_t pid) {
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// A site with one release, and kits that another would be made of. `made` is how long that takes.
struct TwoSites {
    Newsroom room;
    std::string old_id, new_id;
    Files old_site, new_site;
    Clock::duration made{};

    TwoSites() {
        REQUIRE(room.build().status == 0);
        REQUIRE(room.publish().status == 0);
        old_id = fs::path(room.current()).filename();
        old_site = site_of(old_id);
        room.change();
        const auto start = Clock::now();
        REQUIRE(wait_for(start_publish(room)) == 0);
        made = Clock::now() - start;
        new_id = fs::path(room.current()).filename();
        new_site = site_of(new_id);
        REQUIRE(old_site != new_site);
        forget_new();
    }
    /// By path below the release: a run that was killed before its release was chosen has used up a number.
    Files site_of(const std::string& id) const {
        return files_below(room.folder.path("site/releases/" + id));
    }
    void forget_new() const {
        REQUIRE(run_presskit(room.folder, "rollback " + old_id).status == 0);
        REQUIRE(run_presskit(room.folder, "releases --keep 0").status == 0);
    }
    /// True for the new site, false for the old one; anything else is a failure.
    bool is_new() const {
        const std::string id = fs::path(room.current()).filename();
        const bool chosen = id != old_id;
        const bool is_whole = site_of(id) == (chosen ? new_site : old_site);
        CHECK(is_whole);
        return chosen;
    }
};

} // namespace

TEST_CASE("publish: killed at 200 random moments, the site is the old one or the new one, whole") {
    const TwoSites sites;
    const auto span = std::chrono::duration_cast<std::chrono::microseconds>(sites.made).count();
    std::mt19937 random(4711);
    int ended_new = 0;
    for (int i = 0; i < kill_points; ++i) {
        const std::chrono::microseconds delay(random() % static_cast<unsigned>(span + span / 8));
        INFO("killed after " << delay.count() << " microseconds");
        const pid_t pid = start_publish(sites.room);
        std::this_thread::sleep_for(delay);
        ::kill(pid, SIGKILL);
        wait_for(pid);
        if (!sites.is_new()) continue;
        ++ended_new;
        sites.forget_new();
    }
    CHECK(ended_new < kill_points);
    REQUIRE(sites.room.publish().status == 0);
    CHECK(sites.is_new());
    for (const auto& entry : fs::directory_iterator(sites.room.folder.path("site/releases")))
        CHECK_FALSE(entry.path().filename().string().starts_with("."));
}

TEST_CASE("publish: of two runs at once one waits for another time, and the site is whole") {
    const TwoSites sites;
    for (int i = 0; i < 10; ++i) {
        const pid_t one = start_publish(sites.room), other = start_publish(sites.room);
        const int statuses[]{wait_for(one), wait_for(other)};
        for (const int status : statuses) CHECK((status == 0 || status == 75));
        CHECK((statuses[0] == 0 || statuses[1] == 0));
        CHECK(sites.is_new());
        sites.forget_new();
    }
}

TEST_CASE("publish: another run that holds the site is named") {
    const Newsroom room;
    REQUIRE(room.build().status == 0);
    REQUIRE(room.publish().status == 0);
    room.change();
    const Run held = run("cd " + quoted(room.folder.path()) +
                         " && exec 9<>site/.lock && echo '4711 on otherhost' >&9 && flock 9 && " +
                         quoted(PRESSKIT_PROGRAM) + " -q publish out 9>&-");
    CHECK(held.status == 75);
    CHECK(held.err.find("4711 on otherhost") != std::string::npos);
}

// Each round has a little more room than the one before, so that the disk is full at another file.
TEST_CASE("publish: on a full disk the old site stays, and with room again the new one follows") {
    const TwoSites sites;
    const fs::path disk = sites.room.folder.path("disk");
    fs::create_directory(disk);
    const std::string publish =
        quoted(PRESSKIT_PROGRAM) + " -q publish out --site disk/site > said 2>&1";
    const Run full = run(
        "cd " + quoted(sites.room.folder.path()) +
        " && unshare -m sh -c '"
        "mount -t tmpfs -o size=16m tmpfs disk || exit 77; cp -a site disk/site;"
        "used=$(df --output=used -k disk | tail -1); failed=0;"
        "for more in 4 12 24 40 60 90 16000; do"
        "  mount -o remount,size=$((used + more))k disk; " + publish + "; status=$?;"
        "  case $status in 75) failed=$((failed + 1)); grep -q space said || echo said: $(cat said);;"
        "  0) ;; *) echo status $status: $(cat said);; esac;"
        "  test $status = 0 && break;"
        "  diff -r site/current disk/site/current > /dev/null || echo torn with $more kB;"
        "done; test $status = 0 || echo never published; test $failed -gt 2 || echo failed $failed times;"
        "cmp out/" + small_zip + " disk/site/current/kits/" + small_zip + "; ls -A disk/site/releases | grep partial'");
    if (full.err.find("unshare") != std::string::npos || full.status == 77) {
        WARN("skipped, a disk of its own needs root: " << full.err);
        return;
    }
    CHECK(full.out == "");
    CHECK(full.err == "");
}
