// SPDX-License-Identifier: Apache-2.0
/// What is offered in one language, for feed readers. Addresses are relative to the feed, so that a
/// site may stand anywhere; ids come from what is offered and outlive a change of address.
#pragma once

#include "stages/publish/catalogue.hpp"

#include <string>
#include <vector>

namespace presskit::publish {

/// One item; `page` and `file` are relative to the feed, `date` is "2021-05-18".
struct FeedItem {
    std::string id, title, page, file, date;
    std::uint64_t bytes = 0;
};
struct Feed {
    std::string id, title, author, language;
    std::vector<FeedItem> items;
};

std::string to_atom(const Feed& feed);      ///< RFC 4287
std::string to_json_feed(const Feed& feed); ///< JSON Feed 1.1

} // namespace presskit::publish
