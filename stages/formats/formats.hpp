// SPDX-License-Identifier: Apache-2.0
/// Formats: from an edition to the files a newsroom pastes from. The stage's one public header.
#pragma once

#include "stages/formats/copy.hpp"
#include "stages/formats/docx.hpp"
#include "stages/model/campaign.hpp"
#include "stages/model/document_format.hpp"
#include "stages/model/plan.hpp"

#include <string>
#include <vector>

namespace presskit::formats {

/// `bytes` are the file; of a format that is a package (DOCX) there are `parts` instead, which whoever
/// owns the archive library packs.
struct FormattedDocument {
    DocumentFormat format = DocumentFormat::html;
    std::string bytes;
    std::vector<Part> parts;
};

/// Writes the edition in each of `formats`, in their order. All say what the edition's PDF says, word
/// for word; labels of lists, marks of notes and page numbers of contents are each format's own. HTML
/// names the `card` that will lie beside it.
std::vector<FormattedDocument> write_formats(const Campaign& campaign, const Edition& edition,
                                             const std::vector<DocumentFormat>& formats,
                                             const CardFile* card = nullptr);

} // namespace presskit::formats
