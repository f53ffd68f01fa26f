// SPDX-License-Identifier: Apache-2.0
/// The names and nature of structure types and artefacts. ISO 32000-1 14.8.4, 14.8.2.2.
#pragma once

#include "stages/model/page.hpp"

#include <string_view>

namespace presskit::render {

/// The standard structure type: "P", "LBody".
std::string_view structure_type(StructureRole role);

/// The same in PDF 2.0, where a note is an FENote.
std::string_view structure_type_2_0(StructureRole role);

/// Whether PDF 2.0 still has it; else it belongs to the namespace of PDF 1.7. ISO 32000-2 14.8.6.
bool is_in_pdf_2_0(StructureRole role);

/// The value of a list's ListNumbering; PDF 1.7 has no words for terms and for signs other than its own.
/// ISO 32000-1 14.8.5.5, ISO 32000-2 14.8.5.5.
std::string_view list_numbering(ListMarks marks, bool pdf_2);

/// 1 to 6 for H1 to H6, else 0.
int heading_level(StructureRole role);

/// Whether a reader sets it on lines of its own.
bool is_block(StructureRole role);

/// Whether the structure allows `kid` directly below `parent`, as far as tables, lists and contents
/// lists restrict it. ISO 14289-1 7.2; ISO 32000-1 14.8.4.3.
bool may_contain(StructureRole parent, StructureRole kid);

/// Whether text may lie directly in it, rather than in an element inside.
bool may_hold_content(StructureRole role);

/// The artefact's property list, without BBox.
std::string_view artifact_properties(ArtifactKind kind);

std::string_view artifact_name(ArtifactKind kind);

} // namespace presskit::render
