// SPDX-License-Identifier: Apache-2.0
#include "stages/load/campaign_check.hpp"

#include "pipeline/languages/languages.hpp"
#include "pipeline/yaml/wording.hpp"
#include "stages/load/declarations.hpp"
#include "stages/load/files.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace presskit::load {
namespace {

using yaml::quoted;
using yaml::YamlEntry;
using yaml::YamlNode;

const Country* find_country(const Campaign& campaign, std::string_view code) {
    const auto found = std::ranges::find_if(campaign.countries,
                                            [&](const Country& c) { return c.code.code == code; });
    return found == campaign.countries.end() ? nullptr : &*found;
}

bool has_document(const Campaign& campaign, std::string_view id) {
    return std::ranges::any_of(campaign.documents, [&](const auto& row) { return row.id == id; });
}

std::string nearest_tags(const Locale& locale) {
    std::string kin;
    for (const Locale& other : languages::kin(locale)) kin += (kin.empty() ? "" : " or ") + quoted(other.tag);
    if (!kin.empty()) return "write " + kin;
    return "ask for a file of that language in `pipeline/languages/data`, or remove the language";
}

void check_tag(const CampaignLanguage& language, Diagnostics& faults) {
    const auto canonical = languages::canonical(language.locale.tag);
    if (!canonical || *canonical != language.locale)
        report_configuration(faults, language.span, "language-tag",
                             quoted(language.locale.tag) + " is not the usual tag of a language",
                             canonical ? "write " + quoted(canonical->tag)
                                       : "write a BCP 47 tag, for example `en` or `sr-Latn`");
    else if (!languages::find(language.locale))
        report_configuration(
            faults, language.span, "unknown-language",
            "presskit has no words of its own in " + quoted(language.locale.tag),
            nearest_tags(language.locale));
}

/// Scripts of one language only: between languages, other letters would be a wrong text.
bool can_derive(const Locale& from, const Locale& to) {
    const Language* source = languages::find(from);
    const Language* target = languages::find(to);
    // A language without words of ours is reported by itself.
    if (!source || !target) return true;
    return primary_subtag(from) == primary_subtag(to) && source->script == "Cyrl" && target->script == "Latn";
}

void check_derivation(const CampaignLanguage& language, const Campaign& campaign,
                      Diagnostics& faults) {
    const Derivation& derivation = *language.derivation;
    const CampaignLanguage* source = find_language(campaign, derivation.from);
    if (derivation.from == language.locale)
        report_configuration(faults, derivation.span, "derived-in-a-circle",
                             quoted(language.locale.tag) + " cannot be derived from itself",
                             "name the language whose texts are transliterated");
    else if (source && source->derivation)
        report_configuration(faults, derivation.span, "derived-in-a-circle",
                             quoted(derivation.from.tag) + " is itself derived, from " +
                                 quoted(source->derivation->from.tag),
                             "derive from " + quoted(source->derivation->from.tag) + " instead");
    else if (!source)
        check_declared(derivation.from, derivation.span, campaign, faults);
    else if (!can_derive(derivation.from, language.locale))
        report_configuration(
            faults, derivation.span, "underivable",
            quoted(language.locale.tag) + " cannot be written from " + quoted(derivation.from.tag),
            "derive the Latin script of a language from its Cyrillic, as in `sr-Latn` from "
            "`sr-Cyrl`; else use `fallback`");
}

void check_languages(const YamlNode& file, const Campaign& campaign, Diagnostics& faults) {
    for (const CampaignLanguage& language : campaign.languages) {
        check_tag(language, faults);
        if (language.derivation) check_derivation(language, campaign, faults);
        const YamlNode* fallback =
            file.find("languages")->find(language.locale.tag)->find("fallback");
        if (!fallback) continue;
        for (std::size_t i = 0; i < language.fallback.size(); ++i) {
            const Span span = fallback->items()[i].span;
            if (language.fallback[i] == language.locale)
                report_configuration(faults, span, "fallback-to-itself",
                                     quoted(language.locale.tag) + " cannot stand in for itself",
                                     "name another language");
            else
                check_declared(language.fallback[i], span, campaign, faults);
        }
    }
}

/// A derived text cannot prevail over the one it is derived from.
void check_prevailing(const YamlNode& file, const Campaign& campaign, Diagnostics& faults) {
    const YamlNode* node = file.find("prevailing");
    if (!node) return;
    const CampaignLanguage* language = find_language(campaign, *campaign.prevailing);
    if (language && language->derivation)
        report_configuration(faults, node->span, "derived-prevails",
                             quoted(campaign.prevailing->tag) + " is derived and cannot prevail",
                             "name the language that is written: " +
                                 quoted(language->derivation->from.tag));
    check_declared(*campaign.prevailing, node->span, campaign, faults);
}

void check_documents(const YamlNode& file, const Campaign& campaign, Diagnostics& faults) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < campaign.documents.size(); ++i) {
        const DocumentRow& row = campaign.documents[i];
        if (!seen.insert(row.id).second)
            report_configuration(faults, row.span, "duplicate-document",
                                 "two documents have the id " + quoted(row.id),
                                 "give each an id of its own");
        if (is_reserved_name(row.id))
            report_configuration(faults, row.span, "reserved-name",
                                 quoted(row.id) + " is a name that Windows keeps for a device",
                                 "choose another id");
        check_localized(*file.find("documents")->items()[i].entry("title"), "title", campaign,
                        faults);
    }
}

