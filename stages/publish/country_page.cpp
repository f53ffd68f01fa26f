// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"
#include "pipeline/languages/format.hpp"
#include "stages/publish/markup.hpp"
#include "stages/publish/page.hpp"
#include "stages/publish/pages.hpp"

#include <algorithm>

namespace presskit::publish {
namespace {

/// Those in the reader's language come first.
Kits in_reading_order(Kits kits, const std::string& tag) {
    std::ranges::stable_partition(kits, [&](const OfferedKit* kit) { return kit->language == tag; });
    return kits;
}

std::string row_of(const Listing& listing, const OfferedKit& kit, const Language& language,
                   const std::string& root) {
    const OfferedCampaign& campaign = listing.campaign_of(kit);
    return "<li class=\"kit\">\n<h3>" + link(root + path_of(kit), kit.title, kit.language) + "</h3>\n" +
           paragraph("details",
                     isolated({title_of(campaign, language.locale.tag),
                               languages::fill(language.word(Word::published),
                                               {{"date", date_in(language, campaign.release_date)}}),
                               "ZIP " + human_bytes(kit.bytes)})) +
           "</li>\n";
}

} // namespace

std::vector<std::pair<std::string, std::string>> country_alternates(const Listing& listing,
                                                                    const std::string& code) {
    std::vector<std::pair<std::string, std::string>> pages;
    for (const std::string& tag : listing.languages_of_country(code))
        pages.emplace_back(tag, path_of_country(code, tag));
    return pages;
}

std::string country_page(const Listing& listing, const std::string& code, const std::string& tag) {
    const Language& language = language_of(tag);
    const Kits& kits = listing.by_country.at(code);
    const std::string name = country_name_of(*kits.front(), tag), path = path_of_country(code, tag);
    const std::string root = root_from(path), feeds = "countries/" + code;
    // English may have no kit, and then it has no page of its own that lists kits.
    const std::string up = listing.by_language.contains(tag) ? path_of_language(tag) : "index.html";
    std::string list;
    for (const OfferedKit* kit : in_reading_order(kits, tag)) list += row_of(listing, *kit, language, root);
    std::vector<Alternate> alternates = country_alternates(listing, code);
    std::string content = heading(language.word(Word::press_kit)) + "<ul>\n" + list + "</ul>\n";
    if (alternates.size() > 1)
        content += heading(language.word(Word::language)) +
                   language_list(alternates, root, language.word(Word::language));
    alternates.emplace_back("x-default", path_of_country(code));
    std::string notes = notes_of(kits, name + content);
    return to_html({.language = language,
                    .title = name + " – " + listing.publishers(),
                    .description = {},
                    .path = path,
                    .site_url = listing.catalogue.site_url,
                    .brand_style = listing.brand_style_of(kits),
                    .feeds = feeds,
                    .alternates = std::move(alternates),
                    .header = paragraph("up", link(root + up, language.word(Word::countries))) + "<h1>" +
                              escape_markup(name) + "</h1>\n",
                    .content = std::move(content),
                    .footer = std::move(notes) + paragraph("publisher", isolated({listing.publishers()})) +
                              paragraph("feeds", link(root + feeds + ".atom", "Atom") + " · " +
                                                     link(root + feeds + ".json", "JSON Feed")),
                    .card = Listing::card_of(in_reading_order(kits, tag))});
}

} // namespace presskit::publish
