// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/output_draft.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/engine/descriptor.hpp"
#include "pipeline/engine/disk.hpp"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace presskit::engine {
namespace {

/// "4711 on buildhost", for whoever finds the lock held.
std::string own_name() {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '\0';
    return std::to_string(::getpid()) + " on " + host.data();
}

/// Empty where the holder has not written it yet.
std::string holder_name(const Descriptor& file) {
    std::array<char, 300> text{};
    const auto count = ::pread(file.get(), text.data(), text.size(), 0);
    const std::string_view bytes(text.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    const std::string name = to_utf8(printable(trim_ascii(bytes)));
    return name.empty() ? "" : " (process " + name + ")";
}

} // namespace

FileLock::~FileLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<FileLock> FileLock::acquire(const std::string& path, const std::string& subject) {
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file) return disk::fault(path, "lock", errno);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return disk::fault(path, "lock", errno);
        return Diagnostic{.code = "engine.locked",
                          .message =
                              "another run is writing here" + holder_name(file),
                          .hint = "wait until it ends and run again",
                          .path = subject,
                          .blame = Blame::temporary};
    }
    const std::string name = own_name() + "\n";
    // Only for people to read: a lock without a name still locks.
    if (::ftruncate(file.get(), 0) == 0) (void)!::pwrite(file.get(), name.data(), name.size(), 0);
    return FileLock(file.release());
}

OutputDraft::~OutputDraft() {
    if (!partial_.empty()) disk::remove_tree(partial_);
}

} // namespace presskit::engine
