// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/disk.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/engine/descriptor.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <limits>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace presskit::engine::disk {
namespace {

namespace fs = boost::filesystem;
using boost::system::error_code;

/// A folder tree deeper than this was not made by people; recursion stops before the stack does.
constexpr std::size_t deepest = 200;

EntryKind to_kind(fs::file_type type) {
    switch (type) {
    case fs::file_not_found: return EntryKind::missing;
    case fs::regular_file: return EntryKind::file;
    case fs::directory_file: return EntryKind::folder;
    case fs::symlink_file: return EntryKind::link;
    default: return EntryKind::other;
    }
}

Diagnostics fault_if(const std::string& path, std::string_view action, const error_code& error) {
    if (!error) return {};
    return {fault(path, action, error.value())};
}

Diagnostics write_all(const Descriptor& file, const std::string& path, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return {fault(path, "write", errno)};
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Diagnostics sync_file(const Descriptor& file, const std::string& path) {
    return ::fsync(file.get()) == 0 ? Diagnostics{} : Diagnostics{fault(path, "write", errno)};
}

Diagnostics carry_entry(const std::string& from, const std::string& to, EntryKind kind,
                        std::size_t depth);

Diagnostics carry_folder(const std::string& from, const std::string& to, std::size_t depth) {
    if (depth > deepest) return {fault(from, "carry over", ELOOP)};
    auto entries = list_folder(from);
    if (!entries) return entries.diagnostics;
    Diagnostics faults;
    for (const Entry& entry : *entries)
        append(faults,
               carry_entry(from + "/" + entry.name, to + "/" + entry.name, entry.kind, depth));
    return faults;
}

Diagnostics carry_entry(const std::string& from, const std::string& to, EntryKind kind,
                        std::size_t depth) {
    const EntryKind there = kind_of(to);
    if (kind == EntryKind::folder) {
        if (there == EntryKind::missing) {
            error_code error;
            fs::create_directory(to, error);
            if (error) return fault_if(to, "create", error);
            copy_permissions(from, to);
        }
        return there == EntryKind::missing || there == EntryKind::folder
                   ? carry_folder(from, to, depth + 1)
                   : Diagnostics{};
    }
    return there == EntryKind::missing ? link_or_copy(from, to) : Diagnostics{};
}

} // namespace

EntryKind kind_of(const std::string& path) {
    error_code error;
    return to_kind(fs::symlink_status(path, error).type());
}

std::int64_t modified_at(const std::string& path) {
    error_code error;
    const std::time_t time = fs::last_write_time(path, error);
    return error ? std::numeric_limits<std::int64_t>::max() : static_cast<std::int64_t>(time);
}

std::string resolved(const std::string& path) {
    error_code error;
    const fs::path absolute = fs::absolute(path);
    const fs::path real = fs::weakly_canonical(absolute, error);
    std::string text = (error ? absolute.lexically_normal() : real).string();
    while (text.size() > 1 && (text.back() == '/' || text.ends_with("/."))) text.pop_back();
    return text;
}

Result<std::vector<Entry>> list_folder(const std::string& path) {
    error_code error;
    std::vector<Entry> entries;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error)) {
        error_code unknown;
        entries.push_back(
            {at->path().filename().string(), to_kind(at->symlink_status(unknown).type())});
    }
    if (error) return fault(path, "read", error.value());
    std::ranges::sort(entries, {}, &Entry::name);
    return entries;
}

Result<std::string> read_regular(const std::string& path, std::uint64_t limit) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) return fault(path, "read", errno);
    if (S_ISDIR(status.st_mode)) return fault(path, "read", EISDIR);
    if (!S_ISREG(status.st_mode)) return fault(path, "read", ENOTSUP);
    // One byte more than allowed, for a file that grows while it is read.
    std::string bytes;
    if (static_cast<std::uint64_t>(status.st_size) <= limit) {
        bytes.resize(static_cast<std::size_t>(status.st_size) + 1);
        std::size_t filled = 0;
        while (filled < bytes.size()) {
            const auto count = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) return fault(path, "read", errno);
            if (count == 0) break;
            filled += static_cast<std::size_t>(count);
        }
        if (filled < bytes.size()) {
            bytes.resize(filled);
            return bytes;
        }
    }
    return Diagnostic{.code = "engine.file-too-large",
                      .message = "file is larger than " + human_bytes(limit),
                      .hint = "make it smaller, or keep it outside the folder",
                      .path = path};
}