/// Which languages need a country's name, each with a country whose kits do.
using NeededNames = std::map<std::string_view, std::map<Locale, const Country*>>;

NeededNames needed_names(const Campaign& campaign) {
    NeededNames needed;
    for (const Country& country : campaign.countries)
        for (const Locale& locale : country.languages) {
            needed[country.code.code].try_emplace(locale, &country);
            for (const CountryCode& sheet : country.sheets)
                needed[sheet.code].try_emplace(locale, &country);
        }
    return needed;
}

void check_names(const Campaign& campaign, Diagnostics& faults) {
    const NeededNames needed = needed_names(campaign);
    for (const Country& named : campaign.countries)
        for (const auto& [locale, country] : needed.at(named.code.code)) {
            if (!find_language(campaign, locale) || has_words(named.names, locale, campaign))
                continue;
            report_configuration(
                faults, named.span, "missing-name",
                "country " + quoted(named.code.code) + " has no name in " + quoted(locale.tag) +
                    ", a language of the kits of " + quoted(country->code.code),
                "add " + quoted(locale.tag + ": {base: …, in: …}") + " to its `names`");
        }
}

void check_sheets(const YamlNode& node, const Country& country, const Campaign& campaign,
                  Diagnostics& faults) {
    std::vector<std::string_view> codes;
    for (const Country& other : campaign.countries) codes.push_back(other.code.code);
    for (std::size_t i = 0; i < country.sheets.size(); ++i) {
        if (find_country(campaign, country.sheets[i].code)) continue;
        report_configuration(
            faults, node.find("sheets")->items()[i].span, "undeclared-country",
            quoted(country.sheets[i].code) + " is not one of the campaign's `countries`",
            meant(country.sheets[i].code, codes, "add it to `countries`, or remove it here"));
    }
}

void check_country_documents(const YamlNode& node, const Country& country, const Campaign& campaign,
                             Diagnostics& faults) {
    const YamlNode* list = node.find("documents");
    if (!list) return;
    std::vector<std::string_view> ids;
    for (const DocumentRow& row : campaign.documents) ids.push_back(row.id);
    for (std::size_t i = 0; i < country.documents.size(); ++i)
        if (!has_document(campaign, country.documents[i]))
            report_configuration(
                faults, list->items()[i].span, "undeclared-document",
                quoted(country.documents[i]) + " is not one of the campaign's `documents`",
                meant(country.documents[i], ids, "add it to `documents`, or remove it here"));
}

void check_countries(const YamlNode& file, const Campaign& campaign, Diagnostics& faults) {
    for (const Country& country : campaign.countries) {
        const YamlNode& node = *file.find("countries")->find(country.code.code);
        if (is_reserved_name(country.code.code))
            report_configuration(faults, country.span, "reserved-name",
                                 quoted(country.code.code) +
                                     " is a name that Windows keeps for a device",
                                 "choose another code");
        for (std::size_t i = 0; i < country.languages.size(); ++i)
            check_declared(country.languages[i], node.find("languages")->items()[i].span, campaign,
                           faults);
        check_declared_keys(*node.find("names"), campaign, faults);
        check_sheets(node, country, campaign, faults);
        check_country_documents(node, country, campaign, faults);
        if (!country.note) continue;
        check_declared_keys(*node.find("note")->find("words"), campaign, faults);
        check_localized(*node.find("note")->entry("text"), "note", campaign, faults);
    }
}

