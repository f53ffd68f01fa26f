// SPDX-License-Identifier: Apache-2.0
/// The pictures of pages that a draft holds: equal pages, of whatever documents, are one file.
#pragma once

#include "pipeline/cli/made_artefact.hpp"
#include "pipeline/engine/workspace.hpp"

#include <functional>
#include <mutex>
#include <set>
#include <string>

namespace presskit::cli {

/// May be used from several threads at once.
class PreviewFiles {
  public:
    /// False if the draft has a file of this name already.
    bool add(const std::string& file) {
        const std::scoped_lock lock(mutex_);
        return files_.insert(file).second;
    }

    /// Writes previews below `folder`. What it is made from must outlive it.
    std::function<Diagnostics(const MadePreview&)> writer(engine::Workspace& workspace,
                                                          const engine::OutputDraft& draft,
                                                          const std::string& folder) {
        return [this, &workspace, &draft, folder](const MadePreview& preview) {
            const std::string file = folder + preview.page.path;
            return add(file) ? workspace.write(draft, file, preview.png) : Diagnostics{};
        };
    }

  private:
    std::mutex mutex_;
    std::set<std::string> files_;
};

} // namespace presskit::cli
