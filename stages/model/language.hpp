// SPDX-License-Identifier: Apache-2.0
/// All that presskit knows of a language, as data: one YAML file a language in pipeline/languages.
#pragma once

#include "stages/model/locale.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace presskit {

/// The fixed words of the interface. Patterns hold names in braces, replaced by `fill`.
enum class Word {
    page_of,            ///< "Page {page} of {pages}"
    contents,           ///< heading of a table of contents
    press_release,      ///< document kind
    recommendations,    ///< document kind: a country's sheet
    legal_guide,        ///< document kind
    for_immediate_release,
    embargoed_until,    ///< "Embargoed until {time}"
    sample_text,        ///< the line printed on a text that is not the published report
    fallback_notice,    ///< "Not available in English. Language of the text: {language}." for the reader
    prevailing_notice,  ///< "If the language versions differ, this one prevails: {language}."
    continued,          ///< a table continued from the page before
    note,               ///< callout
    warning,            ///< callout
    table,              ///< "Table {number}"
    figure,             ///< "Figure {number}"
    section,            ///< "section {number}"
    bar_chart,          ///< alternative text: "Bar chart: {caption}. All values are in the table that follows."
    dot_chart,          ///< the same of a dot chart
    timeline,           ///< the same of a timeline
    credit,             ///< "Image: {credit}"
    contact,
    contacts,
    partners,           ///< "In partnership with", before their logos
    rights,
    about,
    press_kit,          ///< "Press kit"
    kit_for,            ///< "Press kit: {country}, {language}"
    documents,
    images,
    files,
    file_name,
    document,
    language,
    size,
    pages,              ///< column heading
    checksum_help,      ///< how to check SHA256SUMS, one sentence
    find_country, no_country_found, countries, ///< the download site's search
    download, copy, copied,                    ///< what buttons ask for, and that it is done
    text_to_copy, headline, deck, text,        ///< a release as plain text
    how_to_check,                              ///< heading of the sentences that follow
    check_digest, check_digest_command, check_signature, ///< each leads to a command or value
    signature,
    correction_notice,    ///< "Correction of {date}: this version replaces version {version}."
    published,          ///< "Published {date}"
    version,            ///< "Version {version}"
    licence,
    email,
    telephone,
    alternative_text,   ///< before a picture's
    for_print,          ///< which of two sizes of a picture
    for_web,
    changes,            ///< heading: what is new since the version before
    accessibility,       ///< heading of the page that says how the PDFs were tested
    accessibility_intro, ///< what was tested and what is asked, in two sentences
    condition,           ///< column heading, as the next
    outcome,
    passed,              ///< outcomes of a condition
    failed,
    for_a_person,
    not_applicable,      ///< the documents hold nothing of the kind
    checked_by,          ///< who signs, and when
    date,
    judge_reading_order, ///< claims that a person signs, each a sentence
    judge_tags,
    judge_pictures,
    judge_colour,
    judge_language,
    judge_title,
    judge_decoration,
    judge_fonts,
    speaker_said,       ///< "{speaker}" as the source of a block quotation
    footnote_back,      ///< "Back to the text", HTML
    skip_to_content,    ///< HTML skip link
};
inline constexpr std::size_t word_count = static_cast<std::size_t>(Word::skip_to_content) + 1;

struct Hyphenation {
    std::string dictionary; ///< file name in the hyphen dictionaries' folder ("hyph_sr_RS.dic")
    int left = 2;           ///< least letters before a hyphen
    int right = 2;          ///< least letters after a hyphen
    bool operator==(const Hyphenation&) const = default;
};

struct QuotationMarks {
    std::string open, close, inner_open, inner_close;
    bool operator==(const QuotationMarks&) const = default;
};

/// `sentence` sets a thought apart, with the spaces around it; `range` joins two numbers.
struct Dashes {
    std::string sentence, range;
    bool operator==(const Dashes&) const = default;
};

/// `percent` is a pattern with the name {number}.
struct NumberSigns {
    std::string decimal, group, percent;
    bool operator==(const NumberSigns&) const = default;
};

/// Which spaces a line does not end at, so that what belongs together is read together. Words are as
/// they are written; `after` and `before_number` hold for capitals too.
struct NoBreak {
    std::vector<std::string> after;         ///< stay with any next word: "a", "Dr."
    std::vector<std::string> before_number; ///< stay with a number: "Article", "No.", "§"
    std::vector<std::string> after_number;  ///< a number stays with them, as with months: "%", "km"
    std::vector<std::string> initials;      ///< letters that an initial may have instead of one: "Dž"
    bool operator==(const NoBreak&) const = default;
};

/// Without `hyphenation` the language is set ragged, never hyphenated.
struct Language {
    Locale locale;
    std::string autonym;          ///< the language's name in itself
    std::string script;           ///< ISO 15924 ("Latn"), for shaping
    std::string shaping_language; ///< BCP 47 tag given to the shaper (it picks `locl` forms)
    std::string icu_locale;       ///< for numbers, dates, collation and line breaks
    Direction direction = Direction::left_to_right;
    std::optional<Hyphenation> hyphenation;
    QuotationMarks quotation_marks;
    std::string apostrophe{};
    std::string comma{}; ///< with its space
    Dashes dashes{};
    std::string date_pattern; ///< CLDR pattern of a full date ("d MMMM y")
    std::array<std::string, 12> months{}; ///< in the case a date asks for
    NumberSigns numbers{};
    std::vector<std::string> alphabet{}; ///< small letters in their order, those of two signs too
    std::string collation_rules{};       ///< added to CLDR's; ICU syntax. Empty where those suffice
    NoBreak no_break{};
    std::array<std::string, word_count> words;
    bool operator==(const Language&) const = default;

    const std::string& word(Word w) const { return words[static_cast<std::size_t>(w)]; }
};

} // namespace presskit
