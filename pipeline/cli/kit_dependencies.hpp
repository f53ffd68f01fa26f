// SPDX-License-Identifier: Apache-2.0
/// What each kit is made from, by name and digest. A kit names what it was made from and nothing more,
/// so that a text that is mended in one language leaves the kits of the others as they are.
#pragma once

#include "pipeline/base/digest.hpp"
#include "pipeline/cli/resources.hpp"
#include "stages/bundle/kit.hpp"
#include "stages/bundle/provenance.hpp"
#include "stages/model/plan.hpp"

#include <map>
#include <string>
#include <vector>

namespace presskit::cli {

/// For all kits of a campaign. Safe to read from several threads.
class KitDependencies {
  public:
    /// `campaign` are the digests of its files by path; they must outlive this.
    KitDependencies(const std::map<std::string, Digest>& campaign, const Resources& resources);

    /// campaign.yaml, the brands' files, figures, the kit's texts and pictures, fonts, and the
    /// hyphenation of the kit's languages; in order of name.
    std::vector<bundle::KitDependency> of(const bundle::KitInputs& inputs) const;

  private:
    const std::map<std::string, Digest>& campaign_; ///< by path
    std::vector<bundle::KitDependency> fonts_;
    std::map<std::string, Digest> dictionaries_; ///< by file name
};

/// `texts/DOCUMENT/LANGUAGE.md`, or `texts/DOCUMENT/COUNTRY/LANGUAGE.md`.
std::string text_path(const TextKey& text);

} // namespace presskit::cli
