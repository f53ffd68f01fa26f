// SPDX-License-Identifier: Apache-2.0
/// The logical structure of a document: what a screen reader walks. ISO 32000-1 14.7.
#pragma once

#include "pipeline/base/source.hpp"
#include "pipeline/base/units.hpp"
#include "stages/model/locale.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace presskit {

/// An index into Pages::elements.
struct ElementId {
    std::uint32_t value = 0;
    auto operator<=>(const ElementId&) const = default;
};
/// A piece of real content, a leaf of the structure tree. May lie on several pages.
struct ContentId {
    std::uint32_t value = 0;
    auto operator<=>(const ContentId&) const = default;
};

/// Standard structure types used. ISO 32000-1 14.8.4.
enum class StructureRole {
    document, section, heading_1, heading_2, heading_3, heading_4, heading_5, heading_6, paragraph,
    list, list_item, label, list_body, table, table_head, table_body, table_row, table_header_cell,
    table_data_cell, caption, figure, block_quote, quote, note, reference, link, contents,
    contents_item, index, span, code,
};

enum class CellScope { none, column, row, both };

/// What stands before the items of a list. ISO 32000-1 14.8.5.5.
enum class ListMarks { none, disc, other_sign, number, term };

using StructureKid = std::variant<ElementId, ContentId>;

/// One element of the logical structure; kids are in reading order. ISO 32000-1 14.7.2.
struct StructureElement {
    StructureRole role = StructureRole::paragraph;
    std::vector<StructureKid> kids;
    std::optional<Locale> language; ///< where it differs from its parent's
    std::string alternative_text;   ///< figures and links
    std::string expansion;          ///< of an abbreviation
    std::string id;                 ///< unique; notes must have one
    CellScope scope = CellScope::none;
    int column_span = 1, row_span = 1; ///< of a table cell
    std::vector<ElementId> headers; ///< of a table cell, where Scope cannot tell; each has an id
    ListMarks marks = ListMarks::none; ///< of a list
    std::vector<ElementId> references; ///< a reference to its note and back (Ref)
    std::optional<Box> box;            ///< of a figure
    Span span;
};

} // namespace presskit
