// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"
#include "pipeline/languages/unicode.hpp"
#include "stages/publish/markup.hpp"
#include "stages/publish/page.hpp"
#include "stages/publish/pages.hpp"

#include <algorithm>
#include <set>

namespace presskit::publish {
namespace {

constexpr const char* english_tag = "en";

std::vector<Alternate> languages_of(const Listing& listing) {
    std::vector<Alternate> pages;
    for (const auto& [tag, kits] : listing.by_language)
        pages.emplace_back(tag, path_of_language(tag));
    return pages;
}

/// Countries in the English alphabet: name, code.
std::vector<std::pair<std::string, std::string>> countries_of(const Listing& listing) {
    std::vector<std::pair<std::string, std::string>> countries;
    for (const auto& [code, kits] : listing.by_country)
        countries.emplace_back(english_name_of(*kits.front()), code);
    std::ranges::stable_sort(countries, [](const auto& a, const auto& b) {
        return languages::less(language_of(english_tag), a.first, b.first);
    });
    return countries;
}

std::string header_of(const Listing& listing) {
    std::string html;
    for (const OfferedCampaign& campaign : listing.catalogue.campaigns)
        html += (html.empty() ? "<h1>" : "<p>") + escape_markup(title_of(campaign, english_tag)) +
                (html.empty() ? "</h1>\n" : "</p>\n");
    if (html.empty())
        html = "<h1>" + escape_markup(language_of(english_tag).word(Word::press_kit)) + "</h1>\n";
    return html + paragraph("facts", escape_markup(listing.publishers()));
}

} // namespace

std::string correction_of(const OfferedCampaign& campaign, const Language& language) {
    if (!campaign.correction) return {};
    const auto [note, tag] = text_for(campaign.correction->note, language.locale.tag);
    return "<div class=\"correction\">\n<p><strong>" +
           escape_markup(correction_notice(*campaign.correction, language)) + "</strong></p>\n" +
           "<p lang=\"" + escape_markup(tag) + "\" dir=\"auto\">" + escape_markup(note) +
           "</p>\n</div>\n";
}

std::string notes_of(const Kits& kits) {
    std::string html;
    std::set<std::string> seen;
    for (const OfferedKit* kit : kits)
        for (const OfferedNote& note : kit->notes)
            if (seen.insert(note.mark + note.text).second)
                html += "<p lang=\"" + escape_markup(kit->language) + "\" dir=\"auto\">" +
                        escape_markup(note.mark + " " + note.text) + "</p>\n";
    return html;
}

std::string language_list(const std::vector<std::pair<std::string, std::string>>& targets,
                          const std::string& root, const std::string& label) {
    std::string html =
        "<nav aria-label=\"" + escape_markup(label) + "\">\n<ul class=\"tiles\">\n";
    for (const auto& [tag, path] : targets)
        html += "<li>" + link(root + path, language_of(tag).autonym, tag) + "</li>\n";
    return html + "</ul>\n</nav>\n";
}

std::string front_page(const Listing& listing) {
    const Language& english = language_of(english_tag);
    const std::string language = english.word(Word::language), country = english.word(Word::countries);
    std::string content = heading(language) + language_list(languages_of(listing), "", language);
    Kits english_kits;
    std::string list;
    for (const auto& [name, code] : countries_of(listing)) {
        list += "<li>" + link(path_of_country(code), name) + "</li>\n";
        for (const OfferedKit* kit : listing.by_country.at(code))
            if (kit->language == english_tag) english_kits.push_back(kit);
    }
    if (!list.empty())
        content += heading(country) + "<nav aria-label=\"" + escape_markup(country) +
                   "\">\n<ul class=\"tiles\">\n" + list + "</ul>\n</nav>\n";
    PageFrame page{.language = english,
                   .title = english.word(Word::press_kit) + " – " + listing.publishers(),
                   .description = {},
                   .path = "index.html",
                   .site_url = listing.catalogue.site_url,
                   .brand_style = listing.brand_style_of(listing.all()),
                   .feeds = {},
                   .alternates = languages_of(listing),
                   .header = header_of(listing),
                   .content = std::move(content),
                   .footer = notes_of(english_kits) +
                             paragraph("publisher", escape_markup(listing.publishers()))};
    page.alternates.emplace_back("x-default", page.path);
    return to_html(page);
}

std::string country_page(const Listing& listing, const std::string& code) {
    const Language& english = language_of(english_tag);
    const Kits& kits = listing.by_country.at(code);
    const std::string name = english_name_of(*kits.front()), path = path_of_country(code);
    std::string list;
    for (const OfferedKit* kit : kits)
        list += "<li class=\"kit\">\n<h3>" +
                link("../" + path_of(*kit), kit->title, kit->language) + "</h3>\n" +
                paragraph("details",
                          isolated({title_of(listing.campaign_of(*kit), english_tag),
                                    "ZIP " + human_bytes(kit->bytes)})) +
                "</li>\n";
    return to_html({.language = english,
                    .title = name + " – " + listing.publishers(),
                    .description = {},
                    .path = path,
                    .site_url = listing.catalogue.site_url,
                    .brand_style = listing.brand_style_of(kits),
                    .feeds = "countries/" + code,
                    .alternates = {},
                    .header = paragraph("up", link("../index.html",
                                                   english.word(Word::countries))) +
                              "<h1>" + escape_markup(name) + "</h1>\n",
                    .content = heading(english.word(Word::press_kit)) + "<ul>\n" + list + "</ul>\n",
                    .footer = notes_of(kits) + paragraph("publisher", isolated({listing.publishers()})) +
                              paragraph("feeds", link(code + ".atom", "Atom") + " · " +
                                                     link(code + ".json", "JSON Feed"))});
}

} // namespace presskit::publish
