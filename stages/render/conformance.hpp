// SPDX-License-Identifier: Apache-2.0
/// The rules of PDF/UA and PDF/A that pages can break, checked before a byte is written. All
/// other clauses are met by the way render writes; CONFORMANCE.md has the whole ledger.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/font_library.hpp"
#include "stages/model/page.hpp"
#include "stages/model/pdf_rules.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace presskit::render {

/// One row of the ledger.
enum class Rule {
    has_pages,
    document_title,
    document_language,
    timestamp_range,
    page_size,
    structure_root,
    structure_tree,
    structure_nesting,
    structure_depth,
    content_is_tagged,
    heading_order,
    figure_alternative,
    figure_has_box,
    note_id,
    unique_id,
    header_cell_scope,
    table_is_regular,
    link_element,
    link_area,
    link_description,
    destination_exists,
    glyph_in_font,
    glyph_text,
    glyph_not_defined,
    private_use,
    path_is_drawable,
    string_limit,
};
inline constexpr std::size_t rule_count = static_cast<std::size_t>(Rule::string_limit) + 1;

/// `clause` names the strictest source; `blame` whose fault a breach is.
struct RuleText {
    Rule rule;
    std::string_view code;
    std::string_view clause;
    std::string_view message;
    std::string_view hint;
    Blame blame = Blame::internal;
};

const RuleText& text_of(Rule rule);

/// A breach of `rule` at `span`; `what`, if any, follows the message in backticks.
Diagnostic breach(Rule rule, Span span, std::string_view what = {});

/// All breaches in `pages`, in the order of the checks. With none, every index in `pages` is valid
/// and its elements form a tree, so the writers need not look again.
Diagnostics check(const Pages& pages, const FontLibrary& fonts,
                  PdfStandard standard = PdfStandard::ua_1_a_2a);

} // namespace presskit::render
