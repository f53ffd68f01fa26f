// SPDX-License-Identifier: Apache-2.0
/// A campaign as its team wrote it, checked and complete, before anything is planned.
#pragma once

#include "stages/model/brand.hpp"
#include "stages/model/campaign_image.hpp"
#include "stages/model/document.hpp"
#include "stages/model/instrument.hpp"
#include "stages/model/locale.hpp"
#include "stages/model/pdf_rules.hpp"
#include "stages/model/text_key.hpp"
#include "stages/model/vector_image.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace presskit {

/// A name and its inflected forms ("in" → "in Albania"); `base` is the name itself.
struct NameForms {
    std::string base;
    std::map<std::string, std::string> forms;
    bool operator==(const NameForms&) const = default;
};
using LocalizedName = std::map<Locale, NameForms>;

struct Contact {
    std::string name;
    LocalizedText role;
    std::string email;
    std::string telephone;
};

struct Rights {
    std::string holder;
    std::string licence; ///< SPDX identifier or short name
    std::string url;
    LocalizedText statement;
};

/// From Cyrillic to Latin, with words that the rule would get wrong.
struct Derivation {
    Locale from;
    std::vector<std::pair<std::string, std::string>> exceptions; ///< word in `from`, word as derived
    Span span;
};

/// A language of the campaign. A document it lacks is derived if `derivation` allows it, else taken
/// from the first of `fallback` that has it.
struct CampaignLanguage {
    Locale locale;
    std::optional<Derivation> derivation;
    std::vector<Locale> fallback;
    Span span;
};

enum class FallbackPolicy { allow, forbid };
enum class DocumentFormat; // document_format.hpp

/// A row of `documents:`; a sheet exists once a country.
struct DocumentRow {
    std::string id; ///< also the folder below texts/
    DocumentKind kind = DocumentKind::release;
    FallbackPolicy fallback = FallbackPolicy::allow;
    LocalizedText title; ///< for lists; the text's own title stands on its pages
    Span span;
    std::vector<DocumentFormat> formats{}; ///< beside the PDF, in the order of DocumentFormat
};

/// A name that needs a note wherever it stands. `words` are how the name looks in running text; a
/// word that ends in "*" stands for every word that begins so ("Kosov*").
struct CareNote {
    std::string mark; ///< "*"
    std::map<Locale, std::vector<std::string>> words;
    LocalizedText text;
};

struct Country {
    CountryCode code;
    LocalizedName names;
    std::vector<Locale> languages;         ///< one kit each
    std::vector<std::string> documents;    ///< ids of DocumentRow, in the kit's order
    std::vector<CountryCode> sheets;       ///< whose sheets its kits hold: its own, or all for a region
    std::optional<CareNote> note;
    Span span;
};

/// An instant given as local time in an IANA zone.
struct Embargo {
    std::string local_time; ///< "2021-05-18T10:00"
    std::string zone;       ///< "Europe/Vienna"
    std::int64_t instant = 0; ///< seconds since 1970-01-01T00:00Z
};

/// What this version puts right in one that was published before, in words for readers.
struct Correction {
    std::string replaces; ///< the version that had the fault
    Date date;            ///< of this version
    LocalizedText note;
    bool operator==(const Correction&) const = default;
};

struct Campaign {
    std::string id;
    std::string version;
    LocalizedText title;
    Date release_date;
    LocalizedText city;
    std::string publisher;
    std::string publisher_url;
    std::string site; ///< of a kit's page, with {campaign}, {version} and {language}; may be empty
    std::optional<Embargo> embargo;
    std::optional<Correction> correction;
    bool immediate_release = true; ///< releases that are under no embargo say so
    std::vector<Contact> contacts;
    Rights rights;
    std::map<std::string, LocalizedText> changes; ///< what is new, by version
    std::vector<CampaignLanguage> languages;
    std::optional<Locale> prevailing; ///< the language whose texts prevail over the others
    std::vector<DocumentRow> documents;
    std::vector<Country> countries;                 ///< in the campaign's order
    std::map<std::string, LocalizedName> variables; ///< `report` → names and forms a language
    PdfRules pdf;
    /// What abbreviations stand for, by language: `CRC` → `Convention on the Rights of the Child`.
    std::map<Locale, std::map<std::string, std::string>> abbreviations;
    std::vector<Instrument> instruments; ///< in the campaign's order
    Brand brand;
    std::map<TextKey, Document> texts;
    std::map<std::string, CampaignImage> images;   ///< by path
    int print_density = 300; ///< of photographs in PDFs, in pixels an inch at most
    std::map<std::string, ImageRecord> image_records; ///< by path; of those campaign.yaml lists
    std::map<std::string, VectorImage> drawings;   ///< the brand's, by path
    std::map<std::string, CampaignImage> drawn_logos; ///< the files of logos that are SVG, by path
    SourceId source; ///< campaign.yaml
};

} // namespace presskit
