// SPDX-License-Identifier: Apache-2.0
/// Artefacts that an earlier run made from the same: a build takes them as they are.
#pragma once

#include "pipeline/cli/production.hpp"
#include "pipeline/cli/recipes.hpp"
#include "pipeline/engine/workspace.hpp"

#include <atomic>
#include <cstddef>
#include <optional>
#include <string>

namespace presskit::cli {

/// Where artefacts are kept: `wanted`, or what PRESSKIT_CACHE or the system says; empty for nowhere.
std::string cache_folder(engine::Workspace& workspace, const std::string& wanted);

/// Only artefacts without any diagnostic are kept, so that a warning is said by every run. May be used
/// from several threads at once; what it is made from must outlive it.
class ArtefactCache {
  public:
    ArtefactCache(engine::Workspace& workspace, std::string folder, Recipes recipes)
        : workspace_(workspace), folder_(std::move(folder)), recipes_(std::move(recipes)) {}

    /// The artefact; nothing if no run kept it. With `checks`, one whose PDF was found sound; what was
    /// found goes there.
    std::optional<MadeArtefact> find(const PlannedArtefact& artefact, verify::PdfChecks* checks);
    void keep(const PlannedArtefact& artefact, const MadeArtefact& made);

    std::size_t found() const { return found_; }

  private:
    engine::Workspace& workspace_;
    std::string folder_;
    Recipes recipes_;
    std::atomic<std::size_t> found_{0};
};

/// An artefact as bytes, and back; nothing if they are not those of one. A check that found nothing
/// comes back as one of `checks`.
std::string to_record(const MadeArtefact& made);
std::optional<MadeArtefact> from_record(const std::string& record, verify::PdfChecks* checks);

} // namespace presskit::cli
