// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/cover.hpp"

#include "pipeline/base/text.hpp"

#include <algorithm>

namespace presskit::bundle {
namespace {

constexpr std::size_t line_code_points = 76;

std::size_t width(std::string_view text) { return to_utf32(text).size(); }

/// Line breaks and other controls of an author's value would forge lines of ours.
std::string one_line(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    return out;
}

/// Breaks `text` at spaces; a no-break space holds.
std::string wrapped(std::string_view text, std::size_t indent) {
    const std::string margin(indent, ' ');
    const std::string line = one_line(text);
    std::string out;
    std::size_t column = 0;
    for (std::size_t i = 0; i < line.size();) {
        const std::size_t space = std::min(line.find(' ', i), line.size());
        const std::string_view word = std::string_view(line).substr(i, space - i);
        i = space + 1;
        if (word.empty()) continue;
        const bool fits = column != 0 && column + 1 + width(word) <= line_code_points;
        if (fits)
            out += ' ';
        else
            out.append(column == 0 ? "" : "\n").append(margin);
        out += word;
        column = (fits ? column + 1 : indent) + width(word);
    }
    return out.empty() ? out : out + "\n";
}

std::string heading(std::string_view text, char rule) {
    const std::string line = wrapped(text, 0);
    std::size_t longest = 0;
    for (std::size_t i = 0; i < line.size();) {
        const std::size_t end = line.find('\n', i);
        longest = std::max(longest, width(std::string_view(line).substr(i, end - i)));
        i = end + 1;
    }
    return line + std::string(longest, rule) + "\n\n";
}

std::string section(std::string_view name, const std::string& content) {
    return content.empty() ? std::string() : "\n\n" + heading(name, '-') + content;
}

std::string joined(const std::string& a, const std::string& separator, const std::string& b) {
    return a.empty() || b.empty() ? a + b : a + separator + b;
}

std::string document_lines(const Cover& cover) {
    std::string text;
    for (const CoverDocument& document : cover.documents) {
        if (!text.empty()) text += "\n";
        text += document.path + "\n" +
                wrapped(document.kind.text + cover.language.colon + document.title.text, 4) +
                wrapped(document.details, 4) + wrapped(document.notice, 4);
        for (const CoverFormat& other : document.formats)
            text += other.path + "\n" + wrapped(joined(other.label, cover.language.comma, other.size), 4);
    }
    if (!cover.prevailing_notice.empty()) text += "\n" + wrapped(cover.prevailing_notice, 0);
    return text;
}

std::string image_lines(const Cover& cover) {
    const Language& language = cover.language;
    std::string text;
    for (const CoverImage& image : cover.images) {
        if (!text.empty()) text += "\n";
        const bool has_copy = !image.web_path.empty();
        const auto sized = [&](Word size, const std::string& details) {
            return wrapped(has_copy ? language.word(size) + language.colon + details : details, 4);
        };
        text += image.path + "\n" + sized(Word::for_print, image.details);
        if (has_copy) text += image.web_path + "\n" + sized(Word::for_web, image.web_details);
        text += wrapped(image.alternative_text, 4) + wrapped(image.credit, 4);
    }
    return text.empty() ? text : text + "\n" + std::string(captions_path) + "\n";
}

std::string contact_lines(const Cover& cover) {
    std::string text;
    const auto row = [&](Word word, const std::string& value) {
        if (value.empty()) return std::string();
        return wrapped(cover.language.word(word) + cover.language.colon + value, 0);
    };
    for (const CoverContact& contact : cover.contacts) {
        if (!text.empty()) text += "\n";
        text += wrapped(contact.name, 0) + wrapped(contact.role.text, 0) +
                row(Word::email, contact.email) + row(Word::telephone, contact.telephone.empty() ? "" : left_to_right(contact.telephone, cover.language));
    }
    return text;
}

std::string rights_lines(const Cover& cover) {
    std::string text = wrapped(cover.rights.text, 0);
    if (!cover.rights_holder.empty()) text += wrapped("© " + cover.rights_holder, 0);
    if (!cover.licence.empty())
        text += wrapped(cover.language.word(Word::licence) + cover.language.colon +
                            joined(cover.licence, " – ", cover.licence_url),
                        0);
    return text;
}

std::string accessibility_line(const Cover& cover) {
    if (!cover.has_accessibility) return {};
    const Language& language = cover.language;
    return "\n" + wrapped(language.word(Word::accessibility) + language.colon + "accessibility.html", 0);
}

std::string note_lines(const Cover& cover) {
    std::string text;
    for (const CoverNote& note : cover.notes)
        text += "\n" + wrapped(note.mark + " " + note.text.text, 0);
    return text.empty() ? text : "\n" + text;
}

} // namespace

std::string to_plain_text(const Cover& cover) {
    const auto word = [&](Word w) { return cover.language.word(w); };
    std::string text = heading(cover.title, '=') + wrapped(cover.campaign.text, 0);
    text += wrapped(cover.release_notice, 0) + wrapped(cover.correction_notice, 0) +
            wrapped(cover.correction.text, 0) + "\n" + wrapped(cover.published, 0) +
            wrapped(cover.version, 0) +
            wrapped(joined(cover.publisher, " – ", cover.publisher_url), 0);
    const std::string& changes = cover.changes.text;
    return text + section(word(Word::changes), changes.empty() ? "" : wrapped(changes, 0)) +
           section(word(Word::documents), document_lines(cover)) +
           section(word(Word::images), image_lines(cover)) +
           section(word(Word::contacts), contact_lines(cover)) +
           section(word(Word::rights), rights_lines(cover)) +
           section(word(Word::files), wrapped(cover.checksum_help, 0) + "\n    " +
                                          std::string(checksum_command) + "\n\n" +
                                          wrapped(cover.signature_help, 0) + "\n    " + cover.signature_command + "\n" +
                                          accessibility_line(cover)) +
           note_lines(cover);
}

} // namespace presskit::bundle
