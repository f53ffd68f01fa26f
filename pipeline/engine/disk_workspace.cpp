// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/disk_workspace.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/engine/disk.hpp"
#include "pipeline/engine/disk_cache.hpp"
#include "pipeline/engine/exchange.hpp"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>

#include <unistd.h>

namespace presskit::engine {
namespace {

/// A kept kit is read to check its digest; larger than any kit that presskit makes.
constexpr std::uint64_t largest_kept_file = 2'000'000'000;

std::string parent_of(const std::string& path) {
    const auto slash = path.rfind('/');
    return slash == 0 ? "/" : path.substr(0, slash);
}

/// "/a/outputs" → "/a/.outputs."; followed by what the hidden sibling is.
std::string sibling(const std::string& path) {
    const auto slash = path.rfind('/');
    return path.substr(0, slash + 1) + "." + path.substr(slash + 1) + ".";
}

std::string own_suffix() { return std::to_string(::getpid()); }

Diagnostic output_fault(std::string code, const std::string& path, std::string message,
                        std::string hint) {
    return {.code = std::move(code),
            .message = std::move(message),
            .hint = std::move(hint),
            .path = path,
            .blame = Blame::configuration};
}

/// Under the lock nobody else makes siblings, so each that is found was left by a run that was
/// killed. An old set without a successor was moved aside the moment before: it goes back.
Diagnostics clear_leftovers(const std::string& out) {
    const std::string prefix = sibling(out);
    const std::string hidden = prefix.substr(prefix.rfind('/') + 1);
    auto entries = disk::list_folder(parent_of(out));
    if (!entries) return entries.diagnostics;
    Diagnostics faults;
    for (const auto& entry : *entries) {
        const std::string path = parent_of(out) + "/" + entry.name;
        if (entry.name.starts_with(hidden + "old-")) {
            if (disk::kind_of(out) == disk::EntryKind::missing)
                append(faults, rename_path(path, out));
            else
                append(faults, disk::remove_tree(path));
        } else if (entry.name.starts_with(hidden + "partial-")) {
            append(faults, disk::remove_tree(path));
        }
    }
    return faults;
}

/// A relative path that stays inside its folder. Names of kept files come from an index.json that
/// anybody may have written.
bool is_inside(std::string_view name) {
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        const auto part = name.substr(at, end - at);
        if (part.empty() || part == "." || part == "..") return false;
        at = end + 1;
    }
    return true;
}

Diagnostics bad_name(const std::string& name) {
    return {output_fault("engine.bad-name", to_utf8(printable(name)),
                         "is no path inside the outputs",
                         "remove the outputs and build all of them again")};
}

/// The folder a file of the draft lies in, made if need be.
Diagnostics make_parent(const OutputDraft& draft, const std::string& name) {
    const auto slash = name.rfind('/');
    if (slash == std::string::npos) return {};
    return disk::make_folders(draft.partial() + "/" + name.substr(0, slash));
}

} // namespace

Result<std::string> DiskWorkspace::read_file(const std::string& path, std::uint64_t limit) {
    // The user named this file, so a link to it is meant.
    return disk::read_regular(disk::resolved(path), limit);
}

Result<std::vector<std::string>> DiskWorkspace::list_folders(const std::string& path) {
    if (disk::kind_of(disk::resolved(path)) == disk::EntryKind::missing)
        return std::vector<std::string>{};
    auto entries = disk::list_folder(path);
    if (!entries) return entries.diagnostics;
    std::vector<std::string> names;
    Diagnostics warnings;
    for (auto& entry : *entries) {
        if (entry.name.starts_with('.')) continue;
        if (entry.kind == disk::EntryKind::folder) {
            names.push_back(std::move(entry.name));
        } else if (const std::string place = path + "/" + entry.name;
                   entry.kind == disk::EntryKind::link &&
                   disk::kind_of(disk::resolved(place)) == disk::EntryKind::folder) {
            warnings.push_back({.code = "engine.symbolic-link",
                                .message = "a symbolic link to a folder is passed over",
                                .hint = "name it on the command line, or put the folder itself there",
                                .path = place,
                                .severity = Severity::warning});
        }
    }
    return {std::move(names), std::move(warnings)};
}

std::string DiskWorkspace::resolved(const std::string& path) { return disk::resolved(path); }

std::optional<std::string> DiskWorkspace::environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value ? std::optional<std::string>(value) : std::nullopt;
}

