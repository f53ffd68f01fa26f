// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/word_forms.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/localized.hpp"
#include "pipeline/languages/transliterate.hpp"
#include "pipeline/languages/unicode.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace presskit::languages {
namespace {

bool is_gap(char32_t c) { return c == U' ' || c == U'\u00A0' || c == U'\u202F'; }

/// The bytes of the letter at `at`; 0 if another character stands there, or none.
std::size_t letter_at(std::string_view text, std::size_t at) {
    if (at == text.size()) return 0;
    const CodePoint c = decode(text, at);
    return is_word_character(c.value) ? c.bytes : 0;
}

/// Where the word ends that begins at `at`; nothing if another begins there.
std::optional<std::size_t> end_of_word(std::string_view text, std::size_t at,
                                       const WordForm::Word& word) {
    for (const char32_t letter : word.letters) {
        if (at == text.size()) return std::nullopt;
        const CodePoint c = decode(text, at);
        if (to_lower(c.value) != letter) return std::nullopt;
        at += c.bytes;
    }
    if (word.is_stem)
        while (const std::size_t bytes = letter_at(text, at)) at += bytes;
    return letter_at(text, at) == 0 ? std::optional(at) : std::nullopt;
}

std::optional<std::size_t> end_of_form(std::string_view text, std::size_t at, const WordForm& form) {
    std::optional<std::size_t> end = at;
    for (const WordForm::Word& word : form.words) {
        if (&word != form.words.data()) {
            if (*end == text.size()) return std::nullopt;
            const CodePoint gap = decode(text, *end);
            if (!is_gap(gap.value)) return std::nullopt;
            *end += gap.bytes;
        }
        end = end_of_word(text, *end, word);
        if (!end) return std::nullopt;
    }
    return end;
}

/// Of a form that has words.
char32_t first_letter(const WordForm& form) { return form.words.front().letters.front(); }

} // namespace

WordForm word_form(std::string_view text) {
    WordForm form;
    WordForm::Word word;
    const auto finish = [&] {
        if (word.letters.ends_with(U'*')) {
            word.letters.pop_back();
            word.is_stem = true;
        }
        if (!word.letters.empty()) form.words.push_back(std::move(word));
        word = {};
    };
    for (const char32_t c : to_utf32(text)) {
        if (is_gap(c)) finish();
        else word.letters += to_lower(c);
    }
    finish();
    return form;
}

WordForms word_forms(const Campaign& campaign, const std::map<Locale, std::vector<std::string>>& words,
                     const Locale& language) {
    WordForms out;
    const auto add = [&](std::string_view text) {
        if (WordForm form = word_form(text); !form.words.empty()) out.push_back(std::move(form));
    };
    if (const auto own = words.find(language); own != words.end()) {
        for (const std::string& text : own->second) add(text);
        return out;
    }
    const CampaignLanguage* row = campaign_language(campaign, language);
    if (row == nullptr || !row->derivation) return out;
    if (const auto from = words.find(row->derivation->from); from != words.end())
        for (const std::string& text : from->second)
            add(to_latin(text, row->derivation->exceptions));
    return out;
}

WordForms word_forms(const Campaign& campaign, const LocalizedName& name, const Locale& language) {
    std::set<std::string> wanted{""};
    for (const auto& [locale, names] : name)
        for (const auto& [form, text] : names.forms) wanted.insert(form);
    WordForms out;
    for (const std::string& form : wanted)
        if (const auto text = name_form(campaign, name, language, form))
            if (WordForm words = word_form(*text); !words.words.empty()) out.push_back(std::move(words));
    return out;
}

WordFinder::WordFinder(WordForms forms) : forms_(std::move(forms)) {
    for (std::size_t i = 0; i < forms_.size(); ++i) {
        if (forms_[i].words.empty()) continue;
        by_letter_.push_back(i);
        first_letters_.set(first_letter(forms_[i]) % first_letters_.size());
    }
    std::ranges::stable_sort(by_letter_, {}, [&](std::size_t i) { return first_letter(forms_[i]); });
}

std::optional<FoundWords> WordFinder::find_at(std::string_view text, std::size_t at, char32_t letter) const {
    std::optional<FoundWords> found;
    for (const std::size_t i : std::ranges::equal_range(
             by_letter_, letter, {}, [&](std::size_t form) { return first_letter(forms_[form]); }))
        if (const auto end = end_of_form(text, at, forms_[i]); end && (!found || *end > found->end))
            found = FoundWords{at, *end, i};
    return found;
}

std::optional<FoundWords> WordFinder::find(std::string_view text, std::size_t from) const {
    if (by_letter_.empty()) return std::nullopt;
    char32_t before = from == 0 ? U' ' : decode_before(text, from).value;
    for (std::size_t at = from; at < text.size();) {
        const CodePoint c = decode(text, at);
        const char32_t letter = to_lower(c.value);
        if (may_begin(letter) && !is_word_character(before))
            if (auto found = find_at(text, at, letter)) return found;
        before = c.value;
        at += c.bytes;
    }
    return std::nullopt;
}

} // namespace presskit::languages
