// SPDX-License-Identifier: Apache-2.0
#include "stages/bundle/care_notes.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/localized.hpp"
#include "pipeline/languages/transliterate.hpp"

#include <algorithm>

namespace presskit::bundle {
namespace {

/// Near enough to Unicode's word characters for names: the symbols and punctuation that may stand
/// beside one lie in these ranges.
bool is_word_character(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) &&
           !(c >= 0x3000 && c <= 0x303F) && c != 0xFFFD;
}

/// The offset where the word that stands at `offset`, or ends there, is over.
std::size_t word_end(std::string_view text, std::size_t offset) {
    while (offset < text.size()) {
        const CodePoint c = decode(text, offset);
        if (!is_word_character(c.value)) break;
        offset += c.bytes;
    }
    return offset;
}

} // namespace

CareNotes::CareNotes(const Campaign& campaign) : campaign_(&campaign) {
    for (const Country& country : campaign.countries) {
        if (!country.note || country.note->mark.empty()) continue;
        for (const auto& [locale, name] : country.names) {
            add(country, name.base, locale, Reach::any_language);
            for (const auto& [form, text] : name.forms)
                add(country, text, locale, Reach::any_language);
        }
        for (const auto& [locale, words] : country.note->words)
            for (const std::string& word : words) add(country, word, locale, Reach::own_language);
    }
    std::erase_if(forms_, [](const Form& form) { return form.text.empty(); });
    std::ranges::stable_sort(forms_, std::greater{},
                             [](const Form& form) { return form.text.size(); });
}

void CareNotes::add(const Country& country, const std::string& text, const Locale& locale,
                    Reach reach) {
    const auto push = [&](const std::string& words, const Locale& language) {
        const bool is_stem = reach == Reach::own_language && words.ends_with('*');
        forms_.push_back({words.substr(0, words.size() - (is_stem ? 1 : 0)), is_stem,
                          reach == Reach::own_language ? std::optional(language) : std::nullopt,
                          &country});
    };
    push(text, locale);
    for (const CampaignLanguage& language : campaign_->languages)
        if (language.derivation && language.derivation->from == locale)
            push(languages::to_latin(text, language.derivation->exceptions), language.locale);
}

CareNotes::Match CareNotes::match_at(std::string_view text, std::size_t offset,
                                     const Locale& language) const {
    for (const Form& form : forms_) {
        if (form.language && *form.language != language) continue;
        if (!text.substr(offset).starts_with(form.text)) continue;
        const std::size_t end = offset + form.text.size();
        const std::size_t whole = word_end(text, end);
        if (form.is_stem || whole == end) return {form.country, whole - offset};
    }
    return {};
}

std::string CareNotes::marked(std::string_view text, const Locale& language) {
    std::string out;
    bool inside_word = false;
    for (std::size_t i = 0; i < text.size();) {
        if (const Match match = inside_word ? Match{} : match_at(text, i, language);
            match.country) {
            out += text.substr(i, match.bytes);
            i += match.bytes;
            const std::string& mark = match.country->note->mark;
            if (!text.substr(i).starts_with(mark)) out += mark;
            used_.insert(match.country->code);
            inside_word = true;
            continue;
        }
        const CodePoint c = decode(text, i);
        out += text.substr(i, c.bytes);
        inside_word = is_word_character(c.value);
        i += c.bytes;
    }
    return out;
}

Correction CareNotes::marked(Correction correction) {
    correction.note = languages::with_derived(*campaign_, correction.note);
    for (auto& [locale, text] : correction.note) text = marked(text, locale);
    return correction;
}

std::string CareNotes::marked_about(std::string_view text, const Locale& language,
                                    const CountryCode& country) {
    std::string out = marked(text, language);
    const auto subject = std::ranges::find(campaign_->countries, country, &Country::code);
    if (subject == campaign_->countries.end() || !subject->note) return out;
    used_.insert(country);
    if (out.find(subject->note->mark) == std::string::npos) out += subject->note->mark;
    return out;
}

std::vector<KitNote> CareNotes::notes() const {
    std::vector<KitNote> notes;
    for (const Country& country : campaign_->countries)
        if (country.note && used_.contains(country.code))
            notes.push_back({country.code, country.note->mark, languages::with_derived(*campaign_, country.note->text)});
    return notes;
}

} // namespace presskit::bundle
