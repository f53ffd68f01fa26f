// SPDX-License-Identifier: Apache-2.0
/// A text as its author meant it: structure and words, no geometry. This is the second waist of
/// presskit; HTML, plain text and pages are all made from it. Every node knows where it was written.
#pragma once

#include "pipeline/base/source.hpp"
#include "stages/model/boxed.hpp"
#include "stages/model/chart.hpp"
#include "stages/model/inline.hpp"
#include "stages/model/locale.hpp"
#include "stages/model/nodes.hpp"
#include "stages/model/table.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace presskit {

struct Block;
using Blocks = Nodes<Block>;

// Blocks.

struct Paragraph {
    Inlines content;
    bool operator==(const Paragraph&) const = default;
};
/// `level` is 2 to 6 (the title is 1). `number` ("2.3") is given when an edition is made, for kinds
/// whose headings are numbered. `actor` says who acts, in sheets: government, justice, … A heading of
/// level 2 may begin a part: `part` is which, from 1, and 0 for all others; then `number` is "Part II".
struct Heading {
    int level = 2;
    Inlines content;
    std::string id;
    std::string number;
    std::string actor;
    int part = 0;
    bool operator==(const Heading&) const = default;
};
struct ListItem {
    Blocks content;
    Span span;
    bool operator==(const ListItem&) const = default;
};
/// A tight list has no blank lines between its items, and is set so.
struct List {
    bool ordered = false;
    int start = 1;
    bool tight = true;
    std::vector<ListItem> items;
    bool operator==(const List&) const = default;
};
struct BlockQuote {
    Blocks content;
    bool operator==(const BlockQuote&) const = default;
};
enum class CalloutKind { note, warning };
struct Callout {
    CalloutKind kind = CalloutKind::note;
    std::string title;
    Blocks content;
    bool operator==(const Callout&) const = default;
};
/// Content for some countries or languages only; an empty list means all. Gone from an edition.
struct Conditional {
    std::vector<CountryCode> countries;
    std::vector<Locale> languages;
    Blocks content;
    bool operator==(const Conditional&) const = default;
};
enum class SectionKind { contact, boilerplate, figures, pull_quote, glossary, instruments };
/// A part of a text with a function of its own. `figures` hold one list whose items each begin with
/// a strong value ("6") and go on with what it counts. A `pull_quote` is one paragraph whose words
/// stand in the text as well: it is shown, never said. A `glossary` is one list whose items each
/// begin with a strong term and go on with what it means; an edition has them in alphabetical order.
/// `instruments` are an index, empty until an edition is made: one list whose items each hold a
/// paragraph with the instrument's name, a Mention of it, and one that refers to where it is mentioned.
struct Section {
    SectionKind kind = SectionKind::contact;
    Blocks content;
    bool operator==(const Section&) const = default;
};
/// `path` is the image's path in the campaign. A decorative picture has no alternative text.
struct Figure {
    std::string path;
    std::string alternative_text;
    std::string caption;
    std::string credit;
    bool decorative = false;
    bool operator==(const Figure&) const = default;
};
struct CodeBlock {
    std::string text;
    bool operator==(const CodeBlock&) const = default;
};
struct ThematicBreak {
    bool operator==(const ThematicBreak&) const = default;
};

struct Block {
    std::variant<Paragraph, Heading, List, BlockQuote, Callout, Conditional, Section, Table, Boxed<Chart>,
                 Figure, CodeBlock, ThematicBreak>
        node;
    Span span;
    bool operator==(const Block&) const = default;
};

/// A footnote is numbered by its first reference; `number` is 0 until an edition is made. A footnote
/// whose `mark` is not empty ("*") is set with that mark instead of a number.
struct Footnote {
    std::string id;
    std::string mark;
    int number = 0;
    Blocks content;
    Span span;
    bool operator==(const Footnote&) const = default;
};

/// Front matter. `dateline` is the literal run-in of a release's first paragraph ("VIENNA, Austria –
/// 18 May 2021:"); with `campaign_dateline` it is made from the campaign's city and date.
struct DocumentHead {
    std::string title;
    std::string kicker;
    std::string country; ///< whose sheet it is, as readers call it; given when an edition is made
    std::string deck;
    std::string dateline;
    std::string description;
    bool campaign_dateline = false;
    bool sample = false;
    bool operator==(const DocumentHead&) const = default;
};

/// How many levels of headings stand above those of sections: 1 if the text has parts, else 0.
int levels_of_parts(const Blocks& body);

struct Document {
    Locale language;
    DocumentHead head;
    Span head_span;
    Blocks body;
    std::vector<Footnote> footnotes;
    SourceId source;
    bool operator==(const Document&) const = default;
};

} // namespace presskit
