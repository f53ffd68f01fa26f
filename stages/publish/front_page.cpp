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
        countries.emplace_back(country_name_of(*kits.front(), english_tag), code);
    std::ranges::stable_sort(countries, [](const auto& a, const auto& b) {
        return languages::less(language_of(english_tag), a.first, b.first);
    });
    return countries;
}

/// What a language's page is about, in that language: "Paketa për shtyp: Të shfrytëzuar …".
std::string about(const Listing& listing, const std::string& tag) {
    const Language& language = language_of(tag);
    const std::string& kit = language.word(Word::press_kit);
    const auto& campaigns = listing.catalogue.campaigns;
    return campaigns.size() == 1 ? kit + language.colon + title_of(campaigns.front(), tag) : kit;
}

std::string languages_in_their_words(const Listing& listing) {
    std::string html = "<nav aria-label=\"" + escape_markup(language_of(english_tag).word(Word::language)) +
                       "\">\n<ul class=\"tiles wide\">\n";
    for (const auto& [tag, path] : languages_of(listing)) {
        const Language& language = language_of(tag);
        const bool mirrored = language.direction == Direction::right_to_left;
        html += "<li><a href=\"" + escape_markup(path) + "\" lang=\"" + escape_markup(tag) +
                "\" hreflang=\"" + escape_markup(tag) + "\" dir=\"" + (mirrored ? "rtl" : "ltr") + "\">" +
                escape_markup(language.autonym) + " <span>" + escape_markup(about(listing, tag)) +
                "</span></a></li>\n";
    }
    return html + "</ul>\n</nav>\n";
}

/// A country by its name in each language that it has a kit in. Where languages share a name, theirs
/// stands beside it.
std::string names_of_country(const Listing& listing, const std::string& code) {
    const OfferedKit& kit = *listing.by_country.at(code).front();
    const std::vector<std::string> tags = listing.languages_of_country(code);
    std::multiset<std::string> names;
    for (const std::string& tag : tags) names.insert(country_name_of(kit, tag));
    std::string html;
    for (const std::string& tag : tags) {
        std::string name = country_name_of(kit, tag);
        if (names.count(name) > 1) name += " (" + language_of(tag).autonym + ")";
        const std::string words = "<bdi>" + link(path_of_country(code, tag), name, tag) + "</bdi>";
        html = tag == english_tag ? words + (html.empty() ? "" : " · ") + html
                                  : html + (html.empty() ? "" : " · ") + words;
    }
    return html;
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

std::string correction_note(const OfferedCorrection& correction, const Language& language) {
    const auto [note, tag] = text_for(correction.note, language.locale.tag);
    return "<p lang=\"" + escape_markup(tag) + "\" dir=\"auto\">" + escape_markup(note) + "</p>\n";
}

std::string correction_of(const OfferedCampaign& campaign, const Language& language) {
    if (!campaign.correction) return {};
    return "<div class=\"correction\">\n<p><strong>" +
           escape_markup(correction_notice(*campaign.correction, language)) + "</strong></p>\n" +
           correction_note(*campaign.correction, language) + "</div>\n";
}

std::string notes_of(const Kits& kits, std::string_view shown) {
    std::string html;
    std::set<std::string> seen;
    for (const OfferedKit* kit : kits)
        for (const OfferedNote& note : kit->notes)
            if (shown.find(note.mark) != shown.npos && seen.insert(note.mark + note.text).second)
                html += "<p lang=\"" + escape_markup(note.language) + "\" dir=\"auto\">" +
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
    const std::string country = english.word(Word::countries);
    std::string content = heading(english.word(Word::language)) + languages_in_their_words(listing);
    Kits english_kits;
    std::string list;
    for (const auto& [name, code] : countries_of(listing)) {
        list += "<li>" + names_of_country(listing, code) + "</li>\n";
        for (const OfferedKit* kit : listing.by_country.at(code))
            if (kit->language == english_tag) english_kits.push_back(kit);
    }
    if (!list.empty())
        content += heading(country) + "<nav aria-label=\"" + escape_markup(country) +
                   "\">\n<ul class=\"places\">\n" + list + "</ul>\n</nav>\n";
    std::string notes = notes_of(english_kits, content);
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
                   .footer = std::move(notes) +
                             paragraph("publisher", escape_markup(listing.publishers()))};
    page.alternates.emplace_back("x-default", page.path);
    return to_html(page);
}

} // namespace presskit::publish
