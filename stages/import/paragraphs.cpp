// SPDX-License-Identifier: Apache-2.0
#include "stages/import/paragraphs.hpp"

#include "pipeline/languages/unicode.hpp"

#include <algorithm>
#include <optional>

namespace presskit::import {
namespace {

/// Code points; mail and terminals break at 72 to 80.
constexpr std::size_t longest_broken_line = 100;
constexpr std::u32string_view bullets = U"•·‣▪◦●-*";

void read_marker(Paragraph& paragraph) {
    std::u32string& text = paragraph.text;
    if (text.size() > 2 && bullets.find(text[0]) != std::u32string_view::npos && text[1] == ' ') {
        // "* * *" and "- ends -" are no items of a list.
        if (bullets.find(text[2]) != std::u32string_view::npos || text.back() == text[0]) return;
        paragraph.kind = ParagraphKind::bullet;
        text.erase(0, 2);
        return;
    }
    const std::size_t digits = std::min(text.find_first_not_of(U"0123456789"), text.size());
    if (digits == 0 || digits > 3 || digits + 2 >= text.size()) return;
    if ((text[digits] != '.' && text[digits] != ')') || text[digits + 1] != ' ') return;
    paragraph.kind = ParagraphKind::numbered;
    for (std::size_t i = 0; i < digits; ++i)
        paragraph.number = paragraph.number * 10 + static_cast<int>(text[i] - '0');
}

bool is_item(const std::u32string& line) {
    Paragraph probe{.text = line};
    read_marker(probe);
    return probe.kind != ParagraphKind::text;
}

/// Whether a sentence goes over the line's end, which nobody writes by hand.
bool runs_over(const std::u32string& line, const std::u32string& next) {
    static constexpr std::u32string_view ends = U".!?:;…”’“»)";
    return !line.empty() && !next.empty() && next.find(U'@') == std::u32string::npos &&
           ends.find(line.back()) == std::u32string_view::npos &&
           languages::to_upper(next[0]) != next[0];
}

/// The width to which a program broke the lines; none if these are paragraphs of one line each.
std::optional<std::size_t> broken_width(const std::vector<std::u32string>& lines) {
    std::size_t width = 0, run_over = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        width = std::max(width, lines[i].size());
        if (i + 1 < lines.size() && runs_over(lines[i], lines[i + 1])) ++run_over;
    }
    return width <= longest_broken_line && run_over >= 2 ? std::optional(width) : std::nullopt;
}

bool is_continued(const std::u32string& line, const std::u32string& next, std::size_t width) {
    if (is_item(next)) return false;
    const std::size_t word = std::min(next.find(U' '), next.size());
    return line.size() + 1 + word > width;
}

/// A number is a list's only beside its neighbour in the count; elsewhere it is part of the text.
void keep_counting_only(std::vector<Paragraph>& paragraphs) {
    const auto is_number = [&](std::size_t i, int number) {
        return i < paragraphs.size() && paragraphs[i].kind == ParagraphKind::numbered &&
               paragraphs[i].number == number;
    };
    std::vector<bool> counts(paragraphs.size());
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const int number = paragraphs[i].number;
        counts[i] = paragraphs[i].kind == ParagraphKind::numbered &&
                    (is_number(i + 1, number + 1) || (i > 0 && is_number(i - 1, number - 1)));
    }
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        if (paragraphs[i].kind != ParagraphKind::numbered) continue;
        if (counts[i])
            paragraphs[i].text.erase(0, paragraphs[i].text.find(U' ') + 1);
        else
            paragraphs[i].kind = ParagraphKind::text;
    }
}

} // namespace

std::vector<Paragraph> to_paragraphs(const std::vector<std::u32string>& lines) {
    const auto width = broken_width(lines);
    std::vector<Paragraph> paragraphs;
    bool is_after_blank = true, is_open = false;
    for (const auto& line : lines) {
        if (line.empty()) {
            if (!paragraphs.empty()) paragraphs.back().before_blank = true;
            is_after_blank = true;
            is_open = false;
            continue;
        }
        if (is_open) {
            std::u32string& text = paragraphs.back().text;
            text += text.back() == '-' ? line : U" " + line;
        } else {
            paragraphs.push_back({.text = line, .after_blank = is_after_blank});
        }
        const auto* next = &line + 1;
        is_open =
            width && &line != &lines.back() && !next->empty() && is_continued(line, *next, *width);
        is_after_blank = false;
    }
    if (!paragraphs.empty()) paragraphs.back().before_blank = true;
    std::ranges::for_each(paragraphs, read_marker);
    keep_counting_only(paragraphs);
    return paragraphs;
}

} // namespace presskit::import
