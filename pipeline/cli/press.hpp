// SPDX-License-Identifier: Apache-2.0
/// What makes one artefact after another: edition, compose, render, formats and pictures.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/cli/kit_dependencies.hpp"
#include "pipeline/cli/made_artefact.hpp"
#include "pipeline/cli/resources.hpp"
#include "pipeline/cli/screen_pictures.hpp"
#include "stages/bundle/zip.hpp"
#include "stages/compose/compose.hpp"
#include "stages/model/plan.hpp"
#include "stages/preview/preview.hpp"
#include "stages/render/render.hpp"
#include "stages/verify/pdf_checks.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace presskit::cli {

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
    /// Gets the picture of each page, from several threads at once; none are drawn without it.
    std::function<Diagnostics(const MadePreview&)> take_preview{};
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
    std::vector<MadePreview> draw_pages(const Pages& pages);

    const Campaign& campaign_;
    compose::Composer composer_;
    render::PdfWriter writer_;
    preview::Painter painter_;
    bundle::ZipDeflater deflater_;
};

/// Whose a card is: what no image record names is the campaign's own.
ImageRights card_rights(const Campaign& campaign);

} // namespace presskit::cli
