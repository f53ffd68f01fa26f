// SPDX-License-Identifier: Apache-2.0
/// The whole program in a child of the test, in a folder of its own.
#pragma once

#include "pipeline/cli/run.hpp"
#include "pipeline/engine/disk_workspace.hpp"
#include "tests/unit/engine/temporary_folder.hpp"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace presskit::test {

/// `status` is 128 + the signal if one killed it.
struct Ended {
    int status = 0;
    std::string out, err;
};

class Program {
  public:
    Program(const TemporaryFolder& folder, std::vector<std::string> arguments,
            const std::vector<std::pair<std::string, std::string>>& environment = {})
        : folder_(folder) {
        arguments.insert(arguments.begin(), "presskit");
        std::fflush(nullptr); // what the test itself has yet to print is not the program's
        std::cout.flush();
        id_ = ::fork();
        if (id_ == 0) run(arguments, environment);
    }

    pid_t id() const { return id_; }

    Ended wait() {
        int status = 0;
        ::waitpid(id_, &status, 0);
        const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        return {code, folder_.read(".stdout"), folder_.read(".stderr")};
    }

    /// Waits until a draft of `out` is there, and some more; false if the run ended first.
    bool reaches_draft(const std::string& out) const {
        for (int i = 0; i < 2000; ++i) {
            if (folder_.has_leftovers(out)) {
                std::this_thread::sleep_for(std::chrono::milliseconds(60));
                return folder_.has_leftovers(out);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return false;
    }

  private:
    [[noreturn]] void
    run(const std::vector<std::string>& arguments,
        const std::vector<std::pair<std::string, std::string>>& environment) const {
        const auto redirect = [&](const std::string& name, int to) {
            ::dup2(::open((folder_ / name).c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), to);
        };
        redirect(".stdout", STDOUT_FILENO);
        redirect(".stderr", STDERR_FILENO);
        for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
        if (::chdir(folder_.path().c_str()) != 0) ::_exit(99);
        std::vector<const char*> argv;
        for (const auto& argument : arguments) argv.push_back(argument.c_str());
        engine::DiskWorkspace workspace;
        ::_exit(cli::run(static_cast<int>(argv.size()), argv.data(), workspace));
    }

    const TemporaryFolder& folder_;
    pid_t id_ = -1;
};

inline Ended run(const TemporaryFolder& folder, std::vector<std::string> arguments,
                 const std::vector<std::pair<std::string, std::string>>& environment = {}) {
    return Program(folder, std::move(arguments), environment).wait();
}

/// A press release from which import makes a small campaign.
inline const std::string small_release =
    "PRESS RELEASE\nFish are few\nA count of the rivers of Styria.\n\n"
    "GRAZ, Austria – 3 June 2024: We counted fish in *all* rivers [of Styria].\n"
    "‘We count fish’, says Anna Berger. ‘Few are left.’\n\n"
    "Contact: Anna Berger (anna.berger@example.org).\n\n"
    "About River Watch Europe\nRiver Watch Europe is a small society. It counts fish.\n";

/// Imports the small release as `inputs/fish`.
inline void make_small_campaign(const TemporaryFolder& folder) {
    folder.write("release.txt", small_release);
    run(folder, {"import", "release.txt", "--into", "inputs/fish", "-q"});
}

} // namespace presskit::test
