// SPDX-License-Identifier: Apache-2.0
#include "stages/import/release_parts.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"
#include "pipeline/languages/unicode.hpp"
#include "stages/import/words.hpp"

#include <algorithm>
#include <array>

namespace presskit::import {
namespace {

/// The dateline stands in one of the first paragraphs.
constexpr std::size_t longest_head = 10;
constexpr std::size_t longest_kicker = 60;  ///< code points
constexpr std::size_t longest_heading = 80; ///< code points
constexpr std::size_t longest_contact_line = 90;
constexpr std::size_t most_contact_lines = 8;
constexpr std::size_t longest_embargo = 120;

bool is_kicker(const Paragraph& paragraph, const ReleaseWords& words) {
    const auto& text = paragraph.text;
    if (text.size() > longest_kicker) return false;
    if (begins_with(words.kickers, text) || begins_with(languages::release_words(*languages::find({"en"})).kickers, text))
        return true;
    return is_all_capitals(text) && split_words(text).size() <= 3;
}

/// "10:00" or "00.01".
bool names_time(std::u32string_view text) {
    return std::ranges::any_of(split_words(text), [&](TextWord word) {
        const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
        const std::size_t mark = word.end;
        return digit(mark - 1) && mark < text.size() && (text[mark] == ':' || text[mark] == '.') && digit(mark + 1) &&
               digit(mark + 2) && !digit(mark + 3);
    });
}

/// "Embargoed until 22 March 2026": its day is not the day of release, and its words are no place. "Arms embargo
/// extended to 2027" is a headline.
bool is_embargo(std::u32string_view text, const Language& language) {
    static constexpr std::array<std::u32string_view, 5> stems{U"embarg", U"ambarg", U"ембарг", U"эмбарг", U"εμπάργκ"};
    if (text.size() > longest_embargo || text.find_first_of(U"0123456789") == text.npos) return false;
    std::string notice = language.word(Word::embargoed_until);
    notice.resize(std::min(notice.find('{'), notice.size()));
    while (!notice.empty() && (notice.back() == ' ' || notice.back() == ':')) notice.pop_back();
    if (begins_with({to_utf8(to_lower(to_utf32(notice)))}, text)) return true;
    if (!names_day(text, language) && !names_time(text)) return false;
    const auto words = split_words(text);
    for (std::size_t i = 0; i < std::min<std::size_t>(2, words.size()); ++i)
        for (const auto stem : stems)
            if (to_lower(text.substr(words[i].begin)).starts_with(stem)) return true;
    return false;
}

bool ends_like_sentence(std::u32string_view text) {
    static constexpr std::u32string_view marks = U".!?:;,…”’“»)";
    return marks.find(text.back()) != std::u32string_view::npos;
}

bool is_end_mark(std::u32string_view text) {
    const auto word = to_lower(text);
    const auto letters = split_words(word);
    if (letters.empty()) return true;
    const auto first =
        std::u32string_view(word).substr(letters[0].begin, letters[0].end - letters[0].begin);
    return letters.size() == 1 &&
           (first == U"ends" || first == U"end" || first == U"ende" || first == U"30");
}

bool is_short_line(const Paragraph& paragraph) {
    return paragraph.kind == ParagraphKind::text && paragraph.text.size() <= longest_heading;
}

bool is_boilerplate_heading(const Paragraph& paragraph, const ReleaseWords& words) {
    const auto& text = paragraph.text;
    return is_short_line(paragraph) && paragraph.after_blank && may_begin_sentence(text[0]) &&
           begins_with(words.about, text) && text.back() != '.' && text.back() != '?';
}

/// A heading stands alone between blank lines and is followed by running text.
bool is_heading(const std::vector<Part>& parts, std::size_t i) {
    const Paragraph& paragraph = parts[i].paragraph;
    if (i == 0 || i + 1 >= parts.size() || !is_short_line(paragraph)) return false;
    const bool stands_alone = paragraph.after_blank && paragraph.before_blank;
    const bool is_title =
        may_begin_sentence(paragraph.text[0]) && !ends_like_sentence(paragraph.text);
    return stands_alone && is_title && !is_end_mark(paragraph.text) &&
           parts[i + 1].paragraph.text.size() > 2 * longest_heading;
}

/// The head and where the rest begins.
class HeadReader {
  public:
    HeadReader(const std::vector<Paragraph>& paragraphs, const Language& language)
        : paragraphs_(paragraphs), language_(language), words_(languages::release_words(language)) {}

