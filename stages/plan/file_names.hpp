// SPDX-License-Identifier: Apache-2.0
/// What the PDFs of a campaign are called: `02-recommendations-albania-sq.pdf`.
#pragma once

#include "stages/model/campaign.hpp"
#include "stages/model/plan.hpp"

#include <map>
#include <set>
#include <string>

namespace presskit::plan {

/// The number is the document's place in the campaign, so that a folder sorted by name is in
/// reading order. Where the names of countries would put the sheets of a kit into another order
/// than its own, their place in the campaign follows: `02-03-recommendations-kosovo-sq.pdf`. The
/// same artefact has the same name in every kit and whatever part of the campaign is planned.
class FileNames {
  public:
    explicit FileNames(const Campaign& campaign);

    /// ASCII, without folder, unique in the campaign.
    std::string name_of(const EditionKey& key) const;

  private:
    std::string number_of(const TextKey& text) const;

    const Campaign* campaign_;
    std::map<CountryCode, std::string> country_slugs_;
    bool sheets_need_numbers_ = false;
};

} // namespace presskit::plan
