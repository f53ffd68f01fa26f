// SPDX-License-Identifier: Apache-2.0
/// Ways through a document: link annotations, the outline, page labels. ISO
/// 32000-1 12.3, 12.4, 12.5.
#pragma once

#include "stages/model/page.hpp"
#include "stages/render/haru.hpp"
#include "stages/render/structure.hpp"

#include <string>
#include <vector>

namespace presskit::render {

/// Writes the Link annotations of `targets`, one for each area of `pages.links`. Each has Contents, the
/// Print flag and its key in the parent tree (ISO 14289-1 7.18.5, ISO 19005-2 6.3.2). `structure` is
/// null in PDF 1.7; in PDF 2.0 destinations lead into it (ISO 14289-2 8.8).
void write_links(PdfFile& file, const Pages& pages, const StructureTargets& targets,
                 const StructureObjects* structure);

/// Writes the outline and returns its root; none if there are no entries. An entry is the kid of
/// the last one before it with a lower level; only the outermost level is open.
ObjectId write_outline(PdfFile& file, const Pages& pages,
                       const std::vector<ObjectId>& page_objects,
                       const StructureObjects* structure);

/// `address` with every byte that is not printable ASCII percent-encoded: a URI is 7-bit ASCII
/// (ISO 32000-1 12.6.4.7).
std::string ascii_uri(std::string_view address);

} // namespace presskit::render