    /// Returns the number of paragraphs that belong to the head.
    std::size_t read(ReleaseParts& parts) {
        const std::size_t dated = find_dated();
        for (std::size_t i = 0; i < std::min(longest_head, dated) && parts.embargo.empty(); ++i)
            if (is_embargo(paragraphs_[i].text, language_)) parts.embargo = paragraphs_[i].text;
        const bool has_date = dated < paragraphs_.size();
        std::size_t at = 0;
        for (; at < paragraphs_.size() && at != dated && stands_above_headline(at); ++at)
            join(parts.kicker, paragraphs_[at].text);
        const bool is_alone = has_date && dateline_->length == paragraphs_[dated].text.size();
        if (has_date) parts.dateline = dateline_;
        // A dateline above the headline.
        if (is_alone && at == dated) ++at;
        const std::size_t end = has_date && at <= dated ? dated : head_end(at);
        if (at < end) parts.title = paragraphs_[at++].text;
        for (; at < end; ++at) join(parts.deck, paragraphs_[at].text);
        return is_alone && at == dated ? at + 1 : at;
    }

    /// The paragraph that opens with the dateline and goes on, if it does.
    bool is_run_in(std::size_t i) const { return dateline_ && i == dated_; }

  private:
    bool stands_above_headline(std::size_t i) const {
        return is_kicker(paragraphs_[i], words_) || is_embargo(paragraphs_[i].text, language_);
    }

    std::size_t find_dated() {
        for (std::size_t i = 0; i < std::min(longest_head, paragraphs_.size()); ++i) {
            if (is_embargo(paragraphs_[i].text, language_)) continue;
            dateline_ = find_dateline(paragraphs_[i].text, language_);
            if (dateline_) return dated_ = i;
        }
        return dated_ = paragraphs_.size();
    }

    /// Without a dateline below: the headline, and a deck that stands right under it.
    std::size_t head_end(std::size_t title) const {
        if (title >= paragraphs_.size()) return title;
        const bool has_deck = !paragraphs_[title].before_blank && title + 2 < paragraphs_.size() &&
                              paragraphs_[title + 1].before_blank;
        return title + (has_deck ? 2 : 1);
    }

    static void join(std::u32string& text, const std::u32string& more) {
        text += text.empty() ? more : U" " + more;
    }

