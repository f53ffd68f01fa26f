// SPDX-License-Identifier: Apache-2.0
/// What is to be made: artefacts, each once, and the kits that hold them.
#pragma once

#include "stages/model/campaign.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace presskit {

/// How a kit's language gets a document.
enum class Availability { own, derived, fallback, missing };

/// Which text, for whom. `country` is empty where the text is the same for every country.
/// `reader` is the kit's language, `text.language` the language it is written in; they differ for a
/// fallback (and then a notice in `reader` stands on the page) and for a derived text (then
/// `availability` is derived, `text` names the text derived from, and `reader` is its language).
struct EditionKey {
    TextKey text;
    Locale reader;
    CountryCode country;
    Availability availability = Availability::own;
    auto operator<=>(const EditionKey&) const = default;
};

/// A document with nothing left to decide: variables filled in, conditions applied, headings and
/// footnotes numbered, names that need care noted. What compose sets and HTML is written from.
struct Edition {
    EditionKey key;
    DocumentKind kind = DocumentKind::release;
    Document document;       ///< `language` is the language of the words
    std::string sample_notice;   ///< empty, or the line to show, in the document's language
    std::string fallback_notice; ///< empty, or the line to show, in the reader's language
    std::string prevailing_notice; ///< empty, or which version prevails, in the document's language
    std::string release_notice;  ///< empty, or embargo / immediate release, in the document's language
    std::string site; ///< the address of the kit's page; empty if the campaign names none
    std::vector<Contact> contacts; ///< for a contact card; empty if the text has its own
};

/// An artefact to make: the PDF of an edition. `name` is its file name inside kits, without folder.
struct PlannedArtefact {
    EditionKey edition;
    std::string name;
};

struct PlannedKit {
    std::string id; ///< "al-sq"; also the zip's name with campaign and version
    CountryCode country;
    Locale language;
    std::vector<std::uint32_t> artefacts; ///< indices, in reading order
};

/// One cell of the matrix that `presskit plan` prints.
struct MatrixCell {
    CountryCode country;
    Locale language;
    std::string document;
    CountryCode sheet_country; ///< of a sheet
    Availability availability = Availability::own;
    Locale written_in;         ///< of the text used; empty if missing
};

/// Everything in the order of the campaign file, so that equal campaigns give equal plans.
struct Plan {
    std::vector<PlannedArtefact> artefacts;
    std::vector<PlannedKit> kits;
    std::vector<MatrixCell> matrix;
};

} // namespace presskit
