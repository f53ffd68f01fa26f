// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"
#include "stages/load/markdown_blocks.hpp"
#include "stages/load/markdown_links.hpp"

#include <utility>

namespace presskit::load {
namespace {

std::optional<Attributes> attributes_behind(const MarkdownNode& image,
                                            std::vector<MarkdownNode>& nodes, Span span,
                                            MarkdownReading& reading) {
    if (nodes.size() == 1) {
        Attributes none;
        none.span = reading.places.next("![", image, span);
        return none;
    }
    if (nodes.size() != 2 || nodes[1].kind != MarkdownKind::text ||
        !nodes[1].literal.starts_with('{'))
        return std::nullopt;
    const std::string& text = nodes[1].literal;
    const std::size_t close = closing_brace(text, 0);
    if (close == std::string::npos || !trim_ascii(std::string_view(text).substr(close + 1)).empty())
        return std::nullopt;
    return read_attributes(text, close, reading.places.next(text, nodes[1], span),
                           reading.diagnostics);
}

/// Only words reach an alternative text; HTML between its brackets would be gone without a trace.
void check_no_html(std::span<const MarkdownNode> nodes, Span span, MarkdownReading& reading) {
    for (const MarkdownNode& node : nodes) {
        if (node.kind == MarkdownKind::html_inline)
            report(reading.diagnostics, "load.raw-html", "raw HTML in an alternative text",
                   "remove it, or write `\\<` for a less-than sign", span);
        check_no_html(node.children, span, reading);
    }
}

void check_alternative(const Figure& figure, Span span, Diagnostics& diagnostics) {
    const bool has_text = !trim_ascii(figure.alternative_text).empty();
    if (figure.decorative && has_text)
        report(diagnostics, "load.image-decorative", "decorative picture has alternative text",
               "remove the text, or `decorative` if the picture says something", span);
    if (!figure.decorative && !has_text)
        report(diagnostics, "load.image-without-alternative-text",
               "picture has no alternative text",
               "describe it between the brackets, or add `{decorative}`", span);
}

/// Readers are owed what they look at.
void check_caption(const Figure& figure, Span span, Diagnostics& diagnostics) {
    if (figure.decorative) return;
    if (trim_ascii(figure.caption).empty())
        report(diagnostics, "load.image-without-caption", "picture has no caption",
               "write it in quotation marks behind the path: `(images/map.png \"What it shows\")`", span,
               Severity::warning);
}

} // namespace

bool read_figure(MarkdownNode& node, Span span, std::optional<Figure>& out,
                 MarkdownReading& reading) {
    auto& nodes = node.children;
    if (nodes.empty() || nodes.front().kind != MarkdownKind::image) return false;
    const std::size_t faults = reading.diagnostics.size();
    const MarkdownNode& image = nodes.front();
    const auto attributes = attributes_behind(image, nodes, span, reading);
    if (!attributes) return reading.diagnostics.size() != faults;

    Figure figure;
    figure.path = unescaped(image.target);
    figure.alternative_text = words_of(image.children);
    figure.caption = unescaped(image.title);
    require_known(*attributes, {"credit", "decorative"}, "a picture", reading.diagnostics);
    if (!attributes->id.empty())
        report(reading.diagnostics, "load.unknown-attribute", "a picture has no id", "remove it",
               attributes->id_span);
    if (const auto* credit = attributes->find("credit")) figure.credit = unescaped(credit->value);
    figure.decorative = attributes->find("decorative") != nullptr;
    check_image_path(figure.path, span, reading.diagnostics);
    check_no_html(image.children, span, reading);
    check_alternative(figure, span, reading.diagnostics);
    check_caption(figure, span, reading.diagnostics);
    out = std::move(figure);
    return true;
}

} // namespace presskit::load
