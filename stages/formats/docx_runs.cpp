// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/docx_runs.hpp"

#include "pipeline/base/telephone.hpp"
#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"

#include <algorithm>

namespace presskit::formats {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }

} // namespace

std::string xml_text(std::string_view text) {
    if (std::ranges::none_of(text, is_control)) return escape_markup(text);
    std::string kept;
    for (const char c : text)
        if (!is_control(c) || c == '\t') kept += c;
        else if (c == '\n') kept += ' ';
    return escape_markup(kept);
}

std::string DocxPlaces::bookmark(const std::string& id) {
    const auto known = names_.try_emplace(id, "place_" + std::to_string(names_.size() + 1));
    return known.first->second;
}

RunLook DocxRuns::plain() const {
    RunLook look;
    look.language = copy_.language.locale;
    return look;
}

bool DocxRuns::is_right_to_left(const Locale& locale) const {
    const Language* language = languages::find(locale);
    return (language != nullptr ? *language : copy_.language).direction == Direction::right_to_left;
}

/// Elements in the order that ECMA-376 part 1, 17.3.2.28 wants. The document's language is that of its
/// defaults (docx_styles.hpp), and said of no run.
std::string DocxRuns::properties(const RunLook& look) const {
    std::string out;
    if (look.link) out += "<w:rStyle w:val=\"Hyperlink\"/>";
    if (look.code) out += "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>";
    if (look.bold) out += "<w:b/><w:bCs/>";
    if (look.italic) out += "<w:i/><w:iCs/>";
    if (!look.color.empty()) out += "<w:color w:val=\"" + look.color + "\"/>";
    if (look.raised) out += "<w:vertAlign w:val=\"superscript\"/>";
    const bool own = look.language == copy_.language.locale;
    const bool turned = !look.code && !look.left_to_right && (own ? copy_.language.direction == Direction::right_to_left
                                           : is_right_to_left(look.language));
    if (turned) out += "<w:rtl/>";
    if (!own)
        out.append(turned ? "<w:lang w:bidi=\"" : "<w:lang w:val=\"")
            .append(escape_markup(look.language.tag))
            .append("\"/>");
    return out;
}

std::string DocxRuns::run(std::string_view text, const RunLook& look) const {
    if (text.empty()) return {};
    const auto is_blank = [](char c) { return c == ' ' || is_control(c); };
    const bool kept = is_blank(text.front()) || is_blank(text.back()); // trimmed otherwise
    std::string out = "<w:r>";
    if (const std::string own = properties(look); !own.empty())
        out.append("<w:rPr>").append(own).append("</w:rPr>");
    out.append(kept ? "<w:t xml:space=\"preserve\">" : "<w:t>").append(xml_text(text));
    return out.append("</w:t></w:r>");
}

std::string DocxRuns::words(std::string_view text, const RunLook& look) const {
    std::string out;
    std::size_t done = 0;
    for (const auto& [begin, end] : telephone_numbers(text)) {
        out += run(text.substr(done, begin - done), look) + telephone(text.substr(begin, end - begin), look);
        done = end;
    }
    return out + run(text.substr(done), look);
}

/// On one line, by spaces that do not break and hyphens that are elements. From left to right it is by its run in
/// Word; LibreOffice heeds characters alone.
std::string DocxRuns::telephone(std::string_view number, RunLook look) const {
    look.left_to_right = true;
    const std::string own = properties(look);
    std::string out = "<w:r>" + (own.empty() ? "" : "<w:rPr>" + own + "</w:rPr>") + "<w:t>";
    if (copy_.language.direction == Direction::right_to_left) out += "\u200E";
    for (const char c : number)
        out += c == ' ' ? "\u00A0" : c == '-' ? "</w:t><w:noBreakHyphen/><w:t>" : std::string(1, c);
    return out + "</w:t></w:r>";
}

std::string DocxRuns::write(const Inlines& inlines, const RunLook& look) {
    std::string out;
    for (const Inline& item : inlines) out += write(item, look);
    return out;
}

std::string DocxRuns::write(const Inline& item, const RunLook& look) {
    RunLook inner = look;
    return std::visit(
        overloaded{
            [&](const Text& node) { return words(node.text, look); },
            [&](const LineBreak&) { return std::string("<w:r><w:br/></w:r>"); },
            [&](const Code& node) {
                inner.code = true;
                return run(node.text, inner);
            },
            [&](const Emphasis& node) {
                inner.italic = !look.italic;
                return write(node.content, inner);
            },
            [&](const Strong& node) {
                inner.bold = true;
                return write(node.content, inner);
            },
            [&](const Link& node) {
                inner.link = true;
                const std::string id =
                    relate({std::string(office_relationships) + "hyperlink", node.target, true});
                return "<w:hyperlink r:id=\"" + id + "\">" + write(node.content, inner) +
                       "</w:hyperlink>";
            },
            [&](const CrossReference& node) {
                inner.link = true;
                return "<w:hyperlink w:anchor=\"" + places_.bookmark(node.id) + "\">" +
                       write(node.content, inner) + "</w:hyperlink>";
            },
            [&](const FootnoteReference& node) { return reference(node.id, look); },
            [&](const ForeignText& node) {
                inner.language = node.language;
                return write(node.content, inner);
            },
            [&](const Variable&) { return std::string(); },
            [&](const auto& node) { return write(node.content, look); }},
        item.node);
}

/// The number is the word processor's own; it counts as we do, by first references.
std::string DocxRuns::reference(const std::string& id, const RunLook& look) {
    const auto& notes = copy_.document.footnotes;
    const auto note = std::ranges::find(notes, id, &Footnote::id);
    if (note == notes.end()) return {};
    if (!places_.is_first(id)) {
        RunLook raised = look;
        raised.raised = true;
        return run(mark_of(*note), raised);
    }
    const std::string number = std::to_string(note - notes.begin() + 1);
    const std::string own_mark =
        note->mark.empty() ? "" : "<w:t>" + xml_text(note->mark) + "</w:t>";
    return "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference " +
           std::string(own_mark.empty() ? "" : "w:customMarkFollows=\"1\" ") + "w:id=\"" + number +
           "\"/>" + own_mark + "</w:r>";
}

std::string DocxRuns::relate(Relationship relationship) {
    relationships_.push_back(std::move(relationship));
    return "rId" + std::to_string(relationships_.size());
}

std::string DocxRuns::relationships() const {
    std::string out;
    for (std::size_t i = 0; i < relationships_.size(); ++i) {
        const Relationship& row = relationships_[i];
        out += "<Relationship Id=\"rId" + std::to_string(i + 1) + "\" Type=\"" + row.type +
               "\" Target=\"" + xml_text(row.target) + "\"" +
               (row.external ? " TargetMode=\"External\"" : "") + "/>";
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships "
           "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
           out + "</Relationships>\n";
}

std::string DocxRuns::paragraph(std::string_view style, const std::string& runs,
                                const std::string& before, const std::string& after) const {
    const bool turned = copy_.language.direction == Direction::right_to_left;
    return "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/>" + before +
           (turned ? "<w:bidi/>" : "") + after + "</w:pPr>" + runs + "</w:p>\n";
}

} // namespace presskit::formats
