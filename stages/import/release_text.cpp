// SPDX-License-Identifier: Apache-2.0
#include "stages/import/release_text.hpp"

#include "pipeline/base/text.hpp"
#include "stages/import/quotations.hpp"
#include "stages/import/words.hpp"

#include <algorithm>

namespace presskit::import {
namespace {

/// Code points after which a line of the file is broken at a space, which reads as the same space.
constexpr std::size_t long_line = 2000;

/// A link for each address, so that a reader can use it; what is printed stays the same.
std::string with_links(std::u32string_view text, bool at_line_start) {
    std::string out;
    std::size_t at = 0;
    auto email = find_email(text), url = find_url(text);
    while (email || url) {
        const bool is_email = email && (!url || email->begin < url->begin);
        const FoundAddress found = is_email ? *email : *url;
        const auto address = text.substr(found.begin, found.end - found.begin);
        out += escape_markdown(text.substr(at, found.begin - at), at_line_start && at == 0);
        out += "[" + escape_markdown(address, false) + "](" + (is_email ? "mailto:" : "") +
               to_utf8(address) + ")";
        at = found.end;
        // Each is looked for again only when it lies behind, so that many of one kind cost no more.
        if (email && email->begin < at) email = find_email(text, at);
        if (url && url->begin < at) url = find_url(text, at);
    }
    return out + escape_markdown(text.substr(at), at_line_start && at == 0);
}

std::string with_speakers(std::u32string_view text, const std::vector<FoundQuotation>& quotations) {
    std::string out;
    std::size_t at = 0;
    for (const FoundQuotation& quotation : quotations) {
        if (quotation.speaker.empty()) continue;
        out += with_links(text.substr(at, quotation.begin - at), at == 0);
        out +=
            "[" +
            escape_markdown(text.substr(quotation.begin, quotation.end - quotation.begin), false) +
            "]{speaker=\"" + to_utf8(quotation.speaker) + "\"}";
        at = quotation.end;
    }
    return out + with_links(text.substr(at), at == 0);
}

class TextWriter {
  public:
    explicit TextWriter(const Language& language)
        : attribution_(language), contact_(to_lower(to_utf32(language.word(Word::contact)))) {}

    void write(const Part& part) {
        change_section(part.kind);
        if (part.kind == PartKind::contact && is_contact_title(part.paragraph.text)) return;
        const bool is_list = part.paragraph.kind != ParagraphKind::text;
        // A blank line ends every block, except between the items of a list.
        if (!out_.empty() && !(is_list && was_list_)) out_ += "\n";
        was_list_ = is_list;
        if (part.kind == PartKind::heading || part.kind == PartKind::boilerplate_heading)
            out_ += "## " + with_links(part.paragraph.text, true) + "\n";
        else
            out_ += marker(part.paragraph) + speech(part.paragraph.text) + "\n";
    }

    std::string finish() && {
        close_section();
        return std::move(out_);
    }

  private:
    /// The card of a contact has this title by itself.
    bool is_contact_title(std::u32string_view text) const {
        while (!text.empty() && (text.back() == ':' || text.back() == ' ' || text.back() == 0xA0)) text.remove_suffix(1);
        return to_lower(text) == contact_;
    }

    static std::string marker(const Paragraph& paragraph) {
        if (paragraph.kind == ParagraphKind::bullet) return "- ";
        return paragraph.kind == ParagraphKind::numbered ? std::to_string(paragraph.number) + ". "
                                                         : "";
    }

    std::string speech(std::u32string_view text) {
        auto quotations = find_quotations(text);
        attribution_.attribute(text, quotations);
        return with_speakers(text, quotations);
    }

    static std::string_view section_of(PartKind kind) {
        if (kind == PartKind::contact) return "contact";
        const bool is_boilerplate =
            kind == PartKind::boilerplate || kind == PartKind::boilerplate_heading;
        return is_boilerplate ? "boilerplate" : "";
    }
    void change_section(PartKind kind) {
        const auto section = section_of(kind);
        const bool is_next_boilerplate = kind == PartKind::boilerplate_heading && !section_.empty();
        if (section == section_ && !is_next_boilerplate) return;
        close_section();
        section_ = section;
        was_list_ = false;
        if (!section_.empty())
            out_ += (out_.empty() ? "::: " : "\n::: ") + std::string(section_) + "\n";
    }
    void close_section() {
        if (!section_.empty()) out_ += "\n:::\n";
        section_ = {};
    }

    Attribution attribution_;
    std::u32string contact_;
    std::string out_;
    std::string_view section_;
    bool was_list_ = false;
};

void head_line(std::string& out, std::string_view key, std::u32string_view value) {
    if (!value.empty()) out += std::string(key) + ": " + to_yaml_string(value) + "\n";
}

} // namespace

std::string escape_markdown(std::u32string_view text, bool at_line_start) {
    static constexpr std::u32string_view everywhere = U"\\`*_[]{}<>&|~";
    static constexpr std::u32string_view at_start = U"#+-=:";
    std::string out;
    std::size_t line = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char32_t c = text[i];
        if (c == ' ' && ++line > long_line) {
            line = 0;
            // Only where the next line cannot begin with a mark.
            const char32_t next = i + 1 < text.size() ? text[i + 1] : U' ';
            const bool is_plain =
                (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next > 0x7F;
            out += is_plain ? '\n' : ' ';
            continue;
        }
        ++line;
        const bool begins = at_line_start && i == 0;
        if (everywhere.find(c) != everywhere.npos || (begins && at_start.find(c) != at_start.npos))
            out += '\\';
        // "12. " would open a list.
        const bool ends_number = (c == '.' || c == ')') && i > 0 && at_line_start &&
                                 text.substr(0, i).find_first_not_of(U"0123456789") == text.npos;
        if (ends_number) out += '\\';
        append_utf8(out, c);
    }
    return out;
}

std::string to_yaml_string(std::u32string_view text) {
    std::string out = "\"";
    for (const char32_t c : text) {
        if (c == '"' || c == '\\') out += '\\';
        append_utf8(out, c);
    }
    return out + "\"";
}

std::string to_release_text(const ReleaseParts& parts, const Language& language) {
    std::string head = "---\ndocument: release\nlanguage: " + language.locale.tag + "\n";
    head_line(head, "kicker", parts.kicker);
    head_line(head, "title", parts.title);
    head_line(head, "deck", parts.deck);
    if (parts.dateline) head_line(head, "dateline", parts.dateline->text);
    head_line(head, "description", parts.deck.empty() ? parts.title : parts.deck);
    TextWriter writer(language);
    for (const Part& part : parts.parts) writer.write(part);
    return head + "---\n\n" + std::move(writer).finish();
}

} // namespace presskit::import
