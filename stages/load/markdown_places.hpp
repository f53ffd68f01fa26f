// SPDX-License-Identifier: Apache-2.0
/// Where the nodes of a Markdown tree stand in the author's file. cmark's columns go astray inside
/// indented lines, tables and after line breaks, so each place is checked against the text itself;
/// what cannot be found exactly is reported at its block, never on a wrong line.
#pragma once

#include "pipeline/base/source.hpp"
#include "stages/load/markdown_tree.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace presskit::load {

class MarkdownPlaces {
  public:
    /// Offsets in `prepared` plus `body_begin` are offsets in the file. Both arguments must outlive
    /// it.
    MarkdownPlaces(std::string_view prepared, const std::vector<std::uint32_t>& line_starts,
                   SourceId source, std::uint32_t body_begin)
        : prepared_(prepared),
          line_starts_(line_starts),
          source_(source),
          body_begin_(body_begin) {}

    /// All of a block, from its first to its last byte.
    Span block(const MarkdownNode& node) const;

    /// The place of `words`, which stand in line `node.start_line`, at or behind the last place
    /// found. Moves behind them. Without them: `otherwise`.
    Span next(std::string_view words, const MarkdownNode& node, Span otherwise);

    /// True if a span holds exactly these bytes, so that offsets into them are places.
    bool holds(Span span, std::string_view words) const;

    /// Starts looking at the beginning of a block.
    void enter(Span block) { cursor_ = block.begin - body_begin_; }

    std::string_view line(std::uint32_t number) const;
    std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }

  private:
    std::uint32_t line_begin(std::uint32_t number) const;
    std::uint32_t line_end(std::uint32_t number) const;
    Span span(std::size_t begin, std::size_t end) const {
        return {source_, body_begin_ + static_cast<std::uint32_t>(begin),
                body_begin_ + static_cast<std::uint32_t>(end)};
    }

    std::string_view prepared_;
    const std::vector<std::uint32_t>& line_starts_;
    SourceId source_;
    std::uint32_t body_begin_;
    std::size_t cursor_ = 0;
};

} // namespace presskit::load
