// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/manifest.hpp"

#include "stages/bundle/manifest_json.hpp"
#include "stages/model/iso_time.hpp"

#include <algorithm>

namespace presskit::bundle {

std::string_view availability_name(Availability availability) {
    switch (availability) {
    case Availability::own: return "own";
    case Availability::derived: return "derived";
    case Availability::fallback: return "fallback";
    case Availability::missing: break;
    }
    return "missing";
}

Json to_json_value(const LocalizedText& text) {
    Json json = Json::object();
    for (const auto& [locale, words] : text) json[locale.tag] = words;
    return json;
}

Json country_value(const KitManifest& manifest) {
    Json json{{"code", manifest.country.code}, {"names", to_json_value(manifest.country_names)}};
    const auto note = std::ranges::find(manifest.notes, manifest.country, &KitNote::country);
    if (note != manifest.notes.end())
        json["note"] = {{"mark", note->mark}, {"text", to_json_value(note->text)}};
    return json;
}

Json notes_value(const std::vector<KitNote>& notes) {
    Json json = Json::array();
    for (const KitNote& note : notes)
        json.push_back({{"country", note.country.code},
                        {"mark", note.mark},
                        {"text", to_json_value(note.text)}});
    return json;
}

Json picture_value(const KitPicture& picture) {
    const ImageRights& rights = picture.rights;
    Json json{{"width", picture.width}, {"height", picture.height}};
    if (!rights.creator.empty()) json["creator"] = rights.creator;
    if (!rights.credit.empty()) json["credit"] = rights.credit;
    json["rights"] = rights.notice;
    if (!rights.url.empty()) json["licence_url"] = rights.url;
    return json;
}

Json correction_value(const Correction& correction) {
    return {{"replaces", correction.replaces},
            {"date", to_iso(correction.date)},
            {"note", to_json_value(correction.note)}};
}

Json file_value(const KitFile& file) {
    Json json{{"path", file.path},
              {"bytes", file.bytes},
              {"sha256", to_hex(file.digest)},
              {"media_type", file.media_type},
              {"title", file.title},
              {"language", file.language.tag}};
    if (file.picture) json["picture"] = picture_value(*file.picture);
    if (!file.edition) return json;
    json["document"] = file.edition->document;
    if (!file.edition->country.code.empty()) json["country"] = file.edition->country.code;
    json["availability"] = availability_name(file.edition->availability);
    json["written_in"] = file.edition->written_in.tag;
    if (file.edition->pages > 0) json["pages"] = file.edition->pages;
    return json;
}

std::string pretty(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string to_json(const KitManifest& manifest) {
    Json files = Json::array();
    for (const KitFile& file : manifest.files) files.push_back(file_value(file));
    Json json{{"schema_version", manifest_schema_version},
              {"campaign", {{"id", manifest.campaign}, {"title", manifest.campaign_title}}},
              {"publisher", manifest.publisher},
              {"version", manifest.version},
              {"release_date", manifest.release_date},
              {"timestamp", to_utc_text(manifest.timestamp)}};
    if (!manifest.changes.empty()) json["changes"] = manifest.changes;
    if (manifest.correction) json["correction"] = correction_value(*manifest.correction);
    if (!manifest.embargo.empty()) json["embargo"] = manifest.embargo;
    json.update(Json{{"kit", manifest.kit},
                     {"folder", manifest.folder},
                     {"title", manifest.title},
                     {"language", manifest.language.tag},
                     {"country", country_value(manifest)},
                     {"notes", notes_value(manifest.notes)},
                     {"files", std::move(files)}});
    return pretty(json);
}

std::string to_checksum_lines(std::vector<Checksum> checksums) {
    std::ranges::sort(checksums, {}, &Checksum::path);
    std::string lines;
    for (const Checksum& checksum : checksums)
        lines += to_hex(checksum.digest) + "  " + checksum.path + "\n";
    return lines;
}

} // namespace presskit::bundle
