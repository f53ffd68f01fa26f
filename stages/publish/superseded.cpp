// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/superseded.hpp"

#include "pipeline/languages/languages.hpp"
#include "stages/publish/index_values.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace presskit::publish {
namespace {

bool is_sound(const SupersededKit& kit) {
    return std::ranges::all_of(
               std::vector<std::string>{kit.campaign, kit.id, kit.version, kit.file, kit.country_code, kit.release},
               is_file_name) &&
           languages::find(Locale{kit.language}) != nullptr;
}

const OfferedCampaign* campaign_in(const Catalogue& catalogue, const std::string& id) {
    const auto found = std::ranges::find(catalogue.campaigns, id, &OfferedCampaign::id);
    return found == catalogue.campaigns.end() ? nullptr : &*found;
}

auto key_of(const SupersededKit& kit) { return std::tie(kit.campaign, kit.id, kit.version); }

SupersededKit superseded_from(const OfferedKit& kit, const OfferedCorrection& correction, std::string release) {
    return {.campaign = kit.campaign,
            .id = kit.id,
            .version = kit.version,
            .file = kit.file,
            .sha256 = kit.sha256,
            .title = kit.title,
            .language = kit.language,
            .country_code = kit.country_code,
            .release = std::move(release),
            .bytes = kit.bytes,
            .correction = correction};
}

} // namespace

std::vector<SupersededKit> read_superseded(std::string_view json) {
    std::vector<SupersededKit> kits;
    const Json file = Json::parse(json, nullptr, false);
    if (!file.is_object()) return kits;
    for (const Json& row : member(file, "kits")) {
        if (!row.is_object()) continue;
        const Json& correction = member(row, "correction");
        SupersededKit kit{.campaign = text_of(row, "campaign"),
                          .id = text_of(row, "id"),
                          .version = text_of(row, "version"),
                          .file = text_of(row, "file"),
                          .sha256 = text_of(row, "sha256"),
                          .title = text_of(row, "title"),
                          .language = text_of(row, "language"),
                          .country_code = text_of(row, "country"),
                          .release = text_of(row, "release"),
                          .bytes = count_of(row, "bytes"),
                          .correction = {text_of(row, "version"), text_of(correction, "date"),
                                         texts_of(correction, "note")}};
        if (is_sound(kit)) kits.push_back(std::move(kit));
    }
    return kits;
}

std::string to_json(const std::vector<SupersededKit>& kits) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::array();
    for (const SupersededKit& kit : kits) {
        nlohmann::ordered_json note = nlohmann::ordered_json::object();
        for (const auto& [locale, text] : kit.correction.note) note[locale.tag] = text;
        rows.push_back({{"campaign", kit.campaign},
                        {"id", kit.id},
                        {"version", kit.version},
                        {"file", kit.file},
                        {"sha256", kit.sha256},
                        {"bytes", kit.bytes},
                        {"title", kit.title},
                        {"language", kit.language},
                        {"country", kit.country_code},
                        {"correction", {{"date", kit.correction.date}, {"note", std::move(note)}}},
                        {"release", kit.release}});
    }
    const nlohmann::ordered_json file{{"kits", std::move(rows)}};
    return file.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::vector<SupersededKit> superseded_kits(const Catalogue& current, const Catalogue& previous,
                                           const std::string& release,
                                           const std::vector<SupersededKit>& before) {
    std::vector<SupersededKit> kits;
    for (const SupersededKit& kit : before)
        if (const OfferedCampaign* campaign = campaign_in(current, kit.campaign);
            campaign != nullptr && campaign->version != kit.version)
            kits.push_back(kit);
    for (const OfferedKit& kit : previous.kits) {
        const OfferedCampaign* campaign = campaign_in(current, kit.campaign);
        if (campaign == nullptr || !campaign->correction || campaign->correction->replaces != kit.version)
            continue;
        SupersededKit found = superseded_from(kit, *campaign->correction, release);
        if (is_sound(found)) kits.push_back(std::move(found));
    }
    std::ranges::stable_sort(kits, [](const auto& a, const auto& b) { return key_of(a) < key_of(b); });
    const auto [first, last] =
        std::ranges::unique(kits, [](const auto& a, const auto& b) { return key_of(a) == key_of(b); });
    kits.erase(first, last);
    return kits;
}

} // namespace presskit::publish
