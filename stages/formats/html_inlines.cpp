// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/html_inlines.hpp"

#include "pipeline/base/telephone.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"

#include <algorithm>

namespace presskit::formats {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + escape_markup(value) + "\"";
}

/// Notes are counted from 1 in the order in which they stand, those with a mark too.
std::string anchor(const Copy& copy, const Footnote& note) {
    return std::to_string(&note - copy.document.footnotes.data() + 1);
}

} // namespace

std::string HtmlInlines::write(const Inlines& inlines) {
    std::string out;
    for (const Inline& item : inlines) out += write(item);
    return out;
}

std::string HtmlInlines::write(const Inline& item) {
    return std::visit(
        overloaded{
            [&](const Text& node) { return words(node.text); },
            [](const LineBreak&) { return std::string("<br>"); },
            [&](const Code& code) {
                const bool turned = copy_.language.direction == Direction::right_to_left;
                return std::string(turned ? "<code dir=\"ltr\">" : "<code>") + escape_markup(code.text) + "</code>";
            },
            [&](const Emphasis& node) { return wrapped("em", "", node.content); },
            [&](const Strong& node) { return wrapped("strong", "", node.content); },
            [&](const Link& node) {
                return wrapped("a", attribute("href", node.target), node.content);
            },
            [&](const CrossReference& node) {
                return wrapped("a", attribute("href", "#" + node.id), node.content);
            },
            [&](const FootnoteReference& node) { return reference(node.id); },
            [&](const ForeignText& node) {
                return wrapped("bdi", language_attributes(node.language), node.content);
            },
            [&](const Protected& node) {
                return wrapped("span", attribute("translate", "no"), node.content);
            },
            [&](const Quotation& node) { return write(node.content); },
            [&](const Mention& node) { return write(node.content); },
            [&](const Abbreviation& node) {
                return wrapped("abbr", attribute("title", node.expansion), node.content);
            },
            [](const Variable&) { return std::string(); }},
        item.node);
}

/// A telephone number stays on one line and keeps the order of its groups.
std::string HtmlInlines::words(std::string_view text) const {
    const bool turned = copy_.language.direction == Direction::right_to_left;
    std::string out;
    std::size_t done = 0;
    for (const auto& [begin, end] : telephone_numbers(text)) {
        out += escape_markup(text.substr(done, begin - done)) +
               (turned ? "<bdi class=\"whole\" dir=\"ltr\">" : "<span class=\"whole\">") +
               escape_markup(text.substr(begin, end - begin)) + (turned ? "</bdi>" : "</span>");
        done = end;
    }
    return out + escape_markup(text.substr(done));
}

std::string HtmlInlines::wrapped(std::string_view element, const std::string& attributes,
                                 const Inlines& content) {
    const std::string name(element);
    return "<" + name + attributes + ">" + write(content) + "</" + name + ">";
}

std::string HtmlInlines::reference(const std::string& id) {
    const auto& notes = copy_.document.footnotes;
    const auto note = std::ranges::find(notes, id, &Footnote::id);
    if (note == notes.end()) return {};
    const std::string number = anchor(copy_, *note);
    const int count = ++references_[id];
    const std::string own = "ref." + number + (count > 1 ? "." + std::to_string(count) : "");
    return "<sup><a role=\"doc-noteref\"" + attribute("id", own) +
           attribute("href", "#note." + number) + ">" + escape_markup(mark_of(*note)) +
           "</a></sup>";
}

std::string HtmlInlines::back_link(const Footnote& note) const {
    if (!references_.contains(note.id)) return {};
    return " <a role=\"doc-backlink\"" + attribute("href", "#ref." + anchor(copy_, note)) +
           attribute("aria-label", copy_.language.word(Word::footnote_back) + " " + mark_of(note)) +
           ">↩\uFE0E</a>";
}

std::string HtmlInlines::note_id(const Footnote& note) const {
    return "note." + anchor(copy_, note);
}

std::string HtmlInlines::language_attributes(const Locale& locale) const {
    if (locale == copy_.language.locale) return {};
    const Language* language = languages::find(locale);
    const bool turned = language != nullptr && language->direction != copy_.language.direction;
    return attribute("lang", locale.tag) +
           (turned ? attribute("dir", direction_name(*language)) : std::string());
}

std::string direction_name(const Language& language) {
    return language.direction == Direction::right_to_left ? "rtl" : "ltr";
}

} // namespace presskit::formats
