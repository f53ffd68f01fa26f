// SPDX-License-Identifier: Apache-2.0
/// The logical structure of a file: structure elements, the parent tree that leads back from marked
/// content, and the tree of ids. ISO 32000-1 14.7.
#pragma once

#include "stages/model/page.hpp"
#include "stages/model/pdf_rules.hpp"
#include "stages/render/content.hpp"
#include "stages/render/element_places.hpp"
#include "stages/render/haru.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace presskit::render {

/// What structure refers to: page objects and what each marks, and the annotation of each link area
/// (by index in Pages::links). The StructParents of page i is i, the StructParent of annotation j
/// is `pages.size() + j`.
struct StructureTargets {
    std::vector<ObjectId> pages;
    std::vector<std::vector<ContentId>> marks; ///< by page and MCID
    std::vector<ObjectId> annotations;
};

/// The tree as it was written: its root, each element's object by ElementId, and where they begin.
struct StructureObjects {
    ObjectId root;
    std::vector<ObjectId> elements;
    std::optional<ElementPlaces> places; ///< for PDF/UA-2
};

/// Writes the tree below a StructTreeRoot. For PDF/UA-2 each element is in a namespace, notes are
/// FENotes, and references lead to what they mean (Ref; ISO 14289-2 8.2).
/// A link area whose element is not a Link (a Reference) gets a Link element inside it, because a
/// link annotation must lie in one (ISO 14289-1 7.18.5).
/// Requires: `pages` passed `check`.
StructureObjects write_structure(PdfFile& file, const Pages& pages, const StructureTargets& targets,
                                 PdfStandard standard);

/// The element that owns each content, by ContentId; the Document where nobody does.
std::vector<ElementId> owners_of_contents(const Pages& pages);

} // namespace presskit::render
