// SPDX-License-Identifier: Apache-2.0
/// The Markdown texts of a campaign: where they lie, what stands at their head.
#pragma once

#include "pipeline/base/file_tree.hpp"
#include "pipeline/base/result.hpp"
#include "stages/load/files.hpp"
#include "stages/model/campaign.hpp"

#include <map>

namespace presskit::load {

/// Texts without errors, and what is to be said of all of them.
struct Texts {
    std::map<TextKey, Document> documents;
    Diagnostics diagnostics;
};

/// Reads `texts/DOCUMENT/LANGUAGE.md` and `texts/DOCUMENT/COUNTRY/LANGUAGE.md`. Without a
/// `campaign`, since its own file has faults, every text is read and only itself checked. Errors:
/// no front matter, or one that breaks text.schema.json or disagrees with the file's place; those
/// of parse_markdown(). Warnings: files that belong to no document, country or language.
Texts read_texts(const FileTree& files, const CheckedFiles& checked, const Campaign* campaign,
                 SourceMap& sources);

} // namespace presskit::load
