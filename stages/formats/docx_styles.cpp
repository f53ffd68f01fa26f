// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/docx_styles.hpp"

#include "pipeline/base/text.hpp"
#include "stages/model/css_colors.hpp"

#include <string_view>

namespace presskit::formats {
namespace {

constexpr int list_levels = 9;

std::string hex(Color color) { return css_color(color).substr(1); }

/// Sizes in half points, spaces in twentieths of a point; an outline level of -1 is none.
struct ParagraphStyle {
    std::string_view id, name;
    int size = 22, before = 0, after = 0;
    int outline = -1;
    bool bold = false;
    std::string color{};
    bool keep = false;
    int start = 0; ///< indent
};

std::string markup(const ParagraphStyle& style) {
    const std::string id(style.id), size = std::to_string(style.size);
    const bool normal = id == "Normal";
    std::string out = "<w:style w:type=\"paragraph\"" +
                      std::string(normal ? " w:default=\"1\"" : "") + " w:styleId=\"" + id +
                      "\"><w:name w:val=\"" + std::string(style.name) + "\"/>";
    if (!normal) out += "<w:basedOn w:val=\"Normal\"/>";
    if (style.outline >= 0) out += "<w:next w:val=\"BodyText\"/>";
    out += "<w:qFormat/><w:pPr>" + std::string(style.keep ? "<w:keepNext/>" : "") +
           "<w:spacing w:before=\"" + std::to_string(style.before) + "\" w:after=\"" +
           std::to_string(style.after) + "\"/>";
    if (style.start > 0) out += "<w:ind w:left=\"" + std::to_string(style.start) + "\"/>";
    if (style.outline >= 0)
        out += "<w:outlineLvl w:val=\"" + std::to_string(style.outline) + "\"/>";
    out += "</w:pPr><w:rPr>" + std::string(style.bold ? "<w:b/><w:bCs/>" : "");
    if (!style.color.empty()) out += "<w:color w:val=\"" + style.color + "\"/>";
    return out + "<w:sz w:val=\"" + size + "\"/><w:szCs w:val=\"" + size + "\"/></w:rPr></w:style>\n";
}

std::string paragraph_styles(const Brand& brand) {
    const std::string accent = hex(brand.accent), muted = hex(brand.muted);
    const ParagraphStyle styles[]{
        {"Normal", "Normal", 22, 0, 0},
        {"BodyText", "Body Text", 22, 0, 160},
        {"Kicker", "Kicker", 20, 0, 80, -1, true, accent},
        {"Heading1", "heading 1", 44, 0, 160, 0, true, {}, true},
        {"Heading2", "heading 2", 30, 360, 120, 1, true, {}, true},
        {"Heading3", "heading 3", 25, 280, 80, 2, true, {}, true},
        {"Heading4", "heading 4", 22, 240, 60, 3, true, {}, true},
        {"Heading5", "heading 5", 22, 200, 60, 4, true, {}, true},
        {"Heading6", "heading 6", 22, 200, 60, 5, true, {}, true},
        {"Subtitle", "Subtitle", 26, 0, 200},
        {"Imprint", "Imprint", 20, 0, 240, -1, false, muted},
        {"Callout", "Callout", 21, 60, 100, -1, false, {}, false, 240},
        {"Quote", "Quote", 22, 0, 160, -1, false, {}, false, 480},
        {"ListParagraph", "List Paragraph", 22, 0, 80},
        {"Caption", "caption", 19, 120, 100, -1, true},
        {"TableText", "Table Text", 19, 40, 40},
        {"TableEnd", "Table End", 12, 0, 120},
        {"FootnoteText", "footnote text", 18, 0, 40},
        {"TOCHeading", "TOC Heading", 25, 240, 80, -1, true},
        {"TOC1", "toc 1", 21, 40, 0},
        {"TOC2", "toc 2", 21, 20, 0, -1, false, {}, false, 360},
        {"TOC3", "toc 3", 20, 0, 0, -1, false, {}, false, 720},
        {"TOC4", "toc 4", 20, 0, 0, -1, false, {}, false, 1080},
        {"TOC5", "toc 5", 20, 0, 0, -1, false, {}, false, 1440}};
    std::string out;
    for (const ParagraphStyle& style : styles) out += markup(style);
    return out;
}

std::string level(int number, bool ordered) {
    const std::string indent = std::to_string((number + 1) * list_indent);
    return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
           (ordered ? "decimal" : "bullet") + "\"/><w:lvlText w:val=\"" +
           (ordered ? "%" + std::to_string(number + 1) + "." : std::string("•")) +
           "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"" + indent + "\" w:hanging=\"" +
           std::to_string(list_indent) + "\"/></w:pPr></w:lvl>";
}

std::string abstract_list(int id, bool ordered) {
    std::string out = "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) +
                      "\"><w:multiLevelType w:val=\"hybridMultilevel\"/>";
    for (int i = 0; i < list_levels; ++i) out += level(i, ordered);
    return out + "</w:abstractNum>\n";
}

} // namespace

std::string docx_styles(const Copy& copy) {
    const bool turned = copy.language.direction == Direction::right_to_left;
    const std::string tag = escape_markup(copy.language.locale.tag);
    const std::string rule = hex(copy.campaign.brand.rule);
    const std::string line = " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"" + rule + "\"/>";
    return "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" "
           "w:cs=\"Arial\"/><w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang " +
           std::string(turned ? "w:bidi" : "w:val") + "=\"" + tag +
           "\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line=\"276\" "
           "w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\n" +
           paragraph_styles(copy.campaign.brand) +
           "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
           "<w:rPr><w:u w:val=\"single\"/></w:rPr></w:style>\n"
           "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name "
           "w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\n"
           "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr>"
           "<w:tblBorders><w:top" +
           line + "<w:bottom" + line + "<w:insideH" + line +
           "</w:tblBorders><w:tblCellMar><w:left w:w=\"60\" w:type=\"dxa\"/><w:right w:w=\"60\" "
           "w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n";
}

std::string docx_numbering(const std::vector<int>& starts) {
    std::string out = abstract_list(0, false) + abstract_list(1, true) +
                      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\n";
    for (std::size_t i = 0; i < starts.size(); ++i) {
        out += "<w:num w:numId=\"" + std::to_string(i + 2) + "\"><w:abstractNumId w:val=\"1\"/>";
        for (int depth = 0; depth < list_levels; ++depth)
            out += "<w:lvlOverride w:ilvl=\"" + std::to_string(depth) +
                   "\"><w:startOverride w:val=\"" + std::to_string(starts[i]) + "\"/></w:lvlOverride>";
        out += "</w:num>\n";
    }
    return out;
}

std::string docx_settings(const Copy& copy) {
    const bool turned = copy.language.direction == Direction::right_to_left;
    const std::string tag = escape_markup(copy.language.locale.tag);
    return "<w:compat><w:compatSetting w:name=\"compatibilityMode\" "
           "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>\n"
           "<w:themeFontLang " +
           std::string(turned ? "w:bidi" : "w:val") + "=\"" + tag + "\"/>\n";
}

} // namespace presskit::formats
