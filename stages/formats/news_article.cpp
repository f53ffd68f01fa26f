// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/news_article.hpp"

#include "stages/model/iso_time.hpp"

#include <nlohmann/json.hpp>

namespace presskit::formats {
namespace {

using Json = nlohmann::ordered_json;

/// When readers may know: the end of the embargo, or the day of release.
std::string published(const Campaign& campaign) {
    return campaign.embargo ? to_utc_text(campaign.embargo->instant)
                            : to_iso(campaign.release_date);
}

} // namespace

std::string news_article(const Copy& copy) {
    const Campaign& campaign = copy.campaign;
    const DocumentHead& head = copy.document.head;
    Json organisation{{"@type", "Organization"}, {"name", campaign.publisher}};
    if (!campaign.publisher_url.empty()) organisation["url"] = campaign.publisher_url;
    Json article{{"@context", "https://schema.org"},
                 {"@type", "NewsArticle"},
                 {"headline", head.title},
                 {"inLanguage", copy.document.language.tag},
                 {"datePublished", published(campaign)},
                 {"version", campaign.version},
                 {"isAccessibleForFree", true},
                 {"author", organisation},
                 {"publisher", organisation}};
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) article[key] = text;
    };
    add("alternativeHeadline", head.deck);
    add("description", head.description);
    add("dateline", head.dateline);
    add("copyrightNotice", campaign.rights.holder.empty() ? "" : "© " + campaign.rights.holder);
    add("license", campaign.rights.url);
    add("url", copy.site);
    const std::string json = article.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string out;
    for (const char c : json) out += c == '<' ? std::string("\\u003c") : std::string(1, c);
    return out;
}

} // namespace presskit::formats
