// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/index.hpp"

#include "pipeline/languages/localized.hpp"
#include "stages/bundle/cover.hpp"
#include "stages/bundle/manifest.hpp"
#include "stages/bundle/manifest_json.hpp"
#include "stages/model/css_colors.hpp"
#include "stages/model/iso_time.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>
#include <utility>

namespace presskit::bundle {
namespace {

/// A row as an item of a list two levels deep. It is text that pretty() made, so moving its lines in is
/// all there is to do.
std::string indented(std::string_view row) {
    assert(row.starts_with("{\n") && row.ends_with("}\n"));
    std::string out;
    out.reserve(row.size() + 4 * static_cast<std::size_t>(std::ranges::count(row, '\n')));
    while (!row.empty()) {
        const std::size_t end = row.find('\n');
        out.append("    ").append(row.substr(0, end));
        row.remove_prefix(end + 1);
        if (!row.empty()) out += '\n';
    }
    return out;
}

void put_list(const std::function<void(std::string_view)>& put, const std::vector<PackedText>& rows) {
    put("[");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        put(i == 0 ? "\n" : ",\n");
        put(indented(rows[i].text()));
    }
    put(rows.empty() ? "]" : "\n  ]");
}

Json previews_value(const std::vector<DocumentPreviews>& previews) {
    Json json = Json::array();
    for (const DocumentPreviews& document : previews) {
        Json pages = Json::array();
        for (const PagePreview& page : document.pages)
            pages.push_back({{"path", page.path},
                             {"bytes", page.bytes},
                             {"sha256", to_hex(page.digest)},
                             {"width", page.width},
                             {"height", page.height}});
        json.push_back({{"document", document.document}, {"pages", std::move(pages)}});
    }
    return json;
}

Json colours_of(const Brand& brand) {
    Json colours = Json::object();
    for (const auto& [role, color] : css_roles(brand)) colours[std::string(role)] = css_color(color);
    return colours;
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
    if (!kit.previews.empty()) row["previews"] = previews_value(kit.previews);
    return pretty(row);
}

std::string to_index_campaign(const Campaign& campaign, const std::string& public_from) {
    CareNotes names(campaign);
    LocalizedText titles = languages::with_derived(campaign, campaign.title);
    for (auto& [locale, title] : titles) title = names.marked(title, locale);
    const std::string publisher = names.marked(campaign.publisher, {"en"});
    Json row{{"id", campaign.id},
             {"titles", to_json_value(titles)},
             {"publisher", publisher},
             {"version", campaign.version},
             {"release_date", to_iso(campaign.release_date)}};
    if (!public_from.empty()) row["public_from"] = public_from;
    if (campaign.correction) row["correction"] = correction_value(names.marked(*campaign.correction));
    row.update(Json{{"colours", colours_of(campaign.brand)}, {"notes", notes_value(names.notes())}});
    return pretty(row);
}

Pieces make_index(std::vector<PackedText> campaigns, std::vector<PackedText> kits) {
    return [campaigns = std::move(campaigns), kits = std::move(kits)](const auto& put) {
        put("{\n  \"schema_version\": " + std::to_string(manifest_schema_version) + ",\n  \"campaigns\": ");
        put_list(put, campaigns);
        put(",\n  \"kits\": ");
        put_list(put, kits);
        put("\n}\n");
    };
}

} // namespace presskit::bundle
