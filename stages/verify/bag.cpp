// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/bag.hpp"

#include "stages/verify/checksums.hpp"
#include "stages/verify/zip_contents.hpp"
#include "stages/verify/zip_layout.hpp"

namespace presskit::verify {
namespace {

constexpr std::string_view declaration =
    "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
constexpr std::string_view payload_folder = "data/";

/// "Payload-Oxum: BYTES.FILES", the one tag that can be checked.
std::string expected_oxum(const KitFiles& payload) {
    std::uint64_t bytes = 0;
    for (const auto& [path, file] : payload) bytes += file.bytes.size();
    return "\nPayload-Oxum: " + std::to_string(bytes) + "." + std::to_string(payload.size()) + "\n";
}

void check_files(const KitFiles& files, FaultList& faults) {
    KitFiles payload, tags;
    for (const auto& [path, file] : files)
        if (path.starts_with(payload_folder))
            payload.emplace(path, file);
        else if (path != "tagmanifest-sha256.txt")
            tags.emplace(path, file);
    const auto bytes_of = [&](std::string_view name) {
        const auto file = files.find(name);
        return file == files.end() ? std::string_view() : file->second.bytes;
    };
    if (bytes_of("bagit.txt") != declaration)
        faults.add_at("bagit.txt", "verify.bag-declaration", "does not declare a bag of version 1.0");
    if (bytes_of("bag-info.txt").find(expected_oxum(payload)) == std::string_view::npos)
        faults.add_at("bag-info.txt", "verify.bag-oxum", "counts another payload than there is");
    for (const auto& [path, file] : tags)
        if (path != "bagit.txt" && path != "bag-info.txt" && path != "manifest-sha256.txt")
            faults.add_at(path, "verify.bag-entry", "is no part of a bag");
    check_list("manifest-sha256.txt", files, payload, faults);
    KitFiles kit;
    for (const auto& [path, file] : payload) kit.emplace(path.substr(payload_folder.size()), file);
    check_checksums(kit, faults);
    check_list("tagmanifest-sha256.txt", files, tags, faults);
}

} // namespace

void check_bag(std::string_view zip, FaultList& faults) {
    const auto rows = check_layout(zip, faults);
    if (!rows) return;
    const auto contents = read_contents(zip, *rows, faults);
    const std::string& first = rows->front().name;
    const std::string folder = first.substr(0, first.find('/') + 1);
    KitFiles files;
    for (const auto& [name, bytes] : contents)
        if (!folder.empty() && name.starts_with(folder))
            files.emplace(name.substr(folder.size()), bytes);
        else
            faults.add("verify.bag-folder", "the entries do not lie in one top folder");
    check_files(files, faults);
}

} // namespace presskit::verify
