// SPDX-License-Identifier: Apache-2.0
/// What a reader must find in an edition's PDF, from its source: the oracle of the text tests.
#pragma once

#include "stages/model/campaign.hpp"
#include "stages/model/plan.hpp"

#include <map>
#include <string>
#include <vector>

namespace presskit::e2e {

/// `blocks` are the words of every paragraph, heading, item, cell and note in reading order, with
/// the elements that presskit adds: imprint, notices, heading of the contents, contact card. Apart
/// are the `labels` of lists and notes, the `marks` that refer to notes, the contents' `entries`
/// without page numbers, and what is only `shown`: pull quotes. All white space is collapsed.
struct ExpectedText {
    std::vector<std::string> blocks, labels, marks, entries, shown;
    std::map<std::string, std::string> places; ///< by name in an index: the sections that mention it
};

ExpectedText expected_text(const Edition& edition, const Campaign& campaign);

/// The text of a campaign by its PDFs' names.
struct PlannedEdition {
    Edition edition;
    ExpectedText text;
};

/// Loads and plans a campaign as the program does, without making anything.
struct PlannedTexts {
    Campaign campaign;
    Plan plan;
    std::map<std::string, PlannedEdition> editions; ///< by the PDF's name
};
PlannedTexts planned_texts(const std::string& campaign_folder);
/// Those of the sample, planned once.
const PlannedTexts& sample_texts();

} // namespace presskit::e2e
