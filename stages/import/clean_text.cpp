// SPDX-License-Identifier: Apache-2.0
#include "stages/import/clean_text.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/unicode.hpp"
#include "stages/import/import.hpp"

#include <algorithm>
#include <array>

namespace presskit::import {
namespace {

constexpr char32_t no_break_space = 0xA0;
constexpr char32_t apostrophe = 0x2019;
constexpr int most_passed_on = 8; ///< times that an e-mail is

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

Span at_byte(SourceId source, std::size_t offset) {
    const auto begin = static_cast<std::uint32_t>(offset);
    return {source, begin, begin + 1};
}

/// In Windows-1252 quotation marks and dashes are single bytes 0x82 to 0x97, accented letters
/// single bytes from 0xC0; in UTF-16 every other byte of Latin text is zero.
std::string encoding_hint(std::string_view bytes, std::size_t offset) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"))
        return "the file is UTF-16: convert it with `iconv -f UTF-16 -t UTF-8`";
    const auto byte = static_cast<unsigned char>(bytes[offset]);
    if ((byte >= 0x82 && byte <= 0x97) || byte >= 0xA0)
        return "it looks like Windows-1252: convert it with `iconv -f WINDOWS-1252 -t UTF-8`";
    return "save the file as UTF-8";
}

/// What a file that was saved by another program begins with.
std::optional<std::string> other_format(std::string_view bytes) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> openings{
        {{"%PDF-", "a PDF"}, {"{\\rtf", "RTF"}, {"PK\x03\x04", "a word processor's document or a zip"},
         {"\xD0\xCF\x11\xE0", "a document of an old word processor"}}};
    for (const auto& [opening, name] : openings)
        if (bytes.starts_with(opening)) return std::string(name);
    return std::nullopt;
}

std::optional<Diagnostic> unreadable(std::string_view bytes, SourceId source) {
    if (const auto format = other_format(bytes))
        return Diagnostic{.code = "import.not-plain-text",
                          .message = "the file is not plain text, but " + *format,
                          .hint = "save it as .docx, .odt or plain text (UTF-8), with the ending of its name that belongs to it",
                          .span = {source, 0, 0}};
    if (bytes.size() > largest_text)
        return Diagnostic{.code = "import.too-long",
                          .message = "the text is longer than " + human_bytes(largest_text),
                          .hint = "give one press release",
                          .span = at_byte(source, 0)};
    const auto bad = first_invalid_utf8(bytes);
    if (!bad) return std::nullopt;
    return Diagnostic{.code = "import.not-utf8",
                      .message = "the text is not UTF-8 at byte " + std::to_string(*bad),
                      .hint = encoding_hint(bytes, *bad),
                      .span = at_byte(source, *bad)};
}

enum class Treatment { keep, space, held_space, line_end, paragraph_end, drop, refuse };

Treatment treatment_of(char32_t c) {
    if (c == '\n' || c == '\v' || c == 0x85 || c == 0x2028) return Treatment::line_end;
    if (c == '\f' || c == 0x2029) return Treatment::paragraph_end;
    if (c == '\t' || c == ' ' || (c >= 0x2000 && c <= 0x200A) || c == 0x205F || c == 0x3000)
        return Treatment::space;
    if (c == no_break_space || c == 0x202F) return Treatment::held_space;
    // Soft hyphens, zero-width spaces and word joiners are another layout's; marks of direction are
    // not needed by text that has letters.
    if (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x200E || c == 0x200F)
        return Treatment::drop;
    const bool is_bidi_control = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    const bool is_noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_bidi_control || is_noncharacter)
        return Treatment::refuse;
    return Treatment::keep;
}

bool holds_together(char32_t before, char32_t after) {
    const bool is_unit = after == '%' || after == 0xB0 || after == 0x20AC || after == '$' ||
                         languages::is_word_character(after);
    if (is_digit(before)) return is_digit(after) || is_unit;
    return is_digit(after) && (languages::is_word_character(before) || before == '.' ||
                               before == 0xA7 || before == 0x2116);
}

std::u32string with_single_spaces(std::u32string_view raw) {
    std::u32string line;
    for (std::size_t i = 0; i < raw.size();) {
        if (raw[i] != ' ' && raw[i] != no_break_space) {
            line += raw[i++];
            continue;
        }
        const std::size_t end = std::min(raw.find_first_not_of(U" \u00A0", i), raw.size());
        const bool held = raw.substr(i, end - i).find(no_break_space) != std::u32string_view::npos;
        if (!line.empty() && end < raw.size())
            line += held && holds_together(line.back(), raw[end]) ? no_break_space : U' ';
        i = end;
    }
    return line;
}

class LineCleaner {
  public:
    explicit LineCleaner(const QuotationMarks& marks) : marks_(marks) {}

