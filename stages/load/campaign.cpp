// SPDX-License-Identifier: Apache-2.0
#include "stages/load/campaign.hpp"

#include "pipeline/languages/format.hpp"
#include "pipeline/yaml/wording.hpp"
#include "stages/load/values.hpp"
#include "stages/model/document_format.hpp"

#include <algorithm>

namespace presskit::load {
namespace {

using yaml::quoted;
using yaml::YamlEntry;
using yaml::YamlNode;

void campaign_fault(Diagnostics& faults, Span span, std::string code, std::string message,
                    std::string hint) {
    faults.push_back({"load." + std::move(code),
                      std::move(message),
                      std::move(hint),
                      span,
                      {},
                      Severity::error,
                      Blame::configuration});
}

std::vector<Locale> locales_at(const YamlNode& mapping, std::string_view key) {
    std::vector<Locale> out;
    for (std::string& tag : texts_at(mapping, key)) out.push_back({std::move(tag)});
    return out;
}

void read_release(const YamlNode& release, Campaign& campaign, Diagnostics& faults) {
    const YamlNode& date = *release.find("date");
    const auto day = to_date(text_at(release, "date"));
    if (day)
        campaign.release_date = *day;
    else
        campaign_fault(faults, date.span, "no-such-date",
                       "there is no day " + quoted(text_at(release, "date")),
                       "write the day of release as year-month-day, for example `2021-05-18`");
    campaign.city = localized_at(release, "city");
    if (const YamlNode* notices = release.find("notices"))
        campaign.immediate_release = flag_at(*notices, "immediate_release", true);
}

void read_correction(const YamlNode& node, Campaign& campaign, Diagnostics& faults) {
    const auto day = to_date(text_at(node, "date"));
    if (!day || *day < campaign.release_date)
        return campaign_fault(faults, node.find("date")->span, "no-such-date",
                     day ? quoted(text_at(node, "date")) + " is before the day of release"
                         : "there is no day " + quoted(text_at(node, "date")),
                     "write the day of the correction, for example `2021-05-20`");
    campaign.correction = {text_at(node, "replaces"), *day, localized_at(node, "note")};
    if (campaign.correction->replaces == campaign.version)
        campaign_fault(faults, node.find("replaces")->span, "corrects-itself",
              "version " + quoted(campaign.version) + " cannot replace itself",
              "raise `version`, so that nobody takes the old kits for the new ones");
}

bool is_time(std::string_view hours_minutes) {
    return hours_minutes.substr(0, 2) < "24" && hours_minutes.substr(3, 2) < "60";
}

bool says_immediate(const YamlNode& release) {
    const YamlNode* notices = release.find("notices");
    return notices && flag_at(*notices, "immediate_release", false);
}

void read_embargo(const YamlEntry& entry, bool immediate, Campaign& campaign, Diagnostics& faults) {
    const YamlNode& until = *entry.value.find("until");
    Embargo embargo{text_at(entry.value, "until"), text_at(entry.value, "zone"), 0};
    if (!to_date(embargo.local_time) || !is_time(std::string_view(embargo.local_time).substr(11)))
        return campaign_fault(faults, until.span, "no-such-date",
                              "there is no time " + quoted(embargo.local_time),
                              "write day and time as in `2021-05-18T10:00`");
    const auto instant = languages::instant(embargo.local_time, embargo.zone);
    if (!instant)
        return campaign_fault(
            faults, entry.value.find("zone")->span, "no-such-time",
            quoted(embargo.local_time) + " is no time in the zone " + quoted(embargo.zone),
            "name a zone of the IANA database, for example `Europe/Vienna`, and a time that "
            "the change to summer time does not skip");
    embargo.instant = *instant;
    if (immediate)
        campaign_fault(faults, entry.key_span, "embargo-and-immediate",
                       "a campaign under embargo cannot be for immediate release",
                       "remove `embargo`, or `immediate_release`");
    campaign.embargo = std::move(embargo);
}

Contact to_contact(const YamlNode& node) {
    return {text_at(node, "name"), localized_at(node, "role"), text_at(node, "email"),
            text_at(node, "telephone")};
}

CampaignLanguage to_language(const YamlEntry& entry) {
    CampaignLanguage language{{entry.key}, {}, locales_at(entry.value, "fallback"), entry.key_span};
    if (const YamlNode* derive = entry.value.find("derive")) {
        Derivation derivation{{text_at(*derive, "from")}, {}, derive->find("from")->span};
        if (const YamlNode* exceptions = derive->find("exceptions"))
            for (const YamlEntry& word : exceptions->entries())
                derivation.exceptions.emplace_back(one_line(word.key),
                                                   text_at(*exceptions, word.key));
        language.derivation = std::move(derivation);
    }
    return language;
}

DocumentRow to_document_row(const YamlNode& node) {
    const std::string kind = text_at(node, "kind");
    DocumentRow row{text_at(node, "id"), DocumentKind::release, FallbackPolicy::allow,
                    localized_at(node, "title"), node.find("id")->span};
    if (kind == "sheet") row.kind = DocumentKind::sheet;
    if (kind == "guide") row.kind = DocumentKind::guide;
    if (text_at(node, "fallback") == "forbid") row.fallback = FallbackPolicy::forbid;
    const std::vector<std::string> named = texts_at(node, "formats");
    for (const FormatTraits& format : document_formats)
        if (node.find("formats") ? std::ranges::find(named, format.id) != named.end()
                                 : is_default(format.format, row.kind == DocumentKind::release))
            row.formats.push_back(format.format);
    return row;
}

std::map<Locale, std::vector<std::string>> words_at(const YamlNode& mapping) {
    std::map<Locale, std::vector<std::string>> out;
    if (const YamlNode* words = mapping.find("words"))
        for (const YamlEntry& language : words->entries())
            out[Locale{language.key}] = texts_at(*words, language.key);
    return out;
}

CareNote to_note(const YamlNode& node) {
    return {text_at(node, "mark"), words_at(node), localized_at(node, "text")};
}

Country to_country(const YamlEntry& entry, const std::vector<DocumentRow>& rows) {
    Country country;
    country.code = {entry.key};
    country.names = to_names(*entry.value.find("names"));
    country.languages = locales_at(entry.value, "languages");
    country.documents = texts_at(entry.value, "documents");
    if (!entry.value.find("documents"))
        for (const DocumentRow& row : rows) country.documents.push_back(row.id);
    for (std::string& code : texts_at(entry.value, "sheets"))
        country.sheets.push_back({std::move(code)});
    if (!entry.value.find("sheets")) country.sheets.push_back(country.code);
    if (const YamlNode* note = entry.value.find("note")) country.note = to_note(*note);
    country.span = entry.key_span;
    return country;
}

Instrument to_instrument(const YamlNode& node, Diagnostics& faults) {
    Instrument instrument{text_at(node, "id"),
                          localized_at(node, "names"),
                          localized_at(node, "short"),
                          {},
                          text_at(node, "reference"),
                          words_at(node),
                          node.find("id")->span};
    const YamlNode* date = node.find("date");
    if (date == nullptr) return instrument;
    instrument.date = to_date(text_at(node, "date"));
    if (!instrument.date)
        campaign_fault(faults, date->span, "no-such-date",
                       "there is no day " + quoted(text_at(node, "date")),
                       "write the day of adoption as year-month-day, for example `1989-11-20`");
    return instrument;
}

void read_rights(const YamlNode& node, Rights& rights) {
    rights.holder = text_at(node, "holder");
    rights.licence = text_at(node, "licence");
    rights.url = text_at(node, "url");
    rights.statement = localized_at(node, "statement");
}

ImageRecord to_image_record(const YamlEntry& entry) {
    return {.creator = text_at(entry.value, "creator"),
            .credit = text_at(entry.value, "credit"),
            .holder = text_at(entry.value, "holder"),
            .licence = text_at(entry.value, "licence"),
            .consent = text_at(entry.value, "consent"),
            .shows_child = flag_at(entry.value, "shows_child", false),
            .span = entry.key_span};
}

PdfRules to_pdf_rules(const YamlNode& node) {
    PdfRules rules;
    if (text_at(node, "standard") == "ua-2+a-4") rules.standard = PdfStandard::ua_2_a_4;
    rules.attachments = flag_at(node, "attachments", false);
    return rules;
}

} // namespace

Campaign to_campaign(const YamlNode& file, Diagnostics& faults) {
    Campaign campaign;
    campaign.source = file.span.source;
    campaign.id = text_at(file, "id");
    campaign.version = text_at(file, "version");
    campaign.title = localized_at(file, "title");
    campaign.publisher = text_at(*file.find("publisher"), "name");
    campaign.publisher_url = text_at(*file.find("publisher"), "url");
    campaign.site = text_at(file, "site");
    read_release(*file.find("release"), campaign, faults);
    if (const YamlNode* correction = file.find("correction"))
        read_correction(*correction, campaign, faults);
    if (const YamlEntry* embargo = file.entry("embargo"))
        read_embargo(*embargo, says_immediate(*file.find("release")), campaign, faults);
    if (const YamlNode* contacts = file.find("contacts"))
        for (const YamlNode& contact : contacts->items())
            campaign.contacts.push_back(to_contact(contact));
    if (const YamlNode* pdf = file.find("pdf")) campaign.pdf = to_pdf_rules(*pdf);
    if (const YamlNode* pictures = file.find("pictures"))
        campaign.print_density = integer_at(*pictures, "max_dpi", campaign.print_density);
    read_rights(*file.find("rights"), campaign.rights);
    if (const YamlNode* changes = file.find("changes"))
        for (const YamlEntry& entry : changes->entries())
            campaign.changes[entry.key] = localized_at(*changes, entry.key);
    for (const YamlEntry& entry : file.find("languages")->entries())
        campaign.languages.push_back(to_language(entry));
    if (file.find("prevailing")) campaign.prevailing = Locale{text_at(file, "prevailing")};
    for (const YamlNode& row : file.find("documents")->items())
        campaign.documents.push_back(to_document_row(row));
    for (const YamlEntry& entry : file.find("countries")->entries())
        campaign.countries.push_back(to_country(entry, campaign.documents));
    if (const YamlNode* variables = file.find("variables"))
        for (const YamlEntry& entry : variables->entries())
            campaign.variables[entry.key] = to_names(entry.value);
    if (const YamlNode* images = file.find("images"))
        for (const YamlEntry& entry : images->entries())
            campaign.image_records[entry.key] = to_image_record(entry);
    if (const YamlNode* abbreviations = file.find("abbreviations"))
        for (const YamlEntry& language : abbreviations->entries())
            for (const YamlEntry& word : language.value.entries())
                campaign.abbreviations[Locale{language.key}][one_line(word.key)] =
                    text_at(language.value, word.key);
    if (const YamlNode* instruments = file.find("instruments"))
        for (const YamlNode& node : instruments->items())
            campaign.instruments.push_back(to_instrument(node, faults));
    return campaign;
}

} // namespace presskit::load
