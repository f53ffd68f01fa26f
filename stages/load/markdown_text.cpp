// SPDX-License-Identifier: Apache-2.0
#include "stages/load/markdown_text.hpp"

#include "pipeline/base/text.hpp"
#include "stages/load/attributes.hpp"
#include "stages/load/markdown_scan.hpp"

#include <algorithm>

namespace presskit::load {
namespace {

/// A variable or its argument is a name, never a sentence; 64 bytes hold any of them.
constexpr std::size_t variable_byte_limit = 64;

TextPiece bracket(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("[^")) {
        const std::size_t close = rest.find_first_of("] \t");
        if (close != std::string_view::npos && close > 2 && rest[close] == ']')
            return {TextPieceKind::unknown_footnote, rest.substr(0, close + 1), at};
    }
    return {TextPieceKind::opening, rest.substr(0, 1), at};
}

TextPiece closing_bracket(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with("]{") || rest.starts_with("]{{"))
        return {TextPieceKind::closing, rest.substr(0, 1), at};
    const std::size_t close = closing_brace(rest, 1);
    if (close == std::string_view::npos) return {TextPieceKind::unclosed_attributes, rest, at};
    return {TextPieceKind::closing_with_attributes, rest.substr(0, close + 1), at};
}

TextPiece braces(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    const std::size_t close = rest.find("}}");
    const std::size_t again = rest.find("{{", 2);
    if (close == std::string_view::npos || again < close)
        return {TextPieceKind::unclosed_variable, rest.substr(0, 2), at};
    return {TextPieceKind::variable, rest.substr(0, close + 2), at};
}

bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}
bool is_argument_byte(char c) { return is_name_byte(c) || (c >= 'A' && c <= 'Z'); }

} // namespace

std::vector<TextPiece> split_text(std::string_view text) {
    std::vector<TextPiece> pieces;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(text.find_first_of("[]{", at), text.size());
        while (end < text.size() && text[end] == '{' && !text.substr(end).starts_with("{{"))
            end = std::min(text.find_first_of("[]{", end + 1), text.size());
        if (end > at) pieces.push_back({TextPieceKind::words, text.substr(at, end - at), at});
        if (end == text.size()) break;
        pieces.push_back(text[end] == '['   ? bracket(text, end)
                         : text[end] == ']' ? closing_bracket(text, end)
                                            : braces(text, end));
        at = end + pieces.back().text.size();
    }
    return pieces;
}

std::optional<Variable> parse_variable(std::string_view text) {
    const std::string_view inside = trim_ascii(text.substr(2, text.size() - 4));
    const std::size_t colon = std::min(inside.find(':'), inside.size());
    const std::string_view name = inside.substr(0, colon);
    const std::string_view argument =
        colon == inside.size() ? std::string_view{} : inside.substr(colon + 1);
    if (name.empty() || name.front() < 'a' || name.front() > 'z' ||
        inside.size() > variable_byte_limit || !std::ranges::all_of(name, is_name_byte) ||
        !std::ranges::all_of(argument, is_argument_byte) ||
        (colon != inside.size() && argument.empty()))
        return std::nullopt;
    return Variable{std::string(name), std::string(argument)};
}

std::optional<std::string> forbidden_in(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode(text, i);
        if (const auto kind = forbidden_kind(c.value); !kind.empty())
            return std::string(kind) + " " + code_point_name(c.value);
        i += c.bytes;
    }
    return std::nullopt;
}

} // namespace presskit::load
