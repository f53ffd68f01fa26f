// SPDX-License-Identifier: Apache-2.0
#include "stages/load/section_checks.hpp"

#include "stages/load/attributes.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::load {
namespace {

/// The words as they will be read, with variables as written and one space between words.
void add_words(const Inlines& inlines, std::string& out) {
    const auto add = [&](std::string_view text) {
        for (const char c : text) {
            const bool is_space = c == ' ' || c == '\n' || c == '\t';
            if (!is_space || (!out.empty() && out.back() != ' ')) out += is_space ? ' ' : c;
        }
    };
    for (const Inline& item : inlines) {
        if (const auto* text = std::get_if<Text>(&item.node)) add(text->text);
        else if (const auto* code = std::get_if<Code>(&item.node)) add(code->text);
        else if (std::holds_alternative<LineBreak>(item.node)) add(" ");
        else if (const auto* variable = std::get_if<Variable>(&item.node))
            add("{{" + variable->name + ":" + variable->argument + "}}");
        else if (const Inlines* content = content_of(item)) add_words(*content, out);
    }
}

std::string words_of(const Inlines& inlines) {
    std::string words;
    add_words(inlines, words);
    while (words.ends_with(' ')) words.pop_back();
    return words;
}

/// Calls or links in decoration would lead nowhere.
bool is_plain(const Inlines& inlines) {
    return std::ranges::all_of(inlines, [](const Inline& item) {
        if (std::holds_alternative<Link>(item.node) ||
            std::holds_alternative<CrossReference>(item.node) ||
            std::holds_alternative<FootnoteReference>(item.node))
            return false;
        const Inlines* content = content_of(item);
        return content == nullptr || is_plain(*content);
    });
}

class SectionChecker {
  public:
    explicit SectionChecker(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void check(const Blocks& body) {
        visit(body);
        for (const Quoted& quote : quotes_) {
            const bool said = std::ranges::any_of(text_, [&](const std::string& block) {
                return block.find(quote.words) != std::string::npos;
            });
            if (!said)
                report(diagnostics_, "load.pull-quote-not-in-text",
                       "the words of this pull quote do not stand in the text",
                       "repeat words of one paragraph exactly: only those who see the page are "
                       "shown them twice",
                       quote.span);
        }
    }

  private:
    struct Quoted {
        std::string words;
        Span span;
    };

    void visit(const Blocks& blocks) {
        for (const Block& block : blocks)
            std::visit(
                overloaded{[&](const Paragraph& node) { text_.push_back(words_of(node.content)); },
                           [&](const List& node) {
                               for (const ListItem& item : node.items) visit(item.content);
                           },
                           [&](const Section& node) { section(node, block.span); },
                           [&](const auto& node) {
                               if constexpr (requires { Blocks{node.content}; }) visit(node.content);
                           }},
                block.node);
    }

    void section(const Section& section, Span span) {
        if (section.kind == SectionKind::pull_quote) return pull_quote(section, span);
        if (section.kind == SectionKind::figures) figures(section, span);
        if (section.kind == SectionKind::glossary) glossary(section, span);
        if (section.kind == SectionKind::instruments) instruments(section, span);
        visit(section.content);
    }

    void pull_quote(const Section& section, Span span) {
        const auto* paragraph = section.content.size() == 1
                                    ? std::get_if<Paragraph>(&section.content.front().node)
                                    : nullptr;
        if (paragraph == nullptr || !is_plain(paragraph->content)) {
            if (!section.content.empty())
                report(diagnostics_, "load.malformed-pull-quote",
                       "a pull quote is one paragraph without links and footnotes",
                       "write one paragraph between the lines of `:::`", span);
            return;
        }
        quotes_.push_back({words_of(paragraph->content), section.content.front().span});
    }

    /// True of one list without numbers whose items each begin with bold words and go on.
    static bool is_defining_list(const Section& section, std::size_t least, std::size_t most) {
        const auto* list = section.content.size() == 1
                               ? std::get_if<List>(&section.content.front().node)
                               : nullptr;
        return list != nullptr && !list->ordered && list->items.size() >= least &&
               list->items.size() <= most && std::ranges::all_of(list->items, is_figure);
    }

    void glossary(const Section& section, Span span) {
        if (section.content.empty()) return; // reported as an empty block
        if (!is_defining_list(section, 1, most_terms))
            report(diagnostics_, "load.malformed-glossary",
                   "a glossary is one list of up to 500 items, each a bold term and what it means",
                   "write `- **Grooming** Building trust with a child …`, line by line", span);
    }

    void instruments(const Section& section, Span span) {
        if (!section.content.empty())
            report(diagnostics_, "load.malformed-instruments",
                   "the index of instruments is made, not written",
                   "leave nothing between `::: instruments` and `:::`", span);
        if (std::exchange(has_instruments_, true))
            report(diagnostics_, "load.malformed-instruments",
                   "a text has one index of instruments", "remove this one", span);
    }

    void figures(const Section& section, Span span) {
        if (section.content.empty()) return; // reported as an empty block
        if (!is_defining_list(section, least_figures, most_figures))
            report(diagnostics_, "load.malformed-figures",
                   "key figures are one list of 2 to 8 items, each a bold value and what it counts",
                   "write `- **6** countries of the region`, line by line", span);
    }

    static bool is_figure(const ListItem& item) {
        if (item.content.size() != 1) return false;
        const auto* paragraph = std::get_if<Paragraph>(&item.content.front().node);
        return paragraph != nullptr && paragraph->content.size() > 1 &&
               std::holds_alternative<Strong>(paragraph->content.front().node);
    }

    Diagnostics& diagnostics_;
    std::vector<std::string> text_; ///< of each paragraph
    std::vector<Quoted> quotes_;
    bool has_instruments_ = false;
};

} // namespace

void check_sections(const Blocks& body, Diagnostics& diagnostics) {
    SectionChecker(diagnostics).check(body);
}

} // namespace presskit::load
