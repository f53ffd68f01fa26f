// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/exchange.hpp"

#include "pipeline/engine/disk.hpp"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>

namespace presskit::engine {
namespace {

using disk::EntryKind;

bool is_unsupported(int error) { return error == ENOSYS || error == EINVAL || error == ENOTSUP; }

/// Whether a file to be replaced lies in `folder` (a path inside the old set, or empty for its
/// top).
bool holds_replaced(const std::set<std::string>& replaced, const std::string& folder) {
    const auto next = replaced.lower_bound(folder + "/");
    return next != replaced.end() && next->starts_with(folder + "/");
}

Diagnostics carry_inside(const std::string& old, const std::string& fresh,
                         const std::string& folder, const std::set<std::string>& replaced);

Diagnostics carry_one(const std::string& old, const std::string& fresh, const std::string& name,
                      EntryKind kind, const std::set<std::string>& replaced) {
    if (replaced.contains(name)) return {};
    if (kind == EntryKind::folder && holds_replaced(replaced, name))
        return carry_inside(old, fresh, name, replaced);
    const std::string from = old + "/" + name;
    const std::string to = fresh + "/" + name;
    const EntryKind there = disk::kind_of(to);
    if (kind != EntryKind::folder)
        return there == EntryKind::missing ? disk::link_or_copy(from, to) : Diagnostics{};
    if (there != EntryKind::missing && there != EntryKind::folder) return {};
    Diagnostics faults = disk::make_folders(to);
    if (there == EntryKind::missing) disk::copy_permissions(from, to);
    if (!has_errors(faults)) append(faults, disk::carry_over(from, to));
    return faults;
}

/// A folder with replaced files in it: each file is looked at, and the folder is made when one
/// stays, here or further down.
Diagnostics carry_inside(const std::string& old, const std::string& fresh,
                         const std::string& folder, const std::set<std::string>& replaced) {
    auto entries = disk::list_folder(folder.empty() ? old : old + "/" + folder);
    if (!entries) return entries.diagnostics;
    Diagnostics faults;
    for (const auto& entry : *entries) {
        const std::string name = folder.empty() ? entry.name : folder + "/" + entry.name;
        if (replaced.contains(name)) continue;
        const bool may_go = entry.kind == EntryKind::folder && holds_replaced(replaced, name);
        if (!folder.empty() && !may_go) append(faults, disk::make_folders(fresh + "/" + folder));
        if (!has_errors(faults)) append(faults, carry_one(old, fresh, name, entry.kind, replaced));
    }
    return faults;
}

Result<std::string> exchange_by_renames(const std::string& fresh, const std::string& place,
                                        const std::string& aside) {
    if (auto faults = rename_path(place, aside); has_errors(faults)) return faults;
    if (auto faults = rename_path(fresh, place); has_errors(faults)) {
        append(faults, rename_path(aside, place));
        return faults;
    }
    return aside;
}

} // namespace

Result<std::string> exchange(const std::string& fresh, const std::string& place,
                             const std::string& aside, ExchangeMethod method) {
    if (disk::kind_of(place) == EntryKind::missing) {
        if (auto faults = rename_path(fresh, place); has_errors(faults)) return faults;
        return std::string();
    }
    if (method == ExchangeMethod::two_renames) return exchange_by_renames(fresh, place, aside);
    if (::renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0)
        return fresh;
    if (is_unsupported(errno)) return exchange_by_renames(fresh, place, aside);
    return disk::fault(place, "replace", errno);
}

Diagnostics carry_others(const std::string& old, const std::string& fresh,
                         const std::set<std::string>& replaced) {
    return carry_inside(old, fresh, {}, replaced);
}

Diagnostics rename_path(const std::string& from, const std::string& to) {
    if (::rename(from.c_str(), to.c_str()) == 0) return {};
    return {disk::fault(to, "replace", errno)};
}

Diagnostics rename_to_free_path(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return {};
    if (!is_unsupported(errno)) return {disk::fault(to, "create", errno)};
    // rename() replaces an empty folder at most.
    return rename_path(from, to);
}

} // namespace presskit::engine
