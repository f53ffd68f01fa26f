// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/command.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/engine/descriptor.hpp"
#include "pipeline/engine/interrupt.hpp"

#include <array>
#include <cerrno>
#include <optional>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace presskit::engine {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_message = 4'000; ///< bytes kept of what the program complains

struct Pipe {
    Descriptor read, write;
};

std::optional<Pipe> make_pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
    return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

Diagnostic command_fault(std::string code, std::string message, Blame blame = Blame::content) {
    return {.code = "engine." + std::move(code), .message = std::move(message), .blame = blame};
}

/// A child that is killed and reaped at the latest when the value goes.
class Child {
  public:
    ~Child() {
        if (id_ <= 0) return;
        ::kill(id_, SIGKILL);
        wait();
    }

    /// Returns an errno.
    int spawn(const std::vector<std::string>& arguments, const Pipe& in, const Pipe& out,
              const Pipe& complaints) {
        std::vector<char*> argv;
        for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
        argv.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawnattr_t attributes;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, in.read.get(), STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, out.write.get(), STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions, complaints.write.get(), STDERR_FILENO);
        sigset_t ignored;
        sigemptyset(&ignored);
        sigaddset(&ignored, SIGPIPE);
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setsigdefault(&attributes, &ignored);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
        const int error =
            ::posix_spawnp(&id_, argv[0], &actions, &attributes, argv.data(), environ);
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
        if (error != 0) id_ = -1;
        return error;
    }

    /// The exit status as waitpid gives it.
    int wait() {
        int status = 0;
        while (::waitpid(id_, &status, 0) < 0 && errno == EINTR) {
        }
        id_ = -1;
        return status;
    }

  private:
    pid_t id_ = -1;
};

/// Appends what can be read; closes at the end. `keep` bounds what is kept, not what is read.
void drain(Descriptor& from, std::string& into, std::size_t keep) {
    std::array<char, 65'536> chunk{};
    const auto count = ::read(from.get(), chunk.data(), chunk.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) return;
    if (count <= 0) return from.close();
    const auto room = keep - std::min(keep, into.size());
    into.append(chunk.data(), std::min(room, static_cast<std::size_t>(count)));
}

void feed(Descriptor& to, std::string_view& input) {
    const auto count = ::write(to.get(), input.data(), input.size());
    if (count >= 0) input.remove_prefix(static_cast<std::size_t>(count));
    const bool is_closed = count < 0 && errno != EINTR && errno != EAGAIN;
    if (input.empty() || is_closed) to.close();
}

struct Said {
    std::string output, complaints;
};

/// Writes and reads until the program has closed its outputs.
Result<Said> exchange_bytes(Descriptor in, Descriptor out, Descriptor complaints,
                            std::string_view input, const CommandLimits& limits) {
    Said said;
    const auto end = Clock::now() + limits.time;
    ::fcntl(in.get(), F_SETFL, O_NONBLOCK);
    if (input.empty()) in.close();
    while (out || complaints) {
        if (interrupted() != 0)
            return command_fault("interrupted", "interrupted", Blame::temporary);
        if (Clock::now() > end)
            return command_fault("command-slow", "took longer than " +
                                                     std::to_string(limits.time.count()) +
                                                     " seconds");
        std::array<pollfd, 3> waiting{
            {{in.get(), POLLOUT, 0}, {out.get(), POLLIN, 0}, {complaints.get(), POLLIN, 0}}};
        ::poll(waiting.data(), waiting.size(), 100);
        if (waiting[0].revents != 0) feed(in, input);
        if (waiting[1].revents != 0) drain(out, said.output, limits.output_bytes + 1);
        if (waiting[2].revents != 0) drain(complaints, said.complaints, longest_message);
        if (said.output.size() > limits.output_bytes)
            return command_fault("command-output",
                                 "gave more than " + human_bytes(limits.output_bytes));
    }
    return said;
}

Result<std::string> to_output(const std::string& program, Said said, int status) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return std::move(said.output);
    // Where posix_spawn cannot report a missing program, the child ends with 127.
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127 && said.complaints.empty())
        return command_fault("command-missing", "`" + program + "` is not installed",
                             Blame::configuration);
    const std::string line = said.complaints.substr(0, said.complaints.find('\n'));
    return command_fault("command-failed",
                         "`" + program + "` failed" +
                             (line.empty() ? std::string() : ": " + to_utf8(printable(line))));
}

} // namespace

Result<std::string> run_command(const std::vector<std::string>& arguments, std::string_view input,
                                const CommandLimits& limits) {
    auto in = make_pipe(), out = make_pipe(), complaints = make_pipe();
    if (!in || !out || !complaints)
        return command_fault("command-failed", "the system gives no more pipes", Blame::temporary);
    Child child;
    const int error = child.spawn(arguments, *in, *out, *complaints);
    if (error == ENOENT)
        return command_fault("command-missing", "`" + arguments[0] + "` is not installed",
                             Blame::configuration);
    if (error != 0)
        return command_fault("command-failed", "cannot run `" + arguments[0] + "`",
                             Blame::configuration);
    in->read.close();
    out->write.close();
    complaints->write.close();
    auto said = exchange_bytes(std::move(in->write), std::move(out->read),
                               std::move(complaints->read), input, limits);
    if (!said) return said.diagnostics;
    return to_output(arguments[0], std::move(*said), child.wait());
}

} // namespace presskit::engine
