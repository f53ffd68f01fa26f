// SPDX-License-Identifier: Apache-2.0
#include "stages/load/declarations.hpp"

#include "pipeline/languages/languages.hpp"
#include "pipeline/yaml/wording.hpp"

#include <set>
#include <utility>

namespace presskit::load {
namespace {

using yaml::quoted;
using yaml::YamlEntry;
using yaml::YamlNode;

std::vector<std::string_view> language_tags(const Campaign& campaign) {
    std::vector<std::string_view> out;
    for (const CampaignLanguage& language : campaign.languages) out.push_back(language.locale.tag);
    return out;
}

/// The languages that get kits, in the campaign's order.
std::vector<const CampaignLanguage*> kit_languages(const Campaign& campaign) {
    std::set<Locale> used;
    for (const Country& country : campaign.countries)
        used.insert(country.languages.begin(), country.languages.end());
    std::vector<const CampaignLanguage*> out;
    for (const CampaignLanguage& language : campaign.languages)
        if (used.contains(language.locale)) out.push_back(&language);
    return out;
}

} // namespace

void report_configuration(Diagnostics& faults, Span span, std::string_view code,
                          std::string message, std::string hint, Severity severity) {
    faults.push_back({"load." + std::string(code),
                      std::move(message),
                      std::move(hint),
                      span,
                      {},
                      severity,
                      Blame::configuration});
}

std::string meant(std::string_view word, const std::vector<std::string_view>& words,
                  std::string otherwise) {
    const auto near = nearest(word, words);
    return near ? "did you mean " + quoted(*near) + "?" : std::move(otherwise);
}

const CampaignLanguage* find_language(const Campaign& campaign, const Locale& locale) {
    const auto found = std::ranges::find(campaign.languages, locale, &CampaignLanguage::locale);
    return found == campaign.languages.end() ? nullptr : &*found;
}

void check_declared(const Locale& locale, Span span, const Campaign& campaign,
                    Diagnostics& faults) {
    if (!find_language(campaign, locale))
        report_configuration(faults, span, "undeclared-language",
                             "language " + quoted(locale.tag) +
                                 " is not one of the campaign's `languages`",
                             meant(locale.tag, language_tags(campaign),
                                   "add " + quoted(locale.tag + ": {}") + " to `languages`"));
}

void check_declared_keys(const YamlNode& mapping, const Campaign& campaign, Diagnostics& faults) {
    for (const YamlEntry& language : mapping.entries())
        if (!find_language(campaign, Locale{language.key}))
            report_configuration(faults, language.key_span, "undeclared-language",
                                 "language " + quoted(language.key) +
                                     " is not one of the campaign's `languages`",
                                 languages::find({language.key})
                                     ? "add it to `languages`, or remove the line"
                                     : meant(language.key, language_tags(campaign), "remove the line"),
                                 Severity::warning);
}

void check_translated(const YamlEntry& entry, std::string_view name, const Campaign& campaign,
                      Diagnostics& faults) {
    std::set<Locale> written;
    for (const YamlEntry& language : entry.value.entries()) written.insert({language.key});
    for (const CampaignLanguage* language : kit_languages(campaign)) {
        const bool found = has_words(written, language->locale, campaign) ||
                           std::ranges::any_of(language->fallback, [&](const Locale& other) {
                               return has_words(written, other, campaign);
                           });
        if (!found)
            report_configuration(faults, entry.key_span, "missing-translation",
                                 quoted(name) + " has no text in " + quoted(language->locale.tag),
                                 "add " + quoted(language->locale.tag + ": …") +
                                     ", or a fallback for the language");
    }
}

void check_localized(const YamlEntry& entry, std::string_view name, const Campaign& campaign,
                     Diagnostics& faults) {
    check_translated(entry, name, campaign, faults);
    check_declared_keys(entry.value, campaign, faults);
}

} // namespace presskit::load
