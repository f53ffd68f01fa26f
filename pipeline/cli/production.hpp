// SPDX-License-Identifier: Apache-2.0
/// The making of one campaign's kits, from its folder to finished zips: the stages in their order.
#pragma once

#include "pipeline/base/artifact.hpp"
#include "pipeline/base/result.hpp"
#include "pipeline/cli/kit_dependencies.hpp"
#include "pipeline/cli/made_artefact.hpp"
#include "pipeline/cli/resources.hpp"
#include "pipeline/cli/screen_pictures.hpp"
#include "pipeline/engine/progress.hpp"
#include "pipeline/engine/workspace.hpp"
#include "stages/bundle/zip.hpp"
#include "stages/compose/compose.hpp"
#include "stages/formats/formats.hpp"
#include "stages/model/kit.hpp"
#include "stages/model/plan.hpp"
#include "stages/preview/preview.hpp"
#include "stages/render/render.hpp"
#include "stages/verify/pdf_checks.hpp"

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

class ArtefactCache;

/// How a production runs. `timestamp` is in seconds since 1970-01-01T00:00Z. With `pdf_checks` each
/// PDF is read again as soon as it is made, and kits carry the result.
struct ProductionRules {
    unsigned workers = 1;
    std::int64_t timestamp = 0;
    bool typography = false; ///< lines that cannot be set well are warnings
    bool linearize = false;  ///< PDFs for fast web view
    verify::PdfChecks* pdf_checks = nullptr;
    ArtefactCache* cache = nullptr; ///< none: every artefact is made
    const KitDependencies* dependencies = nullptr; ///< none where kits need not say them
    bool bagit = false; ///< kits as BagIt bags, too
    std::map<std::string, std::string> parameters{}; ///< of the command line, for provenance.json
};

/// One worker's tools, each keeping what its documents have in common. Not shared between threads;
/// what it is made from must outlive it.
class Press {
  public:
    Press(const Campaign& campaign, const Resources& resources,
          const compose::PatternLibrary& patterns, ScreenPictures& pictures, bool linearize = false);

    void report_lines() { composer_.report_lines(); }
    /// Edition, compose and render.
    Result<MadeArtefact> make(const PlannedArtefact& artefact, const ProductionRules& rules);

  private:
    Result<MadeCard> make_card(const Edition& edition);

    const Campaign& campaign_;
    compose::Composer composer_;
    render::PdfWriter writer_;
    preview::Painter painter_;
    bundle::ZipDeflater deflater_;
};

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
