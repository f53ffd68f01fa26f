// SPDX-License-Identifier: Apache-2.0
#include "pipeline/engine/releases.hpp"

#include "pipeline/base/digest.hpp"
#include "pipeline/engine/disk.hpp"
#include "pipeline/engine/exchange.hpp"
#include "pipeline/engine/output_draft.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <functional>

#include <unistd.h>

namespace presskit::engine {
namespace {

constexpr std::string_view partial_start = ".partial-";
constexpr std::size_t number_digits = 4, digest_digits = 12;

std::string releases_of(const std::string& site) { return site + "/releases"; }

std::string digest_of(const FileTree& files) {
    std::string all;
    for (const auto& [name, bytes] : files.files) all += name + '\0' + to_hex(sha256(bytes)) + '\n';
    return to_hex(sha256(all)).substr(0, digest_digits);
}

/// What `current` leads to, or nothing.
std::string current_id(const std::string& site) {
    std::array<char, 512> target{};
    const auto bytes = ::readlink((site + "/current").c_str(), target.data(), target.size());
    const std::string text(target.data(), bytes > 0 ? static_cast<std::size_t>(bytes) : 0);
    return text.substr(text.rfind('/') + 1);
}

Diagnostics make_current(const std::string& site, const std::string& id) {
    const std::string fresh = site + "/.current-" + std::to_string(::getpid());
    disk::remove_file(fresh);
    if (::symlink(("releases/" + id).c_str(), fresh.c_str()) != 0)
        return {disk::fault(fresh, "create", errno)};
    if (auto faults = rename_path(fresh, site + "/current"); has_errors(faults)) return faults;
    return disk::sync_folder(site);
}

/// What killed runs left; under the lock nobody else writes.
Diagnostics clear_partial_releases(const std::string& site) {
    Diagnostics faults;
    for (const std::string& folder : {site, releases_of(site)}) {
        auto entries = disk::list_folder(folder);
        append(faults, std::move(entries.diagnostics));
        if (!entries) continue;
        for (const disk::Entry& entry : *entries)
            if (entry.name.starts_with(partial_start) || entry.name.starts_with(".current-"))
                append(faults, disk::remove_tree(folder + "/" + entry.name));
    }
    return faults;
}

/// 7 of "0007-…".
std::size_t number_of(const SiteRelease& release) {
    std::size_t number = 0;
    for (const char c : release.id.substr(0, release.id.find('-')))
        number = c >= '0' && c <= '9' && number < 1'000'000
                     ? number * 10 + static_cast<std::size_t>(c - '0')
                     : number;
    return number;
}

/// "0007" after "0006-…".
std::string next_number(const std::vector<SiteRelease>& releases) {
    std::string text = std::to_string(releases.empty() ? 1 : number_of(releases.back()) + 1);
    return text.insert(0, number_digits > text.size() ? number_digits - text.size() : 0, '0');
}

Diagnostic no_release(const std::string& site, const std::string& id) {
    return {.code = "engine.no-release",
            .message = "has no release `" + id + "`",
            .hint = "`presskit releases` lists them",
            .path = site,
            .blame = Blame::usage};
}

/// The folders of all releases, the current one first, then the newest.
std::vector<std::string> earlier_folders(const std::string& site, std::vector<SiteRelease> releases) {
    std::ranges::reverse(releases);
    std::ranges::stable_partition(releases, std::identity(), &SiteRelease::is_current);
    std::vector<std::string> folders;
    for (const SiteRelease& release : releases) folders.push_back(releases_of(site) + "/" + release.id);
    return folders;
}

/// The first file of this name, if it has these bytes; else nothing.
std::string equal_file(const std::vector<std::string>& folders, const std::string& name,
                       const std::string& bytes) {
    for (const std::string& folder : folders) {
        const std::string path = folder + "/" + name;
        if (disk::kind_of(path) == disk::EntryKind::missing) continue;
        const auto old = disk::read_regular(path, bytes.size());
        return old && *old == bytes ? path : std::string();
    }
    return {};
}

Diagnostics write_release(const std::string& partial, const FileTree& files,
                          const std::vector<std::string>& earlier) {
    for (const auto& [name, bytes] : files.files) {
        const std::string path = partial + "/" + name;
        if (auto faults = disk::make_folders(path.substr(0, path.rfind('/'))); has_errors(faults))
            return faults;
        const std::string old = equal_file(earlier, name, bytes);
        Diagnostics faults =
            old.empty() ? disk::write_new(path, bytes) : disk::link_or_copy(old, path);
        if (has_errors(faults)) return faults;
    }
    return disk::sync_folders(partial);
}

} // namespace

Result<std::vector<SiteRelease>> list_releases(const std::string& site) {
    std::vector<SiteRelease> out;
    if (disk::kind_of(releases_of(site)) != disk::EntryKind::folder) return out;
    auto entries = disk::list_folder(releases_of(site));
    if (!entries) return std::move(entries.diagnostics);
    const std::string current = current_id(site);
    for (disk::Entry& entry : *entries)
        if (entry.kind == disk::EntryKind::folder && !entry.name.starts_with('.'))
            out.push_back({entry.name, entry.name == current,
                           disk::modified_at(releases_of(site) + "/" + entry.name)});
    std::ranges::stable_sort(out, {}, number_of);
    return out;
}

Result<std::string> add_release(const std::string& site, const MakeRelease& make) {
    if (auto faults = disk::make_folders(releases_of(site)); has_errors(faults)) return faults;
    const auto lock = FileLock::acquire(site + "/.lock", site);
    if (!lock) return lock.diagnostics;
    if (auto faults = clear_partial_releases(site); has_errors(faults)) return faults;
    const auto releases = list_releases(site);
    if (!releases) return releases.diagnostics;

    const auto files = make();
    if (!files) return files.diagnostics;
    const std::string digest = digest_of(*files), current = current_id(site);
    if (current.ends_with("-" + digest)) return current;
    const std::string id = next_number(*releases) + "-" + digest;
    const std::string partial = releases_of(site) + "/" + std::string(partial_start) + id;
    Diagnostics faults = write_release(partial, *files, earlier_folders(site, *releases));
    if (!has_errors(faults)) append(faults, rename_path(partial, releases_of(site) + "/" + id));
    if (has_errors(faults)) {
        disk::remove_tree(partial);
        return faults;
    }
    append(faults, disk::sync_folder(releases_of(site)));
    append(faults, make_current(site, id));
    if (has_errors(faults)) return faults;
    return id;
}

Diagnostics select_release(const std::string& site, const std::string& id) {
    if (disk::kind_of(releases_of(site)) != disk::EntryKind::folder) return {no_release(site, id)};
    const auto lock = FileLock::acquire(site + "/.lock", site);
    if (!lock) return lock.diagnostics;
    const auto releases = list_releases(site);
    if (!releases) return releases.diagnostics;
    if (std::ranges::find(*releases, id, &SiteRelease::id) == releases->end())
        return {no_release(site, id)};
    return make_current(site, id);
}

Result<std::vector<std::string>> remove_releases(const std::string& site, const Retention& rule) {
    std::vector<std::string> removed;
    if (disk::kind_of(releases_of(site)) != disk::EntryKind::folder) return removed;
    const auto lock = FileLock::acquire(site + "/.lock", site);
    if (!lock) return lock.diagnostics;
    const auto releases = list_releases(site);
    if (!releases) return releases.diagnostics;
    Diagnostics faults = clear_partial_releases(site);
    for (std::size_t i = 0; i + rule.newest < releases->size() && !has_errors(faults); ++i) {
        const SiteRelease& release = (*releases)[i];
        if (release.is_current || release.added > rule.since) continue;
        const std::string partial = releases_of(site) + "/" + std::string(partial_start) + release.id;
        append(faults, rename_path(releases_of(site) + "/" + release.id, partial));
        if (has_errors(faults)) break;
        removed.push_back(release.id);
        append(faults, disk::remove_tree(partial));
    }
    append(faults, disk::sync_folder(releases_of(site)));
    return {std::move(removed), std::move(faults)};
}

} // namespace presskit::engine
