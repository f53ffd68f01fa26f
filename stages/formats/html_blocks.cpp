// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/html_blocks.hpp"

#include "pipeline/base/text.hpp"
#include "stages/formats/base64.hpp"
#include "stages/formats/html_inlines.hpp"
#include "stages/model/css_colors.hpp"
#include "stages/model/image_format.hpp"

#include <string_view>

namespace presskit::formats {
namespace {

class HtmlBlocks {
  public:
    explicit HtmlBlocks(const Copy& copy) : copy_(copy), inlines_(copy) {}

    std::string blocks(const Blocks& all) {
        std::string out;
        for (const Block& block : all)
            out += std::visit([this](const auto& node) { return write(node); }, block.node);
        return out;
    }

    std::string notes() {
        std::string out;
        for (const Footnote& note : copy_.document.footnotes) out += write(note);
        return out.empty() ? out
                           : "<div class=\"notes\" role=\"doc-endnotes\">\n" + out + "</div>\n";
    }

  private:
    std::string write(const Paragraph& node) {
        return "<p>" + inlines_.write(node.content) + "</p>\n";
    }
    std::string write(const Heading& node);
    std::string write(const List& node);
    std::string write(const BlockQuote& node) {
        return "<blockquote>\n" + blocks(node.content) + "</blockquote>\n";
    }
    std::string write(const Callout& node) {
        const std::string kind = node.kind == CalloutKind::warning ? " warning" : "";
        return "<div class=\"callout" + kind + "\" role=\"note\">\n<p><strong>" +
               escape_markup(node.title) + "</strong></p>\n" + blocks(node.content) + "</div>\n";
    }
    std::string write(const Conditional& node) { return blocks(node.content); }
    std::string write(const Section& node);
    std::string write(const Table& node) { return table(node, nullptr); }
    std::string write(const Chart& node);
    std::string write(const Figure& node);
    std::string write(const CodeBlock& node) {
        return "<pre dir=\"ltr\"><code>" +
               escape_markup(node.text.substr(0, node.text.find_last_not_of('\n') + 1)) +
               "</code></pre>\n";
    }
    std::string write(const ThematicBreak&) { return "<hr>\n"; }
    std::string write(const Footnote& note);

    std::string glossary(const Section& node);
    std::string table(const Table& node, const Chart* chart);
    std::string header_row(const Table& node, const TableRow& row);
    std::string row(const Table& node, std::size_t index, const Chart* chart);

    const Copy& copy_;
    HtmlInlines inlines_;
};

std::string HtmlBlocks::write(const Heading& node) {
    const std::string name = "h" + std::to_string(node.level);
    const auto color = copy_.campaign.brand.actor_colors.find(node.actor);
    const bool group = !node.actor.empty() && color != copy_.campaign.brand.actor_colors.end();
    return "<" + name + (node.id.empty() ? "" : " id=\"" + escape_markup(node.id) + "\"") +
           (group ? " class=\"group\" style=\"--group: " + css_color(color->second) + "\"" : "") +
           ">" + inlines_.write(node.content) + "</" + name + ">\n";
}

std::string HtmlBlocks::write(const List& node) {
    const std::string name = node.ordered ? "ol" : "ul";
    const bool starts = node.ordered && node.start != 1;
    std::string out =
        "<" + name + (starts ? " start=\"" + std::to_string(node.start) + "\"" : "") + ">\n";
    for (const ListItem& item : node.items) {
        const auto* only =
            item.content.size() == 1 ? std::get_if<Paragraph>(&item.content.front().node) : nullptr;
        out += "<li>" +
               (only != nullptr ? inlines_.write(only->content) : "\n" + blocks(item.content)) +
               "</li>\n";
    }
    return out + "</" + name + ">\n";
}

std::string HtmlBlocks::write(const Section& node) {
    switch (node.kind) {
    case SectionKind::pull_quote: return {};
    case SectionKind::figures:
        return "<div class=\"figures\">\n" + blocks(node.content) + "</div>\n";
    case SectionKind::contact:
        return "<div class=\"contact\">\n" + blocks(node.content) + "</div>\n";
    case SectionKind::glossary: return glossary(node);
    case SectionKind::instruments:
        return "<div class=\"instruments\" role=\"doc-index\">\n" + blocks(node.content) + "</div>\n";
    case SectionKind::boilerplate: break;
    }
    return "<div class=\"boilerplate\">\n" + blocks(node.content) + "</div>\n";
}

std::string HtmlBlocks::glossary(const Section& node) {
    std::string out = "<dl>\n";
    for (const Block& block : node.content) {
        const auto* list = std::get_if<List>(&block.node);
        if (list == nullptr) continue;
        for (const ListItem& item : list->items)
            for (const Block& part : item.content) {
                const auto* entry = std::get_if<Paragraph>(&part.node);
                if (entry == nullptr || entry->content.empty()) continue;
                const auto meaning = entry->content.begin() + 1;
                out += "<dt>" + inlines_.write(Inlines{entry->content.front()}) + "</dt>\n<dd>" +
                       inlines_.write(Inlines{meaning, entry->content.end()}) + "</dd>\n";
            }
    }
    return out + "</dl>\n";
}

std::string HtmlBlocks::table(const Table& node, const Chart* chart) {
    std::string out =
        "<table" + (node.id.empty() ? "" : " id=\"" + escape_markup(node.id) + "\"") + ">\n";
    if (!node.caption.empty()) out += "<caption>" + inlines_.write(node.caption) + "</caption>\n";
    out += "<thead>\n" + header_row(node, node.header);
    for (std::size_t i = 0; i + 1 < node.header_rows; ++i) out += header_row(node, node.rows[i]);
    out += "</thead>\n<tbody>\n";
    for (std::size_t i = node.header_rows - 1; i < node.rows.size(); ++i) out += row(node, i, chart);
    return out + "</tbody>\n</table>\n";
}

std::string HtmlBlocks::header_row(const Table& node, const TableRow& row) {
    std::string out = "<tr>";
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i].columns == 0) continue;
        const std::string words = inlines_.write(row[i].content);
        const bool group = row[i].columns > 1;
        const std::string align = !group && node.columns[i] == Alignment::end ? " class=\"end\"" : "";
        std::string scope = group ? "colgroup\" colspan=\"" + std::to_string(row[i].columns) : "col";
        if (row[i].rows > 1) scope += "\" rowspan=\"" + std::to_string(row[i].rows);
        out += words.empty() ? "<td></td>" : "<th scope=\"" + scope + "\"" + align + ">" + words + "</th>";
    }
    return out + "</tr>\n";
}

