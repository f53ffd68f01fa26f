// SPDX-License-Identifier: Apache-2.0
/// What an artefact's bytes depend on, as one digest: equal recipes mean equal bytes, on any machine.
#pragma once

#include "pipeline/base/digest.hpp"
#include "pipeline/cli/production.hpp"
#include "stages/model/plan.hpp"

#include <map>
#include <string>

namespace presskit::cli {

/// The recipes of one campaign's artefacts. A recipe holds the program and its libraries, what was asked of
/// it, every file of the campaign but other texts, which texts there are, fonts and hyphenation. So a text
/// that is mended makes its own artefacts anew and no others; a change of campaign.yaml makes all.
class Recipes {
  public:
    /// `program` as in program_identity.hpp; `parameters` is what the command line asks of a document.
    Recipes(const ReadCampaign& read, const Resources& resources, std::int64_t timestamp,
            const std::map<std::string, std::string>& parameters, const std::string& program);

    Digest of(const PlannedArtefact& artefact) const;

  private:
    std::string shared_; ///< what all recipes hold
    const std::map<std::string, Digest>& files_;
};

} // namespace presskit::cli
