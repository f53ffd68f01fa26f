// SPDX-License-Identifier: Apache-2.0
#include "stages/load/markdown_blocks.hpp"

#include "stages/load/directives.hpp"
#include "stages/load/markdown_charts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace presskit::load {
namespace {

enum class Headings { allowed, refused };

bool is_caption(const MarkdownNode& node) {
    return node.kind == MarkdownKind::paragraph && !node.children.empty() &&
           node.children.front().kind == MarkdownKind::text &&
           node.children.front().literal.starts_with(": ");
}

/// Reads the blocks of one container in order; a caption waits for the table behind it.
class BlockReader {
  public:
    BlockReader(MarkdownReading& reading, Headings headings)
        : reading_(reading), headings_(headings) {}

    /// `follower` is the node behind `node` in the same container, or null.
    void read(MarkdownNode& node, const MarkdownNode* follower, Blocks& out) {
        const Span span = reading_.places.block(node);
        reading_.places.enter(span);
        switch (node.kind) {
        case MarkdownKind::paragraph: return read_paragraph(node, span, follower, out);
        case MarkdownKind::heading: return read_heading(node, span, out);
        case MarkdownKind::block_quote:
            return put(BlockQuote{read_blocks(node.children, reading_)}, span, out);
        case MarkdownKind::list: return read_list(node, span, out);
        case MarkdownKind::code_block: return put(CodeBlock{as_written(node.literal)}, span, out);
        case MarkdownKind::thematic_break: return put(ThematicBreak{}, span, out);
        case MarkdownKind::table:
            out.push_back(read_table(node, std::exchange(caption_, {}), reading_));
            return;
        case MarkdownKind::html_block:
            return fault("load.raw-html", "raw HTML in the text",
                         "remove it, or write `\\<` for a less-than sign", span);
        default: return;
        }
    }

  private:
    void fault(std::string_view code, std::string message, std::string hint, Span span) {
        report(reading_.diagnostics, code, std::move(message), std::move(hint), span);
    }

    template <class Node>
    static void put(Node node, Span span, Blocks& out) {
        out.push_back({std::move(node), span});
    }

    void read_paragraph(MarkdownNode& node, Span span, const MarkdownNode* follower, Blocks& out) {
        if (is_caption(node)) return read_caption(node, span, follower);
        std::optional<Figure> figure;
        if (read_figure(node, span, figure, reading_)) {
            if (figure) put(*std::move(figure), span, out);
            return;
        }
        Inlines content = read_inlines(node.children, span, reading_);
        if (!content.empty()) put(Paragraph{std::move(content)}, span, out);
    }

    void read_caption(MarkdownNode& node, Span span, const MarkdownNode* follower) {
        if (follower == nullptr || follower->kind != MarkdownKind::table)
            return fault("load.caption-without-table", "caption without a table behind it",
                         "put the table behind it, or write `\\:` for a colon of the text", span);
        const auto attributes = take_attributes(node.children, span, reading_);
        if (attributes) {
            require_known(*attributes, {"header-column", "header-rows"}, "a caption", reading_.diagnostics);
            caption_.id = attributes->id;
            caption_.header_column = attributes->find("header-column") != nullptr;
            if (const Attribute* rows = attributes->find("header-rows")) read_header_rows(*rows);
        }
        if (node.children.empty() || !is_caption(node)) return; // the table reports the lack
        node.children.front().literal.erase(0, 2);
        node.children.front().start_column += 2;
        caption_.words = read_inlines(node.children, span, reading_);
    }

    void read_header_rows(const Attribute& rows) {
        const std::string& value = rows.value;
        const bool sound = value.size() == 1 && value[0] >= '1' &&
                           value[0] <= static_cast<char>('0' + header_row_limit);
        if (!sound)
            return fault("load.header-rows", "`" + value + "` is no number of header rows",
                         "write one from 1 to 4, such as `{header-rows=2}`", rows.span);
        caption_.header_rows = static_cast<std::size_t>(value[0] - '0');
    }

