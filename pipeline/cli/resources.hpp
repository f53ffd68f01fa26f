// SPDX-License-Identifier: Apache-2.0
/// What a build needs besides its campaign, and which Debian package each comes from: fonts and
/// hyphenation patterns.
#pragma once

#include "pipeline/base/result.hpp"
#include "pipeline/engine/workspace.hpp"
#include "stages/model/campaign.hpp"
#include "stages/model/font_library.hpp"

#include <map>
#include <set>
#include <string>

namespace presskit::cli {

/// `dictionaries` are whole hyph_*.dic files by name.
struct Resources {
    FontLibrary fonts;
    std::map<std::string, std::string> dictionaries;
};

/// Reads the fonts of `campaign`'s brand (from `files` or the system's font folder) and the
/// patterns of `languages`. Errors: a file that is missing (the hint names its package), a font that
/// may not be embedded.
Result<Resources> read_resources(engine::Workspace& workspace, const Campaign& campaign,
                                 const FileTree& files, const std::set<Locale>& languages);

} // namespace presskit::cli
