// SPDX-License-Identifier: Apache-2.0
#include "stages/load/markdown_tree.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace presskit::load {
namespace {

struct CmarkFree {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
    void operator()(cmark_node* node) const { cmark_node_free(node); }
    void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};
template <class T>
using CmarkHandle = std::unique_ptr<T, CmarkFree>;

/// The extension's types get their values at run time and no public header names them.
MarkdownKind extension_kind_of(std::string_view type) {
    if (type == "table") return MarkdownKind::table;
    if (type == "table_header" || type == "table_row") return MarkdownKind::table_row;
    if (type == "table_cell") return MarkdownKind::table_cell;
    return MarkdownKind::unknown;
}

MarkdownKind kind_of(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT: return MarkdownKind::document;
    case CMARK_NODE_BLOCK_QUOTE: return MarkdownKind::block_quote;
    case CMARK_NODE_LIST: return MarkdownKind::list;
    case CMARK_NODE_ITEM: return MarkdownKind::item;
    case CMARK_NODE_CODE_BLOCK: return MarkdownKind::code_block;
    case CMARK_NODE_HTML_BLOCK: return MarkdownKind::html_block;
    case CMARK_NODE_PARAGRAPH: return MarkdownKind::paragraph;
    case CMARK_NODE_HEADING: return MarkdownKind::heading;
    case CMARK_NODE_THEMATIC_BREAK: return MarkdownKind::thematic_break;
    case CMARK_NODE_FOOTNOTE_DEFINITION: return MarkdownKind::footnote_definition;
    case CMARK_NODE_TEXT: return MarkdownKind::text;
    case CMARK_NODE_SOFTBREAK: return MarkdownKind::soft_break;
    case CMARK_NODE_LINEBREAK: return MarkdownKind::line_break;
    case CMARK_NODE_CODE: return MarkdownKind::code;
    case CMARK_NODE_HTML_INLINE: return MarkdownKind::html_inline;
    case CMARK_NODE_EMPH: return MarkdownKind::emphasis;
    case CMARK_NODE_STRONG: return MarkdownKind::strong;
    case CMARK_NODE_LINK: return MarkdownKind::link;
    case CMARK_NODE_IMAGE: return MarkdownKind::image;
    case CMARK_NODE_FOOTNOTE_REFERENCE: return MarkdownKind::footnote_reference;
    default: return extension_kind_of(cmark_node_get_type_string(node));
    }
}

std::string text_or_empty(const char* text) { return text == nullptr ? std::string() : text; }

std::vector<Alignment> alignments(cmark_node* table) {
    std::vector<Alignment> columns(cmark_gfm_extensions_get_table_columns(table), Alignment::start);
    const std::uint8_t* letters = cmark_gfm_extensions_get_table_alignments(table);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (letters[i] == 'c') columns[i] = Alignment::centre;
        if (letters[i] == 'r') columns[i] = Alignment::end;
    }
    return columns;
}

std::uint32_t position(int value) { return static_cast<std::uint32_t>(std::max(0, value)); }

MarkdownNode convert(cmark_node* node) {
    MarkdownNode out;
    out.kind = kind_of(node);
    out.start_line = position(cmark_node_get_start_line(node));
    out.start_column = position(cmark_node_get_start_column(node));
    out.end_line = position(cmark_node_get_end_line(node));
    out.end_column = position(cmark_node_get_end_column(node));
    out.literal = text_or_empty(cmark_node_get_literal(node));
    if (out.kind == MarkdownKind::link || out.kind == MarkdownKind::image) {
        out.target = text_or_empty(cmark_node_get_url(node));
        out.title = text_or_empty(cmark_node_get_title(node));
    } else if (out.kind == MarkdownKind::heading) {
        out.level = cmark_node_get_heading_level(node);
    } else if (out.kind == MarkdownKind::list) {
        out.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        out.tight = cmark_node_get_list_tight(node) != 0;
        out.level = out.ordered ? cmark_node_get_list_start(node) : 1;
    } else if (out.kind == MarkdownKind::table) {
        out.columns = alignments(node);
    }
    return out;
}

bool has_children(MarkdownKind kind) {
    switch (kind) {
    case MarkdownKind::code_block:
    case MarkdownKind::html_block:
    case MarkdownKind::thematic_break:
    case MarkdownKind::text:
    case MarkdownKind::soft_break:
    case MarkdownKind::line_break:
    case MarkdownKind::code:
    case MarkdownKind::html_inline: return false;
    default: return true;
    }
}

/// Builds the tree without recursion, so that the depth of hostile input costs no stack.
class Builder {
  public:
    MarkdownTree build(cmark_node* document) {
        MarkdownTree tree;
        const CmarkHandle<cmark_iter> iter(cmark_iter_new(document));
        std::vector<MarkdownNode*> open;
        for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
             event = cmark_iter_next(iter.get())) {
            cmark_node* node = cmark_iter_get_node(iter.get());
            const MarkdownKind kind = kind_of(node);
            if (event == CMARK_EVENT_EXIT) {
                count(kind, -1);
                open.pop_back();
                continue;
            }
            if (blocks_ > block_depth_limit || inlines_ > inline_depth_limit) {
                tree.too_deep = position(cmark_node_get_start_line(node));
                return tree;
            }
            // Only the last child of a node is ever open, so growing a vector moves no open node.
            MarkdownNode& placed = open.empty() ? tree.root : open.back()->children.emplace_back();
            placed = convert(node);
            if (!has_children(kind)) continue;
            count(kind, 1);
            open.push_back(&placed);
        }
        return tree;
    }

  private:
    void count(MarkdownKind kind, int by) {
        if (kind == MarkdownKind::list || kind == MarkdownKind::block_quote) blocks_ += by;
        if (kind >= MarkdownKind::text) inlines_ += by;
    }

    int blocks_ = 0, inlines_ = 0;
};

} // namespace

MarkdownTree parse_tree(std::string_view text) {
    // cmark registers into a process-wide list; a local static makes that happen once,
    // thread-safely.
    static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
    static_cast<void>(registered);
    const CmarkHandle<cmark_parser> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
    cmark_parser_feed(parser.get(), text.data(), text.size());
    const CmarkHandle<cmark_node> document(cmark_parser_finish(parser.get()));
    return Builder().build(document.get());
}

} // namespace presskit::load
