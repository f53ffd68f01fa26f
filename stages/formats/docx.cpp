// SPDX-License-Identifier: Apache-2.0
#include "stages/formats/docx.hpp"

#include "stages/formats/docx_body.hpp"
#include "stages/formats/docx_runs.hpp"
#include "stages/formats/docx_styles.hpp"
#include "stages/model/iso_time.hpp"

#include <utility>

namespace presskit::formats {
namespace {

constexpr std::string_view declaration =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""
    " xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\"";

std::string xml(std::string_view root, const std::string& content) {
    const std::string name(root);
    return std::string(declaration) + "<" + name + std::string(namespaces) + ">\n" + content + "</" +
           name + ">\n";
}

std::string lines(DocxRuns& runs, const std::string& text, const RunLook& look) {
    Inlines out;
    std::size_t begin = 0;
    for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
        out.push_back({Text{text.substr(begin, end - begin)}, {}});
        out.push_back({LineBreak{}, {}});
    }
    out.push_back({Text{text.substr(begin)}, {}});
    return runs.write(out, look);
}

/// What stands above the body.
std::string opening(const Copy& copy, DocxRuns& runs, DocxPlaces& places) {
    const DocumentHead& head = copy.document.head;
    std::string out;
    const auto add = [&](std::string_view style, const std::string& words) {
        if (!words.empty()) out += runs.paragraph(style, lines(runs, words, runs.plain()));
    };
    const auto add_notice = [&](const Notice& notice) {
        RunLook look = runs.plain();
        look.bold = notice.binding;
        look.language = notice.language;
        out += runs.paragraph("Callout", runs.run(notice.words, look));
    };
    if (copy.embargo) add_notice(*copy.embargo);
    add("Kicker", head.kicker);
    add("Kicker", head.country);
    add("Heading1", head.title);
    add("Subtitle", head.deck);
    add("Imprint", copy.imprint);
    for (const Notice& notice : copy.notices) add_notice(notice);
    if (!copy.contents.empty()) add("TOCHeading", copy.language.word(Word::contents));
    for (const ContentsEntry& entry : copy.contents)
        out += runs.paragraph("TOC" + std::to_string(entry.level - 1),
                              "<w:hyperlink w:anchor=\"" + places.bookmark(entry.id) + "\">" +
                                  runs.run(entry.words, runs.plain()) + "</w:hyperlink>");
    return out;
}

std::string mark_in_note(const DocxRuns& runs, const Footnote& note) {
    const std::string style = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
    const std::string mark =
        note.mark.empty() ? "<w:footnoteRef/>" : "<w:t>" + xml_text(note.mark) + "</w:t>";
    return style + mark + "</w:r>" + runs.run(" ", runs.plain());
}

std::string separator(int id, const char* type, const char* element) {
    return "<w:footnote w:type=\"" + std::string(type) + "\" w:id=\"" + std::to_string(id) +
           "\"><w:p><w:r><w:" + element + "/></w:r></w:p></w:footnote>\n";
}

std::string footnotes(const Copy& copy, DocxBody& body, const DocxPlaces& places) {
    std::string out = separator(-1, "separator", "separator") +
                      separator(0, "continuationSeparator", "continuationSeparator");
    int number = 0;
    for (const Footnote& note : copy.document.footnotes) {
        ++number;
        if (!places.is_noted(note.id)) continue;
        body.lead(mark_in_note(body.runs(), note));
        out += "<w:footnote w:id=\"" + std::to_string(number) + "\">" +
               body.note_blocks(note.content) + "</w:footnote>\n";
    }
    return out;
}

/// Notes that only words of the head call for have no place to hang on.
std::string loose_notes(const Copy& copy, DocxBody& body, const DocxPlaces& places) {
    std::string out;
    for (const Footnote& note : copy.document.footnotes) {
        if (places.is_noted(note.id)) continue;
        body.lead(body.runs().run(mark_of(note) + " ", body.runs().plain()));
        out += body.note_blocks(note.content);
    }
    return out;
}

std::string core_properties(const Copy& copy) {
    const DocumentHead& head = copy.document.head;
    const std::string created = to_iso(copy.campaign.release_date) + "T00:00:00Z";
    const auto element = [](const std::string& name, const std::string& text) {
        return text.empty() ? text : "<" + name + ">" + xml_text(text) + "</" + name + ">";
    };
    const auto dated = [&](const std::string& name) {
        return "<dcterms:" + name + " xsi:type=\"dcterms:W3CDTF\">" + created + "</dcterms:" + name +
               ">";
    };
    return std::string(declaration) +
           "<cp:coreProperties "
           "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
           "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" +
           element("dc:title", head.title) + element("dc:description", head.description) +
           element("dc:creator", copy.campaign.publisher) +
           element("dc:language", copy.document.language.tag) +
           element("cp:version", copy.campaign.version) + dated("created") + dated("modified") +
           "</cp:coreProperties>\n";
}

std::string content_types() {
    std::string out =
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        "<Default Extension=\"png\" ContentType=\"image/png\"/>"
        "<Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
        "<Override PartName=\"/docProps/core.xml\" "
        "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>";
    const std::pair<const char*, const char*> parts[]{{"document", "document.main"},
                                                      {"styles", "styles"},
                                                      {"numbering", "numbering"},
                                                      {"settings", "settings"},
                                                      {"footnotes", "footnotes"}};
    for (const auto& [name, type] : parts)
        out += "<Override PartName=\"/word/" + std::string(name) +
               ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
               "wordprocessingml." +
               type + "+xml\"/>";
    return std::string(declaration) +
           "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" + out +
           "</Types>\n";
}

std::string package_relationships() {
    return std::string(declaration) +
           "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
           "<Relationship Id=\"rId1\" Type=\"" +
           std::string(office_relationships) +
           "officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" "
           "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
           "core-properties\" Target=\"docProps/core.xml\"/></Relationships>\n";
}

/// A4 with margins of 25 mm, in twentieths of a point.
std::string section(const Copy& copy) {
    const bool turned = copy.language.direction == Direction::right_to_left;
    return "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1417\" w:right=\"1417\" "
           "w:bottom=\"1417\" w:left=\"1417\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/>" +
           std::string(turned ? "<w:bidi/>" : "") + "</w:sectPr>\n";
}

} // namespace