    void read_heading(MarkdownNode& node, Span span, Blocks& out) {
        if (headings_ == Headings::refused)
            return fault("load.heading-misplaced", "heading inside a list, quotation or footnote",
                         "use bold text, or move it out", span);
        if (node.level == 1)
            return fault("load.heading-level-1", "heading of level 1 in the text",
                         "the title stands in the front matter; begin headings with `##`", span);
        const auto attributes = take_attributes(node.children, span, reading_);
        Heading heading;
        heading.level = node.level;
        if (attributes) read_heading_attributes(*attributes, heading);
        heading.content = read_inlines(node.children, span, reading_);
        if (heading.content.empty())
            return fault("load.heading-empty", "heading has no text", "write one, or remove it",
                         span);
        put(std::move(heading), span, out);
    }

    void read_heading_attributes(const Attributes& attributes, Heading& heading) {
        require_known(attributes, {"actor", "part"}, "a heading", reading_.diagnostics);
        heading.id = attributes.id;
        if (const Attribute* part = attributes.find("part")) {
            heading.part = heading.level == 2 ? 1 : 0;
            if (!part->is_flag || heading.level != 2 || attributes.find("actor") != nullptr)
                fault("load.malformed-part", "a part is a heading of level 2, without a value or an actor",
                      "write `## The law {#law part}`", part->span);
        }
        const Attribute* actor = attributes.find("actor");
        if (actor == nullptr) return;
        heading.actor = actor->value;
        if (!is_well_formed_id(actor->value))
            fault("load.malformed-actor", "`" + actor->value + "` is no name of an actor",
                  "use one of brand.yaml's `actors`, for instance `government`", actor->span);
    }

    void read_list(MarkdownNode& node, Span span, Blocks& out) {
        List list{node.ordered, node.level, node.tight, {}};
        for (MarkdownNode& item : node.children) {
            const Span item_span = reading_.places.block(item);
            list.items.push_back({read_blocks(item.children, reading_), item_span});
        }
        put(std::move(list), span, out);
    }

    MarkdownReading& reading_;
    Headings headings_;
    TableCaption caption_;
};

Block closed(const Directive& directive, Blocks content, Span end) {
    const Span span{directive.span.source, directive.span.begin, end.end};
    switch (directive.kind) {
    case DirectiveKind::note:
        return {Callout{CalloutKind::note, directive.title, std::move(content)}, span};
    case DirectiveKind::warning:
        return {Callout{CalloutKind::warning, directive.title, std::move(content)}, span};
    case DirectiveKind::contact: return {Section{SectionKind::contact, std::move(content)}, span};
    case DirectiveKind::boilerplate:
        return {Section{SectionKind::boilerplate, std::move(content)}, span};
    case DirectiveKind::figures: return {Section{SectionKind::figures, std::move(content)}, span};
    case DirectiveKind::pull_quote:
        return {Section{SectionKind::pull_quote, std::move(content)}, span};
    case DirectiveKind::glossary: return {Section{SectionKind::glossary, std::move(content)}, span};
    case DirectiveKind::instruments:
        return {Section{SectionKind::instruments, std::move(content)}, span};
    case DirectiveKind::chart:
    case DirectiveKind::only:
    case DirectiveKind::close: break;
    }
    return {Conditional{directive.countries, directive.languages, std::move(content)}, span};
}

/// The top level: `:::` lines, which are thematic breaks to cmark, open and close frames.
class BodyReader {
  public:
    BodyReader(std::span<const ScannedLine> fences, MarkdownReading& reading)
        : fences_(fences), reading_(reading), blocks_(reading, Headings::allowed) {}

    Blocks read(std::span<MarkdownNode> nodes) {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const MarkdownNode* follower = i + 1 < nodes.size() ? &nodes[i + 1] : nullptr;
            if (const ScannedLine* fence = fence_at(nodes[i]))
                read_fence(*fence);
            else
                blocks_.read(nodes[i], follower, frames_.back().content);
        }
        report_unseen();
        while (frames_.size() > 1) {
            report(reading_.diagnostics, "load.fence-not-closed", "`:::` block is not closed",
                   "end it with a line `:::`", frames_.back().directive.span);
            close_frame(frames_.back().directive.span);
        }
        return std::move(frames_.front().content);
    }

