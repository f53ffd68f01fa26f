// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/index.hpp"

#include "stages/bundle/cover.hpp"
#include "stages/bundle/manifest.hpp"
#include "stages/bundle/manifest_json.hpp"
#include "stages/model/iso_time.hpp"

#include <cassert>

namespace presskit::bundle {
namespace {

Json parsed(std::span<const std::string> rows) {
    Json out = Json::array();
    for (const std::string& row : rows) {
        out.push_back(Json::parse(row, nullptr, false));
        assert(out.back().is_object());
    }
    return out;
}

} // namespace

std::string to_index_row(const Kit& kit) {
    Json documents = Json::array();
    for (const KitFile& file : kit.manifest.files)
        if (file.edition) documents.push_back(file_value(file));
    Json row{{"campaign", kit.manifest.campaign},
             {"id", kit.id},
             {"file", kit.file_name},
             {"bytes", kit.bytes.size()},
             {"sha256", to_hex(kit.digest)},
             {"title", kit.manifest.title},
             {"version", kit.manifest.version}};
    if (!kit.manifest.embargo.empty()) row["embargo"] = kit.manifest.embargo;
    row.update(Json{{"language", kit.manifest.language.tag},
                    {"country", country_value(kit.manifest)},
                    {"notes", notes_value(kit.manifest.notes)},
                    {"documents", std::move(documents)}});
    return pretty(row);
}

std::string to_index_campaign(const Campaign& campaign) {
    CareNotes names(campaign);
    LocalizedText titles = campaign.title;
    for (auto& [locale, title] : titles) title = names.marked(title, locale);
    const std::string publisher = names.marked(campaign.publisher, {"en"});
    return pretty({{"id", campaign.id},
                   {"titles", to_json_value(titles)},
                   {"publisher", publisher},
                   {"version", campaign.version},
                   {"release_date", to_iso(campaign.release_date)},
                   {"notes", notes_value(names.notes())}});
}

std::string make_index(std::span<const std::string> campaigns, std::span<const std::string> kits) {
    return pretty({{"schema_version", manifest_schema_version},
                   {"campaigns", parsed(campaigns)},
                   {"kits", parsed(kits)}});
}

} // namespace presskit::bundle
