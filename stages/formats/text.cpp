// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/text.hpp"

#include "pipeline/base/telephone.hpp"
#include "pipeline/base/text.hpp"

#include <algorithm>

namespace presskit::formats {
namespace {

/// Line breaks of a value would forge paragraphs.
std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
        if (!space)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

std::string label_of(const Footnote& note) {
    return note.mark.empty() ? "[" + std::to_string(note.number) + "]" : note.mark;
}

class TextWriter {
  public:
    explicit TextWriter(const Copy& copy) : copy_(copy) {}

    /// A paragraph of its own; `lead` stands before it at the place of the indent.
    void paragraph(std::string_view words) {
        const std::string line = directed(one_line(words));
        if (line.empty()) return;
        if (!out_.empty() && !tight_) out_ += '\n';
        out_ += std::string(indent_, ' ') + std::exchange(lead_, {}) + line + '\n';
    }

    void blocks(const Blocks& all) {
        for (const Block& block : all)
            std::visit([this](const auto& node) { write(node); }, block.node);
    }

    void notes() {
        for (const Footnote& note : copy_.document.footnotes) {
            lead_ = label_of(note) + " ";
            blocks(note.content);
            lead_.clear();
        }
    }

    std::string take() { return std::move(out_); }

  private:
    std::string words(const Inlines& inlines) const;
    std::string directed(std::string line) const;

    void write(const Paragraph& node) { paragraph(words(node.content)); }
    void write(const Heading& node) { paragraph(words(node.content)); }
    void write(const List& node);
    void write(const BlockQuote& node) { blocks(node.content); }
    void write(const Callout& node) {
        paragraph(node.title);
        blocks(node.content);
    }
    void write(const Conditional& node) { blocks(node.content); }
    void write(const Section& node) {
        if (node.kind != SectionKind::pull_quote) blocks(node.content);
    }
    void write(const Table& node);
    void write(const Chart& node);
    void write(const Figure& node) { paragraph(node.caption); }
    void write(const CodeBlock& node);
    void write(const ThematicBreak&) {}

    void row(const TableRow& cells);

    const Copy& copy_;
    std::string out_;
    std::string lead_;
    std::size_t indent_ = 0;
    bool tight_ = false;
};

/// Among words from right to left the groups of a telephone number would be shown in turned order; a mark of
/// direction before it is all that plain text has against that, and none of its digits.
std::string TextWriter::directed(std::string line) const {
    if (copy_.language.direction != Direction::right_to_left) return line;
    const auto numbers = telephone_numbers(line);
    for (auto number = numbers.rbegin(); number != numbers.rend(); ++number)
        line.insert(number->begin, "\u200E");
    return line;
}

std::string TextWriter::words(const Inlines& inlines) const {
    std::string out;
    for (const Inline& item : inlines) {
        if (const auto* text = std::get_if<Text>(&item.node)) {
            out += text->text;
        } else if (const auto* code = std::get_if<Code>(&item.node)) {
            out += code->text;
        } else if (std::holds_alternative<LineBreak>(item.node)) {
            out += ' ';
        } else if (const auto* reference = std::get_if<FootnoteReference>(&item.node)) {
            const auto& notes = copy_.document.footnotes;
            const auto note = std::ranges::find(notes, reference->id, &Footnote::id);
            if (note != notes.end()) out += label_of(*note);
        } else if (const Inlines* content = content_of(item)) {
            out += words(*content);
        }
    }
    return out;
}

void TextWriter::write(const List& node) {
    const bool outer = std::exchange(tight_, false);
    int number = node.start;
    indent_ += 2;
    for (const ListItem& item : node.items) {
        lead_ = node.ordered ? std::to_string(number++) + ". " : "• ";
        blocks(item.content);
        lead_.clear();
        tight_ = node.tight;
    }
    indent_ -= 2;
    tight_ = outer;
}

void TextWriter::row(const TableRow& cells) {
    std::string line;
    for (const TableCell& cell : cells)
        line += (&cell == cells.data() ? "" : "\t") + directed(one_line(words(cell.content)));
    out_ += line + '\n';
}

/// Rows below one another, as spreadsheets take them.
void TextWriter::write(const Table& node) {
    paragraph(words(node.caption));
    out_ += '\n';
    row(node.header);
    for (const TableRow& cells : node.rows) row(cells);
}

void TextWriter::write(const Chart& node) {
    write(node.table);
    for (const LegendRow& mark : legend_of(node)) paragraph(mark.sign + " " + mark.meaning);
}

void TextWriter::write(const CodeBlock& node) {
    if (!out_.empty()) out_ += '\n';
    out_ += node.text.substr(0, node.text.find_last_not_of('\n') + 1) + '\n';
}

} // namespace

std::string to_text(const Copy& copy) {
    const DocumentHead& head = copy.document.head;
    TextWriter writer(copy);
    if (copy.embargo) writer.paragraph(copy.embargo->words);
    for (const std::string* line : {&head.kicker, &head.country, &head.title, &head.deck})
        writer.paragraph(*line);
    writer.paragraph(copy.imprint);
    for (const Notice& notice : copy.notices) writer.paragraph(notice.words);
    if (!copy.contents.empty()) writer.paragraph(copy.language.word(Word::contents));
    for (const ContentsEntry& entry : copy.contents) writer.paragraph(entry.words);
    writer.blocks(copy.document.body);
    writer.notes();
    return writer.take();
}

std::string text_of_body(const Copy& copy) {
    TextWriter writer(copy);
    writer.blocks(copy.document.body);
    writer.notes();
    return writer.take();
}

} // namespace presskit::formats
