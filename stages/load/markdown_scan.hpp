// SPDX-License-Identifier: Apache-2.0
/// What is read from the lines of a text before cmark sees it: forbidden characters, nesting that
/// no parser should be asked to follow, `:::` lines, footnote definitions.
///
/// The prepared text has the same bytes at the same places, so that every position stays true,
/// except: a `:::` line is a thematic break (it ends any open paragraph or list, as the line does
/// for a reader), and an escaped bracket, brace or colon is a two-byte C1 control, since cmark
/// would drop the backslash and leave no way to tell `\[x]{keep}` from `[x]{keep}`. C1 controls are
/// refused in the text itself. Behind the end stands a reference to each footnote, so that cmark
/// keeps those that the text never mentions and their faults are found too.
#pragma once

#include "pipeline/base/diagnostic.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::load {

inline constexpr std::size_t text_byte_limit = 1 << 20;
inline constexpr std::size_t line_byte_limit = 16 << 10; ///< cmark's tables are quadratic in a line
inline constexpr int bracket_depth_limit = 32;
inline constexpr std::size_t footnote_limit = 2000;
inline constexpr std::size_t character_fault_limit = 20; ///< reported in one text

/// `number` counts lines of the body from 1.
struct ScannedLine {
    std::uint32_t number = 0;
    Span span;
};

struct FootnoteDefinition {
    std::string label;
    ScannedLine line;
    Span label_span;
};

/// `unreadable` says that a limit is broken and cmark must not see the text.
struct MarkdownScan {
    std::string prepared;
    std::vector<std::uint32_t> line_starts; ///< byte offsets in `prepared`, of the body's lines
    std::vector<ScannedLine> fences;
    std::vector<FootnoteDefinition> definitions;
    Diagnostics diagnostics;
    bool unreadable = false;
};

/// `body_begin` is the offset of `body` in its file.
/// Errors: `load.text-too-long`, `load.line-too-long`, `load.invalid-utf8`,
/// `load.control-character`, `load.bidi-control`, `load.nested-too-deeply`, `load.code-not-closed`,
/// `load.malformed-id`, `load.duplicate-footnote`, `load.too-many-footnotes`. Warnings:
/// `load.not-nfc`.
MarkdownScan scan_markdown(std::string_view body, SourceId source, std::uint32_t body_begin);

/// The characters that escapes stand for, for text.
std::string unescaped(std::string_view prepared);
/// The escapes as they were written, for code.
std::string as_written(std::string_view prepared);

/// Why `c` may not stand in a text ("control character"); empty if it may. Tab and line end may.
std::string_view forbidden_kind(char32_t c);

} // namespace presskit::load
