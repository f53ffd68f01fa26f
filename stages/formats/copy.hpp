// SPDX-License-Identifier: Apache-2.0
/// Copy: an edition with the words that its pages add (notices, contents, contact card, titles of
/// callouts, credits), so that every format that reflows says exactly what the PDF says.
#pragma once

#include "stages/model/campaign.hpp"
#include "stages/model/language.hpp"
#include "stages/model/plan.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace presskit::formats {

/// A line above the text. `binding` for what has to be obeyed.
struct Notice {
    std::string words;
    Locale language;
    bool binding = false;
    bool operator==(const Notice&) const = default;
};

/// A heading as the contents list it: level 2 to 6, id and words, its number among them.
struct ContentsEntry {
    int level = 2;
    std::string id, words;
    bool operator==(const ContentsEntry&) const = default;
};

/// The picture that social media show where the document is linked: its whole address, which may not be
/// known, and the words on it.
struct CardFile {
    std::string address, words;
};

/// Blocks of `document` are those of the edition, but: the dateline runs into the first paragraph,
/// headings begin with their numbers, contact blocks and callouts have their titles, captions end
/// with the credit, a matrix has signs that its legend explains, and the campaign's contacts, the
/// logos of partners and the notice of the prevailing language are last blocks. What it refers to
/// must outlive it.
struct Copy {
    const Campaign& campaign;
    const Language& language; ///< of the words
    const Language& reader;   ///< of the kit
    EditionKey key;
    DocumentKind kind = DocumentKind::release;
    Document document;
    std::string imprint; ///< place, date, publisher and version; of a document with a cover
    std::vector<Notice> notices;
    std::vector<ContentsEntry> contents; ///< empty for kinds that list none
    std::string site;                    ///< the address of the kit's page; may be empty
    std::vector<Locale> siblings;        ///< languages in which the campaign has the same document
    const CardFile* card = nullptr;      ///< of those that have one
    std::optional<Notice> embargo = {};  ///< until when; above all else, the title too
};

/// Requires: presskit knows the edition's languages, as loading checks.
Copy make_copy(const Campaign& campaign, const Edition& edition, const CardFile* card = nullptr);

/// The mark that refers to a note: its own, or its number.
std::string mark_of(const Footnote& note);

/// The marks that a matrix shows, fullest first, each with its sign and what it means.
struct LegendRow {
    std::string sign, meaning;
};
std::vector<LegendRow> legend_of(const Chart& chart);

} // namespace presskit::formats
