// SPDX-License-Identifier: Apache-2.0
/// The words of a document and what their author marked among them. Every node knows where it was
/// written.
#pragma once

#include "pipeline/base/source.hpp"
#include "stages/model/locale.hpp"
#include "stages/model/nodes.hpp"

#include <string>
#include <variant>

namespace presskit {

struct Inline;
using Inlines = Nodes<Inline>;

/// A soft line break of the source is a Text of one space.
struct Text {
    std::string text;
    bool operator==(const Text&) const = default;
};
struct LineBreak {
    bool operator==(const LineBreak&) const = default;
};
struct Code {
    std::string text;
    bool operator==(const Code&) const = default;
};
struct Emphasis {
    Inlines content;
    bool operator==(const Emphasis&) const = default;
};
struct Strong {
    Inlines content;
    bool operator==(const Strong&) const = default;
};
/// `target` is an absolute https: or mailto: address.
struct Link {
    std::string target;
    Inlines content;
    bool operator==(const Link&) const = default;
};
/// A link to a heading, table or figure of the same document by its id.
struct CrossReference {
    std::string id;
    Inlines content;
    bool operator==(const CrossReference&) const = default;
};
struct FootnoteReference {
    std::string id;
    bool operator==(const FootnoteReference&) const = default;
};
/// Words in another language than the text around them: `[Kinderschutz]{lang=de}`.
struct ForeignText {
    Locale language;
    Inlines content;
    bool operator==(const ForeignText&) const = default;
};
/// Words that derivation never transliterates: `[Europol]{keep}`.
struct Protected {
    Inlines content;
    bool operator==(const Protected&) const = default;
};
/// What a named person said, quotation marks included: `[‘…’]{speaker="Livia Wagner"}`.
struct Quotation {
    std::string speaker;
    Inlines content;
    bool operator==(const Quotation&) const = default;
};
/// An abbreviation and what it stands for; made when an edition is made.
struct Abbreviation {
    std::string expansion;
    Inlines content;
    bool operator==(const Abbreviation&) const = default;
};
/// Words that speak of an instrument of the campaign: `[the treaty]{instrument=crc}`; an edition has
/// one wherever its index finds the instrument's name.
struct Mention {
    std::string instrument;
    Inlines content;
    bool operator==(const Mention&) const = default;
};
/// `{{name:form}}`; replaced when an edition is made. `argument` is empty or what stands after ':'.
struct Variable {
    std::string name;
    std::string argument;
    bool operator==(const Variable&) const = default;
};

struct Inline {
    std::variant<Text, LineBreak, Code, Emphasis, Strong, Link, CrossReference, FootnoteReference,
                 ForeignText, Protected, Quotation, Abbreviation, Mention, Variable>
        node;
    Span span;
    bool operator==(const Inline&) const = default;
};

/// For std::visit with one lambda an alternative.
template <class... Ts>
struct overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
overloaded(Ts...) -> overloaded<Ts...>;

/// The inlines inside an inline, or null for one without.
const Inlines* content_of(const Inline& item);
Inlines* content_of(Inline& item);

} // namespace presskit
