// SPDX-License-Identifier: Apache-2.0
#include "stages/render/roles.hpp"

#include <cstdlib>

namespace presskit::render {

std::string_view structure_type(StructureRole role) {
    switch (role) {
    case StructureRole::document: return "Document";
    case StructureRole::section: return "Sect";
    case StructureRole::heading_1: return "H1";
    case StructureRole::heading_2: return "H2";
    case StructureRole::heading_3: return "H3";
    case StructureRole::heading_4: return "H4";
    case StructureRole::heading_5: return "H5";
    case StructureRole::heading_6: return "H6";
    case StructureRole::paragraph: return "P";
    case StructureRole::list: return "L";
    case StructureRole::list_item: return "LI";
    case StructureRole::label: return "Lbl";
    case StructureRole::list_body: return "LBody";
    case StructureRole::table: return "Table";
    case StructureRole::table_head: return "THead";
    case StructureRole::table_body: return "TBody";
    case StructureRole::table_row: return "TR";
    case StructureRole::table_header_cell: return "TH";
    case StructureRole::table_data_cell: return "TD";
    case StructureRole::caption: return "Caption";
    case StructureRole::figure: return "Figure";
    case StructureRole::block_quote: return "BlockQuote";
    case StructureRole::quote: return "Quote";
    case StructureRole::note: return "Note";
    case StructureRole::reference: return "Reference";
    case StructureRole::link: return "Link";
    case StructureRole::contents: return "TOC";
    case StructureRole::contents_item: return "TOCI";
    case StructureRole::index: return "Index";
    case StructureRole::span: return "Span";
    case StructureRole::code: return "Code";
    }
    std::abort();
}

bool is_in_pdf_2_0(StructureRole role) {
    using enum StructureRole;
    for (const auto dropped : {contents, contents_item, index, block_quote, quote, reference, code})
        if (role == dropped) return false;
    return true;
}

std::string_view structure_type_2_0(StructureRole role) {
    return role == StructureRole::note ? "FENote" : structure_type(role);
}

std::string_view list_numbering(ListMarks marks, bool pdf_2) {
    switch (marks) {
    case ListMarks::none: return "None";
    case ListMarks::disc: return "Disc";
    case ListMarks::other_sign: return pdf_2 ? "Unordered" : "None";
    case ListMarks::number: return "Decimal";
    case ListMarks::term: return pdf_2 ? "Description" : "None";
    }
    std::abort();
}

int heading_level(StructureRole role) {
    const int level = static_cast<int>(role) - static_cast<int>(StructureRole::heading_1) + 1;
    return level >= 1 && level <= 6 ? level : 0;
}

bool is_block(StructureRole role) {
    switch (role) {
    case StructureRole::label:
    case StructureRole::list_body:
    case StructureRole::quote:
    case StructureRole::reference:
    case StructureRole::link:
    case StructureRole::span:
    case StructureRole::code:
    case StructureRole::table_header_cell:
    case StructureRole::table_data_cell: return false;
    case StructureRole::document:
    case StructureRole::section:
    case StructureRole::heading_1:
    case StructureRole::heading_2:
    case StructureRole::heading_3:
    case StructureRole::heading_4:
    case StructureRole::heading_5:
    case StructureRole::heading_6:
    case StructureRole::paragraph:
    case StructureRole::list:
    case StructureRole::list_item:
    case StructureRole::table:
    case StructureRole::table_head:
    case StructureRole::table_body:
    case StructureRole::table_row:
    case StructureRole::caption:
    case StructureRole::figure:
    case StructureRole::block_quote:
    case StructureRole::note:
    case StructureRole::contents:
    case StructureRole::contents_item:
    case StructureRole::index: return true;
    }
    std::abort();
}

bool may_hold_content(StructureRole role) {
    using enum StructureRole;
    for (const auto container :
         {document, table, table_head, table_body, table_row, list, list_item, contents, index})
        if (role == container) return false;
    return true;
}

bool may_contain(StructureRole parent, StructureRole kid) {
    using enum StructureRole;
    const auto kid_is = [&](auto... roles) { return ((kid == roles) || ...); };
    const auto parent_is = [&](auto... roles) { return ((parent == roles) || ...); };
    // What a container takes.
    if (parent == table && !kid_is(table_row, table_head, table_body, caption)) return false;
    if (parent_is(table_head, table_body) && kid != table_row) return false;
    if (parent == table_row && !kid_is(table_header_cell, table_data_cell)) return false;
    if (parent == list && !kid_is(list, list_item, caption)) return false;
    if (parent == list_item && !kid_is(label, list_body)) return false;
    if (parent == contents && !kid_is(contents, contents_item, caption)) return false;
    if (parent == contents_item && !kid_is(label, reference, paragraph, contents)) return false;
    // Where a part belongs.
    if (kid_is(table_head, table_body)) return parent == table;
    if (kid == table_row) return parent_is(table, table_head, table_body);
    if (kid_is(table_header_cell, table_data_cell)) return parent == table_row;
    if (kid == list_item) return parent == list;
    if (kid == list_body) return parent == list_item;
    if (kid == contents_item) return parent == contents;
    return kid != document;
}

// Attached says which edge of the page it keeps to, ISO 32000-1 table 330.
std::string_view artifact_properties(ArtifactKind kind) {
    switch (kind) {
    case ArtifactKind::pagination_header:
        return "/Type /Pagination /Subtype /Header /Attached [/Top]";
    case ArtifactKind::pagination_footer:
        return "/Type /Pagination /Subtype /Footer /Attached [/Bottom]";
    case ArtifactKind::layout: return "/Type /Layout";
    case ArtifactKind::background: return "/Type /Background";
    }
    std::abort();
}

std::string_view artifact_name(ArtifactKind kind) {
    switch (kind) {
    case ArtifactKind::pagination_header: return "header";
    case ArtifactKind::pagination_footer: return "footer";
    case ArtifactKind::layout: return "layout";
    case ArtifactKind::background: return "background";
    }
    std::abort();
}

} // namespace presskit::render
