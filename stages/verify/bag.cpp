// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/bag.hpp"

#include "pipeline/base/text.hpp"
#include "stages/verify/checksums.hpp"
#include "stages/verify/zip_contents.hpp"

#include <algorithm>

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

/// RFC 8493 2.2.2: Payload-Oxum must not be repeated; of two, readers differ in which they believe.
bool counts(std::string_view info, const KitFiles& payload) {
    constexpr std::string_view tag = "\npayload-oxum";
    const std::string lines = "\n" + lower_ascii(info);
    const std::size_t first = lines.find(tag);
    return info.find(expected_oxum(payload)) != info.npos && lines.find(tag, first + 1) == lines.npos;
}

} // namespace

bool is_bag(const std::vector<ZipRow>& rows) {
    return std::ranges::any_of(rows, [](const ZipRow& row) {
        return std::string_view(row.name).substr(row.name.find('/') + 1) == bag_declaration_name;
    });
}

KitFiles payload_of(const KitFiles& bag) {
    KitFiles kit;
    for (const auto& [path, file] : bag)
        if (path.starts_with(payload_folder)) kit.emplace(path.substr(payload_folder.size()), file);
    return kit;
}

void check_bag_files(const KitFiles& bag, FaultList& faults) {
    KitFiles payload, tags;
    for (const auto& [path, file] : bag)
        if (path.starts_with(payload_folder))
            payload.emplace(path, file);
        else if (path != "tagmanifest-sha256.txt")
            tags.emplace(path, file);
    const auto bytes_of = [&](std::string_view name) {
        const auto file = bag.find(name);
        return file == bag.end() ? std::string_view() : file->second.bytes;
    };
    if (bytes_of(bag_declaration_name) != declaration)
        faults.add_at(bag_declaration_name, "verify.bag-declaration", "does not declare a bag of version 1.0");
    if (!counts(bytes_of("bag-info.txt"), payload))
        faults.add_at("bag-info.txt", "verify.bag-oxum", "counts another payload than there is");
    for (const auto& [path, file] : tags)
        if (path != bag_declaration_name && path != "bag-info.txt" && path != "manifest-sha256.txt")
            faults.add_at(path, "verify.bag-entry", "is no part of a bag");
    check_list("manifest-sha256.txt", bag, payload, faults);
    check_list("tagmanifest-sha256.txt", bag, tags, faults);
}

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
    check_bag_files(files, faults);
    check_checksums(payload_of(files), faults);
}

} // namespace presskit::verify
