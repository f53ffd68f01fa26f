// SPDX-License-Identifier: Apache-2.0
#include "stages/model/plain_text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace presskit {
namespace {

class Writer {
  public:
    explicit Writer(std::string run_in) : run_in_(std::move(run_in)) {}

    void line(std::string_view words) {
        if (words.empty()) return;
        out_ += words;
        out_ += '\n';
    }

    void blocks(const Blocks& all) {
        for (const Block& block : all)
            std::visit([this](const auto& node) { write(node); }, block.node);
    }

    std::string take() { return std::move(out_); }

  private:
    void write(const Paragraph& paragraph) {
        const std::string before = run_in_.empty() ? "" : std::exchange(run_in_, {}) + " ";
        line(before + plain_text(paragraph.content));
    }
    void write(const Heading& heading) {
        line((heading.number.empty() ? "" : heading.number + " ") + plain_text(heading.content));
    }
    void write(const List& list) {
        for (const ListItem& item : list.items) blocks(item.content);
    }
    void write(const BlockQuote& quote) { blocks(quote.content); }
    void write(const Callout& callout) {
        line(callout.title);
        blocks(callout.content);
    }
    void write(const Conditional& conditional) { blocks(conditional.content); }
    void write(const Section& section) {
        if (section.kind != SectionKind::pull_quote) blocks(section.content);
    }
    void write(const Table& table) {
        line(plain_text(table.caption));
        for (const TableCell& cell : table.header) line(plain_text(cell.content));
        for (const TableRow& row : table.rows)
            for (const TableCell& cell : row) line(plain_text(cell.content));
    }
    void write(const Chart& chart) { write(chart.table); }
    void write(const Figure& figure) { line(figure.caption); }
    void write(const CodeBlock& code) {
        line(code.text.substr(0, code.text.find_last_not_of('\n') + 1));
    }
    void write(const ThematicBreak&) {}

    std::string run_in_;
    std::string out_;
};

/// Quotation marks and brackets may stand behind the sign that ends a sentence.
bool ends_sentence(std::string_view words) {
    constexpr std::array<std::string_view, 9> closing{"”", "’", "\"", "'", "»", "«", "“", ")", "\u00A0"};
    constexpr std::array<std::string_view, 7> ends{".", "!", "?", "…", ":", "؟", "۔"};
    const auto is_last = [&](std::string_view sign) { return words.ends_with(sign); };
    for (auto sign = std::ranges::find_if(closing, is_last); sign != closing.end();
         sign = std::ranges::find_if(closing, is_last))
        words.remove_suffix(sign->size());
    return std::ranges::any_of(ends, is_last);
}

} // namespace

std::string with_credit(std::string caption, const std::string& credit) {
    if (caption.empty() || credit.empty()) return caption + credit;
    const std::string_view between = ends_sentence(caption) ? " " : ". ";
    return std::move(caption.append(between).append(credit));
}

std::string plain_text(const Inlines& inlines) {
    std::string out;
    for (const Inline& item : inlines) {
        if (const auto* text = std::get_if<Text>(&item.node))
            out += text->text;
        else if (const auto* code = std::get_if<Code>(&item.node))
            out += code->text;
        else if (std::holds_alternative<LineBreak>(item.node))
            out += ' ';
        else if (const Inlines* content = content_of(item))
            out += plain_text(*content);
    }
    return out;
}

std::string plain_text(const Edition& edition) {
    const DocumentHead& head = edition.document.head;
    Writer writer(head.dateline);
    writer.line(head.kicker);
    writer.line(head.country);
    writer.line(head.title);
    writer.line(head.deck);
    writer.blocks(edition.document.body);
    for (const Footnote& footnote : edition.document.footnotes) writer.blocks(footnote.content);
    return writer.take();
}

} // namespace presskit
