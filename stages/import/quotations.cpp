// SPDX-License-Identifier: Apache-2.0
#include "stages/import/quotations.hpp"

#include "pipeline/languages/unicode.hpp"

#include <algorithm>
#include <array>

namespace presskit::import {
namespace {

/// The second closing mark is another country's habit. » and ” open only at a word's start, so that guillemets of
/// both directions, and Swedish and Finnish marks that open as they close, can be told apart.
struct Marks {
    char32_t open, close, other_close;
};
constexpr std::array<Marks, 9> styles{{{U'‘', U'’', U'’'},
                                       {U'“', U'”', U'”'},
                                       {U'„', U'“', U'”'},
                                       {U'«', U'»', U'»'},
                                       {U'”', U'”', U'”'},
                                       {U'»', U'«', U'»'},
                                       {U'‚', U'‘', U'’'},
                                       {U'‹', U'›', U'›'},
                                       {U'›', U'‹', U'‹'}}};

bool is_letter(std::u32string_view text, std::size_t i) {
    return i < text.size() &&
           (languages::is_word_character(text[i]) || (text[i] >= '0' && text[i] <= '9'));
}

const Marks* opening(std::u32string_view text, std::size_t i) {
    static constexpr std::u32string_view before = U" \u00A0([–—-:/‘“„«»‚‹›";
    const auto style = std::ranges::find(styles, text[i], &Marks::open);
    if (style == styles.end()) return nullptr;
    const bool at_start = i == 0 || before.find(text[i - 1]) != std::u32string_view::npos;
    // French has a space inside its guillemets.
    const std::size_t word = text[i] == U'«' && i + 1 < text.size() && text[i + 1] == ' ' ? i + 2 : i + 1;
    const bool before_word = word < text.size() && text[word] != ' ';
    return at_start && before_word ? &*style : nullptr;
}

/// ’ is also the apostrophe. Inside a word it never closes; after an s and before a small letter it
/// is a possessive ("authors’ views") if the quotation can still be closed further on.
bool may_close(std::u32string_view text, std::size_t i) {
    return text[i] != U'’' || !is_letter(text, i + 1) || !is_letter(text, i - 1);
}
bool may_be_possessive(std::u32string_view text, std::size_t i) {
    return text[i] == U'’' && i > 0 && text[i - 1] == 's' && i + 2 < text.size() &&
           text[i + 1] == ' ' && is_letter(text, i + 2) && !languages::is_upper(text[i + 2]);
}

std::size_t closing(std::u32string_view text, std::size_t open, const Marks& marks) {
    std::size_t possessive = std::u32string_view::npos;
    for (std::size_t i = open + 1; i < text.size(); ++i) {
        if (text[i] == marks.open && opening(text, i)) break;
        if ((text[i] != marks.close && text[i] != marks.other_close) || !may_close(text, i))
            continue;
        if (!may_be_possessive(text, i)) return i;
        if (possessive == std::u32string_view::npos) possessive = i;
    }
    return possessive;
}

} // namespace

std::vector<FoundQuotation> find_quotations(std::u32string_view paragraph) {
    std::vector<FoundQuotation> found;
    for (std::size_t i = 0; i < paragraph.size(); ++i) {
        const Marks* const marks = opening(paragraph, i);
        if (!marks) continue;
        const std::size_t close = closing(paragraph, i, *marks);
        if (close != std::u32string_view::npos) {
            found.push_back({i, close + 1, true, {}});
            i = close;
            continue;
        }
        // An opening mark in a word's place ('‘90s') is followed by others; speech left open is
        // last.
        const bool is_last = paragraph.find(marks->open, i + 1) == std::u32string_view::npos;
        const bool is_sentence = i + 1 < paragraph.size() && languages::is_upper(paragraph[i + 1]);
        if (!is_last || !is_sentence) continue;
        found.push_back({i, paragraph.size(), false, {}});
        break;
    }
    return found;
}

} // namespace presskit::import