    const std::vector<Paragraph>& paragraphs_;
    const Language& language_;
    const ReleaseWords& words_;
    std::optional<Dateline> dateline_;
    std::size_t dated_ = 0;
};

/// The lines around the last e-mail address: its block, and a heading that says contact.
void mark_contact(std::vector<Part>& parts, const ReleaseWords& words) {
    std::size_t found = parts.size();
    for (std::size_t i = parts.size(); i-- > 0;)
        if (parts[i].kind == PartKind::body && find_email(parts[i].paragraph.text)) {
            found = i;
            break;
        }
    if (found == parts.size()) return;
    std::size_t begin = found, end = found + 1;
    const auto is_line = [&](std::size_t i) {
        const Part& part = parts[i];
        return part.kind == PartKind::body && part.paragraph.kind == ParagraphKind::text &&
               part.paragraph.text.size() <= longest_contact_line;
    };
    if (is_line(found)) {
        while (begin > 0 && !parts[begin].paragraph.after_blank && is_line(begin - 1)) --begin;
        while (end < parts.size() && !parts[end].paragraph.after_blank && is_line(end)) ++end;
    }
    const auto is_contact_heading = [&](std::size_t i) {
        return is_line(i) && begins_with(words.contact, parts[i].paragraph.text);
    };
    if (begin > 0 && is_contact_heading(begin - 1)) --begin;
    // Several blocks of one contact: name above, address below.
    if (begin > 1 && is_contact_heading(begin - 2) && is_line(begin - 1)) begin -= 2;
    for (std::size_t i = begin; i < end; ++i) parts[i].kind = PartKind::contact;
}

/// "For more information:" and an address in the lines below, as it stands behind notes to editors.
bool opens_contact(const std::vector<Part>& parts, std::size_t i, const ReleaseWords& words) {
    const Paragraph& heading = parts[i].paragraph;
    if (!heading.after_blank || !is_short_line(heading) || !begins_with(words.contact, heading.text)) return false;
    for (std::size_t line = i; line < std::min(parts.size(), i + most_contact_lines); ++line) {
        const std::u32string& text = parts[line].paragraph.text;
        if (text.size() > longest_contact_line || (line > i && is_boilerplate_heading(parts[line].paragraph, words)))
            return false;
        if (find_email(text)) return line > i;
    }
    return false;
}

void mark_boilerplate(std::vector<Part>& parts, const ReleaseWords& words) {
    bool is_open = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (is_open && opens_contact(parts, i, words)) is_open = false;
        if (i + 1 < parts.size() && is_boilerplate_heading(parts[i].paragraph, words)) {
            parts[i].kind = PartKind::boilerplate_heading;
            is_open = true;
        } else if (is_open) {
            parts[i].kind =
                is_end_mark(parts[i].paragraph.text) ? PartKind::body : PartKind::boilerplate;
            is_open = parts[i].kind == PartKind::boilerplate;
        }
    }
}

/// Contact lines in the boilerplate, and a boilerplate that starts with a mere address, stay apart.
void release_addresses(std::vector<Part>& parts) {
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const Paragraph& paragraph = parts[i].paragraph;
        const bool is_short = paragraph.text.size() <= longest_contact_line;
        if (parts[i].kind == PartKind::boilerplate && is_short && find_email(paragraph.text) &&
            parts[i - 1].kind != PartKind::boilerplate_heading)
            parts[i].kind = PartKind::body;
    }
}

} // namespace

Result<ReleaseParts> find_parts(std::vector<Paragraph> paragraphs, SourceId source,
                                const Language& language) {
    const ReleaseWords& words = languages::release_words(language);
    ReleaseParts parts;
    HeadReader head(paragraphs, language);
    std::size_t body = head.read(parts);
    if (parts.title.empty())
        return Diagnostic{.code = "import.no-headline",
                          .message = "the text has no headline above its first paragraph",
                          .hint = "put the headline on a line of its own at the top",
                          .span = {source, 0, 0}};
    Diagnostics warnings;
    if (!parts.embargo.empty())
        warnings.push_back({.code = "import.embargo",
                            .message = "the text is under embargo, the campaign is not yet: its kits would be public at once",
                            .hint = "add `embargo: {until: \"2021-05-18T10:00\", zone: Europe/Vienna}` with your time and "
                                    "zone to campaign.yaml, and take the line out of the text",
                            .span = {source, 0, 0},
                            .severity = Severity::warning,
                            .words = to_utf8(parts.embargo),
                            .or_in = {source, 0, 0xFFFF'FFFF}});
    for (; body < paragraphs.size(); ++body) {
        Paragraph& paragraph = paragraphs[body];
        if (head.is_run_in(body) && parts.dateline->length < paragraph.text.size())
            paragraph.text.erase(0, parts.dateline->length);
        else if (head.is_run_in(body))
            continue;
        parts.parts.push_back({PartKind::body, std::move(paragraph)});
    }
    mark_boilerplate(parts.parts, words);
    release_addresses(parts.parts);
    mark_contact(parts.parts, words);
    for (std::size_t i = 0; i < parts.parts.size(); ++i)
        if (parts.parts[i].kind == PartKind::body && is_heading(parts.parts, i))
            parts.parts[i].kind = PartKind::heading;
    return {std::move(parts), std::move(warnings)};
}

} // namespace presskit::import
