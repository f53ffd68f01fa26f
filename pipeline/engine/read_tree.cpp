// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"
#include "pipeline/engine/disk.hpp"
#include "pipeline/engine/disk_workspace.hpp"

#include <algorithm>
#include <array>

namespace presskit::engine {
namespace {

/// Hidden files, and what editors, office programs and file managers leave beside a text.
bool is_ignored(std::string_view name) {
    static constexpr std::array<std::string_view, 5> endings{"~", ".bak", ".orig", ".swp", ".tmp"};
    if (name.starts_with('.') || name.starts_with("~$")) return true;
    if (name.starts_with('#') && name.ends_with('#')) return true;
    if (name == "Thumbs.db" || name == "desktop.ini") return true;
    return std::ranges::any_of(endings, [&](auto ending) { return name.ends_with(ending); });
}

/// Names go into messages and zips, so they must be text that can be shown.
bool is_readable_name(std::string_view name) {
    return !first_invalid_utf8(name) && to_utf8(printable(name)) == name;
}

class TreeReader {
  public:
    TreeReader(const std::string& root, const TreeLimits& limits) : limits_(limits) {
        reading_.tree.root = root;
    }

    TreeReading read(const std::string& place) && {
        read_folder(place, "", 0);
        return std::move(reading_);
    }

  private:
    void refuse(const std::string& path, std::string code, std::string message, std::string hint) {
        reading_.diagnostics.push_back({.code = "engine." + std::move(code),
                                        .message = std::move(message),
                                        .hint = std::move(hint),
                                        .path = shown(path)});
        reading_.tree.unreadable.insert(path);
    }
    std::string shown(const std::string& path) const {
        const std::string whole =
            path.empty() ? reading_.tree.root : reading_.tree.root + "/" + path;
        return to_utf8(printable(whole));
    }

    void read_folder(const std::string& place, const std::string& prefix, std::size_t depth) {
        auto entries = disk::list_folder(place);
        if (!entries) return refuse_all(std::move(entries.diagnostics), prefix);
        for (const auto& entry : *entries) {
            if (is_full_) return;
            if (is_ignored(entry.name)) continue;
            if (is_readable_name(entry.name))
                read_entry(place + "/" + entry.name, prefix + entry.name, entry.kind, depth);
            else
                refuse(prefix + entry.name, "bad-name",
                       "the file's name is not UTF-8 or holds control characters", "rename it");
        }
    }

    void read_entry(const std::string& place, const std::string& path, disk::EntryKind kind,
                    std::size_t depth) {
        switch (kind) {
        case disk::EntryKind::file: return read_file(place, path);
        case disk::EntryKind::folder:
            if (depth < limits_.depth) return read_folder(place, path + "/", depth + 1);
            return refuse(path, "too-deep",
                          "more than " + std::to_string(limits_.depth) +
                              " folders inside each other",
                          "move its files up");
        case disk::EntryKind::link:
            return refuse(path, "symbolic-link", "a symbolic link could lead out of the folder",
                          "put the file itself there");
        case disk::EntryKind::missing: return; // removed since it was listed
        case disk::EntryKind::other:
            return refuse(path, "not-a-file", "this is neither a file nor a folder", "remove it");
        }
    }

    void read_file(const std::string& place, const std::string& path) {
        if (reading_.tree.files.size() >= limits_.files) {
            is_full_ = true;
            return refuse("", "too-many-files",
                          "the folder holds more than " + std::to_string(limits_.files) + " files",
                          "keep only the campaign's own files in it");
        }
        auto bytes = disk::read_regular(place, limits_.file_bytes);
        if (!bytes) return refuse_all(std::move(bytes.diagnostics), path);
        total_ += bytes->size();
        if (total_ > limits_.total_bytes) {
            is_full_ = true;
            return refuse("", "too-many-bytes",
                          "the folder holds more than " + human_bytes(limits_.total_bytes),
                          "keep only the campaign's own files in it");
        }
        reading_.tree.files.emplace(path, std::move(*bytes));
    }

    /// Faults of the disk, under the name that the user knows.
    void refuse_all(Diagnostics faults, const std::string& path) {
        for (auto& fault : faults) fault.path = shown(path);
        reading_.tree.unreadable.insert(path);
        append(reading_.diagnostics, std::move(faults));
    }

    const TreeLimits& limits_;
    TreeReading reading_;
    std::uint64_t total_ = 0;
    bool is_full_ = false;
};

} // namespace

TreeReading DiskWorkspace::read_tree(const std::string& root, const TreeLimits& limits) {
    std::string name = root;
    while (name.size() > 1 && name.ends_with('/')) name.pop_back();
    return TreeReader(name, limits).read(disk::resolved(root));
}

} // namespace presskit::engine
