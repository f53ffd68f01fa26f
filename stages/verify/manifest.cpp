// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/manifest.hpp"

#include "stages/verify/json_reader.hpp"

#include <set>

namespace presskit::verify {
namespace {

constexpr std::string_view manifest_name = "manifest.json";
constexpr const char* manifest_fault = "verify.manifest";

void check_file(const KitSource& kit, const std::string& path, std::uint64_t bytes,
                const std::string& hex, FaultList& faults) {
    const auto file = kit.files.find(path);
    if (file == kit.files.end()) {
        faults.add_at(path, "verify.manifest-extra",
                      "manifest.json lists a file that is not there");
        return;
    }
    if (file->second.bytes.size() != bytes)
        faults.add_at(path, "verify.manifest-size",
                      "the file is not of the size manifest.json says");
    if (to_hex(file->second.digest) != hex)
        faults.add_at(path, "verify.manifest-digest",
                      "the file is not the one manifest.json lists");
}

/// A picture that the manifest does not describe is one without rights.
void read_picture_row(const nlohmann::json& row, const std::string& path, ManifestCheck& check,
                      FaultList& faults) {
    const JsonReader file(row, "a row of `files`", manifest_name, manifest_fault, faults);
    const nlohmann::json& json = file.object("picture");
    const JsonReader picture(json, "`picture`", manifest_name, manifest_fault, faults);
    const auto optional_text = [&](const char* key) {
        return json.contains(key) ? picture.text(key) : std::string();
    };
    check.pictures.push_back({path, picture.count("width"), picture.count("height"),
                              {optional_text("creator"), optional_text("credit"),
                               picture.text("rights"), optional_text("licence_url")}});
}

/// Reads one row of `files`; returns its path.
std::string check_row(const nlohmann::json& row, const KitSource& kit, ManifestCheck& check,
                      FaultList& faults) {
    const JsonReader reader(row, "a row of `files`", manifest_name, manifest_fault, faults);
    std::string path = reader.text("path");
    const std::string hex = reader.text("sha256");
    static_cast<void>(reader.text("title"));
    const std::string media_type = reader.text("media_type");
    const std::string language = reader.text("language");
    check_file(kit, path, reader.count("bytes"), hex, faults);
    if (media_type == "image/png" || media_type == "image/jpeg")
        read_picture_row(row, path, check, faults);
    if (!row.contains("document")) {
        if (media_type == "application/pdf")
            faults.add_at(manifest_name, "verify.manifest-key", "lists a PDF without `document`");
        return path;
    }
    const std::string availability = reader.text("availability");
    if (availability != "own" && availability != "derived" && availability != "fallback")
        faults.add_at(manifest_name, "verify.manifest-key",
                      "availability " + in_backticks(availability) + " is not one of a kit");
    static_cast<void>(reader.text("document"));
    static_cast<void>(reader.text("written_in"));
    check.facts.documents[path] = hex;
    const bool has_pages = media_type == "application/pdf";
    check.documents.push_back({path, language, has_pages ? reader.count("pages") : 0});
    return path;
}

void check_files(const nlohmann::json& rows, const KitSource& kit, ManifestCheck& check,
                 FaultList& faults) {
    std::set<std::string, std::less<>> listed{std::string(manifest_name), "SHA256SUMS"};
    for (const auto& row : rows)
        if (const std::string path = check_row(row, kit, check, faults);
            !listed.insert(path).second)
            faults.add_at(manifest_name, "verify.manifest-duplicate",
                          "lists " + in_backticks(path) + " twice");
    for (const auto& [path, bytes] : kit.files)
        if (!listed.contains(path))
            faults.add_at(path, "verify.manifest-entry", "manifest.json does not list the file");
}

} // namespace

std::optional<ManifestCheck> check_manifest(const KitSource& kit, FaultList& faults) {
    const auto file = kit.files.find(manifest_name);
    if (file == kit.files.end()) {
        faults.add_at(manifest_name, "verify.manifest-missing", "the kit has no manifest.json");
        return std::nullopt;
    }
    const auto json = parse_json(file->second.bytes, manifest_name, manifest_fault, faults);
    if (!json) return std::nullopt;
    const JsonReader reader(*json, "the manifest", manifest_name, manifest_fault, faults);
    if (reader.count("schema_version") != 1)
        faults.add_at(manifest_name, "verify.manifest-version", "has an unknown `schema_version`");
    ManifestCheck check;
    check.facts = {.kit = reader.text("kit"),
                   .version = reader.text("version"),
                   .timestamp = reader.text("timestamp"),
                   .campaign = {},
                   .embargo = {},
                   .documents = {}};
    static_cast<void>(reader.text("release_date"));
    static_cast<void>(reader.text("language"));
    static_cast<void>(reader.text("title"));
    static_cast<void>(reader.text("publisher"));
    const JsonReader campaign(reader.object("campaign"), "`campaign`", manifest_name,
                              manifest_fault, faults);
    check.facts.campaign = campaign.text("id");
    if (json->contains("embargo")) check.facts.embargo = reader.text("embargo");
    static_cast<void>(reader.object("country"));
    static_cast<void>(reader.array("notes"));
    const std::string folder = reader.text("folder");
    if (!kit.folder.empty() && folder != kit.folder)
        faults.add_at(manifest_name, "verify.manifest-folder",
                      "names the folder " + in_backticks(folder) + ", but it is " +
                          in_backticks(kit.folder));
    check_files(reader.array("files"), kit, check, faults);
    return check;
}

} // namespace presskit::verify
