// SPDX-License-Identifier: Apache-2.0
/// The first stage: a folder of files to a checked Campaign. All that an author or a designer can
/// get wrong is found here, and all of it in one run.
#pragma once

#include "pipeline/base/file_tree.hpp"
#include "pipeline/base/result.hpp"
#include "stages/model/campaign.hpp"

#include <string_view>

namespace presskit::load {

/// Reads `campaign.yaml`, `brand/brand.yaml`, the texts below `texts/`, and the pictures and fonts
/// they name. Every text file is added to `sources`, so that the spans of the result have their
/// lines. Faults of one file never hide those of another. Blame is configuration for the two YAML
/// files and for fonts, content for texts and pictures. The system's fonts are not read here: see
/// fonts_of() and check_font(). With `brand`, `brands/<brand>/brand.yaml` stands for the campaign's
/// own; one that is not there is blamed on the command line.
Result<Campaign> load(const FileTree& files, SourceMap& sources, std::string_view brand = {});

} // namespace presskit::load
