// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/docx_body.hpp"

#include "stages/formats/docx_styles.hpp"
#include "stages/model/css_colors.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace presskit::formats {
namespace {

constexpr int max_list_level = 8;             // w:ilvl, ECMA-376 part 1, 17.9.3
constexpr std::int64_t emu_a_pixel = 9'525;   // 914 400 an inch, 96 pixels an inch
constexpr std::int64_t text_width = 5'760'000; // EMU: A4 less margins of 25 mm

std::string attribute(std::string_view text) { return "\"" + xml_text(text) + "\""; }

} // namespace

std::string DocxBody::words(std::string_view text, bool bold) const {
    RunLook look = runs_.plain();
    look.bold = bold;
    return runs_.run(text, look);
}

std::string DocxBody::blocks(const Blocks& all) {
    std::string out;
    for (const Block& block : all)
        out += std::visit([this](const auto& node) { return write(node); }, block.node);
    return out;
}

/// An item's first paragraph has its label, the others only its indent.
std::string DocxBody::paragraph(std::string_view style, std::string runs) {
    runs.insert(0, std::exchange(lead_, {}));
    if (depth_ == 0) return runs_.paragraph(style, runs);
    const int level = std::min(depth_ - 1, max_list_level);
    if (const int number = std::exchange(list_, 0))
        return runs_.paragraph("ListParagraph", runs,
                               "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                                   "\"/><w:numId w:val=\"" + std::to_string(number) + "\"/></w:numPr>");
    return runs_.paragraph("ListParagraph", runs, {},
                           "<w:ind w:left=\"" + std::to_string((level + 1) * list_indent) + "\"/>");
}

std::string DocxBody::write(const Paragraph& node) {
    return paragraph(style_, runs_.write(node.content, runs_.plain()));
}

std::string DocxBody::write(const Heading& node) {
    RunLook look = runs_.plain();
    const auto color = copy_.campaign.brand.actor_colors.find(node.actor);
    if (!node.actor.empty() && color != copy_.campaign.brand.actor_colors.end())
        look.color = css_color(color->second).substr(1);
    std::string runs = runs_.write(node.content, look);
    if (!node.id.empty()) {
        const std::string number = std::to_string(places_.next_number());
        runs = "<w:bookmarkStart w:id=\"" + number + "\" w:name=\"" + places_.bookmark(node.id) +
               "\"/>" + runs + "<w:bookmarkEnd w:id=\"" + number + "\"/>";
    }
    return paragraph("Heading" + std::to_string(node.level), std::move(runs));
}

std::string DocxBody::write(const List& node) {
    int number = 1;
    if (node.ordered) {
        list_starts_.push_back(node.start);
        number = static_cast<int>(list_starts_.size()) + 1;
    }
    std::string out;
    ++depth_;
    for (const ListItem& item : node.items) {
        list_ = number;
        const bool words_first = !item.content.empty() &&
                                 std::holds_alternative<Paragraph>(item.content.front().node);
        if (!words_first) out += paragraph(style_, {});
        out += blocks(item.content);
    }
    --depth_;
    list_ = 0;
    return out;
}

std::string DocxBody::styled(std::string_view style, const Blocks& content) {
    const std::string_view outer = std::exchange(style_, style);
    std::string out = blocks(content);
    style_ = outer;
    return out;
}

std::string DocxBody::write(const Callout& node) {
    return paragraph("Callout", words(node.title, true)) + styled("Callout", node.content);
}

std::string DocxBody::write(const Section& node) {
    if (node.kind == SectionKind::pull_quote) return {};
    return blocks(node.content);
}

std::string DocxBody::cell(const TableCell& node, Alignment align, bool head) {
    RunLook look = runs_.plain();
    look.bold = head;
    const std::string side = align == Alignment::end      ? "<w:jc w:val=\"right\"/>"
                             : align == Alignment::centre ? "<w:jc w:val=\"center\"/>"
                                                          : "";
    const std::string across =
        node.columns > 1 ? "<w:gridSpan w:val=\"" + std::to_string(node.columns) + "\"/>" : "";
    const std::string down = node.rows > 1    ? "<w:vMerge w:val=\"restart\"/>"
                             : node.rows == 0 ? "<w:vMerge/>"
                                              : "";
    return "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/>" + across + down + "</w:tcPr>" +
           runs_.paragraph("TableText", runs_.write(node.content, look), {}, side) + "</w:tc>";
}