void check_variables(const YamlNode& file, const Campaign& campaign, Diagnostics& faults) {
    constexpr std::array<std::string_view, 4> built_in{"country", "date", "number", "percent"};
    const YamlNode* variables = file.find("variables");
    if (!variables) return;
    for (const YamlEntry& entry : variables->entries()) {
        if (std::ranges::find(built_in, entry.key) != built_in.end())
            report_configuration(faults, entry.key_span, "reserved-name",
                                 quoted(entry.key) + " has a meaning of its own in texts",
                                 "choose another name");
        check_localized(entry, entry.key, campaign, faults);
    }
}

void check_instruments(const YamlNode& list, const Campaign& campaign, Diagnostics& faults) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < campaign.instruments.size(); ++i) {
        const Instrument& instrument = campaign.instruments[i];
        const YamlNode& node = list.items()[i];
        if (!seen.insert(instrument.id).second)
            report_configuration(faults, instrument.span, "duplicate-instrument",
                                 "two instruments have the id " + quoted(instrument.id),
                                 "give each an id of its own");
        check_localized(*node.entry("names"), "names", campaign, faults);
        if (const YamlNode* names = node.find("short")) check_declared_keys(*names, campaign, faults);
        if (const YamlNode* words = node.find("words")) check_declared_keys(*words, campaign, faults);
    }
}

/// A picture of a child is published with consent or not at all.
void check_consent(const YamlNode& images, const Campaign& campaign, Diagnostics& faults) {
    for (const YamlEntry& entry : images.entries()) {
        const ImageRecord& record = campaign.image_records.at(entry.key);
        if (!record.shows_child || !record.consent.empty()) continue;
        report_configuration(faults, entry.value.find("shows_child")->span, "child-without-consent",
                             "picture " + quoted(entry.key) + " shows a child and no consent is on file",
                             "add `consent:` that says where the consent of the child and its guardian "
                             "is kept, or use another picture");
    }
}

/// A correction that readers are not told of is worse than none.
void check_changes(const YamlEntry& changes, const Campaign& campaign, Diagnostics& faults) {
    if (const YamlEntry* current = changes.value.entry(campaign.version))
        return check_localized(*current, "changes", campaign, faults);
    report_configuration(faults, changes.key_span, "no-changes",
                         "`changes` says nothing of version " + quoted(campaign.version),
                         "say what is new in it, or remove `changes`");
    faults.back().severity = Severity::warning;
}

/// Nothing fills them in here: readers would see the braces.
void check_braces(const YamlNode& node, Diagnostics& faults) {
    if (const yaml::YamlScalar* scalar = node.scalar(); scalar && scalar->text.find("{{") != std::string::npos) {
        report_configuration(faults, node.span, "variable-outside-texts",
                             "variables are filled in in texts only, not in this file",
                             "write the words themselves");
        faults.back().words = "{{";
    }
    for (const YamlNode& item : node.items()) check_braces(item, faults);
    for (const YamlEntry& entry : node.entries()) check_braces(entry.value, faults);
}

} // namespace

Diagnostics check_campaign(const YamlNode& file, const Campaign& campaign) {
    Diagnostics faults;
    if (is_reserved_name(campaign.id))
        report_configuration(faults, file.find("id")->span, "reserved-name",
                             quoted(campaign.id) + " is a name that Windows keeps for a device",
                             "choose another id");
    check_braces(file, faults);
    check_languages(file, campaign, faults);
    check_prevailing(file, campaign, faults);
    check_documents(file, campaign, faults);
    check_countries(file, campaign, faults);
    check_names(campaign, faults);
    check_variables(file, campaign, faults);
    if (const YamlNode* abbreviations = file.find("abbreviations"))
        check_declared_keys(*abbreviations, campaign, faults);
    if (const YamlNode* instruments = file.find("instruments"))
        check_instruments(*instruments, campaign, faults);
    if (const YamlNode* images = file.find("images")) check_consent(*images, campaign, faults);
    if (const YamlEntry* changes = file.entry("changes")) check_changes(*changes, campaign, faults);
    check_localized(*file.entry("title"), "title", campaign, faults);
    check_localized(*file.find("release")->entry("city"), "city", campaign, faults);
    check_localized(*file.find("rights")->entry("statement"), "statement", campaign, faults);
    if (const YamlNode* correction = file.find("correction"))
        check_localized(*correction->entry("note"), "note", campaign, faults);
    if (const YamlNode* contacts = file.find("contacts"))
        for (const YamlNode& contact : contacts->items())
            if (const YamlEntry* role = contact.entry("role"))
                check_localized(*role, "role", campaign, faults);
    return faults;
}

} // namespace presskit::load