std::vector<Part> docx_parts(const Copy& copy) {
    DocxPlaces places;
    DocxBody body(copy, places), notes(copy, places);
    for (const char* part : {"styles", "numbering", "settings", "footnotes"})
        body.runs().relate({std::string(office_relationships) + part, std::string(part) + ".xml"});
    std::string document = opening(copy, body.runs(), places) + body.blocks(copy.document.body);
    document += loose_notes(copy, body, places) + section(copy);
    const std::string note_text = footnotes(copy, notes, places);
    const std::vector<int>& starts = body.list_starts();

    std::vector<Part> parts{
        {"[Content_Types].xml", content_types(), true},
        {"_rels/.rels", package_relationships(), true},
        {"docProps/core.xml", core_properties(copy)},
        {"word/document.xml", xml("w:document", "<w:body>\n" + document + "</w:body>\n")},
        {"word/_rels/document.xml.rels", body.runs().relationships()},
        {"word/footnotes.xml", xml("w:footnotes", note_text)},
        {"word/_rels/footnotes.xml.rels", notes.runs().relationships()},
        {"word/numbering.xml", xml("w:numbering", docx_numbering(starts))},
        {"word/settings.xml", xml("w:settings", docx_settings(copy)), true},
        {"word/styles.xml", xml("w:styles", docx_styles(copy)), true}};
    int number = 0;
    for (const CampaignImage* picture : body.pictures())
        parts.push_back({"word/media/image" + std::to_string(++number) +
                             (picture->format == ImageFormat::png ? ".png" : ".jpeg"),
                         picture->web ? picture->web->bytes : picture->bytes});
    return parts;
}

} // namespace presskit::formats
