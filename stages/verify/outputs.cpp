// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/outputs.hpp"

#include "stages/verify/json_reader.hpp"
#include "stages/verify/picture.hpp"

#include <set>

namespace presskit::verify {
namespace {

constexpr std::string_view index_name = "index.json";
constexpr const char* index_fault = "verify.index";

std::map<std::string, std::string> documents_of(const JsonReader& row, FaultList& faults) {
    std::map<std::string, std::string> documents;
    for (const auto& item : row.array("documents")) {
        const JsonReader reader(item, "a document of a kit", index_name, index_fault, faults);
        documents[reader.text("path")] = reader.text("sha256");
        static_cast<void>(reader.text("title"));
        static_cast<void>(reader.text("availability"));
        static_cast<void>(reader.text("written_in"));
        static_cast<void>(reader.count("bytes"));
    }
    return documents;
}

void compare(const KitFacts& row, const std::string& file, const FoundZip& zip, FaultList& faults) {
    if (!zip.facts) return;
    if (zip.facts->kit != row.kit || zip.facts->version != row.version ||
        zip.facts->documents != row.documents || zip.facts->campaign != row.campaign)
        faults.add_at(file, "verify.index-kit",
                      "index.json says other things than the kit's manifest");
}

/// A picture of a page; returns its path.
std::string check_preview(const nlohmann::json& item, const FileTree& tree, FaultList& faults) {
    const JsonReader row(item, "a page of `previews`", index_name, index_fault, faults);
    std::string path = row.text("path");
    const std::string hex = row.text("sha256");
    const std::uint64_t bytes = row.count("bytes"), width = row.count("width"), height = row.count("height");
    const auto file = path.starts_with(previews_folder) ? tree.files.find(path) : tree.files.end();
    if (file == tree.files.end()) {
        faults.add_at(path, "verify.preview-missing", "index.json lists a preview that is not there");
        return path;
    }
    if (file->second.size() != bytes || to_hex(sha256(file->second)) != hex)
        faults.add_at(path, "verify.preview-digest", "the preview is not the one index.json lists");
    const SeenPicture seen = read_picture(file->second);
    for (const std::string& fault : seen.faults) faults.add_at(path, "verify.preview-picture", fault);
    if (seen.width != width || seen.height != height)
        faults.add_at(path, "verify.preview-size", "the preview is not of the size index.json says");
    return path;
}

void check_previews(const nlohmann::json& row, const FileTree& tree,
                    std::set<std::string, std::less<>>& listed, FaultList& faults) {
    if (!row.is_object() || !row.contains("previews")) return;
    const JsonReader reader(row, "a row of `kits`", index_name, index_fault, faults);
    for (const auto& item : reader.array("previews")) {
        const JsonReader document(item, "a document of `previews`", index_name, index_fault, faults);
        static_cast<void>(document.text("document"));
        for (const auto& page : document.array("pages")) listed.insert(check_preview(page, tree, faults));
    }
}

void check_row(const JsonReader& row, const std::string& file, const FoundZips& zips,
               FaultList& faults) {
    const KitFacts facts{.kit = row.text("id"),
                         .version = row.text("version"),
                         .timestamp = {},
                         .campaign = row.text("campaign"),
                         .embargo = {},
                         .documents = documents_of(row, faults)};
    const std::uint64_t bytes = row.count("bytes");
    const std::string hex = row.text("sha256");
    static_cast<void>(row.text("language"));
    static_cast<void>(row.text("title"));
    static_cast<void>(row.object("country"));
    const auto zip = zips.find(file);
    if (zip == zips.end()) {
        faults.add_at(file, "verify.index-missing-kit", "index.json lists a kit that is not there");
        return;
    }
    if (zip->second.bytes != bytes)
        faults.add_at(file, "verify.index-size", "the kit is not of the size index.json says");
    if (to_hex(zip->second.digest) != hex)
        faults.add_at(file, "verify.index-digest", "the kit is not the one index.json lists");
    compare(facts, file, zip->second, faults);
}

} // namespace

void check_index(std::string_view index_json, const FoundZips& zips, const FileTree& tree,
                 FaultList& faults) {
    const auto json = parse_json(index_json, index_name, index_fault, faults);
    if (!json) return;
    const JsonReader reader(*json, "the index", index_name, index_fault, faults);
    if (reader.count("schema_version") != 1)
        faults.add_at(index_name, "verify.index-version", "has an unknown `schema_version`");
    static_cast<void>(reader.array("campaigns"));
    std::set<std::string> files, ids;
    std::set<std::string, std::less<>> previews;
    for (const auto& item : reader.array("kits")) {
        const JsonReader row(item, "a row of `kits`", index_name, index_fault, faults);
        const std::string file = row.text("file");
        if (!files.insert(file).second ||
            !ids.insert(row.text("campaign") + "/" + row.text("id")).second)
            faults.add_at(index_name, "verify.index-duplicate",
                          "lists " + in_backticks(file) + " twice");
        check_row(row, file, zips, faults);
        check_previews(item, tree, previews, faults);
    }
    for (auto file = tree.files.lower_bound(std::string(previews_folder));
         file != tree.files.end() && file->first.starts_with(previews_folder); ++file)
        if (!previews.contains(file->first))
            faults.add_at(file->first, "verify.preview-extra", "index.json does not list the preview");
    for (const auto& [path, zip] : zips)
        if (!files.contains(path))
            faults.add_at(path, "verify.index-extra-kit", "index.json does not list the kit");
}

} // namespace presskit::verify
