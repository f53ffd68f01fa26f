// SPDX-License-Identifier: Apache-2.0
#include "stages/load/markdown_inlines.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/languages/languages.hpp"
#include "stages/load/markdown_links.hpp"
#include "stages/load/markdown_scan.hpp"
#include "stages/load/markdown_text.hpp"
#include "stages/model/plain_text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace presskit::load {
namespace {

Span joined(Span a, Span b) {
    return {a.source, std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

void coalesce(Inlines& inlines) {
    Inlines out;
    for (Inline& item : inlines) {
        auto* text = std::get_if<Text>(&item.node);
        auto* before = out.empty() ? nullptr : std::get_if<Text>(&out.back().node);
        if (text != nullptr && before != nullptr) {
            before->text += text->text;
            out.back().span = joined(out.back().span, item.span);
        } else {
            out.push_back(std::move(item));
        }
    }
    inlines = std::move(out);
}

/// Whose words are known when an edition is made.
bool has_variable(const Inlines& inlines) {
    return std::ranges::any_of(inlines, [](const Inline& item) {
        const Inlines* content = content_of(item);
        return std::holds_alternative<Variable>(item.node) || (content != nullptr && has_variable(*content));
    });
}

class InlineReader {
  public:
    InlineReader(Span block, MarkdownReading& reading) : block_(block), reading_(reading) {}

    Inlines read(std::span<const MarkdownNode> nodes) {
        bool line_start = true;
        const MarkdownNode* before = nullptr;
        for (const MarkdownNode& node : nodes) {
            if (node.kind == MarkdownKind::text)
                read_text(node, line_start, before);
            else
                read_node(node);
            line_start = node.kind == MarkdownKind::soft_break;
            before = &node;
        }
        coalesce(out_);
        return std::move(out_);
    }

  private:
    Diagnostics& diagnostics() { return reading_.diagnostics; }

    void read_text(const MarkdownNode& node, bool line_start, const MarkdownNode* before) {
        const Span span = reading_.places.next(node.literal, node, block_);
        if (line_start && node.literal.starts_with(":::"))
            report(diagnostics(), "load.fence-misplaced", "`:::` line inside another block",
                   "begin it at the start of a line, outside lists and quotations", span);
        if (before != nullptr && before->kind == MarkdownKind::link &&
            node.literal.starts_with('{') && !node.literal.starts_with("{{"))
            report(diagnostics(), "load.attributes-misplaced", "a link takes no attributes",
                   "put the link inside a span: `[[text](https://…)]{keep}`", span);
        for (TextPiece& piece : split_text(node.literal)) {
            const Span place = place_of(node, piece, span);
            read_piece(piece, place);
        }
    }

    /// Offsets into a node's text are places only where nothing in it was decoded.
    Span place_of(const MarkdownNode& node, const TextPiece& piece, Span span) {
        if (!reading_.places.holds(span, node.literal))
            return reading_.places.next(piece.text, node, span);
        const auto begin = span.begin + static_cast<std::uint32_t>(piece.begin);
        return {span.source, begin, begin + static_cast<std::uint32_t>(piece.text.size())};
    }

    void read_piece(const TextPiece& piece, Span span) {
        const std::optional<Span> brackets = std::exchange(brackets_, std::nullopt);
        if (brackets && piece.text.starts_with('('))
            report(diagnostics(), "load.broken-link", "this is no link or picture, and would be printed as it stands",
                   "write the address without spaces, and a caption behind it in straight quotes: "
                   "`![…](images/map.png \"Caption\")`; or write `\\[` for a bracket",
                   *brackets);
        switch (piece.kind) {
        case TextPieceKind::words: return add_words(piece.text, span);
        case TextPieceKind::opening: open_.push_back(out_.size()); return put(Text{"["}, span);
        case TextPieceKind::closing:
            if (!open_.empty()) {
                brackets_ = joined(out_[open_.back()].span, span);
                open_.pop_back();
            }
            return put(Text{"]"}, span);
        case TextPieceKind::closing_with_attributes: return close_span(piece.text, span);
        case TextPieceKind::variable: return add_variable(piece.text, span);
        case TextPieceKind::unknown_footnote:
            return report(diagnostics(), "load.footnote-without-text",
                          "footnote `" + std::string(piece.text.substr(2, piece.text.size() - 3)) +
                              "` has no text",
                          "write `" + std::string(piece.text) +
                              ": …` on a line of its own, or `\\[` for a bracket",
                          span);
        case TextPieceKind::unclosed_variable:
            return report(diagnostics(), "load.variable-not-closed", "`{{` is not closed",
                          "end it with `}}`, or write `\\{\\{` for braces of the text", span);
        case TextPieceKind::unclosed_attributes:
            return report(diagnostics(), "load.malformed-attributes", "attributes are not closed",
                          "end them with `}`, or write `\\{` for a brace of the text", span);
        }
    }

    void add_words(std::string_view prepared, Span span) {
        std::string words = unescaped(prepared);
        // What stands in the file itself is reported by markdown_scan.
        const auto fault = forbidden_in(words);
        if (fault && !reading_.places.holds(span, prepared))
            report(diagnostics(), "load.control-character", std::string(*fault) + " by an entity",
                   "delete it", span);
        put(Text{std::move(words)}, span);
    }

    void add_variable(std::string_view text, Span span) {
        if (auto variable = parse_variable(text)) return put(*std::move(variable), span);
        report(diagnostics(), "load.malformed-variable",
               "`" + std::string(text) + "` is not a variable",
               "write `{{name}}` or `{{name:form}}` with letters, digits, `.`, `_` and `-`", span);
    }

    void close_span(std::string_view text, Span span) {
        if (open_.empty())
            return report(diagnostics(), "load.attributes-misplaced",
                          "attributes without a `[` before", "write `[text]{keep}`", span);
        const auto opening = static_cast<std::ptrdiff_t>(open_.back());
        open_.pop_back();
        Inlines content(std::make_move_iterator(out_.begin() + opening + 1),
                        std::make_move_iterator(out_.end()));
        const Span whole = joined(out_[static_cast<std::size_t>(opening)].span, span);
        out_.erase(out_.begin() + opening, out_.end());
        coalesce(content);
        const bool exact = span.end - span.begin == text.size();
        const Span braces = exact ? Span{span.source, span.begin + 1, span.end} : span;
        const auto attributes =
            read_attributes(text.substr(1), text.size() - 2, braces, diagnostics());
        if (attributes) put_span(*attributes, std::move(content), whole);
    }

    void put_span(const Attributes& attributes, Inlines content, Span whole) {
        if (!require_known(attributes, {"lang", "keep", "speaker", "instrument"}, "a span", diagnostics()))
            return;
        if (content.empty())
            report(diagnostics(), "load.empty-span", "span has no text", "write `[text]{…}`",
                   whole);
        if (!attributes.id.empty() || attributes.pairs.size() != 1)
            return report(diagnostics(), "load.malformed-attributes",
                          "a span takes exactly one of `lang`, `keep`, `speaker` and `instrument`",
                          "put one span inside another for two", attributes.span);
        const Attribute& attribute = attributes.pairs.front();
        if ((attribute.name == "keep") != attribute.is_flag)
            return report(diagnostics(), "load.malformed-attributes",
                          "`" + attribute.name + "` " +
                              (attribute.is_flag ? "needs a value" : "takes no value"),
                          "write `{lang=de}`, `{keep}`, `{speaker=\"Name\"}` or `{instrument=crc}`", attribute.span);
        if (attribute.name == "keep") return put(Protected{std::move(content)}, whole);
        if (attribute.name == "speaker")
            return put(Quotation{unescaped(attribute.value), std::move(content)}, whole);
        if (attribute.name == "instrument")
            return put(Mention{std::string(attribute.value), std::move(content)}, whole);
        if (auto language = languages::canonical(attribute.value))
            return put(ForeignText{*std::move(language), std::move(content)}, whole);
        report(diagnostics(), "load.malformed-language",
               "`" + attribute.value + "` is no language tag",
               "use a tag such as `de` or `sr-Cyrl`", attribute.span);
    }

    void read_node(const MarkdownNode& node) {
        brackets_.reset();
        switch (node.kind) {
        case MarkdownKind::soft_break:
            return put(Text{" "}, out_.empty() ? block_ : after(out_.back().span));
        case MarkdownKind::line_break:
            return put(LineBreak{}, out_.empty() ? block_ : after(out_.back().span));
        case MarkdownKind::code:
            return put(Code{as_written(node.literal)},
                       reading_.places.next(node.literal, node, block_));
        case MarkdownKind::emphasis: return put_around<Emphasis>(node);
        case MarkdownKind::strong: return put_around<Strong>(node);
        case MarkdownKind::link: return add_link(node);
        case MarkdownKind::footnote_reference: return add_footnote_reference(node);
        case MarkdownKind::html_inline:
            return report(diagnostics(), "load.raw-html", "raw HTML in the text",
                          "remove it, or write `\\<` for a less-than sign",
                          reading_.places.next(node.literal, node, block_));
        case MarkdownKind::image:
            return report(diagnostics(), "load.image-misplaced", "picture inside a line of text",
                          "give it a paragraph of its own",
                          reading_.places.next("![", node, block_));
        default: return;
        }
    }

    Inlines children(const MarkdownNode& node) {
        return InlineReader(block_, reading_).read(node.children);
    }
    Span span_of(const Inlines& content) const {
        return content.empty() ? block_ : joined(content.front().span, content.back().span);
    }
    template <class Node>
    void put_around(const MarkdownNode& node) {
        Inlines content = children(node);
        const Span span = span_of(content);
        put(Node{std::move(content)}, span);
    }
    Span after(Span before) const {
        return before == block_ ? block_ : Span{before.source, before.end, before.end + 1};
    }

    void add_link(const MarkdownNode& node) {
        Inlines content = children(node);
        const Span words = span_of(content);
        const Span target = reading_.places.next(node.target, node, words);
        const Span span = joined(words, target);
        if (trim_ascii(plain_text(content)).empty() && !has_variable(content)) {
            report(diagnostics(), "load.link-without-text", "link has no text",
                   "say between the brackets where it leads", target);
            return;
        }
        if (!node.title.empty())
            report(diagnostics(), "load.link-title", "the title of a link is shown nowhere",
                   "write it as text", target, Severity::warning);
        const std::string address = unescaped(node.target);
        if (address.starts_with('#'))
            return put(CrossReference{address.substr(1), std::move(content)}, span);
        if (auto checked = checked_address(address, target, diagnostics()))
            put(Link{*std::move(checked), std::move(content)}, span);
    }

    void add_footnote_reference(const MarkdownNode& node) {
        std::size_t number = 0;
        std::from_chars(node.literal.data(), node.literal.data() + node.literal.size(), number);
        if (number == 0 || number >= reading_.footnote_labels.size()) return;
        const std::string& label = reading_.footnote_labels[number];
        put(FootnoteReference{label}, reading_.places.next("[^" + label + "]", node, block_));
    }

    template <class Node>
    void put(Node node, Span span) {
        out_.push_back({std::move(node), span});
    }

    Span block_;
    MarkdownReading& reading_;
    Inlines out_;
    std::vector<std::size_t> open_; ///< indices in out_ of `[` that may begin a span
    std::optional<Span> brackets_;  ///< of `[…]` that stands right before the next piece
};

} // namespace

Inlines read_inlines(std::span<const MarkdownNode> nodes, Span block, MarkdownReading& reading) {
    return InlineReader(block, reading).read(nodes);
}

std::optional<Attributes> read_attributes(std::string_view text, std::size_t close, Span span,
                                          Diagnostics& diagnostics) {
    const bool exact = span.end - span.begin >= close + 1;
    const Span inside =
        exact ? Span{span.source, span.begin + 1, span.begin + static_cast<std::uint32_t>(close)}
              : span;
    auto attributes = parse_attributes(text.substr(1, close - 1), inside);
    append(diagnostics, std::move(attributes.diagnostics));
    return std::move(attributes.value);
}

std::optional<Attributes> take_attributes(std::vector<MarkdownNode>& nodes, Span block,
                                          MarkdownReading& reading) {
    if (nodes.empty() || nodes.back().kind != MarkdownKind::text) return std::nullopt;
    std::string& text = nodes.back().literal;
    const std::size_t end = text.find_last_not_of(' ');
    const std::size_t open = text.rfind('{');
    if (end == std::string::npos || text[end] != '}' || open == std::string::npos)
        return std::nullopt;
    const bool is_variable = (open > 0 && text[open - 1] == '{') || text.starts_with("{{");
    const bool is_span = open > 0 && text[open - 1] == ']';
    if ((is_variable && end > 0 && text[end - 1] == '}') || is_span) return std::nullopt;

    const std::string braces = text.substr(open, end - open + 1);
    // The heading's words come first in the file; looking for the braces must not pass over them.
    MarkdownPlaces ahead = reading.places;
    const auto attributes = read_attributes(
        braces, braces.size() - 1, ahead.next(braces, nodes.back(), block), reading.diagnostics);
    text.erase(open);
    while (text.ends_with(' ')) text.pop_back();
    if (text.empty()) nodes.pop_back();
    return attributes;
}

std::string words_of(std::span<const MarkdownNode> nodes) {
    std::string words;
    for (const MarkdownNode& node : nodes) {
        if (node.kind == MarkdownKind::text)
            words += unescaped(node.literal);
        else if (node.kind == MarkdownKind::code)
            words += as_written(node.literal);
        else if (node.kind == MarkdownKind::soft_break || node.kind == MarkdownKind::line_break)
            words += ' ';
        else
            words += words_of(node.children);
    }
    return words;
}

} // namespace presskit::load
