// SPDX-License-Identifier: Apache-2.0
#include "stages/publish/listing.hpp"

#include "pipeline/languages/format.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/unicode.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <set>

namespace presskit::publish {
namespace {

int number_at(const std::string& text, std::size_t offset, std::size_t digits) {
    int value = 0;
    const char* const begin = text.data() + std::min(offset, text.size());
    std::from_chars(begin, std::min(begin + digits, text.data() + text.size()), value);
    return value;
}

} // namespace

Listing::Listing(const Catalogue& offered) : catalogue(offered) {
    for (const OfferedKit& kit : offered.kits) {
        by_language[kit.language].push_back(&kit);
        by_country[kit.country_code].push_back(&kit);
    }
    for (auto& [tag, kits] : by_language)
        std::ranges::stable_sort(kits, [&](const OfferedKit* a, const OfferedKit* b) {
            return languages::less(language_of(tag), a->country, b->country);
        });
    for (auto& [code, kits] : by_country)
        std::ranges::stable_sort(kits, {}, [](const OfferedKit* kit) { return kit->language; });
}

const OfferedCampaign& Listing::campaign_of(const OfferedKit& kit) const {
    const auto found = std::ranges::find(catalogue.campaigns, kit.campaign, &OfferedCampaign::id);
    assert(found != catalogue.campaigns.end());
    return *found;
}

Kits Listing::siblings_of(const OfferedKit& kit) const {
    Kits kits;
    for (const OfferedKit* other : by_country.at(kit.country_code))
        if (other->campaign == kit.campaign) kits.push_back(other);
    return kits;
}

std::string Listing::publishers() const {
    std::string text;
    std::set<std::string> seen;
    for (const OfferedCampaign& campaign : catalogue.campaigns)
        if (seen.insert(campaign.publisher).second)
            text += (text.empty() ? "" : " · ") + campaign.publisher;
    return text;
}

std::string Listing::brand_style_of(const Kits& kits) const {
    if (kits.empty()) return {};
    const OfferedCampaign& first = campaign_of(*kits.front());
    const bool is_one = std::ranges::all_of(
        kits, [&](const OfferedKit* kit) { return campaign_of(*kit).colours == first.colours; });
    return is_one && !first.colours.empty() ? path_of_style(first) : std::string();
}

std::vector<std::string> Listing::languages_of_country(const std::string& code) const {
    std::set<std::string> tags{"en"};
    for (const OfferedKit* kit : by_country.at(code)) tags.insert(kit->language);
    return {tags.begin(), tags.end()};
}

const OfferedCard* Listing::card_of(const Kits& kits) {
    const auto found = std::ranges::find_if(kits, [](const OfferedKit* kit) { return kit->card.has_value(); });
    return found == kits.end() ? nullptr : &*(*found)->card;
}

Kits Listing::all() const {
    Kits kits;
    for (const OfferedKit& kit : catalogue.kits) kits.push_back(&kit);
    return kits;
}

const Language& language_of(const std::string& tag) {
    const Language* const known = languages::find(Locale{tag});
    assert(known != nullptr);
    return *known;
}

std::string title_of(const OfferedCampaign& campaign, const std::string& language) {
    const std::string title = text_for(campaign.titles, language).first;
    return title.empty() ? campaign.id : title;
}

std::string correction_notice(const OfferedCorrection& correction, const Language& language) {
    return languages::fill(
        language.word(Word::correction_notice),
        {{"date", date_in(language, correction.date)}, {"version", correction.replaces}});
}

std::string country_name_of(const OfferedKit& kit, const std::string& tag) {
    for (const std::string& language : {tag, std::string("en")})
        if (const auto name = kit.country_names.find(Locale{language}); name != kit.country_names.end())
            return name->second;
    return kit.country;
}

std::string date_in(const Language& language, const std::string& iso) {
    const Date date{number_at(iso, 0, 4), number_at(iso, 5, 2), number_at(iso, 8, 2)};
    return languages::is_valid(date) ? languages::format_date(language, date) : iso;
}

std::string path_of_language(const std::string& tag) { return tag + "/index.html"; }

std::string path_of_country(const std::string& code, const std::string& tag) {
    return (tag == "en" ? "" : tag + "/") + "countries/" + code + ".html";
}

std::string path_of_style(const OfferedCampaign& campaign) {
    return "brand-" + campaign.id + ".css";
}

std::string path_of(const OfferedKit& kit) {
    return kit.language + "/" + kit.campaign + "-" + kit.id + ".html";
}

std::string path_of(const SupersededKit& kit) {
    return kit.language + "/" + kit.campaign + "-" + kit.id + "-" + kit.version + ".html";
}

} // namespace presskit::publish
