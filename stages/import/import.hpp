// SPDX-License-Identifier: Apache-2.0
/// Import: from a press release in plain text to a campaign folder that can be built. Not a stage
/// of a build; it stands before the first one and makes what load reads.
///
/// A release is recognised by its form, not by markup: kicker, headline and deck stand before the
/// paragraph that opens with place and date; a contact and "About …" come at the end. Every word is
/// kept, in order, and nothing is added that would be printed. What is said by a named person
/// becomes a quotation of that person.
#pragma once

#include "pipeline/base/file_tree.hpp"
#include "pipeline/base/result.hpp"
#include "stages/model/campaign.hpp"
#include "stages/model/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace presskit::import {

/// Bytes of plain text; a release has a few thousand.
inline constexpr std::size_t largest_text = 500'000;

/// What the text does not say, or says wrongly.
struct ImportOptions {
    const Language& language;
    std::optional<Date> date;
    std::string city; ///< "VIENNA, Austria"; empty: as in the dateline
};

struct ImportedCampaign {
    std::string id;
    FileTree files; ///< campaign.yaml, brand/brand.yaml, texts/release/<language>.md
};

/// Imports `plain_text`, which `source` names in diagnostics.
/// Errors: not UTF-8 (with the byte's offset); too long; no headline; no date or place of release
/// (hints name the flags). Warnings: what had to be guessed and should be looked at.
Result<ImportedCampaign> import_release(std::string_view plain_text, SourceId source,
                                        const ImportOptions& options);

} // namespace presskit::import
