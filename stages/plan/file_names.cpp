// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/file_names.hpp"

#include "pipeline/languages/localized.hpp"
#include "pipeline/languages/unicode.hpp"

#include <algorithm>
#include <vector>

namespace presskit::plan {
namespace {

constexpr std::size_t slug_byte_limit = 60;

/// The English words as a slug; `id` where nothing of them is left.
template <class Wordings>
std::string slug(const Campaign& campaign, const Wordings& words, const std::string& id) {
    std::string text = languages::ascii_slug(languages::localized(campaign, words, {"en"}));
    text.resize(std::min(text.size(), slug_byte_limit));
    while (text.ends_with('-')) text.pop_back();
    return text.empty() ? id : text;
}

std::string padded(std::size_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

} // namespace

FileNames::FileNames(const Campaign& campaign) : campaign_(&campaign) {
    std::set<std::string> taken;
    for (const Country& country : campaign.countries) {
        std::string name = slug(campaign, country.names, country.code.code);
        if (!taken.insert(name).second) {
            name += "-" + country.code.code;
            taken.insert(name);
        }
        country_slugs_[country.code] = std::move(name);
    }
    sheets_need_numbers_ = std::ranges::any_of(campaign.countries, [&](const Country& country) {
        return !std::ranges::is_sorted(country.sheets, {}, [&](const CountryCode& code) {
            const auto found = country_slugs_.find(code);
            return found == country_slugs_.end() ? code.code : found->second;
        });
    });
}

std::string FileNames::number_of(const TextKey& text) const {
    const auto row = std::ranges::find(campaign_->documents, text.document, &DocumentRow::id);
    std::string number = padded(static_cast<std::size_t>(row - campaign_->documents.begin()) + 1);
    if (sheets_need_numbers_ && !text.country.code.empty()) {
        const auto country = std::ranges::find(campaign_->countries, text.country, &Country::code);
        number +=
            "-" + padded(static_cast<std::size_t>(country - campaign_->countries.begin()) + 1);
    }
    return number;
}

std::string FileNames::name_of(const EditionKey& key) const {
    const auto row = std::ranges::find(campaign_->documents, key.text.document, &DocumentRow::id);
    std::string name = number_of(key.text) + "-" +
                       (row == campaign_->documents.end() ? languages::ascii_slug(key.text.document)
                                                          : slug(*campaign_, row->title, row->id));
    const CountryCode& country = key.text.country.code.empty() ? key.country : key.text.country;
    if (!country.code.empty()) {
        const auto found = country_slugs_.find(country);
        name += "-" + (found == country_slugs_.end() ? country.code : found->second);
    }
    if (key.availability == Availability::fallback)
        return name + "-" + key.text.language.tag + "-for-" + key.reader.tag + ".pdf";
    return name + "-" + key.reader.tag + ".pdf";
}

} // namespace presskit::plan
