// SPDX-License-Identifier: Apache-2.0
/// Whether what campaign.yaml and brand.yaml name is declared, and written in the languages of
/// kits.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "pipeline/yaml/yaml_node.hpp"
#include "stages/model/campaign.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::load {

/// Adds a fault of the configuration; `code` without its stage.
void report_configuration(Diagnostics& faults, Span span, std::string_view code,
                          std::string message, std::string hint,
                          Severity severity = Severity::error);

/// "did you mean `x`?" if one of `words` is near, else `otherwise`.
std::string meant(std::string_view word, const std::vector<std::string_view>& words,
                  std::string otherwise);

/// Null if the campaign does not declare it.
const CampaignLanguage* find_language(const Campaign& campaign, const Locale& locale);

void check_declared(const Locale& locale, Span span, const Campaign& campaign, Diagnostics& faults);

/// Warns of each key of a mapping by language that is not declared: its text is never used.
void check_declared_keys(const yaml::YamlNode& mapping, const Campaign& campaign,
                         Diagnostics& faults);

/// True if a text exists in the language itself or in the one it is derived from.
template <class Texts>
bool has_words(const Texts& texts, const Locale& locale, const Campaign& campaign) {
    if (texts.contains(locale)) return true;
    const CampaignLanguage* language = find_language(campaign, locale);
    return language && language->derivation && texts.contains(language->derivation->from);
}

/// Reports a localized text that a kit's language lacks: neither that language has it, nor the one
/// it is derived from, nor a fallback. `entry` is the key with the localized text; `name` is what
/// messages call it.
void check_translated(const yaml::YamlEntry& entry, std::string_view name, const Campaign& campaign,
                      Diagnostics& faults);

/// The same and, as a warning, texts in languages that are not declared.
void check_localized(const yaml::YamlEntry& entry, std::string_view name, const Campaign& campaign,
                     Diagnostics& faults);

} // namespace presskit::load
