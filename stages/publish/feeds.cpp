// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/feeds.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace presskit::publish {
namespace {

std::string instant_of(const std::string& date) { return date + "T00:00:00Z"; }

std::string element(std::string_view name, std::string_view text) {
    return "<" + std::string(name) + ">" + escape_markup(text) + "</" + std::string(name) + ">\n";
}

} // namespace

std::string to_atom(const Feed& feed) {
    std::string updated = "1970-01-01";
    for (const FeedItem& item : feed.items) updated = std::max(updated, item.date);
    std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
                      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
                      escape_markup(feed.language) + "\">\n";
    xml += element("id", feed.id) + element("title", feed.title) +
           element("updated", instant_of(updated)) + "<author>" + element("name", feed.author) +
           "</author>\n<link rel=\"self\" href=\"feed.atom\"/>\n<link href=\"index.html\"/>\n";
    for (const FeedItem& item : feed.items) {
        xml += "<entry>\n" + element("id", item.id) + element("title", item.title) +
               element("updated", instant_of(item.date)) + element("summary", item.title);
        xml += "<link href=\"" + escape_markup(item.page) + "\"/>\n";
        xml += "<link rel=\"enclosure\" type=\"application/zip\" length=\"" +
               std::to_string(item.bytes) + "\" href=\"" + escape_markup(item.file) +
               "\"/>\n</entry>\n";
    }
    return xml + "</feed>\n";
}

std::string to_json_feed(const Feed& feed) {
    using Json = nlohmann::ordered_json;
    Json items = Json::array();
    for (const FeedItem& item : feed.items)
        items.push_back({{"id", item.id},
                         {"url", item.page},
                         {"title", item.title},
                         {"content_text", item.title},
                         {"date_published", instant_of(item.date)},
                         {"language", feed.language},
                         {"attachments", Json::array({{{"url", item.file},
                                                       {"mime_type", "application/zip"},
                                                       {"size_in_bytes", item.bytes}}})}});
    return Json({{"version", "https://jsonfeed.org/version/1.1"},
                 {"title", feed.title},
                 {"language", feed.language},
                 {"authors", Json::array({{{"name", feed.author}}})},
                 {"items", std::move(items)}})
               .dump(2, ' ', false, Json::error_handler_t::replace) +
           "\n";
}

} // namespace presskit::publish