    void take(std::u32string_view text) {
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] != '\r')
                take(text[i]);
            else if (i + 1 >= text.size() || text[i + 1] != '\n')
                end_line();
        }
        if (!raw_.empty()) end_line();
    }

    std::vector<std::u32string> lines;
    std::size_t refused = 0;
    char32_t first_refused = 0;

  private:
    void take(char32_t c) {
        switch (treatment_of(c)) {
        case Treatment::keep: raw_ += c; break;
        case Treatment::space: raw_ += ' '; break;
        case Treatment::held_space: raw_ += no_break_space; break;
        case Treatment::line_end: end_line(); break;
        case Treatment::paragraph_end:
            end_line();
            end_line();
            break;
        case Treatment::drop: break;
        case Treatment::refuse:
            if (refused++ == 0) first_refused = c;
            break;
        }
    }
    void end_line() {
        lines.push_back(with_single_spaces(raw_));
        curl_quotes(lines.back(), marks_);
        raw_.clear();
    }

    const QuotationMarks& marks_;
    std::u32string raw_;
};

struct MarkPair {
    std::u32string open, close; ///< in French with the spaces that belong to them
};

/// The language's pair of single or of double marks; its outer pair if it has none of that kind.
MarkPair pair_for(const QuotationMarks& marks, bool is_double) {
    static constexpr std::u32string_view singles = U"‘’‚‛‹›";
    MarkPair outer{to_utf32(marks.open), to_utf32(marks.close)};
    const bool outer_is_double = singles.find(outer.open.front()) == std::u32string_view::npos;
    if (outer_is_double == is_double) return outer;
    return {to_utf32(marks.inner_open), to_utf32(marks.inner_close)};
}

/// A mark opens at the start and after a space, a bracket, a dash or another opening mark.
bool may_open_after(std::u32string_view text) {
    static constexpr std::u32string_view before = U" \u00A0([{–—-/‘“„‚«‹";
    return text.empty() || before.find(text.back()) != std::u32string_view::npos;
}

/// Without one, as in '90s, a mark that could open is an apostrophe.
bool has_closing_mark(std::u32string_view line, std::size_t from) {
    for (std::size_t i = from; (i = line.find(U'\'', i)) != line.npos; ++i) {
        const bool in_word = i + 1 < line.size() && languages::is_word_character(line[i + 1]);
        if (!in_word && !may_open_after(line.substr(0, i))) return true;
    }
    return false;
}

/// Takes off what a mail program puts before each line of a message that it passes on.
void unquote_mail(std::vector<std::u32string>& lines) {
    const auto is_quoted = [](const std::u32string& line) { return line.empty() || line[0] == '>'; };
    for (int level = 0; level < most_passed_on && std::ranges::all_of(lines, is_quoted); ++level)
        for (std::u32string& line : lines)
            if (!line.empty()) line.erase(0, line.starts_with(U"> ") ? 2 : 1);
}

} // namespace

void curl_quotes(std::u32string& line, const QuotationMarks& marks) {
    const MarkPair doubles = pair_for(marks, true), singles = pair_for(marks, false);
    const auto is_space = [](char32_t c) { return c == ' ' || c == no_break_space; };
    std::u32string curled;
    bool is_single_open = false, is_double_open = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char32_t next = i + 1 < line.size() ? line[i + 1] : U' ';
        const bool may_open = may_open_after(curled);
        if (line[i] == '"' && may_open && is_space(next)) { // as French is typed: " L'eau "
            const bool has_other = is_double_open || line.find('"', i + 1) != line.npos;
            if (is_double_open && is_space(curled.back())) curled.pop_back();
            is_double_open = has_other && !is_double_open;
            curled += is_double_open ? doubles.open : doubles.close;
            if (is_double_open) ++i;
        } else if (line[i] == '"') {
            const bool is_elided = curled.ends_with(apostrophe) && languages::is_word_character(next); // L'"eau"
            is_double_open = (may_open || is_elided) && next != ' ';
            curled += is_double_open ? doubles.open : doubles.close;
        } else if (line[i] != '\'') {
            curled += line[i];
        } else if (may_open && next != ' ' && has_closing_mark(line, i + 1)) {
            curled += singles.open;
            is_single_open = true;
        } else if (!languages::is_word_character(next) && is_single_open && !may_open) {
            curled += singles.close;
            is_single_open = false;
        } else {
            curled += apostrophe;
        }
    }
    line = std::move(curled);
}

Result<std::vector<std::u32string>> clean_lines(std::string_view bytes, SourceId source,
                                                const Language& language) {
    if (auto fault = unreadable(bytes, source)) return *fault;
    LineCleaner cleaner(language.quotation_marks);
    cleaner.take(to_utf32(languages::to_nfc(bytes)));
    unquote_mail(cleaner.lines);
    Diagnostics warnings;
    if (cleaner.refused > 0)
        warnings.push_back({.code = "import.control-characters",
                            .message = "removed " + std::to_string(cleaner.refused) +
                                       " characters that cannot be printed, first " +
                                       code_point_name(cleaner.first_refused),
                            .hint = "compare the imported text with the original",
                            .span = at_byte(source, 0),
                            .severity = Severity::warning});
    return {std::move(cleaner.lines), std::move(warnings)};
}

} // namespace presskit::import
