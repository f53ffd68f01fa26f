// SPDX-License-Identifier: Apache-2.0
/// What is offered in one language or for one country, for feed readers. An item's id is that of the
/// campaign's kit and outlives its versions and addresses: a reader who has an old version is shown the
/// new one in its place.
#pragma once

#include "stages/publish/listing.hpp"

#include <string>
#include <vector>

namespace presskit::publish {

/// `page` and `file` are addresses, `published` and `updated` are days: "2021-05-18".
struct FeedItem {
    std::string id, title, summary, language, page, file, published, updated;
    std::uint64_t bytes = 0;
};
/// `home` is the address of the page that lists the same; `language` is empty where items are of many.
struct Feed {
    std::string id, title, author, language, home, atom, json;
    std::vector<FeedItem> items;
};

/// The feeds of a language's or a country's kits, the newest first.
/// Addresses have the site's if that is known, else they are relative to the feed.
Feed language_feed(const Listing& listing, const std::string& tag);
Feed country_feed(const Listing& listing, const std::string& code);

std::string to_atom(const Feed& feed);      ///< RFC 4287
std::string to_json_feed(const Feed& feed); ///< JSON Feed 1.1

} // namespace presskit::publish
