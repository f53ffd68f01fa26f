// SPDX-License-Identifier: Apache-2.0
/// Short releases, imported.
#pragma once

#include "pipeline/languages/languages.hpp"
#include "stages/import/import.hpp"

#include <string>
#include <string_view>

namespace presskit {

inline Result<import::ImportedCampaign> import_text(std::string_view text, const char* tag = "en") {
    return import::import_release(text, SourceId{0},
                                  import::ImportOptions{*languages::find({tag}), {}, {}});
}

inline std::string text_of(const import::ImportedCampaign& campaign, const char* tag = "en") {
    return campaign.files.files.at(std::string("texts/release/") + tag + ".md");
}

inline bool holds(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

inline std::string with_body(std::string_view body) {
    return "A headline about rivers\n\nGRAZ, Austria – 3 June 2024: The first paragraph.\n" +
           std::string(body) + "\n";
}

} // namespace presskit
