// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/sitemap.hpp"

#include "pipeline/base/text.hpp"
#include "stages/publish/page.hpp"
#include "stages/publish/pages.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

namespace presskit::publish {
namespace {

/// The protocol allows 50 000 and 50 MB; with its other languages an address takes a few kilobytes.
constexpr std::size_t most_addresses = 10'000;
constexpr std::string_view opening = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

std::string url_element(const std::string& address, const std::vector<Alternate>& alternates,
                        const std::string& day, const std::string& site) {
    std::string xml = "<url><loc>" + escape_markup(address) + "</loc>";
    if (!day.empty()) xml += "<lastmod>" + escape_markup(day) + "</lastmod>";
    for (const auto& [tag, path] : alternates)
        xml += "<xhtml:link rel=\"alternate\" hreflang=\"" + escape_markup(tag) + "\" href=\"" +
               escape_markup(address_of(path, site, {})) + "\"/>";
    return xml + "</url>\n";
}

std::vector<std::string> url_elements(const Listing& listing) {
    const std::string& site = listing.catalogue.site_url;
    std::vector<Alternate> fronts;
    for (const auto& [tag, kits] : listing.by_language)
        fronts.emplace_back(tag, path_of_language(tag));
    fronts.emplace_back("x-default", "index.html");
    std::vector<std::string> urls;
    for (const auto& [tag, path] : fronts)
        urls.push_back(url_element(address_of(path, site, {}), fronts, {}, site));
    for (const auto& [code, kits] : listing.by_country) {
        std::vector<Alternate> pages = country_alternates(listing, code);
        const std::size_t count = pages.size();
        pages.emplace_back("x-default", path_of_country(code));
        for (std::size_t i = 0; i < count; ++i)
            urls.push_back(url_element(address_of(pages[i].second, site, {}), pages, {}, site));
    }
    for (const auto& [tag, kits] : listing.by_language)
        for (const OfferedKit* kit : kits) {
            std::vector<Alternate> alternates;
            for (const OfferedKit* other : listing.siblings_of(*kit))
                alternates.emplace_back(other->language, path_of(*other));
            const OfferedCampaign& campaign = listing.campaign_of(*kit);
            urls.push_back(url_element(
                address_of(path_of(*kit), site, {}), alternates,
                campaign.correction ? campaign.correction->date : campaign.release_date, site));
        }
    return urls;
}

std::string map_of(const std::vector<std::string>& urls, std::size_t first) {
    std::string xml = std::string(opening) +
                      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
                      "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    for (std::size_t i = first; i < std::min(first + most_addresses, urls.size()); ++i)
        xml += urls[i];
    return xml + "</urlset>\n";
}

} // namespace

std::map<std::string, std::string> make_sitemap(const Listing& listing) {
    const std::string& site = listing.catalogue.site_url;
    assert(!site.empty());
    const std::vector<std::string> urls = url_elements(listing);
    std::map<std::string, std::string> files{
        {"robots.txt", "User-agent: *\nAllow: /\nSitemap: " + site + "sitemap.xml\n"}};
    if (urls.size() <= most_addresses) {
        files["sitemap.xml"] = map_of(urls, 0);
        return files;
    }
    std::string index = std::string(opening) +
                        "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (std::size_t first = 0; first < urls.size(); first += most_addresses) {
        const std::string name = "sitemap-" + std::to_string(first / most_addresses + 1) + ".xml";
        files[name] = map_of(urls, first);
        index += "<sitemap><loc>" + escape_markup(site + name) + "</loc></sitemap>\n";
    }
    files["sitemap.xml"] = index + "</sitemapindex>\n";
    return files;
}

} // namespace presskit::publish
