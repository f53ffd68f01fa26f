// SPDX-License-Identifier: Apache-2.0
/// The inlines of a Markdown tree as inlines of a document: links checked, `{{variables}}` and
/// `[spans]{attributes}` read from the text between cmark's nodes.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/load/attributes.hpp"
#include "stages/load/markdown_places.hpp"
#include "stages/load/markdown_tree.hpp"
#include "stages/model/document.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace presskit::load {

/// What the parts of one text share while it is read. `original` is the body as it stands in the
/// file from `body_begin` on; `footnote_labels` is indexed by cmark's number of a footnote, from 1.
struct MarkdownReading {
    MarkdownPlaces& places;
    Diagnostics& diagnostics;
    std::string_view original;
    std::uint32_t body_begin = 0;
    std::vector<std::string> footnote_labels;
};

/// `block` is the span used where the exact place of a node cannot be known. Adjacent texts are
/// one. Errors: `load.raw-html`, `load.image-misplaced`, `load.link-without-text`,
/// `load.broken-link`, `load.fence-misplaced`, `load.footnote-without-text`, `load.variable-not-closed`,
/// `load.malformed-variable`, `load.attributes-misplaced`, those of attributes and links.
Inlines read_inlines(std::span<const MarkdownNode> nodes, Span block, MarkdownReading& reading);

/// Takes `{…}` off the end of a heading or caption, if it ends so.
std::optional<Attributes> take_attributes(std::vector<MarkdownNode>& nodes, Span block,
                                          MarkdownReading& reading);

/// Parses `{…}` at the start of `text`, which must hold its closing brace at `close`.
std::optional<Attributes> read_attributes(std::string_view text, std::size_t close, Span span,
                                          Diagnostics& diagnostics);

/// The words alone, for alternative text and captions of pictures.
std::string words_of(std::span<const MarkdownNode> nodes);

} // namespace presskit::load
