// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/inline_text.hpp"

#include "pipeline/base/telephone.hpp"
#include "pipeline/languages/languages.hpp"

#include <algorithm>
#include <optional>

namespace presskit::compose {
namespace {

/// Walks inlines depth first. Text between two child elements is one content of its parent.
class Collector {
  public:
    Collector(Composition& c, StyledText& text) : c_(c), text_(text) {}

    void walk(const Inlines& inlines, const TextLook& look, ElementId parent) {
        std::optional<ContentId> open;
        for (const Inline& item : inlines) one(item, look, parent, open);
    }

  private:
    using Open = std::optional<ContentId>;

    void words(std::string_view words, TextLook look, ElementId parent, Open& open, Span span) {
        if (!open) open = c_.tree.add_content(parent);
        look.tag = *open;
        text_.add(words, look, span);
    }
    void running_text(std::string_view text, const TextLook& look, ElementId parent, Open& open, Span span);
    /// Inlines that only look different stay in their parent's content.
    void restyle(const Inlines& inlines, const TextLook& look, ElementId parent, Open& open) {
        for (const Inline& item : inlines) one(item, look, parent, open);
    }
    void child(const Inlines& inlines, const TextLook& look, ElementId element, Open& open) {
        open.reset();
        walk(inlines, look, element);
    }
    void one(const Inline& item, const TextLook& look, ElementId parent, Open& open);
    void link(LinkTarget target, const Inlines& inlines, TextLook look, ElementId parent, Open& open,
              Span span);
    void footnote(const FootnoteReference& reference, TextLook look, ElementId parent, Open& open,
                  Span span);
    void mention(const Mention& mention);

