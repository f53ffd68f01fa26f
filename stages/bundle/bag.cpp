// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/bag.hpp"

#include "stages/bundle/manifest.hpp"
#include "stages/model/iso_time.hpp"

#include <map>
#include <vector>

namespace presskit::bundle {
namespace {

/// A value on one line. RFC 8493 2.2.2.
std::string tag(std::string_view label, std::string_view value) {
    std::string line = std::string(label).append(": ").append(value);
    for (char& c : line)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return line + "\n";
}

std::string bag_info(const KitManifest& manifest, std::span<const BagFile> files) {
    std::uint64_t bytes = 0;
    for (const BagFile& file : files) bytes += file.entry.file_bytes();
    // The day of the bag is that of its files, not of the run that made it.
    return tag("Source-Organization", manifest.publisher) +
           tag("External-Description", manifest.campaign_title + " – " + manifest.title) +
           tag("External-Identifier", manifest.folder) +
           tag("Bagging-Date", to_utc_text(manifest.timestamp).substr(0, 10)) +
           tag("Bag-Software-Agent", "presskit " PRESSKIT_VERSION) +
           tag("Payload-Oxum", std::to_string(bytes) + "." + std::to_string(files.size()));
}

} // namespace

std::string bag_name(const KitManifest& manifest) { return manifest.folder + "-bag"; }

Result<std::string> write_bag(const KitManifest& manifest, std::span<const BagFile> files) {
    std::map<std::string, std::string> tags{
        {"bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"},
        {"bag-info.txt", bag_info(manifest, files)}};
    std::vector<Checksum> payload, tag_files;
    for (const BagFile& file : files)
        payload.push_back({"data/" + std::string(file.entry.name), file.digest});
    tags["manifest-sha256.txt"] = to_checksum_lines(std::move(payload));
    for (const auto& [name, bytes] : tags) tag_files.push_back({name, sha256(bytes)});
    tags["tagmanifest-sha256.txt"] = to_checksum_lines(std::move(tag_files));

    const std::string folder = bag_name(manifest) + "/";
    std::map<std::string, ZipEntry> contents;
    for (const auto& [name, bytes] : tags) contents[folder + name] = {{}, bytes};
    for (const BagFile& file : files)
        contents[folder + "data/" + std::string(file.entry.name)] = file.entry;
    std::vector<ZipEntry> entries;
    for (const auto& [name, entry] : contents)
        entries.push_back({name, entry.bytes, entry.inflated});
    return write_zip(entries, manifest.timestamp);
}

} // namespace presskit::bundle
