// SPDX-License-Identifier: Apache-2.0
/// The making of one campaign's kits, from its folder to finished zips: the stages in their order.
#pragma once

#include "pipeline/base/artifact.hpp"
#include "pipeline/base/result.hpp"
#include "pipeline/cli/press.hpp"
#include "pipeline/cli/resources.hpp"
#include "pipeline/cli/screen_pictures.hpp"
#include "pipeline/engine/progress.hpp"
#include "pipeline/engine/workspace.hpp"
#include "stages/compose/compose.hpp"
#include "stages/model/kit.hpp"
#include "stages/model/plan.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace presskit::cli {

/// A campaign as it was read. `files` holds the campaign's own fonts; `digests` has all of its files by
/// path.
struct ReadCampaign {
    FileTree files;
    Campaign campaign;
    std::map<std::string, Digest> digests;
};

/// Reads a campaign folder and checks all of it; its pictures then hold their rights.
Result<ReadCampaign> read_campaign(engine::Workspace& workspace, const std::string& folder,
                                   SourceMap& sources, const std::string& brand = {});

/// Every language that words of the plan's artefacts or kits are in.
std::set<Locale> languages_of(const Plan& plan);

/// Makes a plan's artefacts and kits, in batches of kits, so that memory follows the batch and not
/// the campaign. Each artefact is made once, however many kits and batches need it, and forgotten
/// after the last of them. What it is made from must outlive it.
class Production {
  public:
    Production(const Campaign& campaign, const Plan& plan, const Resources& resources,
               const ProductionRules& rules);
    ~Production();

    /// Composes and renders, on all workers, what kits [first, last) of the plan need and lack.
    Diagnostics make_artefacts(std::size_t first, std::size_t last, engine::Progress& progress);

    /// Bundles kits [first, last) on all workers and hands each to `finished`, which may be called
    /// from several threads at once. Requires: their artefacts are made, without an error.
    Diagnostics make_kits(std::size_t first, std::size_t last, engine::Progress& progress,
                          const std::function<Diagnostics(std::size_t index, Kit)>& finished);

    /// What the PDFs made so far are spent on.
    engine::Sizes sizes() const;

    /// Forgets the artefacts that no kit from `first` on needs.
    void forget_before(std::size_t first);

  private:
    class Presses;

    Diagnostics make_artefact(Press& press, const PlannedArtefact& artefact,
                              std::optional<MadeArtefact>& place);
    Diagnostics hand_over_previews(MadeArtefact& made) const;

    const Campaign& campaign_;
    const Plan& plan_;
    ProductionRules rules_;
    compose::PatternLibrary patterns_;
    ScreenPictures pictures_;
    std::unique_ptr<Presses> presses_;
    std::vector<std::optional<MadeArtefact>> made_; ///< by the plan's order
    std::vector<std::size_t> last_kits_;            ///< the last kit that needs each artefact
    render::ByteCount use_; ///< of all artefacts made so far, as the next two
    std::size_t documents_ = 0, pages_ = 0;
};

/// Midnight of the release date in UTC.
std::int64_t release_instant(const Campaign& campaign);

} // namespace presskit::cli
