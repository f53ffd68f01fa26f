// SPDX-License-Identifier: Apache-2.0
#include "stages/import/names.hpp"
#include "stages/import/quotations.hpp"

#include "pipeline/languages/unicode.hpp"

#include <algorithm>

namespace presskit::import {
namespace {

/// Code points in which an attribution is looked for.
constexpr std::size_t attribution_reach = 200;
/// Code points between a verb and its name: "said the report's co-author".
constexpr std::size_t longest_description = 60;
/// Those named last; a surname stands for one of them.
constexpr std::size_t most_speakers = 100;

std::u32string_view without_leading(std::u32string_view text, std::u32string_view chars) {
    return text.substr(std::min(text.find_first_not_of(chars), text.size()));
}

std::u32string_view without_trailing(std::u32string_view text, std::u32string_view chars) {
    return text.substr(0, text.find_last_not_of(chars) + 1);
}

/// "Dr." and its like, before a name.
bool is_abbreviation(std::u32string_view text, std::size_t point) {
    static const std::vector<std::string> titles{"dr", "prof", "mr", "mrs", "ms", "st", "sen", "gov", "gen", "rev", "hon",
                                                 "mag", "dipl", "ing", "dott", "sig", "sr", "sra", "mgr", "hab"};
    if (text[point] != '.') return false;
    const auto space = text.substr(0, point).find_last_of(U" -\u00A0");
    const std::size_t begin = space == text.npos ? 0 : space + 1;
    return contains(titles, text.substr(begin, point - begin));
}

bool is_sentence_end(std::u32string_view text, std::size_t i) {
    static constexpr std::u32string_view marks = U".!?…؟";
    if (marks.find(text[i]) != text.npos && is_abbreviation(text, i)) return false;
    return marks.find(text[i]) != std::u32string_view::npos &&
           (i + 1 >= text.size() || (text[i + 1] == ' ' && i + 2 < text.size() && i >= 2 &&
                                     text[i - 1] != '.' && !languages::is_upper(text[i - 1])));
}

std::u32string_view first_sentence(std::u32string_view text) {
    text = text.substr(0, attribution_reach);
    for (std::size_t i = 0; i < text.size(); ++i)
        if (is_sentence_end(text, i)) return text.substr(0, i);
    return text;
}

std::u32string_view last_sentence(std::u32string_view text) {
    const std::size_t from = text.size() > attribution_reach ? text.size() - attribution_reach : 0;
    for (std::size_t i = text.size(); i > from; --i)
        if (i < text.size() && is_sentence_end(text, i - 1)) return text.substr(i);
    return text.substr(from);
}

/// The verb of saying in `text`: the one that its last sign stands behind ("…, and Bob Ray replied:"), else the first.
std::optional<TextWord> find_verb(const ReleaseWords& words, std::u32string_view text) {
    const std::size_t last = without_trailing(text, U" \u00A0:,").size();
    std::optional<TextWord> first;
    for (const TextWord word : split_words(text))
        if (const auto length = begins_with(words.says, text.substr(word.begin))) {
            const TextWord verb{word.begin, word.begin + *length};
            if (verb.end == last && verb.end < text.size()) return verb;
            if (!first) first = verb;
        }
    return first;
}

/// Skips ", one of the report's authors," after a name.
std::u32string_view after_apposition(std::u32string_view text) {
    if (!text.starts_with(U",")) return without_leading(text, U" ");
    const auto comma = text.find(',', 1);
    return comma == std::u32string_view::npos ? std::u32string_view{}
                                              : without_leading(text.substr(comma + 1), U" ");
}

/// A continuation is a sentence of its own, straight after the one that named the speaker; a term
/// in quotation marks further on, or in the middle of a sentence, is not.
bool continues(std::u32string_view before, std::u32string_view quotation) {
    static constexpr std::u32string_view ends = U".!?…؟:";
    // Slavic speech goes on behind a dash: "says Anna. – “And few are left.”"
    const auto text = without_trailing(before, U" –—-");
    const auto first = std::min(quotation.find_first_not_of(U" \u00A0", 1), quotation.size() - 1);
    const bool after_sentence = text.empty() || ends.find(text.back()) != std::u32string_view::npos;
    const auto spoken_by = without_leading(text, U" ,.–—-");
    const auto sentence = first_sentence(spoken_by);
    const bool is_one_sentence = sentence.size() + 4 >= spoken_by.size();
    return after_sentence && is_one_sentence && quotation.size() > 1 &&
           may_begin_sentence(quotation[first]);
}

/// Behind a whole sentence "He added:" speaks of the quotation that follows.
bool leads_on(std::u32string_view quotation, std::u32string_view after) {
    static constexpr std::u32string_view ends = U".!?…؟";
    const auto words = without_trailing(quotation.substr(0, quotation.size() - 1), U" \u00A0");
    return !words.empty() && ends.find(words.back()) != ends.npos && without_trailing(after, U" \u00A0").ends_with(U':');
}

/// "Of" before a name makes an institution or a place of it, and so does "In" as its first word.
bool is_tied(std::u32string_view sentence, const FoundName& name, const ReleaseWords& words) {
    static const std::vector<std::string> ties{"from", "with", "du", "des", "del", "della", "dello", "dei", "degli", "delle"};
    static const std::vector<std::string> no_ties{"and", "but", "und", "et"};
    static const std::vector<std::string> openings{"in", "at", "on", "im", "am", "en", "à", "au", "w", "u", "v", "na", "у", "в", "на"};
    static constexpr std::u32string_view genitive = U" der ";
    const auto place = name.text.find(genitive);
    const auto head = std::u32string_view(name.text).substr(0, place);
    // "Leiter der Studie" is an office, "Anna von der Aue" a name.
    if (place != name.text.npos && !head.ends_with(U" von") && !head.ends_with(U" van")) return true;
    const auto before = split_words(sentence.substr(0, name.begin));
    if (before.empty()) return contains(openings, std::u32string_view(name.text).substr(0, name.text.find(U' ')));
    const auto word = [&](std::size_t i) {
        return sentence.substr(before[i].begin, before[i].end - before[i].begin);
    };
    std::size_t at = before.size() - 1;
    if (before[at].end + 1 != name.begin) return false;
    if (contains(ties, word(at))) return true;
    if (at > 0 && contains(words.no_name, word(at)) && before[at - 1].end + 1 == before[at].begin) --at;
    if (contains(words.no_name, word(at)) || contains(words.titles, word(at)) || contains(no_ties, word(at)))
        return false;
    const bool opens_clause = at > 0 && sentence[before[at].begin - 2] == ','; // ", y Tom Fox añadió:"
    return word(at).size() <= 3 && !opens_clause;
}

} // namespace

std::u32string Attribution::full_name(const std::u32string& name) const {
    for (auto known = speakers_.rbegin(); known != speakers_.rend(); ++known)
        if (known->ends_with(U" " + name)) return *known;
    return name;
}

/// By the place of the words, where no capitals tell names: "said X", "said the director of Y, X". A verb
/// alone says who spoke before, for it says whether a man or a woman did.
std::u32string Attribution::speaker_behind(std::u32string_view verb_and_rest) const {
    const auto verb = begins_with(words_.says, verb_and_rest);
    if (!verb) return {};
    const auto rest = without_leading(verb_and_rest.substr(*verb), U" ");
    if (auto name = leading_name(rest, words_); !name.empty()) return name;
    if (without_leading(rest, U" :،,.").empty()) return speakers_.empty() ? std::u32string() : speakers_.back();
    const auto parts = split_words(rest);
    if (!parts.empty() && parts[0].begin == 0)
        if (const std::u32string surname(rest.substr(0, parts[0].end)); full_name(surname) != surname)
            return full_name(surname);
    const auto comma = rest.find_first_of(U"،,:«“\"");
    if (comma == std::u32string_view::npos || (rest[comma] != U'،' && rest[comma] != ',')) return {};
    return leading_name(without_leading(rest.substr(comma + 1), U" "), words_);
}

std::u32string Attribution::speaker_after(std::u32string_view text) {
    const auto sentence = first_sentence(without_leading(text, U" ,.–—-،"));
    if (!has_capitals_) return speaker_behind(sentence);
    const auto names = find_names(sentence, NameKind::person, words_);
    const auto pronoun = begins_with(words_.pronouns, sentence);
    if (const auto verb = begins_with(words_.says, sentence)) {
        const auto rest = without_leading(sentence.substr(*verb), U" ");
        if (begins_with(words_.pronouns, rest) && !speakers_.empty()) return speakers_.back();
        std::u32string tied;
        for (const FoundName& name : names) {
            if (name.begin < *verb) continue;
            if (name.begin - *verb > longest_description) break;
            const bool follows_directly = name.begin <= *verb + 1;
            if (!follows_directly && !is_person(name)) continue;
            if (follows_directly || !is_tied(sentence, name, words_)) return full_name(name.text);
            if (tied.empty()) tied = full_name(name.text);
        }
        return tied;
    }
    if (pronoun && !speakers_.empty() &&
        begins_with(words_.says, without_leading(sentence.substr(*pronoun), U" ")))
        return speakers_.back();
    if (names.empty() || names[0].begin > 4) return {};
    const auto rest = sentence.substr(names[0].end);
    return begins_with(words_.says, after_apposition(rest)) ? full_name(names[0].text)
                                                            : std::u32string();
}

bool Attribution::is_person(const FoundName& name) const {
    return name.words > 1 || full_name(name.text) != name.text;
}

/// "Jane Roe, dean of Small College, said", "Jane Roe of Small College said", "said Jane Roe, dean of …": who says
/// it, not where.
std::u32string Attribution::subject_of(std::u32string_view sentence, TextWord verb,
                                       const std::vector<FoundName>& names) const {
    const FoundName *described = nullptr, *last = nullptr;
    // Names beside a verb before are those of the quotation before: "dijo Jane Roe y Tom Fox añadió:".
    const bool is_second = find_verb(words_, sentence.substr(0, verb.begin)).has_value();
    for (const FoundName& name : names) {
        const bool follows_directly = name.begin == verb.end + 1;
        if (is_second && name.end + 1 == verb.begin && is_person(name)) return full_name(name.text);
        if (!is_person(name) || (!follows_directly && is_tied(sentence, name, words_))) continue;
        if (name.begin >= verb.end) {
            if (!last && name.begin - verb.end <= longest_description) last = &name;
            break;
        }
        if (name.end + 1 == verb.begin) return full_name(name.text);
        if (!described && sentence[name.end] == ',') described = &name;
        last = &name;
    }
    const FoundName* const subject = described ? described : last;
    return subject ? full_name(subject->text) : std::u32string();
}

std::u32string Attribution::speaker_before(std::u32string_view text) {
    const auto sentence = last_sentence(text);
    const auto led = without_trailing(sentence, U" ");
    if (led.empty()) return {};
    const bool leads_in = led.back() == ':' || led.back() == ',';
    const auto verb = find_verb(words_, led);
    if (!verb) return {};
    if (!has_capitals_)
        return leads_in || led.back() == U'،' || led.ends_with(U" إن") ? speaker_behind(sentence.substr(verb->begin))
                                                                       : std::u32string();
    const auto after_verb = without_leading(led.substr(std::min(verb->end, led.size())), U" ");
    if (!leads_in && !after_verb.empty() && after_verb != U"that") return {};
    auto names = find_names(sentence, NameKind::person, words_);
    // "According to", in one word and with a capital, is no name's first: "Selon Paul Martin, …".
    if (std::ranges::find(names, verb->begin, &FoundName::begin) != names.end()) {
        names = find_names(sentence.substr(verb->end), NameKind::person, words_);
        for (FoundName& name : names) name.begin += verb->end, name.end += verb->end;
    }
    if (auto subject = subject_of(sentence, *verb, names); !subject.empty()) return subject;
    const FoundName* best = nullptr;
    for (const FoundName& name : names) {
        if (contains(words_.pronouns, name.text)) continue;
        const bool stands_at_verb = name.end + 1 == verb->begin || name.begin == verb->end + 1;
        if (is_person(name) || (stands_at_verb && !best)) best = &name;
        if (best == &name && name.end <= verb->begin && name.end + 1 == verb->begin) break;
    }
    if (best) return full_name(best->text);
    for (const TextWord word : split_words(sentence))
        if (contains(words_.pronouns, sentence.substr(word.begin, word.end - word.begin)))
            return speakers_.empty() ? std::u32string() : speakers_.back();
    return {};
}

void Attribution::attribute(std::u32string_view paragraph,
                            std::vector<FoundQuotation>& quotations) {
    std::u32string in_paragraph = std::move(unclosed_speaker_);
    unclosed_speaker_.clear();
    std::size_t before_begin = 0;
    for (std::size_t i = 0; i < quotations.size(); ++i) {
        FoundQuotation& quotation = quotations[i];
        const auto before = paragraph.substr(before_begin, quotation.begin - before_begin);
        const std::size_t next =
            i + 1 < quotations.size() ? quotations[i + 1].begin : paragraph.size();
        const auto after = paragraph.substr(quotation.end, next - quotation.end);
        const auto words = paragraph.substr(quotation.begin, quotation.end - quotation.begin);
        if (!leads_on(words, after)) quotation.speaker = speaker_after(after);
        if (quotation.speaker.empty()) quotation.speaker = speaker_before(before);
        if (quotation.speaker.empty() && continues(before, words)) quotation.speaker = in_paragraph;
        if (!quotation.speaker.empty()) {
            in_paragraph = quotation.speaker;
            const auto known = std::ranges::find(speakers_, quotation.speaker);
            if (known != speakers_.end()) speakers_.erase(known);
            speakers_.push_back(quotation.speaker);
            if (speakers_.size() > most_speakers) speakers_.erase(speakers_.begin());
        }
        if (!quotation.is_closed) unclosed_speaker_ = quotation.speaker;
        before_begin = quotation.end;
    }
}

} // namespace presskit::import
