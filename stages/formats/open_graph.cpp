// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/open_graph.hpp"

#include "pipeline/base/text.hpp"
#include "stages/model/card.hpp"

#include <cassert>

namespace presskit::formats {

std::string open_graph(const Copy& copy) {
    assert(copy.card != nullptr);
    const DocumentHead& head = copy.document.head;
    std::string html;
    const auto property = [&](std::string_view name, const std::string& content) {
        if (!content.empty())
            html.append("<meta property=\"og:").append(name) +=
                "\" content=\"" + escape_markup(content) + "\">\n";
    };
    property("type", "article");
    property("title", head.title);
    property("description", head.description.empty() ? head.deck : head.description);
    property("site_name", copy.campaign.publisher);
    if (copy.card->address.empty()) return html + "<meta name=\"twitter:card\" content=\"summary\">\n";
    property("image", copy.card->address);
    property("image:type", "image/png");
    property("image:width", std::to_string(card_width));
    property("image:height", std::to_string(card_height));
    property("image:alt", copy.card->words);
    return html + "<meta name=\"twitter:card\" content=\"summary_large_image\">\n";
}

} // namespace presskit::formats
