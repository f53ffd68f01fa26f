// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/catalogue.hpp"

#include <nlohmann/json.hpp>

namespace presskit::publish {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& row, const char* key) {
    const auto value = row.find(key);
    return value != row.end() && value->is_string() ? value->get<std::string>() : std::string();
}

std::uint64_t count_of(const Json& row, const char* key) {
    const auto value = row.find(key);
    return value != row.end() && value->is_number_unsigned() ? value->get<std::uint64_t>() : 0;
}

const Json& member(const Json& row, const char* key) {
    static const Json none = Json::array();
    const auto value = row.find(key);
    return value != row.end() && value->is_structured() ? *value : none;
}

/// The text of a language, or the English one, or the first.
std::string text_in(const Json& texts, const std::string& language) {
    if (!texts.is_object() || texts.empty()) return {};
    for (const std::string& tag : {language, std::string("en")})
        if (const std::string text = text_of(texts, tag.c_str()); !text.empty()) return text;
    return texts.begin()->is_string() ? texts.begin()->get<std::string>() : std::string();
}

OfferedKit kit_of(const Json& row) {
    OfferedKit kit{.campaign = text_of(row, "campaign"),
                   .id = text_of(row, "id"),
                   .file = text_of(row, "file"),
                   .title = text_of(row, "title"),
                   .version = text_of(row, "version"),
                   .language = text_of(row, "language"),
                   .country = text_in(member(member(row, "country"), "names"),
                                      text_of(row, "language")),
                   .sha256 = text_of(row, "sha256"),
                   .bytes = count_of(row, "bytes"),
                   .documents = {},
                   .notes = {}};
    for (const Json& document : member(row, "documents"))
        if (document.is_object())
            kit.documents.push_back({text_of(document, "title"), text_of(document, "language"),
                                     text_of(document, "path"), count_of(document, "bytes"),
                                     count_of(document, "pages")});
    for (const Json& note : member(row, "notes"))
        if (note.is_object())
            kit.notes.push_back(
                {text_of(note, "mark"), text_in(member(note, "text"), kit.language)});
    return kit;
}

OfferedCampaign campaign_of(const Json& row) {
    OfferedCampaign campaign{text_of(row, "id"), text_of(row, "publisher"), text_of(row, "version"),
                             text_of(row, "release_date"), {}};
    const Json& titles = member(row, "titles");
    if (titles.is_object())
        for (const auto& [tag, title] : titles.items())
            if (title.is_string()) campaign.titles[Locale{tag}] = title.get<std::string>();
    return campaign;
}

} // namespace

Result<Catalogue> read_catalogue(std::string_view index_json) {
    const Json index = Json::parse(index_json, nullptr, false);
    if (!index.is_object())
        return Diagnostic{.code = "publish.index",
                          .message = "is not an index of press kits",
                          .hint = "run `presskit build` first",
                          .path = "index.json"};
    Catalogue catalogue;
    for (const Json& row : member(index, "campaigns"))
        if (row.is_object()) catalogue.campaigns.push_back(campaign_of(row));
    for (const Json& row : member(index, "kits"))
        if (row.is_object()) catalogue.kits.push_back(kit_of(row));
    return catalogue;
}

} // namespace presskit::publish
