// SPDX-License-Identifier: Apache-2.0
#include "stages/import/import.hpp"

#include "embedded/default_brand.embedded.hpp"
#include "stages/import/campaign_yaml.hpp"
#include "stages/import/clean_text.hpp"
#include "stages/import/facts.hpp"
#include "stages/import/paragraphs.hpp"
#include "stages/import/release_parts.hpp"
#include "stages/import/release_text.hpp"

namespace presskit::import {

Result<ImportedCampaign> import_release(std::string_view plain_text, SourceId source,
                                        const ImportOptions& options) {
    auto lines = clean_lines(plain_text, source, options.language);
    if (!lines) return lines.diagnostics;
    Diagnostics diagnostics = std::move(lines.diagnostics);

    auto parts = find_parts(to_paragraphs(*lines), source, options.language);
    append(diagnostics, std::move(parts.diagnostics));
    if (!parts) return diagnostics;

    auto facts = find_facts(*parts, source, options);
    append(diagnostics, std::move(facts.diagnostics));
    if (!facts) return diagnostics;

    ImportedCampaign campaign{facts->id, {}};
    campaign.files.root = facts->id;
    campaign.files.files = {
        {"campaign.yaml", to_campaign_yaml(*facts, options.language)},
        {"brand/brand.yaml", std::string(default_brand()[0].bytes)},
        {"texts/release/" + options.language.locale.tag + ".md",
         to_release_text(*parts, options.language)},
    };
    return {std::move(campaign), std::move(diagnostics)};
}

} // namespace presskit::import
