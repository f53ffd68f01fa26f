// SPDX-License-Identifier: Apache-2.0
/// Where a word of the campaign was written: spans in files, and files by id. Every diagnostic, every
/// node of a document and every item on a page carries a span, so a fault found late still points at
/// the line an author can edit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presskit {

/// The index of a file in a SourceMap; `none` stands for no file.
struct SourceId {
    static constexpr std::uint32_t none = 0xFFFF'FFFF;
    std::uint32_t value = none;
    auto operator<=>(const SourceId&) const = default;
    constexpr explicit operator bool() const { return value != none; }
};

/// A range of bytes in one file, `end` excluded.
struct Span {
    SourceId source;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    auto operator<=>(const Span&) const = default;
};

/// A place as a person reads it. Lines and columns count from 1; columns count code points.
struct Location {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    auto operator<=>(const Location&) const = default;
};

/// One file as it was read. `path` is how the user named it: campaign folder plus path inside it.
struct Source {
    std::string path;
    std::string text;
    std::vector<std::uint32_t> line_starts; ///< byte offset of each line; the first, behind a byte order mark
};

/// All files that diagnostics may point into. Filled while loading, read-only (and so safe to share
/// between threads) afterwards.
class SourceMap {
  public:
    SourceId add(std::string path, std::string text);

    const Source& at(SourceId id) const;
    std::size_t size() const { return sources_.size(); }

    /// The place of byte `offset`; O(log lines). An offset past the end is the end.
    Location locate(SourceId id, std::uint32_t offset) const;
    /// The line without its line end. `line` counts from 1.
    std::string_view line(SourceId id, std::uint32_t line) const;
    /// The byte offset of a line and of a byte column in it, both counted from 1 (as cmark does);
    /// clamped to the line.
    std::uint32_t offset(SourceId id, std::uint32_t line, std::uint32_t byte_column) const;

  private:
    std::vector<Source> sources_;
};

} // namespace presskit