Diagnostics make_folders(const std::string& path) {
    error_code error;
    fs::create_directories(path, error);
    return fault_if(path, "create", error);
}

Diagnostics write_new(const std::string& path, std::string_view bytes, unsigned mode) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!file) return {fault(path, "write", errno)};
    if (auto faults = write_all(file, path, bytes); has_errors(faults)) return faults;
    return sync_file(file, path);
}

Diagnostics write_new(const std::string& path, const Pieces& pieces) {
    constexpr std::size_t enough = 65'536; // bytes to a call
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file) return {fault(path, "write", errno)};
    Diagnostics faults;
    std::string waiting;
    pieces([&](std::string_view piece) {
        if (has_errors(faults)) return;
        waiting += piece;
        if (waiting.size() < enough) return;
        faults = write_all(file, path, waiting);
        waiting.clear();
    });
    if (!has_errors(faults)) faults = write_all(file, path, waiting);
    return has_errors(faults) ? faults : sync_file(file, path);
}

Diagnostics sync_folder(const std::string& path) {
    const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder) return {fault(path, "sync", errno)};
    // Some network file systems cannot sync a folder; they promise nothing, so nothing is lost.
    if (::fsync(folder.get()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return {fault(path, "sync", errno)};
    return {};
}

Diagnostics sync_folders(const std::string& path) {
    if (auto faults = sync_folder(path); has_errors(faults)) return faults;
    auto entries = list_folder(path);
    Diagnostics faults = std::move(entries.diagnostics);
    if (entries)
        for (const Entry& entry : *entries)
            if (entry.kind == EntryKind::folder)
                append(faults, sync_folders(path + "/" + entry.name));
    return faults;
}

Diagnostics carry_over(const std::string& from, const std::string& to) {
    return carry_folder(from, to, 0);
}

Diagnostics link_or_copy(const std::string& from, const std::string& to) {
    if (::linkat(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), 0) == 0) return {};
    if (errno == ENOSPC || errno == EDQUOT || errno == EEXIST) return {fault(to, "write", errno)};
    error_code error;
    if (kind_of(from) == EntryKind::link)
        fs::copy_symlink(from, to, error);
    else
        fs::copy_file(from, to, error);
    return fault_if(to, "carry over", error);
}

Diagnostics remove_tree(const std::string& path) {
    error_code error;
    fs::remove_all(path, error);
    return fault_if(path, "remove", error);
}

Diagnostics remove_file(const std::string& path) {
    error_code error;
    fs::remove(path, error);
    return fault_if(path, "remove", error);
}

void copy_permissions(const std::string& from, const std::string& to) {
    struct stat status {};
    if (::stat(from.c_str(), &status) == 0) (void)!::chmod(to.c_str(), status.st_mode & 07777);
}

Diagnostic fault(const std::string& path, std::string_view action, int error) {
    Diagnostic d{.code = "engine.io",
                 .message = "cannot " + std::string(action) + ": " +
                            lower_ascii(std::generic_category().message(error)),
                 .path = path,
                 .blame = Blame::configuration};
    switch (error) {
    case ENOENT: d.code = "engine.not-found"; break;
    case ENOTDIR: d.code = "engine.not-a-folder"; break;
    case EEXIST: d.hint = "something of this name is there already; name another place"; break;
    case EACCES:
    case EPERM:
        d.code = "engine.permission";
        d.hint = "run as a user who may, or change the permissions of the folder";
        break;
    case EROFS:
        d.code = "engine.permission";
        d.hint = "this file system is mounted for reading only; name a place on another one";
        break;
    case ENOSPC:
    case EDQUOT:
        d.code = "engine.disk-full";
        d.hint = "free some space and run again; what was there before is unharmed";
        d.blame = Blame::temporary;
        break;
    case ELOOP:
        d.code = "engine.symbolic-link";
        d.message = "is a symbolic link";
        d.hint = "put the file itself there";
        d.blame = Blame::content;
        break;
    case EBUSY:
        d.code = "engine.busy";
        d.hint = "if it is a mount point, name a folder below it";
        break;
    case ENOTSUP:
        d.code = "engine.not-a-file";
        d.message = "is neither a file nor a folder";
        d.blame = Blame::content;
        break;
    case EIO: d.blame = Blame::temporary; break;
    default: break;
    }
    return d;
}

} // namespace presskit::engine::disk