std::string HtmlBlocks::row(const Table& node, std::size_t index, const Chart* chart) {
    std::string out = "<tr>";
    for (std::size_t i = 0; i < node.rows[index].size(); ++i) {
        const TableCell& cell = node.rows[index][i];
        if (cell.rows == 0) continue;
        const std::string words = inlines_.write(cell.content);
        const std::string down = cell.rows > 1 ? " rowspan=\"" + std::to_string(cell.rows) + "\"" : "";
        const ChartMark* mark = chart != nullptr && i > 0
                                    ? std::get_if<ChartMark>(&chart->values[index][i - 1])
                                    : nullptr;
        const std::string align = node.columns[i] == Alignment::end      ? " class=\"end\""
                                  : node.columns[i] == Alignment::centre ? " class=\"centre\""
                                                                         : "";
        if (i == 0 && (node.header_column || chart != nullptr) && !words.empty())
            out += "<th scope=\"row\"" + down + ">" + words + "</th>";
        else if (mark != nullptr)
            out += "<td class=\"mark\"><span role=\"img\" aria-label=\"" +
                   escape_markup(chart->meaning(*mark)) + "\">" + words + "</span></td>";
        else
            out += "<td" + align + down + ">" + words + "</td>";
    }
    return out + "</tr>\n";
}

std::string HtmlBlocks::write(const Chart& node) {
    std::string out = table(node.table, &node);
    for (const LegendRow& mark : legend_of(node))
        out += "<p class=\"legend\"><span aria-hidden=\"true\">" + mark.sign + "</span> " +
               escape_markup(mark.meaning) + "</p>\n";
    return out;
}

/// The picture is in the file, so that the file can be passed on alone.
std::string HtmlBlocks::write(const Figure& node) {
    std::string out = "<figure>\n";
    for (const auto* files : {&copy_.campaign.images, &copy_.campaign.drawn_logos}) {
        const auto image = files->find(node.path);
        if (image == files->end()) continue;
        const CampaignImage& picture = image->second;
        out += "<img alt=\"" + escape_markup(node.decorative ? "" : node.alternative_text) +
               "\" width=\"" + std::to_string(picture.width) + "\" height=\"" +
               std::to_string(picture.height) +
               "\" src=\"data:" + std::string(media_type(picture.format)) + ";base64," +
               to_base64(picture.web ? picture.web->bytes : picture.bytes) + "\">\n";
    }
    if (!node.caption.empty())
        out += "<figcaption>" + escape_markup(node.caption) + "</figcaption>\n";
    return out + "</figure>\n";
}

/// The mark stands before the first block's words, the way back behind the last's.
std::string HtmlBlocks::write(const Footnote& note) {
    return "<div class=\"note\" id=\"" + inlines_.note_id(note) + "\">\n<span class=\"label\">" +
           escape_markup(mark_of(note)) + "</span>\n<div>\n" + blocks(note.content) + "</div>\n" +
           inlines_.back_link(note) + "</div>\n";
}

} // namespace

std::string html_text(const Copy& copy) {
    HtmlBlocks writer(copy);
    const std::string body = writer.blocks(copy.document.body);
    return body + writer.notes();
}

} // namespace presskit::formats
