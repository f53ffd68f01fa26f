// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/verify.hpp"

#include "stages/verify/kit_zip.hpp"
#include "stages/verify/outputs.hpp"

#include <utility>

namespace presskit::verify {
namespace {

void add(VerifyReport& report, KitCheck& kit, std::size_t files) {
    report.faults.insert(report.faults.end(), std::make_move_iterator(kit.faults.begin()),
                         std::make_move_iterator(kit.faults.end()));
    report.kits += 1;
    report.files += files;
    report.pdfs += kit.pdfs;
    for (auto& [id, paths] : kit.broken) report.broken[id].merge(paths);
}

std::string joined(const std::string& folder, const std::string& path) {
    return folder.empty() || path.empty() ? folder + path : folder + "/" + path;
}

/// The top folder of an unpacked kit, as a prefix of its paths: "" or "folder/". Nothing, if the
/// tree is no kit.
std::optional<std::string> unpacked_kit(const FileTree& tree) {
    if (tree.files.contains("manifest.json") || tree.files.contains("SHA256SUMS")) return "";
    if (tree.files.empty()) return std::nullopt;
    const std::string& first = tree.files.begin()->first;
    const std::string prefix = first.substr(0, first.find('/') + 1);
    if (prefix.empty()) return std::nullopt;
    for (const auto& [path, bytes] : tree.files)
        if (!path.starts_with(prefix)) return std::nullopt;
    const bool is_kit =
        tree.files.contains(prefix + "manifest.json") || tree.files.contains(prefix + "SHA256SUMS");
    return is_kit ? std::optional(prefix) : std::nullopt;
}

VerifyReport verify_unpacked(const FileTree& tree, const std::string& prefix) {
    VerifyReport report;
    PdfChecks known;
    KitSource kit;
    kit.folder = prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1);
    for (const auto& [path, bytes] : tree.files)
        kit.files.emplace(path.substr(prefix.size()), bytes);
    KitCheck check = check_kit_files(kit, joined(tree.root, kit.folder), known);
    add(report, check, kit.files.size());
    return report;
}

VerifyReport verify_outputs(const FileTree& tree) {
    VerifyReport report;
    PdfChecks known;
    FoundZips zips;
    for (const auto& [path, bytes] : tree.files) {
        if (!path.ends_with(".zip")) continue;
        KitZipCheck check = check_kit_zip(bytes, joined(tree.root, path), known);
        zips[path] = {bytes.size(), sha256(bytes), std::move(check.kit.facts)};
        add(report, check.kit, check.files);
    }
    FaultList faults(tree.root);
    const auto index = tree.files.find("index.json");
    if (index != tree.files.end())
        check_index(index->second, zips, faults);
    else if (!zips.empty())
        faults.add_at("index.json", "verify.index-missing", "the folder has no index.json");
    else
        faults.add("verify.nothing-to-verify", "the folder holds no kit and no index.json",
                   "name an outputs folder, a kit's zip or an unpacked kit");
    report.faults.insert(report.faults.begin(), faults.faults().begin(), faults.faults().end());
    return report;
}

} // namespace

VerifyReport verify_kit(std::string_view zip_bytes, const std::string& path, PdfChecks& known) {
    VerifyReport report;
    KitZipCheck check = check_kit_zip(zip_bytes, path, known);
    add(report, check.kit, check.files);
    return report;
}

VerifyReport verify_kit(std::string_view zip_bytes, const std::string& path) {
    PdfChecks known;
    return verify_kit(zip_bytes, path, known);
}

VerifyReport verify_folder(const FileTree& tree) {
    const auto prefix = unpacked_kit(tree);
    return prefix ? verify_unpacked(tree, *prefix) : verify_outputs(tree);
}

} // namespace presskit::verify
