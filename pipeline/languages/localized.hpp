// SPDX-License-Identifier: Apache-2.0
/// Which of a campaign's wordings a reader gets: one rule for titles, names and labels, used
/// wherever words of campaign.yaml are shown.
#pragma once

#include "stages/model/campaign.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace presskit::languages {

/// A wording and the language it is in; they differ from what was asked for after a fallback.
struct Wording {
    std::string text;
    Locale language;
    bool operator==(const Wording&) const = default;
};

/// The campaign's row for a locale, or null.
const CampaignLanguage* campaign_language(const Campaign& campaign, const Locale& locale);

/// The wording of `text` in `locale`: its own, else derived from its `from` language, else the
/// first that its fallback chain has, else English, else the first there is; empty if there is
/// none.
Wording wording(const Campaign& campaign, const LocalizedText& text, const Locale& locale);
Wording wording(const Campaign& campaign, const LocalizedName& name, const Locale& locale);

/// `text` and what derivation makes of it in the campaign's other languages; no fallbacks.
LocalizedText with_derived(const Campaign& campaign, const LocalizedText& text);

std::string localized(const Campaign& campaign, const LocalizedText& text, const Locale& locale);
/// The base form of a name.
std::string localized(const Campaign& campaign, const LocalizedName& name, const Locale& locale);

/// A form of a name ("in"; empty for the base), its own or derived, never from another language.
std::optional<std::string> name_form(const Campaign& campaign, const LocalizedName& name,
                                     const Locale& locale, std::string_view form);

} // namespace presskit::languages
