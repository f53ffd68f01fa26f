// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/catalogue.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"
#include "stages/publish/index_values.hpp"

#include <algorithm>
#include <array>

namespace presskit::publish {
namespace {

bool is_preview(const OfferedPreview& preview) {
    constexpr std::string_view folder = "previews/";
    return preview.path.starts_with(folder) && preview.path.ends_with(".png") &&
           is_file_name(std::string_view(preview.path).substr(folder.size())) && preview.width > 0 &&
           preview.height > 0;
}

void add_previews(const Json& row, std::vector<OfferedDocument>& documents) {
    for (const Json& item : member(row, "previews")) {
        if (!item.is_object()) continue;
        const auto document =
            std::ranges::find(documents, text_of(item, "document"), &OfferedDocument::path);
        if (document == documents.end()) continue;
        for (const Json& page : member(item, "pages")) {
            if (!page.is_object()) continue;
            OfferedPreview preview{text_of(page, "path"), count_of(page, "width"), count_of(page, "height")};
            if (is_preview(preview)) document->previews.push_back(std::move(preview));
        }
    }
}

OfferedKit kit_of(const Json& row) {
    const Json& country = member(row, "country");
    OfferedKit kit{.campaign = text_of(row, "campaign"),
                   .id = text_of(row, "id"),
                   .file = text_of(row, "file"),
                   .title = text_of(row, "title"),
                   .version = text_of(row, "version"),
                   .language = text_of(row, "language"),
                   .country_code = text_of(country, "code"),
                   .country = {},
                   .sha256 = text_of(row, "sha256"),
                   .country_names = texts_of(country, "names"),
                   .bytes = count_of(row, "bytes"),
                   .documents = {},
                   .notes = {}};
    kit.country = text_for(kit.country_names, kit.language).first;
    for (const Json& document : member(row, "documents"))
        if (document.is_object())
            kit.documents.push_back({text_of(document, "title"), text_of(document, "language"),
                                     text_of(document, "path"), count_of(document, "bytes"),
                                     count_of(document, "pages")});
    add_previews(row, kit.documents);
    for (const Json& note : member(row, "notes"))
        if (note.is_object()) {
            auto [text, tag] = text_for(texts_of(note, "text"), kit.language);
            kit.notes.push_back({text_of(note, "mark"), std::move(text), std::move(tag)});
        }
    return kit;
}

/// They stand in a style sheet: what is no colour is left out.
std::map<std::string, std::string> colours_of(const Json& row) {
    constexpr std::array roles{"paper", "ink",  "accent", "accent-ink",
                               "muted", "rule", "tint",   "warning"};
    std::map<std::string, std::string> colours;
    for (const char* role : roles) {
        const std::string colour = text_of(member(row, "colours"), role);
        if (colour.size() != 7 || colour.front() != '#' ||
            colour.find_first_not_of("0123456789abcdef", 1) != std::string::npos)
            return {};
        colours[role] = colour;
    }
    return colours;
}

OfferedCampaign campaign_of(const Json& row) {
    OfferedCampaign campaign{
        text_of(row, "id"),           text_of(row, "publisher"), text_of(row, "version"),
        text_of(row, "release_date"), texts_of(row, "titles"),   colours_of(row)};
    campaign.public_from = text_of(row, "public_from");
    if (const Json& correction = member(row, "correction"); correction.is_object())
        campaign.correction = {text_of(correction, "replaces"), text_of(correction, "date"),
                               texts_of(correction, "note")};
    return campaign;
}

/// As bundle writes them: "2021-05-18T08:00:00Z". Texts of this form sort as their instants do.
bool is_instant(std::string_view text) {
    constexpr std::string_view form = "0000-00-00T00:00:00Z";
    return std::ranges::equal(text, form,
                              [](char c, char wanted) { return wanted == '0' ? is_digit(c) : c == wanted; });
}

Diagnostic index_fault(std::string message) {
    return {.code = "publish.index",
            .message = std::move(message),
            .hint = "run `presskit build` first",
            .path = "index.json"};
}

Diagnostics kit_faults(const OfferedKit& kit, const Catalogue& catalogue) {
    for (const std::string& name : {kit.campaign, kit.id, kit.file, kit.country_code})
        if (!is_file_name(name)) return {index_fault("names a kit that no file can be called by")};
    if (languages::find(Locale{kit.language}) == nullptr)
        return {index_fault("lists a kit in a language that presskit does not know")};
    for (const OfferedDocument& document : kit.documents)
        if (languages::find(Locale{document.language}) == nullptr)
            return {index_fault("lists a document in a language that presskit does not know")};
    if (std::ranges::find(catalogue.campaigns, kit.campaign, &OfferedCampaign::id) ==
        catalogue.campaigns.end())
        return {index_fault("lists a kit of a campaign that it does not list")};
    return {};
}

} // namespace

std::pair<std::string, std::string> text_for(const LocalizedText& texts, const std::string& language) {
    for (const std::string& tag : {language, std::string("en")})
        if (const auto text = texts.find(Locale{tag}); text != texts.end())
            return {text->second, tag};
    if (texts.empty()) return {{}, language};
    return {texts.begin()->second, texts.begin()->first.tag};
}

Result<Catalogue> read_catalogue(std::string_view index_json) {
    const Json index = Json::parse(index_json, nullptr, false);
    if (!index.is_object()) return index_fault("is not an index of press kits");
    Catalogue catalogue;
    for (const Json& row : member(index, "campaigns"))
        if (row.is_object()) {
            catalogue.campaigns.push_back(campaign_of(row));
            // Held against the clock: what is no time would hold nothing back, or everything for ever.
            if (row.contains("public_from") && !is_instant(catalogue.campaigns.back().public_from))
                return index_fault("does not say at what time a campaign is public");
        }
    for (const Json& row : member(index, "kits")) {
        if (!row.is_object()) continue;
        catalogue.kits.push_back(kit_of(row));
        if (auto faults = kit_faults(catalogue.kits.back(), catalogue); has_errors(faults))
            return faults;
    }
    return catalogue;
}

Result<OfferedText> read_text(std::string_view ninjs) {
    const Json item = Json::parse(ninjs, nullptr, false);
    OfferedText text;
    if (item.is_object()) {
        text.language = text_of(item, "language");
        for (const Json& row : member(item, "headlines"))
            (text_of(row, "role") == "main" ? text.headline : text.deck) = text_of(row, "value");
        for (const Json& row : member(item, "bodies"))
            if (text_of(row, "contentType") == "text/plain") text.body = text_of(row, "value");
    }
    if (text.headline.empty() || text.body.empty())
        return Diagnostic{.code = "publish.ninjs", .message = "is not a release in ninjs"};
    return text;
}

Result<std::string> read_site_url(std::string_view url) {
    const Diagnostic fault{.code = "publish.site-url",
                           .message = "`" + std::string(url) + "` is not the address of a site",
                           .hint = "give one such as https://press.example.org/",
                           .blame = Blame::usage};
    const std::size_t host = url.find("://") + 3;
    if (!(url.starts_with("https://") || url.starts_with("http://")) || host >= url.size() ||
        url[host] == '/' || url.size() > 200)
        return fault;
    for (const char c : url)
        if (c <= ' ' || c > '~' || std::string_view("?#\"'<>&@\\^`{|}").find(c) != std::string_view::npos)
            return fault;
    return std::string(url) + (url.ends_with('/') ? "" : "/");
}

} // namespace presskit::publish