  private:
    struct Frame {
        Directive directive;
        Blocks content;
    };

    const ScannedLine* fence_at(const MarkdownNode& node) {
        if (node.kind != MarkdownKind::thematic_break) return nullptr;
        const auto found =
            std::ranges::lower_bound(fences_, node.start_line, {}, &ScannedLine::number);
        return found != fences_.end() && found->number == node.start_line ? &*found : nullptr;
    }

    void read_fence(const ScannedLine& fence) {
        ++seen_;
        auto directive = parse_directive(trim_line(fence), fence.span);
        append(reading_.diagnostics, std::move(directive.diagnostics));
        // A faulty opening line still opens, so that its closing line is no fault of its own.
        Directive opened = directive ? *std::move(directive.value) : Directive{};
        if (!directive) opened = {DirectiveKind::only, {}, {}, {}, {}, fence.span};
        if (opened.kind != DirectiveKind::close) return open_frame(std::move(opened));
        if (frames_.size() > 1) return close_frame(fence.span);
        report(reading_.diagnostics, "load.fence-not-opened", "`:::` closes nothing",
               "remove it, or open a block with `::: note`", fence.span);
    }

    /// The line as the author wrote it; the prepared text has a thematic break in its place.
    std::string_view trim_line(const ScannedLine& fence) const {
        return reading_.original.substr(fence.span.begin - reading_.body_begin,
                                        fence.span.end - fence.span.begin);
    }

    void open_frame(Directive directive) {
        if (frames_.size() == fence_depth_limit + 1)
            report(reading_.diagnostics, "load.fence-too-deep",
                   "`:::` blocks are nested more than 8 deep", "close some first", directive.span);
        frames_.push_back({std::move(directive), {}});
    }

    void close_frame(Span end) {
        Frame frame = std::move(frames_.back());
        frames_.pop_back();
        Blocks& outer = frames_.back().content;
        if (frames_.size() > fence_depth_limit) {
            std::ranges::move(frame.content, std::back_inserter(outer));
            return;
        }
        if (frame.directive.kind == DirectiveKind::chart) {
            if (auto chart = read_chart(frame.directive, std::move(frame.content), reading_.diagnostics))
                outer.push_back({*std::move(chart),
                                 {end.source, frame.directive.span.begin, end.end}});
            return;
        }
        if (frame.content.empty() && frame.directive.kind != DirectiveKind::instruments)
            report(reading_.diagnostics, "load.fence-empty", "`:::` block is empty",
                   "write something in it, or remove it", frame.directive.span);
        outer.push_back(closed(frame.directive, std::move(frame.content), end));
    }

    /// A fence that cmark took for part of another block, for instance of raw HTML.
    void report_unseen() {
        if (seen_ == fences_.size()) return;
        report(reading_.diagnostics, "load.fence-misplaced", "a `:::` line is inside another block",
               "put blank lines around the lines of `:::`", fences_.back().span);
    }

    std::span<const ScannedLine> fences_;
    MarkdownReading& reading_;
    BlockReader blocks_;
    std::vector<Frame> frames_{1};
    std::size_t seen_ = 0;
};

} // namespace

Blocks read_body(std::span<MarkdownNode> nodes, std::span<const ScannedLine> fences,
                 MarkdownReading& reading) {
    return BodyReader(fences, reading).read(nodes);
}

Blocks read_blocks(std::span<MarkdownNode> nodes, MarkdownReading& reading) {
    BlockReader blocks(reading, Headings::refused);
    Blocks out;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        blocks.read(nodes[i], i + 1 < nodes.size() ? &nodes[i + 1] : nullptr, out);
    return out;
}

} // namespace presskit::load
