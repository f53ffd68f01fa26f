// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/edition.hpp"

#include "pipeline/languages/format.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/localized.hpp"
#include "stages/plan/abbreviations.hpp"
#include "stages/plan/charts.hpp"
#include "stages/plan/choice.hpp"
#include "stages/plan/conditions.hpp"
#include "stages/plan/derive.hpp"
#include "stages/plan/glossaries.hpp"
#include "stages/plan/instruments.hpp"
#include "stages/plan/mark_spaces.hpp"
#include "stages/plan/name_notes.hpp"
#include "stages/plan/numbering.hpp"
#include "stages/plan/picture_credits.hpp"
#include "stages/plan/variables.hpp"
#include "stages/plan/walk.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::plan {
namespace {

Diagnostic no_text(const EditionKey& key, const Locale& language) {
    return {"plan.unknown-text",
            "document `" + key.text.document + "` has no text in `" + language.tag + "`",
            "write it", Span{}, "texts/" + key.text.document};
}

Diagnostic no_language(const Document& document) {
    return {"plan.unknown-language",
            "presskit does not know the language `" + document.language.tag + "`",
            "add it to pipeline/languages/data", document.head_span, ""};
}

bool has_contact_section(const Blocks& blocks) {
    return std::ranges::any_of(blocks, [](const Block& block) {
        const auto* section = std::get_if<Section>(&block.node);
        return section != nullptr && section->kind == SectionKind::contact;
    });
}

/// Where the language has no form of its own, an ordinal's full stop before the colon is left out:
/// "18. maj 2021:".
std::string dateline(const Campaign& campaign, const Language& language) {
    std::string date = languages::format_date(language, campaign.release_date);
    const std::string city = languages::localized(campaign, campaign.city, language.locale);
    if (!language.dateline.empty())
        return languages::fill(language.dateline, {{"city", city}, {"date", date}});
    if (date.ends_with('.')) date.pop_back();
    return city + language.dashes.sentence + date + ":";
}

std::string release_notice(const Campaign& campaign, const Language& language) {
    if (!campaign.embargo)
        return campaign.immediate_release ? language.word(Word::for_immediate_release) : std::string();
    return languages::fill(language.word(Word::embargoed_until),
                           {{"time", languages::format_instant(language, campaign.embargo->instant,
                                                               campaign.embargo->zone)}});
}

std::string fallback_notice(const EditionKey& key, const Language& language) {
    const Language* reader = languages::find(key.reader);
    if (key.availability != Availability::fallback || reader == nullptr) return {};
    // A text in German needs no excuse before readers of German in Austria.
    if (primary_subtag(language.locale) == primary_subtag(reader->locale) && language.script == reader->script)
        return {};
    return languages::fill(reader->word(Word::fallback_notice),
                           {{"language", languages::language_name(language.locale, *reader)}});
}

/// Said only where there is a version that prevails.
std::string prevailing_notice(const Campaign& campaign, const EditionKey& key,
                              const Language& language) {
    if (!campaign.prevailing || *campaign.prevailing == language.locale) return {};
    if (!campaign.texts.contains({key.text.document, key.text.country, *campaign.prevailing}))
        return {};
    return languages::fill(language.word(Word::prevailing_notice),
                           {{"language", languages::language_name(*campaign.prevailing, language)}});
}

/// Groups of a sheet have a colour each; a brand without colours for them leaves the names free.
void check_actors(const Campaign& campaign, const Document& document, Diagnostics& diagnostics) {
    if (campaign.brand.actor_colors.empty()) return;
    std::vector<std::string_view> known;
    for (const auto& [name, color] : campaign.brand.actor_colors) known.push_back(name);
    for_each_heading(document.body, [&](const Heading& heading, Span span) {
        if (heading.actor.empty() || campaign.brand.actor_colors.contains(heading.actor)) return;
        const auto meant = nearest(heading.actor, known);
        diagnostics.push_back(
            {"plan.unknown-actor", "brand.yaml has no actor `" + heading.actor + "`",
             meant ? "did you mean `" + std::string(*meant) + "`?" : "add it to `actors:`", span,
             ""});
    });
}

std::string country_name(const Campaign& campaign, const Edition& edition) {
    const auto country =
        std::ranges::find(campaign.countries, edition.key.text.country, &Country::code);
    if (country == campaign.countries.end()) return {};
    return languages::name_form(campaign, country->names, edition.document.language, "")
        .value_or(std::string());
}

void add_words(const Campaign& campaign, const Language& language, Edition& edition) {
    DocumentHead& head = edition.document.head;
    if (edition.kind == DocumentKind::release && head.campaign_dateline && head.dateline.empty())
        head.dateline = dateline(campaign, language);
    // An embargo holds for all that a kit holds.
    if (edition.kind == DocumentKind::release || campaign.embargo)
        edition.release_notice = release_notice(campaign, language);
    if (edition.kind == DocumentKind::sheet) head.country = country_name(campaign, edition);
    if (head.sample) edition.sample_notice = language.word(Word::sample_text);
    edition.site = languages::fill(campaign.site, {{"campaign", campaign.id},
                                                   {"version", campaign.version},
                                                   {"language", edition.key.reader.tag}});
    edition.fallback_notice = fallback_notice(edition.key, language);
    edition.prevailing_notice = prevailing_notice(campaign, edition.key, language);
    if (campaign.brand.layout(edition.kind).contact_card &&
        !has_contact_section(edition.document.body))
        edition.contacts = campaign.contacts;
}

} // namespace

Result<Edition> make_edition(const Campaign& campaign, const EditionKey& key) {
    const SourceText source = source_text(campaign, key);
    if (source.document == nullptr) return no_text(key, source.language);
    const auto row = std::ranges::find(campaign.documents, key.text.document, &DocumentRow::id);
    Edition edition;
    edition.key = key;
    edition.kind = row == campaign.documents.end() ? DocumentKind::release : row->kind;
    edition.document = *source.document;
    Document& document = edition.document;
    const CountryCode& country = key.text.country.code.empty() ? key.country : key.text.country;

    Diagnostics diagnostics;
    if (source.derivation != nullptr) derive(document, *source.derivation, source.language);
    const Language* language = languages::find(document.language);
    if (language == nullptr) return no_language(document);
    apply_conditions(document, country, diagnostics);
    fill_variables(campaign, document, country, diagnostics);
    credit_pictures(campaign, source.derivation, document.body);
    write_chart_values(document.body, *language);
    if (campaign.brand.layout(edition.kind).numbered_headings) number_headings(*language, document);
    if (campaign.brand.layout(edition.kind).recommendations == RecommendationNumbers::continuous)
        number_recommendations(document);
    order_glossaries(document.body, *language);
    number_footnotes(document);
    resolve_references(*language, document, diagnostics);
    name_headings(document);
    index_instruments(campaign, *language, document, diagnostics);
    check_actors(campaign, document, diagnostics);
    add_words(campaign, *language, edition);
    expand_abbreviations(campaign, document);
    note_names(campaign, document);
    keep_marks(document, *language);
    return {std::move(edition), std::move(diagnostics)};
}

} // namespace presskit::plan
