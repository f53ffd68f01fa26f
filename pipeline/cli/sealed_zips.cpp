// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/sealed_zips.hpp"

#include "pipeline/base/digest.hpp"
#include "pipeline/engine/progress.hpp"

#include <algorithm>
#include <string_view>

namespace presskit::cli {
namespace {

constexpr std::uint64_t largest_list = 10'000'000;
constexpr std::uint64_t largest_zip = 2'000'000'000;

/// Takes what stands before `end` from `rest`, and `end`.
std::string_view take(std::string_view& rest, char end) {
    const std::size_t at = std::min(rest.find(end), rest.size());
    const std::string_view taken = rest.substr(0, at);
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return taken;
}

std::vector<SealedKit> parse_kits(std::string_view rest) {
    std::vector<SealedKit> kits;
    while (!rest.empty()) {
        std::string_view kit = take(rest, ',');
        const std::string_view name = take(kit, '=');
        kits.push_back({std::string(name), std::string(kit)});
    }
    return kits;
}

/// Whether all that the zip holds is public.
bool is_published(const SealedZip& zip, const std::set<std::string>& published) {
    return !zip.kits.empty() &&
           std::ranges::all_of(zip.kits, [&](const SealedKit& kit) { return published.contains(kit.name); });
}

bool is_as_written(engine::Workspace& workspace, const std::string& path, const SealedZip& zip) {
    const auto bytes = workspace.read_file(path, largest_zip);
    return bytes && to_hex(sha256(*bytes)) == zip.digest;
}

} // namespace

std::string sealed_name(const std::string& campaign, const std::string& kit) {
    return to_hex(sha256(campaign + "/" + kit));
}

std::string to_text(const std::vector<SealedZip>& zips) {
    std::string text;
    for (const SealedZip& zip : zips) {
        text += zip.file + "\t" + zip.digest + "\t";
        for (const SealedKit& kit : zip.kits)
            text += (&kit == zip.kits.data() ? "" : ",") + kit.name + "=" + kit.state;
        text += "\n";
    }
    return text;
}

std::vector<SealedZip> read_sealed(engine::Workspace& workspace, const std::string& folder) {
    std::vector<SealedZip> zips;
    const auto list = workspace.read_file(folder + "/" + sealed_list_name, largest_list);
    if (!list) return zips;
    for (std::string_view rest = *list; !rest.empty();) {
        std::string_view line = take(rest, '\n');
        const std::string_view file = take(line, '\t'), digest = take(line, '\t');
        if (file.ends_with(".zip") && file.find('/') == std::string_view::npos)
            zips.push_back({std::string(file), std::string(digest), parse_kits(line)});
    }
    return zips;
}

Diagnostics remove_published(engine::Workspace& workspace, engine::Log& log, const std::string& folder,
                             const std::set<std::string>& published) {
    std::vector<SealedZip> left;
    std::set<std::string> removed;
    for (const SealedZip& zip : read_sealed(workspace, folder)) {
        if (is_published(zip, published) && is_as_written(workspace, folder + "/" + zip.file, zip))
            removed.insert(zip.file);
        else
            left.push_back(zip);
    }
    if (removed.empty()) return {};
    Result<engine::OutputDraft> draft = workspace.begin_outputs(folder);
    if (!draft) return std::move(draft.diagnostics);
    std::set<std::string> replaced = removed;
    replaced.insert(sealed_list_name);
    Diagnostics faults;
    if (!left.empty()) faults = workspace.write(*draft, sealed_list_name, to_text(left));
    if (!has_errors(faults)) append(faults, workspace.swap_in(std::move(*draft), replaced));
    if (has_errors(faults)) return faults;
    for (const std::string& file : removed)
        engine::Progress(log).note("removed " + folder + "/" + file + ": all that it holds is public");
    return faults;
}

Diagnostics outdated_zips(engine::Workspace& workspace, const std::string& folder, const std::set<SealedKit>& embargoed) {
    Diagnostics faults;
    for (const SealedZip& zip : read_sealed(workspace, folder)) {
        const bool is_outdated = std::ranges::any_of(zip.kits, [&](const SealedKit& kit) {
            const auto found = embargoed.lower_bound({kit.name, {}});
            return found != embargoed.end() && found->name == kit.name && found->state != kit.state;
        });
        if (is_outdated)
            faults.push_back({.code = "publish.outdated-seal",
                              .message = "holds kits under embargo as they were before the last build",
                              .hint = "run `presskit seal` again, and send the partner the zip that it makes",
                              .path = folder + "/" + zip.file,
                              .severity = Severity::warning});
    }
    return faults;
}

} // namespace presskit::cli
