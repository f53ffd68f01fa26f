// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/disk_cache.hpp"

#include "pipeline/engine/descriptor.hpp"
#include "pipeline/engine/disk.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace presskit::engine::disk_cache {
namespace {

constexpr std::uint64_t largest_entry = 200'000'000;
constexpr std::size_t folder_digits = 2;

std::string path_of(const std::string& folder, const Digest& key) {
    const std::string hex = to_hex(key);
    return folder + "/" + hex.substr(0, folder_digits) + "/" + hex.substr(folder_digits);
}

std::string_view bytes_of(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
}

bool write_whole(const Descriptor& file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

bool is_hex(std::string_view text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

struct StoredFile {
    std::string path;
    std::uint64_t bytes = 0;
    timespec used{};
};

/// Entries and what killed runs left of them.
std::vector<StoredFile> files_in(const std::string& folder) {
    std::vector<StoredFile> files;
    const auto folders = disk::list_folder(folder);
    if (!folders) return files;
    for (const disk::Entry& part : *folders) {
        if (part.kind != disk::EntryKind::folder || !is_hex(part.name, folder_digits)) continue;
        const auto entries = disk::list_folder(folder + "/" + part.name);
        if (!entries) continue;
        for (const disk::Entry& entry : *entries) {
            const bool is_ours =
                is_hex(entry.name, 64 - folder_digits) || entry.name.starts_with(".new-");
            StoredFile file{folder + "/" + part.name + "/" + entry.name, 0, {}};
            struct stat status {};
            if (!is_ours || ::lstat(file.path.c_str(), &status) != 0 || !S_ISREG(status.st_mode))
                continue;
            file.bytes = static_cast<std::uint64_t>(status.st_size);
            file.used = status.st_mtim;
            files.push_back(std::move(file));
        }
    }
    return files;
}

} // namespace

std::optional<std::string> find(const std::string& folder, const Digest& key) {
    const std::string path = path_of(folder, key);
    Result<std::string> entry = disk::read_regular(path, largest_entry);
    const std::size_t head = key.bytes.size();
    if (!entry || entry->size() < head) return std::nullopt;
    const std::string_view kept = std::string_view(*entry).substr(head);
    if (bytes_of(sha256(kept)) != std::string_view(*entry).substr(0, head)) return std::nullopt;
    ::utimensat(AT_FDCWD, path.c_str(), nullptr, AT_SYMLINK_NOFOLLOW); // used now
    entry->erase(0, head);
    return std::move(*entry);
}

bool keep(const std::string& folder, const Digest& key, std::string_view bytes) {
    static std::atomic<unsigned> count{0};
    const std::string path = path_of(folder, key);
    const std::string parent = path.substr(0, path.rfind('/'));
    if (has_errors(disk::make_folders(parent))) return false;
    const std::string aside =
        parent + "/.new-" + std::to_string(::getpid()) + "-" + std::to_string(count++);
    const Descriptor file(
        ::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file) return false;
    const bool written = write_whole(file, bytes_of(sha256(bytes))) && write_whole(file, bytes) &&
                         std::rename(aside.c_str(), path.c_str()) == 0;
    if (!written) ::unlink(aside.c_str());
    return written;
}

void trim(const std::string& folder, std::uint64_t most_bytes) {
    std::vector<StoredFile> files = files_in(folder);
    std::uint64_t total = 0;
    for (const StoredFile& file : files) total += file.bytes;
    if (total <= most_bytes) return;
    std::ranges::sort(files, [](const StoredFile& a, const StoredFile& b) {
        return a.used.tv_sec != b.used.tv_sec ? a.used.tv_sec < b.used.tv_sec
                                              : a.used.tv_nsec < b.used.tv_nsec;
    });
    for (const StoredFile& file : files) {
        if (total <= most_bytes) return;
        if (::unlink(file.path.c_str()) == 0) total -= file.bytes;
    }
}

} // namespace presskit::engine::disk_cache
