// SPDX-License-Identifier: Apache-2.0
#include "stages/render/conformance.hpp"

#include "pipeline/base/text.hpp"

#include <array>

namespace presskit::render {
namespace {

using enum Blame;

constexpr std::string_view report = "report this with the campaign that shows it";

constexpr std::array<RuleText, rule_count> texts{{
    {Rule::has_pages, "render.no-pages", "ISO 32000-1 7.7.3", "the document has no page", report,
     internal},
    {Rule::document_title, "render.no-title", "ISO 14289-1 7.1",
     "PDF/UA: the document has no title", "add `title` to its front matter", content},
    {Rule::document_language, "render.bad-language", "ISO 14289-1 7.2",
     "PDF/UA: the language of a text is not a BCP 47 tag", "use a tag such as `en` or `sr-Cyrl`",
     content},
    {Rule::timestamp_range, "render.bad-date", "ISO 32000-1 7.9.4",
     "the document's date is outside the years 0 to 9999", "correct the release date",
     configuration},
    {Rule::page_size, "render.bad-page-size", "ISO 19005-2 6.1.13",
     "PDF/A: a page must be 3 to 14400 points wide and high", "correct `page` in brand.yaml",
     configuration},
    {Rule::structure_root, "render.no-document-element", "ISO 32000-1 14.8.4.2",
     "the structure tree does not begin with a Document", report, internal},
    {Rule::structure_tree, "render.broken-structure", "ISO 32000-1 14.7.2",
     "the structure is not a tree: a kid is missing, or has two parents", report, internal},
    {Rule::structure_nesting, "render.wrong-nesting", "ISO 14289-1 7.2",
     "PDF/UA: a structure element lies where it must not", report, internal},
    {Rule::structure_depth, "render.deep-structure", "ISO 32000-1 14.7.2",
     "the text is nested too deeply", "nest fewer lists and quotations inside each other", content},
    {Rule::content_is_tagged, "render.untagged-content", "ISO 14289-1 7.1",
     "PDF/UA: text on a page belongs to no structure element", report, internal},
    {Rule::heading_order, "render.heading-skips-level", "ISO 14289-1 7.4.2",
     "PDF/UA: a heading skips a level", "use the level after that of the heading before it",
     content},
    {Rule::figure_alternative, "render.figure-without-alternative", "ISO 14289-1 7.3",
     "PDF/UA: a figure has no alternative text", "describe the picture in words", content},
    {Rule::figure_has_box, "render.figure-without-box", "ISO 32000-1 14.8.5.4.3",
     "a figure is nowhere on a page", report, internal},
    {Rule::note_id, "render.note-without-id", "ISO 14289-1 7.9", "PDF/UA: a note has no id",
     report, internal},
    {Rule::unique_id, "render.repeated-id", "ISO 14289-1 7.9",
     "PDF/UA: two structure elements have one id", "give each note and heading an id of its own",
     content},
    {Rule::header_cell_scope, "render.header-cell-without-scope", "ISO 14289-1 7.5",
     "PDF/UA: a table header cell does not say what it heads", report, internal},
    {Rule::table_is_regular, "render.irregular-table", "ISO 14289-1 7.5",
     "PDF/UA: the rows of a table differ in columns", "give each row as many cells as the header",
     content},
    {Rule::link_element, "render.link-without-element", "ISO 14289-1 7.18.5",
     "PDF/UA: a link belongs to no Link or Reference element", report, internal},
    {Rule::link_area, "render.link-without-area", "ISO 14289-1 7.18.5",
     "PDF/UA: a Link element has nothing to click on", report, internal},
    {Rule::link_description, "render.link-without-description", "ISO 14289-1 7.18.5",
     "PDF/UA: a link says nothing to a screen reader", "give the link a text", content},
    {Rule::destination_exists, "render.lost-destination", "ISO 32000-1 12.3.2",
     "a link or an outline entry leads to a page that does not exist", report, internal},
    {Rule::glyph_in_font, "render.unknown-glyph", "ISO 19005-2 6.2.11.4.1",
     "a run of text uses a font or glyph that does not exist", report, internal},
    {Rule::glyph_text, "render.misplaced-glyph-text", "ISO 14289-1 7.21.7",
     "a run of text has no size, or a glyph stands for text outside its run", report, internal},
    {Rule::glyph_not_defined, "render.missing-glyph", "ISO 19005-2 6.2.11.8",
     "PDF/A: no font of the brand has a character of",
     "add a font with this script to the family's `fallback`", content},
    {Rule::private_use, "render.private-use", "ISO 14289-2 8.4.3",
     "PDF/UA-2: a private use character says nothing to a screen reader, in",
     "write it with characters of Unicode, or show it as a picture", content},
    {Rule::path_is_drawable, "render.undrawable-path", "ISO 32000-1 8.5",
     "a path does not begin with a point, shows nothing, or lies off any page", report, internal},
    {Rule::string_limit, "render.text-too-long", "ISO 19005-2 6.1.13",
     "PDF/A: a description or title is longer than 16000 characters", "shorten it", content},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (texts[i].rule != static_cast<Rule>(i)) return false;
    return true;
}
static_assert(in_order(), "one row a rule, in the order of the enumeration");

} // namespace

const RuleText& text_of(Rule rule) { return texts[static_cast<std::size_t>(rule)]; }

Diagnostic breach(Rule rule, Span span, std::string_view what) {
    const RuleText& text = text_of(rule);
    std::string message(text.message);
    if (!what.empty()) message += " `" + to_utf8(printable(what)) + "`";
    return {std::string(text.code), std::move(message), std::string(text.hint), span, {},
            Severity::error,        text.blame};
}

} // namespace presskit::render