    Composition& c_;
    StyledText& text_;
};

void Collector::link(LinkTarget target, const Inlines& inlines, TextLook look, ElementId parent,
                     Open& open, Span span) {
    target.element = c_.tree.add(parent, StructureRole::link, span);
    if (target.description.empty()) target.description = words_of(inlines);
    look.link = static_cast<std::uint32_t>(c_.links.size());
    look.color = c_.brand().accent;
    look.underlined = true;
    const ElementId element = target.element;
    c_.links.push_back(std::move(target));
    const auto begin = static_cast<std::uint32_t>(text_.text.size());
    child(inlines, look, element, open);
    text_.isolate(begin);
}

void Collector::footnote(const FootnoteReference& reference, TextLook look, ElementId parent,
                         Open& open, Span span) {
    const auto known = c_.footnote_numbers.find(reference.id);
    if (known == c_.footnote_numbers.end()) return;
    const Footnote& note = c_.edition.document.footnotes[known->second];
    const std::string mark = note.mark.empty() ? std::to_string(note.number) : note.mark;
    ElementId element = c_.tree.add(parent, StructureRole::reference, span);
    if (!look.link) { // a link in a link has no area of its own
        element = c_.tree.add(element, StructureRole::link, span);
        c_.links.push_back({"", "note-" + reference.id, element, c_.language.word(Word::note) + " " + mark});
        look.link = static_cast<std::uint32_t>(c_.links.size() - 1);
    }
    if (note.mark.empty()) {
        look.rise = look.size * 34 / 100;
        look.size = look.size * 64 / 100;
    }
    look.tag = c_.tree.add_content(element);
    const auto begin = static_cast<std::uint32_t>(text_.text.size());
    text_.add(mark, look, span);
    text_.isolate(begin); // its digit would take a full stop before it to the Latin name that this ends
    if (c_.called_footnotes.insert(known->second).second) // a note is set once, below its first call
        text_.footnotes.push_back({static_cast<std::uint32_t>(text_.text.size()), known->second});
    open.reset();
}

void Collector::mention(const Mention& mention) {
    const auto& known = c_.campaign.instruments;
    const auto row = std::ranges::find(known, mention.instrument, &Instrument::id);
    if (row != known.end())
        text_.mentions.push_back({static_cast<std::uint32_t>(text_.text.size()),
                                  static_cast<std::uint32_t>(row - known.begin())});
}

/// Between words from right to left the groups of a telephone number would change their order.
void Collector::running_text(std::string_view text, const TextLook& look, ElementId parent, Open& open, Span span) {
    std::size_t done = 0;
    if (look.language->direction == Direction::right_to_left)
        for (const auto& [begin, end] : telephone_numbers(text)) {
            if (begin > done) words(text.substr(done, begin - done), look, parent, open, span);
            const auto number = static_cast<std::uint32_t>(text_.text.size());
            words(text.substr(begin, end - begin), look, parent, open, span);
            text_.isolate(number, Direction::left_to_right);
            done = end;
        }
    if (done < text.size() || done == 0) words(text.substr(done), look, parent, open, span);
}

void Collector::one(const Inline& item, const TextLook& look, ElementId parent, Open& open) {
    std::visit(
        overloaded{
            [&](const Text& node) { running_text(node.text, look, parent, open, item.span); },
            [&](const Code& node) {
                TextLook code = look;
                if (!c_.brand().code_family.empty()) code.family = c_.brand().code_family;
                const auto begin = static_cast<std::uint32_t>(text_.text.size());
                child({{Text{node.text}, item.span}}, code,
                      c_.tree.add(parent, StructureRole::code, item.span), open);
                text_.isolate(begin, Direction::left_to_right);
            },
            [&](const LineBreak&) { words("\n", look, parent, open, item.span); },
            [&](const Variable&) {}, // an edition has none left
            [&](const Emphasis& node) {
                TextLook other = look;
                other.italic = !look.italic;
                restyle(node.content, other, parent, open);
            },
            [&](const Strong& node) {
                TextLook other = look;
                other.bold = true;
                restyle(node.content, other, parent, open);
            },
            [&](const Protected& node) {
                const auto begin = static_cast<std::uint32_t>(text_.text.size());
                restyle(node.content, look, parent, open);
                text_.isolate(begin);
            },
            [&](const Link& node) {
                link({node.target, "", {}, ""}, node.content, look, parent, open, item.span);
            },
            [&](const CrossReference& node) {
                link({"", node.id, {}, ""}, node.content, look, parent, open, item.span);
            },
            [&](const FootnoteReference& node) { footnote(node, look, parent, open, item.span); },
            [&](const ForeignText& node) {
                const ElementId element = c_.tree.add(parent, StructureRole::span, item.span);
                c_.tree.at(element).language = node.language;
                TextLook other = look;
                const auto begin = static_cast<std::uint32_t>(text_.text.size());
                std::optional<Direction> direction;
                if (const Language* language = languages::find(node.language)) {
                    other.language = language;
                    other.tracking = tracking_in(*language, look.tracking);
                    direction = language->direction;
                }
                child(node.content, other, element, open);
                text_.isolate(begin, direction);
            },
            [&](const Abbreviation& node) {
                const ElementId element = c_.tree.add(parent, StructureRole::span, item.span);
                c_.tree.at(element).expansion = node.expansion;
                child(node.content, look, element, open);
            },
            [&](const Mention& node) {
                mention(node);
                restyle(node.content, look, parent, open);
            },
            [&](const Quotation& node) {
                child(node.content, look, c_.tree.add(parent, StructureRole::quote, item.span), open);
            }},
        item.node);
}

void append_plain(const Inlines& inlines, Span span, Inlines& out) {
    for (const Inline& item : inlines) {
        const Inlines* content = content_of(item);
        if (const auto* foreign = std::get_if<ForeignText>(&item.node)) {
            out.push_back({ForeignText{foreign->language, plain(foreign->content, span)}, span});
        } else if (content) {
            append_plain(*content, span, out);
        } else if (std::string words = words_of({item}); !words.empty()) {
            // Text beside text becomes one, so that it is shaped and divided as one.
            auto* before = out.empty() ? nullptr : std::get_if<Text>(&out.back().node);
            if (before) before->text += words;
            else out.push_back({Text{std::move(words)}, span});
        }
    }
}

void append_words(const Inlines& inlines, std::string& out) {
    for (const Inline& item : inlines) {
        if (const auto* text = std::get_if<Text>(&item.node)) out += text->text;
        else if (const auto* code = std::get_if<Code>(&item.node)) out += code->text;
        else if (std::holds_alternative<LineBreak>(item.node)) out += ' ';
        else if (const Inlines* content = content_of(item)) append_words(*content, out);
    }
}

} // namespace

void collect(Composition& c, const Inlines& inlines, const TextLook& look, ElementId parent,
             StyledText& text) {
    Collector(c, text).walk(inlines, look, parent);
}

StyledText styled(Composition& c, const Inlines& inlines, const TextStyle& style, ElementId parent) {
    StyledText text;
    collect(c, inlines, look_of(style, c.language, ArtifactKind::layout), parent, text);
    return text;
}

StyledText styled(Composition& c, std::string_view words, const TextStyle& style, ElementId parent,
                  Span span) {
    StyledText text;
    if (!words.empty()) text.add(words, look_of(style, c.language, c.tree.add_content(parent)), span);
    return text;
}

StyledText decoration(const Language& language, std::string_view words, const TextStyle& style,
                      ArtifactKind kind) {
    StyledText text;
    text.add(words, look_of(style, language, kind), {});
    return text;
}

Inlines plain(const Inlines& inlines, Span span) {
    Inlines out;
    append_plain(inlines, span, out);
    return out;
}

std::string words_of(const Inlines& inlines) {
    std::string out;
    append_words(inlines, out);
    return out;
}

} // namespace presskit::compose
