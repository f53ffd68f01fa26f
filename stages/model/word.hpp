// SPDX-License-Identifier: Apache-2.0
/// The fixed words of the product, by what they are for. Each language's file has all of them.
#pragma once

#include <cstddef>

namespace presskit {

/// The fixed words of the interface. Patterns hold names in braces, replaced by `fill`.
enum class Word {
    page_of,            ///< "Page {page} of {pages}"
    contents,           ///< heading of a table of contents
    press_release,      ///< document kind, for import
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
    part,               ///< "Part {number}", before a part's title
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
    check_digest, check_digest_command, check_signature, compare_key, ///< each leads to a command or value
    signature,
    correction_notice,    ///< "Correction of {date}: this version replaces version {version}."
    superseded,         ///< heading: the versions that corrections have replaced
    superseded_notice,  ///< "Version {version} was corrected on {date}. Version {new} holds in its place."
    published,          ///< "Published {date}"
    version,            ///< "Version {version}"
    licence,
    email,
    telephone,
    alternative_text,   ///< before a picture's
    for_print,          ///< which of two sizes of a picture
    for_web,
    card,               ///< what social media show where a release is linked
    changes,            ///< heading: what is new since the version before
    sealed_help,        ///< how to open an encrypted zip, a paragraph
    accessibility,       ///< heading of the page that says how the PDFs were tested
    accessibility_intro, ///< what was held against "{accessibility}" and "{archive}", and what is asked
    tested,              ///< column heading, as the next
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
    tested_tagging,      ///< what a program tests, each a sentence that is true if it passes
    tested_headings,
    tested_nesting,
    tested_headers,
    tested_pictures,
    tested_language,
    tested_notes,
    tested_links,
    tested_characters,
    tested_fonts,
    tested_metadata,
    tested_colours,
    tested_graphics,
    tested_file,
    tested_openness,
    tested_layers,
    tested_programs,
    tested_attachments,
    speaker_said,       ///< "{speaker}" as the source of a block quotation
    footnote_back,      ///< "Back to the text", HTML
    skip_to_content,    ///< HTML skip link
};
inline constexpr std::size_t word_count = static_cast<std::size_t>(Word::skip_to_content) + 1;

} // namespace presskit
