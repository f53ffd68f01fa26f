// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/localized.hpp"

#include "pipeline/languages/transliterate.hpp"

#include <algorithm>

namespace presskit::languages {
namespace {

const std::string& base_of(const std::string& text) { return text; }
const std::string& base_of(const NameForms& name) { return name.base; }

/// The wording in `locale` itself or derived for it.
template <class Map>
std::optional<std::string> own_or_derived(const Campaign& campaign, const Map& wordings,
                                          const Locale& locale) {
    if (const auto own = wordings.find(locale); own != wordings.end()) return base_of(own->second);
    const CampaignLanguage* language = campaign_language(campaign, locale);
    if (language == nullptr || !language->derivation) return std::nullopt;
    const auto from = wordings.find(language->derivation->from);
    if (from == wordings.end()) return std::nullopt;
    return to_latin(base_of(from->second), language->derivation->exceptions);
}

template <class Map>
Wording chosen(const Campaign& campaign, const Map& wordings, const Locale& locale) {
    if (auto text = own_or_derived(campaign, wordings, locale)) return {*std::move(text), locale};
    if (const CampaignLanguage* language = campaign_language(campaign, locale))
        for (const Locale& other : language->fallback)
            if (auto text = own_or_derived(campaign, wordings, other))
                return {*std::move(text), other};
    const auto english = wordings.find(Locale{"en"});
    const auto any = english != wordings.end() ? english : wordings.begin();
    if (any == wordings.end()) return {{}, locale};
    return {base_of(any->second), any->first};
}

} // namespace

const CampaignLanguage* campaign_language(const Campaign& campaign, const Locale& locale) {
    const auto found = std::ranges::find(campaign.languages, locale, &CampaignLanguage::locale);
    return found == campaign.languages.end() ? nullptr : &*found;
}

Wording wording(const Campaign& campaign, const LocalizedText& text, const Locale& locale) {
    return chosen(campaign, text, locale);
}
Wording wording(const Campaign& campaign, const LocalizedName& name, const Locale& locale) {
    return chosen(campaign, name, locale);
}

LocalizedText with_derived(const Campaign& campaign, const LocalizedText& text) {
    LocalizedText all = text;
    for (const CampaignLanguage& language : campaign.languages)
        if (auto own = own_or_derived(campaign, text, language.locale))
            all[language.locale] = *std::move(own);
    return all;
}

std::string localized(const Campaign& campaign, const LocalizedText& text, const Locale& locale) {
    return wording(campaign, text, locale).text;
}
std::string localized(const Campaign& campaign, const LocalizedName& name, const Locale& locale) {
    return wording(campaign, name, locale).text;
}

std::optional<std::string> name_form(const Campaign& campaign, const LocalizedName& name,
                                     const Locale& locale, std::string_view form) {
    LocalizedText forms;
    for (const auto& [language, names] : name) {
        if (form.empty())
            forms[language] = names.base;
        else if (const auto found = names.forms.find(std::string(form)); found != names.forms.end())
            forms[language] = found->second;
    }
    return own_or_derived(campaign, forms, locale);
}

} // namespace presskit::languages