std::string DocxBody::row(const Table& table, const TableRow& row, bool header, bool named) {
    std::string out = "<w:tr><w:trPr><w:cantSplit/>" + std::string(header ? "<w:tblHeader/>" : "") +
                      "</w:trPr>";
    for (std::size_t i = 0; i < row.size(); ++i)
        if (row[i].columns > 0 || row[i].rows == 0)
            out += cell(row[i], row[i].columns > 1 ? Alignment::start : table.columns[i],
                        header || (named && i == 0));
    return out + "</w:tr>";
}

/// Header rows come again on every page and say so to screen readers (w:tblHeader).
std::string DocxBody::table(const Table& node, bool row_names) {
    const bool names = row_names || node.header_column;
    const bool turned = copy_.language.direction == Direction::right_to_left;
    std::string out;
    if (!node.caption.empty())
        out = runs_.paragraph("Caption", runs_.write(node.caption, runs_.plain()), "<w:keepNext/>");
    out += "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/>" +
           std::string(turned ? "<w:bidiVisual/>" : "") +
           "<w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLook w:firstRow=\"1\" w:lastRow=\"0\" "
           "w:firstColumn=\"" +
           (names ? "1" : "0") + "\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>";
    for (std::size_t i = 0; i < node.columns.size(); ++i) out += "<w:gridCol/>";
    out += "</w:tblGrid>" + row(node, node.header, true, names);
    for (std::size_t i = 0; i < node.rows.size(); ++i)
        out += row(node, node.rows[i], i + 1 < node.header_rows, names);
    // A table at the end of its story, or beside another, needs a paragraph behind it.
    return out + "</w:tbl>\n" + runs_.paragraph("TableEnd", {});
}

std::string DocxBody::write(const Chart& node) {
    std::string out = table(node.table, true);
    for (const LegendRow& mark : legend_of(node))
        out += paragraph("TableText", words(mark.sign + " " + mark.meaning));
    return out;
}

std::string DocxBody::drawing(const CampaignImage& image, const Figure& figure) {
    const auto known = std::ranges::find(pictures_, &image);
    const auto number = static_cast<std::size_t>(known - pictures_.begin()) + 1;
    if (known == pictures_.end()) pictures_.push_back(&image);
    const std::string file = "image" + std::to_string(number) +
                             (image.format == ImageFormat::png ? ".png" : ".jpeg");
    const std::string id = runs_.relate(
        {"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
         "media/" + file});
    const std::int64_t width = std::min(image.width * emu_a_pixel, text_width);
    const std::int64_t height = std::max<std::int64_t>(width * image.height / image.width, 1);
    const std::string size =
        "cx=\"" + std::to_string(width) + "\" cy=\"" + std::to_string(height) + "\"";
    const std::string own = std::to_string(places_.next_number());
    const std::string description =
        " descr=" + attribute(figure.decorative ? "" : figure.alternative_text);
    const std::string decorative =
        figure.decorative ? "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\">"
                            "<adec:decorative val=\"1\"/></a:ext></a:extLst>"
                          : "";
    return "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " +
           size + "/><wp:docPr id=\"" + own + "\" name=\"" + file + "\"" + description + ">" +
           decorative +
           "</wp:docPr><a:graphic><a:graphicData "
           "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
           "<pic:cNvPr id=\"" +
           own + "\" name=\"" + file + "\"" + description +
           "/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"" + id +
           "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" "
           "y=\"0\"/><a:ext " +
           size +
           "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
           "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>";
}

std::string DocxBody::write(const Figure& node) {
    std::string out;
    const auto image = copy_.campaign.images.find(node.path);
    if (image != copy_.campaign.images.end())
        out += paragraph(style_, drawing(image->second, node));
    if (!node.caption.empty()) out += paragraph("Caption", words(node.caption));
    return out;
}

std::string DocxBody::write(const CodeBlock& node) {
    RunLook look = runs_.plain();
    look.code = true;
    std::string_view text = node.text;
    text = text.substr(0, text.find_last_not_of('\n') + 1);
    std::string runs;
    while (true) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        runs += runs_.run(text.substr(0, end), look);
        if (end == text.size()) break;
        runs += "<w:r><w:br/></w:r>";
        text.remove_prefix(end + 1);
    }
    return paragraph(style_, runs);
}

} // namespace presskit::formats
