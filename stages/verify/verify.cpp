// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/verify.hpp"

#include "pipeline/base/result.hpp"
#include "stages/verify/bag.hpp"
#include "stages/verify/kit_zip.hpp"
#include "stages/verify/outputs.hpp"
#include "stages/verify/signatures.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace presskit::verify {
namespace {

void merge(BrokenBy& into, BrokenBy& from) {
    for (auto& [claims, broken] : from) {
        auto& known = into[claims];
        for (auto& [id, paths] : broken) known[id].merge(paths);
    }
}

void add(VerifyReport& report, KitCheck& kit, std::size_t files) {
    report.faults.insert(report.faults.end(), std::make_move_iterator(kit.faults.begin()),
                         std::make_move_iterator(kit.faults.end()));
    report.kits += 1;
    report.files += files;
    report.pdfs += kit.pdfs;
    merge(report.broken, kit.broken);
}

std::string joined(const std::string& folder, const std::string& path) {
    return folder.empty() || path.empty() ? folder + path : folder + "/" + path;
}

/// The top folder of an unpacked kit or bag, as a prefix of its paths: "" or "folder/". Nothing, if the
/// tree is neither.
std::optional<std::string> unpacked_kit(const FileTree& tree) {
    constexpr std::string_view signs[] = {"manifest.json", "SHA256SUMS", bag_declaration_name};
    const auto has_sign = [&](const std::string& prefix) {
        return std::ranges::any_of(signs, [&](std::string_view name) { return tree.files.contains(prefix + std::string(name)); });
    };
    if (has_sign("")) return "";
    if (tree.files.empty()) return std::nullopt;
    const std::string& first = tree.files.begin()->first;
    const std::string prefix = first.substr(0, first.find('/') + 1);
    if (prefix.empty()) return std::nullopt;
    for (const auto& [path, bytes] : tree.files)
        if (!path.starts_with(prefix)) return std::nullopt;
    return has_sign(prefix) ? std::optional(prefix) : std::nullopt;
}

void check_age(const std::string& version, const Demands& demands, FaultList& faults) {
    if (demands.at_least.empty() || !is_older(version, demands.at_least)) return;
    faults.add("verify.kit-version",
               "is of version " + in_backticks(version) + ", older than " + in_backticks(demands.at_least),
               "get the newer kit from its publisher");
}

VerifyReport verify_unpacked(const FileTree& tree, const std::string& prefix, const Demands& demands) {
    VerifyReport report;
    PdfChecks known;
    FaultList demanded(tree.root);
    if (demands.key)
        demanded.add("verify.signature-unpacked", "a signature is of a zip, and this is unpacked",
                     "verify the zip that it came in");
    KitSource kit;
    kit.folder = prefix.substr(0, prefix.empty() ? 0 : prefix.size() - 1);
    for (const auto& [path, bytes] : tree.files)
        kit.files.emplace(path.substr(prefix.size()), bytes);
    const std::string top = joined(tree.root, kit.folder);
    const std::size_t files = kit.files.size();
    const bool bagged = kit.files.contains(bag_declaration_name);
    KitCheck check = bagged ? check_bagged_kit(std::move(kit), top, known) : check_kit_files(kit, top, known);
    check_age(check.facts ? check.facts->version : std::string(), demands, demanded);
    report.faults = demanded.faults();
    add(report, check, files);
    return report;
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

/// Without facts, only what can be seen from outside.
SeenKit seen_kit(const std::optional<KitFacts>& facts, std::string path, const Digest& digest) {
    signing::Statement statement{.file = base_name(path), .sha256 = to_hex(digest)};
    if (!facts) return {std::move(path), std::move(statement), {}};
    statement.campaign = facts->campaign;
    statement.version = facts->version;
    statement.kit = facts->kit;
    statement.embargo = facts->embargo;
    return {std::move(path), std::move(statement), facts->timestamp, facts->was_verified};
}

/// The demands on a zip whose inner parts were looked at.
void check_demands(std::string_view zip, const KitZipCheck& check, const signing::Statement& statement,
                   const std::optional<std::string>& signature, const Demands& demands, FaultList& faults) {
    if (!check.is_kit) return;
    if (!check.folder.empty() && statement.file != check.folder + ".zip")
        faults.add("verify.kit-name",
                   "is the " + std::string(check.is_bag ? "bag " : "kit ") + in_backticks(check.folder) + " under another name",
                   "name it `" + check.folder + ".zip` if that is the one you want");
    check_age(statement.version, demands, faults);
    if (demands.key && check.is_bag)
        faults.add("verify.signature-bag", "a bag is not signed", "verify the zip of the kit that it holds");
    else if (demands.key)
        check_signature(zip, signature, *demands.key, statement, faults);
}

std::optional<std::string> signature_of(const FileTree& tree, const std::string& path) {
    const auto file = tree.files.find(path + std::string(signing::signature_extension));
    return file == tree.files.end() ? std::nullopt : std::optional(file->second);
}

void insert_front(VerifyReport& report, const FaultList& faults) {
    report.faults.insert(report.faults.begin(), faults.faults().begin(), faults.faults().end());
}

/// Adds what was seen of a zip, and of the demands on it what it does not meet.
void add_zip(VerifyReport& report, KitZipCheck& check, std::string_view zip, SeenKit seen,
             const std::optional<std::string>& signature, const Demands& demands) {
    FaultList demanded(seen.path);
    check_demands(zip, check, seen.statement, signature, demands, demanded);
    insert_front(report, demanded);
    add(report, check.kit, check.files);
    if (!check.is_bag) report.seen.push_back(std::move(seen));
}

/// Kits under embargo lie in a set of their own; copies for partners are sealed, and are no kits.
constexpr std::string_view embargoed_folder = "embargoed/", sealed_folder = "partners/";
/// Copies for archives, made of the kits beside them.
constexpr std::string_view bags_folder = "bags/";

FileTree without(const FileTree& tree, std::string_view prefix) {
    FileTree out{tree.root, {}};
    for (const auto& [path, bytes] : tree.files)
        if (!path.starts_with(prefix)) out.files.emplace(path, bytes);
    return out;
}

FileTree below(const FileTree& tree, std::string_view prefix) {
    FileTree out{joined(tree.root, std::string(prefix.substr(0, prefix.size() - 1))), {}};
    for (const auto& [path, bytes] : tree.files)
        if (path.starts_with(prefix)) out.files.emplace(path.substr(prefix.size()), bytes);
    return out;
}

void add_report(VerifyReport& report, VerifyReport other) {
    append(report.faults, std::move(other.faults));
    std::ranges::move(other.seen, std::back_inserter(report.seen));
    report.kits += other.kits;
    report.files += other.files;
    report.pdfs += other.pdfs;
    merge(report.broken, other.broken);
}

VerifyReport verify_set(const FileTree& tree, const Demands& demands) {
    VerifyReport report;
    PdfChecks known;
    FoundZips zips;
    const auto index = tree.files.find("index.json");
    const bool is_indexed = index != tree.files.end();
    for (const auto& [path, bytes] : tree.files) {
        if (!path.ends_with(".zip")) continue;
        if (path.starts_with(bags_folder)) {
            FaultList faults(joined(tree.root, path));
            check_bag(bytes, faults);
            insert_front(report, faults);
            continue;
        }
        const std::string shown = joined(tree.root, path);
        KitZipCheck check = check_kit_zip(bytes, shown, known);
        const Digest digest = sha256(bytes);
        add_zip(report, check, bytes, seen_kit(check.kit.facts, shown, digest), signature_of(tree, path), demands);
        if (check.is_bag && !is_indexed) continue;
        zips[path] = {bytes.size(), digest, std::move(check.kit.facts)};
    }
    FaultList faults(tree.root);
    if (is_indexed && demands.key) {
        FaultList signature_faults(joined(tree.root, index->first));
        check_signature(index->second, signature_of(tree, index->first), *demands.key,
                        {.file = index->first, .sha256 = to_hex(sha256(index->second))},
                        signature_faults);
        insert_front(report, signature_faults);
    }
    if (is_indexed)
        check_index(index->second, zips, tree, faults);
    else if (!zips.empty())
        faults.add_at("index.json", "verify.index-missing", "the folder has no index.json");
    else if (report.kits == 0)
        faults.add("verify.nothing-to-verify", "the folder holds no kit and no index.json",
                   "name an outputs folder, a zip of a kit or a bag, or an unpacked one");
    insert_front(report, faults);
    return report;
}

VerifyReport verify_outputs(const FileTree& tree, const Demands& demands) {
    const bool is_split = std::ranges::any_of(
        tree.files, [](const auto& file) { return file.first.starts_with(embargoed_folder); });
    if (!is_split) return verify_set(tree, demands);
    VerifyReport report = verify_set(without(tree, embargoed_folder), demands);
    add_report(report, verify_set(without(below(tree, embargoed_folder), sealed_folder), demands));
    return report;
}

} // namespace

VerifyReport verify_kit(std::string_view zip_bytes, const std::string& path, PdfChecks& known) {
    VerifyReport report;
    KitZipCheck check = check_kit_zip(zip_bytes, path, known);
    FaultList faults(path);
    if (check.is_bag) faults.add("verify.bag", "is a bag, and no kit", "name the zip of the kit that it holds");
    report.faults = faults.faults();
    report.seen.push_back(seen_kit(check.kit.facts, path, sha256(zip_bytes)));
    add(report, check.kit, check.files);
    return report;
}

Diagnostics faults_of_kit(std::string_view zip_bytes, const std::string& path, PdfChecks& known) {
    return check_kit_zip(zip_bytes, path, known).kit.faults;
}

VerifyReport verify_kit_file(std::string_view zip_bytes, const std::string& path,
                             const std::optional<std::string>& signature, const Demands& demands) {
    VerifyReport report;
    PdfChecks known;
    KitZipCheck check = check_kit_zip(zip_bytes, path, known);
    add_zip(report, check, zip_bytes, seen_kit(check.kit.facts, path, sha256(zip_bytes)), signature, demands);
    return report;
}

VerifyReport verify_kit(std::string_view zip_bytes, const std::string& path) {
    PdfChecks known;
    return verify_kit(zip_bytes, path, known);
}

VerifyReport verify_folder(const FileTree& tree, const Demands& demands) {
    const auto prefix = unpacked_kit(tree);
    return prefix ? verify_unpacked(tree, *prefix, demands) : verify_outputs(tree, demands);
}

} // namespace presskit::verify
