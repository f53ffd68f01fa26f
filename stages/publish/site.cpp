// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/site.hpp"

#include "embedded/site_files.embedded.hpp"
#include "stages/publish/brand_style.hpp"
#include "stages/publish/feeds.hpp"
#include "stages/publish/pages.hpp"
#include "stages/publish/sitemap.hpp"
#include "stages/publish/superseded.hpp"

namespace presskit::publish {
namespace {

void add_feeds(FileTree& site, const std::string& path, const Feed& feed) {
    site.files[path + ".atom"] = to_atom(feed);
    site.files[path + ".json"] = to_json_feed(feed);
}

} // namespace

FileTree make_site(const Catalogue& catalogue) {
    const Listing listing(catalogue);
    FileTree site{"site", {}};
    for (const EmbeddedFile& file : site_files()) site.files[std::string(file.name)] = file.bytes;
    for (const OfferedCampaign& campaign : catalogue.campaigns)
        if (!campaign.colours.empty())
            site.files[path_of_style(campaign)] = brand_style(campaign.colours);
    site.files["index.html"] = front_page(listing);
    for (const auto& [code, kits] : listing.by_country) {
        for (const std::string& tag : listing.languages_of_country(code))
            site.files[path_of_country(code, tag)] = country_page(listing, code, tag);
        add_feeds(site, "countries/" + code, country_feed(listing, code));
    }
    for (const auto& [tag, kits] : listing.by_language) {
        site.files[path_of_language(tag)] = language_page(listing, tag);
        add_feeds(site, tag + "/feed", language_feed(listing, tag));
        for (const OfferedKit* kit : kits) site.files[path_of(*kit)] = kit_page(listing, *kit);
    }
    for (const SupersededKit& kit : catalogue.superseded)
        site.files[path_of(kit)] = superseded_page(listing, kit);
    if (!catalogue.superseded.empty()) site.files["superseded.json"] = to_json(catalogue.superseded);
    if (!catalogue.site_url.empty()) site.files.merge(make_sitemap(listing));
    return site;
}

} // namespace presskit::publish