std::int64_t DiskWorkspace::now() {
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

std::optional<std::string> DiskWorkspace::cached(const std::string& folder, const Digest& key) {
    return disk_cache::find(folder, key);
}

void DiskWorkspace::cache(const std::string& folder, const Digest& key, std::string_view bytes) {
    disk_cache::keep(folder, key, bytes);
}

void DiskWorkspace::trim_cache(const std::string& folder, std::uint64_t bytes) {
    disk_cache::trim(folder, bytes);
}

Result<OutputDraft> DiskWorkspace::begin_outputs(const std::string& out) {
    const std::string place = disk::resolved(out);
    // An exchange would pull the working folder away under the user's feet.
    if (place == "/" || (disk::resolved(".") + "/").starts_with(place + "/"))
        return output_fault("engine.bad-output", out, "the working folder lies in it",
                            "name a folder for outputs alone");
    const auto kind = disk::kind_of(place);
    if (kind != disk::EntryKind::missing && kind != disk::EntryKind::folder)
        return output_fault("engine.bad-output", out, "is there already and is not a folder",
                            "name a folder, or one that does not exist");
    if (auto faults = disk::make_folders(parent_of(place)); has_errors(faults)) return faults;
    auto lock = FileLock::acquire(sibling(place) + "lock", out);
    if (!lock) return lock.diagnostics;
    if (auto faults = clear_leftovers(place); has_errors(faults)) return faults;
    OutputDraft draft(place, sibling(place) + "partial-" + own_suffix(), std::move(*lock));
    if (auto faults = disk::make_folders(draft.partial()); has_errors(faults)) return faults;
    if (kind == disk::EntryKind::folder) disk::copy_permissions(place, draft.partial());
    return draft;
}

Diagnostics DiskWorkspace::write(const OutputDraft& draft, const std::string& name,
                                 std::string_view bytes) {
    if (!is_inside(name)) return bad_name(name);
    if (auto faults = make_parent(draft, name); has_errors(faults)) return faults;
    return disk::write_new(draft.partial() + "/" + name, bytes);
}

Diagnostics DiskWorkspace::write_pieces(const OutputDraft& draft, const std::string& name,
                                        const Pieces& pieces) {
    if (!is_inside(name)) return bad_name(name);
    if (auto faults = make_parent(draft, name); has_errors(faults)) return faults;
    return disk::write_new(draft.partial() + "/" + name, pieces);
}

Diagnostics DiskWorkspace::keep(const OutputDraft& draft, const std::string& name,
                                const Digest& digest) {
    if (!is_inside(name)) return bad_name(name);
    const std::string old = draft.out() + "/" + name;
    auto bytes = disk::read_regular(old, largest_kept_file);
    if (!bytes || sha256(*bytes) != digest)
        return {Diagnostic{.code = "engine.changed-output",
                           .message = "is missing or is not what index.json says",
                           .hint = "build all kits again, without `--only`",
                           .path = old}};
    if (auto faults = make_parent(draft, name); has_errors(faults)) return faults;
    return disk::link_or_copy(old, draft.partial() + "/" + name);
}

Diagnostics DiskWorkspace::swap_in(OutputDraft draft, const std::set<std::string>& replaced) {
    const bool has_old = disk::kind_of(draft.out()) == disk::EntryKind::folder;
    if (has_old) {
        if (auto faults = carry_others(draft.out(), draft.partial(), replaced); has_errors(faults))
            return faults;
    }
    if (auto faults = disk::sync_folders(draft.partial()); has_errors(faults)) return faults;
    const std::string aside = sibling(draft.out()) + "old-" + own_suffix();
    auto exchanged = exchange(draft.partial(), draft.out(), aside);
    if (!exchanged) return exchanged.diagnostics;
    Diagnostics faults = disk::sync_folder(parent_of(draft.out()));
    if (!exchanged->empty()) {
        // Once more, for files that others added to the old folder in the meantime.
        append(faults, carry_others(*exchanged, draft.out(), replaced));
        append(faults, has_errors(faults)
                           ? rename_path(*exchanged, draft.out() + ".kept-" + own_suffix())
                           : disk::remove_tree(*exchanged));
    }
    return faults;
}

Diagnostics DiskWorkspace::write_file(const std::string& path, std::string_view bytes,
                                      FileRule rule) {
    const std::string place = disk::resolved(path);
    const std::string fresh = sibling(place) + "partial-" + own_suffix();
    if (rule != FileRule::replace && disk::kind_of(place) != disk::EntryKind::missing)
        return {output_fault("engine.exists", path, "is there already, and is not overwritten",
                             "name a file that does not exist")};
    Diagnostics faults =
        disk::write_new(fresh, bytes, rule == FileRule::create_private ? 0600 : 0666);
    if (!has_errors(faults))
        append(faults, rule == FileRule::replace ? rename_path(fresh, place)
                                                 : rename_to_free_path(fresh, place));
    if (has_errors(faults)) {
        disk::remove_file(fresh);
        for (Diagnostic& fault : faults) fault.path = path;
        return faults;
    }
    return disk::sync_folder(parent_of(place));
}

Diagnostics DiskWorkspace::create_folder(const std::string& path, const FileTree& tree) {
    const std::string place = disk::resolved(path);
    if (disk::kind_of(place) != disk::EntryKind::missing)
        return {output_fault("engine.exists", path, "is there already, and nothing is overwritten",
                             "name a folder that does not exist")};
    if (auto faults = disk::make_folders(parent_of(place)); has_errors(faults)) return faults;
    const OutputDraft draft(place, sibling(place) + "partial-" + own_suffix(), FileLock());
    Diagnostics faults = disk::make_folders(draft.partial());
    for (const auto& [name, bytes] : tree.files)
        if (!has_errors(faults)) append(faults, write(draft, name, bytes));
    if (!has_errors(faults)) append(faults, disk::sync_folders(draft.partial()));
    if (!has_errors(faults)) append(faults, rename_to_free_path(draft.partial(), place));
    return faults;
}

} // namespace presskit::engine
