// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/feeds.hpp"

#include "pipeline/base/digest.hpp"
#include "pipeline/base/text.hpp"
#include "stages/publish/page.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace presskit::publish {
namespace {

std::string instant_of(const std::string& date) { return date + "T00:00:00Z"; }

std::string element(std::string_view name, std::string_view text) {
    return "<" + std::string(name) + ">" + escape_markup(text) + "</" + std::string(name) + ">\n";
}

std::string link_element(std::string_view relation, const std::string& attributes,
                         const std::string& href) {
    return "<link rel=\"" + std::string(relation) + "\"" + attributes + " href=\"" +
           escape_markup(href) + "\"/>\n";
}

/// A UUID whose value we choose: of version 8. RFC 9562 5.8.
std::string uuid_of(const std::string& name) {
    std::string hex = to_hex(sha256("presskit\n" + name)).substr(0, 32);
    hex[12] = '8';
    hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) % 4];
    for (const std::size_t at : {20U, 16U, 12U, 8U}) hex.insert(at, "-");
    return "urn:uuid:" + hex;
}

FeedItem item_of(const Listing& listing, const OfferedKit& kit, const std::string& path) {
    const OfferedCampaign& campaign = listing.campaign_of(kit);
    const std::string& site = listing.catalogue.site_url;
    std::string summary = title_of(campaign, kit.language);
    if (campaign.correction)
        summary += "\n" + correction_notice(*campaign.correction, language_of(kit.language)) + " " +
                   text_for(campaign.correction->note, kit.language).first;
    return {.id = uuid_of(campaign.publisher + "\n" + kit.campaign + "\n" + kit.id),
            .title = kit.title,
            .summary = std::move(summary),
            .language = kit.language,
            .page = address_of(path_of(kit), site, path),
            .file = address_of("kits/" + kit.file, site, path),
            .published = campaign.release_date,
            .updated = campaign.correction ? campaign.correction->date : campaign.release_date,
            .bytes = kit.bytes};
}

Feed feed_of(const Listing& listing, const Kits& kits, const std::string& path,
             const std::string& home) {
    const std::string& site = listing.catalogue.site_url;
    Feed feed{.id = uuid_of(listing.publishers() + "\n" + path),
              .title = {},
              .author = listing.publishers(),
              .language = {},
              .home = address_of(home, site, path),
              .atom = address_of(path + ".atom", site, path),
              .json = address_of(path + ".json", site, path),
              .items = {}};
    for (const OfferedKit* kit : kits) feed.items.push_back(item_of(listing, *kit, path));
    std::ranges::stable_sort(feed.items, std::ranges::greater{}, &FeedItem::updated);
    return feed;
}

} // namespace

Feed language_feed(const Listing& listing, const std::string& tag) {
    Feed feed = feed_of(listing, listing.by_language.at(tag), tag + "/feed", path_of_language(tag));
    feed.language = tag;
    feed.title = language_of(tag).word(Word::press_kit) + " – " + listing.publishers();
    return feed;
}

Feed country_feed(const Listing& listing, const std::string& code) {
    const Kits& kits = listing.by_country.at(code);
    Feed feed = feed_of(listing, kits, "countries/" + code, path_of_country(code));
    feed.title = country_name_of(*kits.front(), "en") + " – " + listing.publishers();
    return feed;
}

std::string to_atom(const Feed& feed) {
    std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                      "<feed xmlns=\"http://www.w3.org/2005/Atom\"" +
                      (feed.language.empty()
                           ? std::string()
                           : " xml:lang=\"" + escape_markup(feed.language) + "\"") +
                      ">\n";
    const std::string updated = feed.items.empty() ? "1970-01-01" : feed.items.front().updated;
    xml += element("id", feed.id) + element("title", feed.title) +
           element("updated", instant_of(updated)) + "<author>" + element("name", feed.author) +
           "</author>\n" + link_element("self", " type=\"application/atom+xml\"", feed.atom) +
           link_element("alternate", " type=\"text/html\"", feed.home);
    for (const FeedItem& item : feed.items) {
        xml += "<entry xml:lang=\"" + escape_markup(item.language) + "\">\n" +
               element("id", item.id) + element("title", item.title) +
               element("published", instant_of(item.published)) +
               element("updated", instant_of(item.updated)) + element("summary", item.summary);
        xml += link_element("alternate", " type=\"text/html\"", item.page);
        xml += link_element("enclosure",
                            " type=\"application/zip\" length=\"" + std::to_string(item.bytes) + "\"",
                            item.file) +
               "</entry>\n";
    }
    return xml + "</feed>\n";
}

std::string to_json_feed(const Feed& feed) {
    using Ordered = nlohmann::ordered_json;
    Ordered items = Ordered::array();
    for (const FeedItem& item : feed.items)
        items.push_back({{"id", item.id},
                         {"url", item.page},
                         {"title", item.title},
                         {"content_text", item.summary},
                         {"date_published", instant_of(item.published)},
                         {"date_modified", instant_of(item.updated)},
                         {"language", item.language},
                         {"attachments", Ordered::array({{{"url", item.file},
                                                          {"mime_type", "application/zip"},
                                                          {"size_in_bytes", item.bytes}}})}});
    Ordered out{{"version", "https://jsonfeed.org/version/1.1"},
             {"title", feed.title},
             {"home_page_url", feed.home},
             {"feed_url", feed.json}};
    if (!feed.language.empty()) out["language"] = feed.language;
    out["authors"] = Ordered::array({{{"name", feed.author}}});
    out["items"] = std::move(items);
    return out.dump(2, ' ', false, Ordered::error_handler_t::replace) + "\n";
}

} // namespace presskit::publish
