// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"
#include "pipeline/languages/format.hpp"
#include "stages/publish/markup.hpp"
#include "stages/publish/page.hpp"
#include "stages/publish/pages.hpp"

#include <algorithm>
#include <set>

namespace presskit::publish {
namespace {

/// So many can be taken in without a search.
constexpr std::size_t kits_at_a_glance = 5;

std::string anchor_of(const OfferedKit& kit) { return kit.campaign + "-" + kit.country_code; }

/// A country's names in all languages: whoever types one of them finds it.
std::string all_names(const OfferedKit& kit) {
    std::set<std::string> names;
    for (const auto& [locale, name] : kit.country_names) names.insert(name);
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : "|") + name;
    return text;
}

std::string proof_of(const OfferedKit& kit, const Language& language) {
    std::string html = "<details>\n<summary>SHA-256" +
                       (kit.is_signed ? " · " + escape_markup(language.word(Word::signature)) : "") +
                       "</summary>\n" + code(kit.sha256);
    if (kit.is_signed)
        html += "<p>" + link("../kits/" + kit.file + ".minisig", kit.file + ".minisig") + "</p>\n";
    return html + "</details>\n";
}

std::string row_of(const Listing& listing, const OfferedKit& kit, const Language& language) {
    const std::string id = escape_markup(anchor_of(kit));
    const std::string date = date_in(language, listing.campaign_of(kit).release_date);
    return "<li class=\"kit\" id=\"" + id + "\" data-names=\"" + escape_markup(all_names(kit)) +
           "\">\n<h3 id=\"" + id + "-name\">" + link("../" + path_of(kit), kit.country) + "</h3>\n" +
           paragraph("details",
                     isolated({languages::fill(language.word(Word::published), {{"date", date}}),
                               languages::fill(language.word(Word::version),
                                               {{"version", kit.version}})})) +
           "<p><a class=\"download\" id=\"" + id + "-zip\" aria-labelledby=\"" + id + "-zip " + id +
           "-name\" download href=\"../kits/" + escape_markup(kit.file) + "\">" +
           escape_markup(language.word(Word::download)) + " <span>ZIP " +
           escape_markup(human_bytes(kit.bytes)) + "</span></a></p>\n" + proof_of(kit, language) +
           "</li>\n";
}

/// The place's name; with the campaign's title where others have kits for it, too.
std::string place_of(const Listing& listing, const OfferedKit& kit, const Kits& kits) {
    const bool has_others = std::ranges::any_of(kits, [&](const OfferedKit* other) {
        return other->country_code == kit.country_code && other->campaign != kit.campaign;
    });
    return has_others ? kit.country + " – " + title_of(listing.campaign_of(kit), kit.language) : kit.country;
}

/// A list of places for everyone, and a field that a script shows and serves.
std::string finder(const Listing& listing, const Kits& kits, const Language& language) {
    if (kits.size() <= kits_at_a_glance) return {};
    const std::string find = escape_markup(language.word(Word::find_country));
    std::string html =
        "<form class=\"find\" role=\"search\" hidden>\n<label for=\"find\">" + find +
        "</label>\n<input id=\"find\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\">\n"
        "<p role=\"status\" data-none=\"" +
        escape_markup(language.word(Word::no_country_found)) + "\"></p>\n</form>\n" +
        "<nav class=\"jump\" aria-label=\"" + escape_markup(language.word(Word::countries)) +
        "\">\n<ul>\n";
    for (const OfferedKit* kit : kits)
        html += "<li>" + link("#" + anchor_of(*kit), place_of(listing, *kit, kits)) + "</li>\n";
    return html + "</ul>\n</nav>\n";
}

std::string content_of(const Listing& listing, const Kits& kits, const Language& language) {
    std::string html = finder(listing, kits, language);
    for (const OfferedCampaign& campaign : listing.catalogue.campaigns) {
        std::string list;
        for (const OfferedKit* kit : kits)
            if (kit->campaign == campaign.id) list += row_of(listing, *kit, language);
        if (!list.empty())
            html += heading(title_of(campaign, language.locale.tag), campaign.id) +
                    correction_of(campaign, language) + "<ul class=\"kits\">\n" + list + "</ul>\n";
    }
    return html;
}

} // namespace

std::string language_page(const Listing& listing, const std::string& tag) {
    const Language& language = language_of(tag);
    const Kits& kits = listing.by_language.at(tag);
    const std::string kit_word = language.word(Word::press_kit);
    std::vector<Alternate> alternates;
    for (const auto& [other, their_kits] : listing.by_language)
        alternates.emplace_back(other, path_of_language(other));
    std::string content = content_of(listing, kits, language) +
                          heading(language.word(Word::language)) +
                          language_list(alternates, "../", language.word(Word::language));
    alternates.emplace_back("x-default", "index.html");
    std::string notes = notes_of(kits, content);
    return to_html({.language = language,
                    .title = kit_word + " – " + listing.publishers(),
                    .description = {},
                    .path = path_of_language(tag),
                    .site_url = listing.catalogue.site_url,
                    .brand_style = listing.brand_style_of(kits),
                    .feeds = tag + "/feed",
                    .alternates = std::move(alternates),
                    .header = "<h1>" + escape_markup(kit_word) + "</h1>\n" +
                              paragraph("facts", "<bdi>" + escape_markup(listing.publishers()) + "</bdi>"),
                    .content = std::move(content),
                    .footer = std::move(notes) +
                              paragraph("publisher", isolated({listing.publishers()})) +
                              paragraph("feeds", link("feed.atom", "Atom") + " · " +
                                                     link("feed.json", "JSON Feed")),
                    .has_script = kits.size() > kits_at_a_glance,
                    .card = Listing::card_of(kits)});
}

} // namespace presskit::publish
