// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/abbreviations.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/localized.hpp"
#include "pipeline/languages/transliterate.hpp"
#include "pipeline/languages/unicode.hpp"
#include "stages/plan/walk.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace presskit::plan {
namespace {

using Expansions = std::map<std::string, std::string>;

/// What a language's texts are looked through for.
Expansions expansions_in(const Campaign& campaign, const Locale& language) {
    if (const auto own = campaign.abbreviations.find(language); own != campaign.abbreviations.end())
        return own->second;
    const CampaignLanguage* row = languages::campaign_language(campaign, language);
    if (row == nullptr || !row->derivation) return {};
    const auto from = campaign.abbreviations.find(row->derivation->from);
    if (from == campaign.abbreviations.end()) return {};
    Expansions derived;
    const auto latin = [&](const std::string& words) {
        return languages::to_latin(words, row->derivation->exceptions);
    };
    for (const auto& [word, expansion] : from->second)
        derived.emplace(latin(word), latin(expansion));
    return derived;
}

bool ends_in_word(std::string_view text) {
    const std::u32string letters = to_utf32(text);
    return !letters.empty() && languages::is_word_character(letters.back());
}

bool begins_in_word(std::string_view text) {
    return !text.empty() && languages::is_word_character(decode(text, 0).value);
}

/// Where an abbreviation stands in a text, in bytes.
struct Mention {
    std::size_t begin = 0, end = 0;
    const std::string* expansion = nullptr;
};

class Expander {
  public:
    explicit Expander(const Campaign& campaign) : campaign_(campaign) {}

    void expand(Blocks& blocks, const Locale& language) {
        walk(
            blocks, [&](Inlines& inlines, Span) { expand(inlines, language); },
            [](std::string&, Span) {});
    }

    /// What is told once is told again below the next heading.
    void forget() { told_.clear(); }

  private:
    const Expansions& expansions(const Locale& language) {
        const auto known = known_.find(language);
        if (known != known_.end()) return known->second;
        return known_.emplace(language, expansions_in(campaign_, language)).first->second;
    }

    void expand(Inlines& inlines, const Locale& language) {
        const Expansions& words = expansions(language);
        for (std::size_t i = 0; i < inlines.size(); ++i) {
            if (auto* text = std::get_if<Text>(&inlines[i].node)) {
                if (const auto mention = first_mention(text->text, words))
                    i = split(inlines, i, *mention);
            } else if (const auto* foreign = std::get_if<ForeignText>(&inlines[i].node)) {
                expand(*content_of(inlines[i]), Locale(foreign->language));
            } else if (Inlines* content = content_of(inlines[i])) {
                expand(*content, language);
            }
        }
    }

    /// The first mention of any word that has not been told; of two at one place the longer.
    std::optional<Mention> first_mention(std::string_view text, const Expansions& words) {
        std::optional<Mention> first;
        for (const auto& [word, expansion] : words) {
            if (told_.contains(word)) continue;
            const auto begin = place_of(text, word);
            if (begin == text.npos || (first && begin > first->begin)) continue;
            if (first && begin == first->begin && word.size() <= first->end - first->begin)
                continue;
            first = Mention{begin, begin + word.size(), &expansion};
        }
        if (first) told_.insert(std::string(text.substr(first->begin, first->end - first->begin)));
        return first;
    }

    static std::size_t place_of(std::string_view text, std::string_view word) {
        for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
            const std::string_view before = text.substr(0, at),
                                   after = text.substr(at + word.size());
            // Only the letters beside it matter, and decoding a whole text for each would be slow.
            const std::size_t start = before.size() - std::min<std::size_t>(before.size(), 8);
            if (!begins_in_word(after) && !ends_in_word(whole_letters(before.substr(start))))
                return at;
        }
        return text.npos;
    }

    /// Without the rest of a letter that was cut at the front.
    static std::string_view whole_letters(std::string_view text) {
        while (!text.empty() && (static_cast<unsigned char>(text.front()) & 0xC0) == 0x80)
            text.remove_prefix(1);
        return text;
    }

    /// Cuts the text at `i` into what is before, the abbreviation and what is after. Returns where
    /// the abbreviation stands.
    static std::size_t split(Inlines& inlines, std::size_t i, const Mention& mention) {
        const Span span = inlines[i].span;
        const std::string whole = std::move(std::get<Text>(inlines[i].node).text);
        const auto part = [&](std::size_t begin, std::size_t end) {
            return Inline{Text{whole.substr(begin, end - begin)}, span};
        };
        Inlines parts;
        if (mention.begin > 0) parts.push_back(part(0, mention.begin));
        const std::size_t place = i + parts.size();
        parts.push_back(
            {Abbreviation{*mention.expansion, {part(mention.begin, mention.end)}}, span});
        if (mention.end < whole.size()) parts.push_back(part(mention.end, whole.size()));
        const auto at = inlines.erase(inlines.begin() + static_cast<std::ptrdiff_t>(i));
        inlines.insert(at, std::make_move_iterator(parts.begin()),
                       std::make_move_iterator(parts.end()));
        return place;
    }

    const Campaign& campaign_;
    std::map<Locale, Expansions> known_;
    std::set<std::string, std::less<>> told_;
};

} // namespace

void expand_abbreviations(const Campaign& campaign, Document& document) {
    if (campaign.abbreviations.empty()) return;
    Expander expander(campaign);
    for (Block& block : document.body) {
        if (std::holds_alternative<Heading>(block.node)) {
            expander.forget();
            continue; // headings are also lines of the contents and bookmarks
        }
        Blocks one;
        one.push_back(std::move(block));
        expander.expand(one, document.language);
        block = std::move(one.front());
    }
    for (Footnote& footnote : document.footnotes) {
        expander.forget();
        expander.expand(footnote.content, document.language);
    }
}

} // namespace presskit::plan
