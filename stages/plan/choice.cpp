// SPDX-License-Identifier: Apache-2.0
#include "stages/plan/choice.hpp"

#include "pipeline/languages/localized.hpp"
#include "stages/plan/walk.hpp"

#include <algorithm>

namespace presskit::plan {
namespace {

bool has_condition_for(const Blocks& blocks, const CountryCode& country) {
    return std::ranges::any_of(blocks, [&](const Block& block) {
        return std::visit(
            [&](const auto& node) {
                using Node = std::remove_cvref_t<decltype(node)>;
                if constexpr (std::is_same_v<Node, Conditional>)
                    if (std::ranges::find(node.countries, country) != node.countries.end()) return true;
                if constexpr (std::is_same_v<Node, List>)
                    return std::ranges::any_of(node.items, [&](const ListItem& item) {
                        return has_condition_for(item.content, country);
                    });
                else if constexpr (requires { has_condition_for(node.content, country); })
                    return has_condition_for(node.content, country);
                else
                    return false;
            },
            block.node);
    });
}

bool names_country(const std::string& text) {
    return text.find("{{country}}") != std::string::npos ||
           text.find("{{country:") != std::string::npos;
}

bool names_country(const DocumentHead& head) {
    return names_country(head.title) || names_country(head.kicker) || names_country(head.deck) ||
           names_country(head.description) || names_country(head.dateline);
}

bool names_country(const Blocks& blocks) {
    bool found = false;
    const auto on_inline = [&](const Inline& item) {
        const auto* variable = std::get_if<Variable>(&item.node);
        found = found || (variable != nullptr && variable->name == "country");
    };
    walk(
        blocks, [&](const Inlines& inlines, Span) { for_each_inline(inlines, on_inline); },
        [&](const std::string& text, Span) { found = found || names_country(text); });
    return found;
}

/// The text a language has itself, or has derived for it.
Choice own_or_derived(const Campaign& campaign, TextKey key) {
    if (campaign.texts.contains(key)) return {std::move(key), Availability::own};
    const CampaignLanguage* language = languages::campaign_language(campaign, key.language);
    if (language == nullptr || !language->derivation) return {};
    key.language = language->derivation->from;
    if (!campaign.texts.contains(key)) return {};
    return {std::move(key), Availability::derived};
}

} // namespace

Choice choose_text(const Campaign& campaign, const std::string& document,
                   const CountryCode& sheet_country, const Locale& reader) {
    Choice direct = own_or_derived(campaign, {document, sheet_country, reader});
    if (direct.availability != Availability::missing) return direct;
    const CampaignLanguage* language = languages::campaign_language(campaign, reader);
    if (language == nullptr) return {};
    for (const Locale& other : language->fallback) {
        const TextKey key{document, sheet_country, other};
        if (own_or_derived(campaign, key).availability != Availability::missing)
            return {key, Availability::fallback};
    }
    return {};
}

SourceText source_text(const Campaign& campaign, const EditionKey& key) {
    SourceText source;
    source.language = key.availability == Availability::derived ? key.reader : key.text.language;
    TextKey wanted{key.text.document, key.text.country, source.language};
    if (const auto own = campaign.texts.find(wanted); own != campaign.texts.end()) {
        source.document = &own->second;
        return source;
    }
    const CampaignLanguage* language = languages::campaign_language(campaign, source.language);
    if (language == nullptr || !language->derivation) return source;
    wanted.language = language->derivation->from;
    const auto from = campaign.texts.find(wanted);
    if (from == campaign.texts.end()) return source;
    source.document = &from->second;
    source.derivation = &*language->derivation;
    return source;
}

bool depends_on_country(const Document& document, const CountryCode& country) {
    if (names_country(document.head) || has_condition_for(document.body, country) ||
        names_country(document.body))
        return true;
    return std::ranges::any_of(document.footnotes, [](const Footnote& footnote) {
        return names_country(footnote.content);
    });
}

} // namespace presskit::plan
