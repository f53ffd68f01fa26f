// SPDX-License-Identifier: Apache-2.0
/// What a stretch of text between two Markdown nodes holds besides words.
#pragma once

#include "stages/model/document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace presskit::load {

enum class TextPieceKind {
    words,
    opening,                 ///< `[`
    closing,                 ///< `]`
    closing_with_attributes, ///< `]{…}`
    variable,                ///< `{{…}}`
    unknown_footnote,        ///< `[^x]`, which cmark left as text because nothing defines it
    unclosed_variable,
    unclosed_attributes,
};

/// `text` are the bytes from `begin` on.
struct TextPiece {
    TextPieceKind kind = TextPieceKind::words;
    std::string_view text;
    std::size_t begin = 0;
};

/// Cuts a text into pieces, in order and without gaps. Escapes are those of markdown_scan.
std::vector<TextPiece> split_text(std::string_view prepared);

/// `{{name}}` or `{{name:argument}}`: a name is a lower-case letter, then letters, digits, `.`, `_`
/// and `-`; an argument is any of these and capitals.
std::optional<Variable> parse_variable(std::string_view braces);

/// What forbidden character `text` holds, with its U+ name; none if it holds none.
std::optional<std::string> forbidden_in(std::string_view text);

} // namespace presskit::load
