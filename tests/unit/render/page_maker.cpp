// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/render/page_maker.hpp"

#include <fstream>
#include <harfbuzz/hb.h>
#include <iterator>

namespace presskit::render::testing {
namespace {

constexpr Length page_width{595'276}, page_height{841'890}, margin{72'000}, leading{14'000};
FontBytes font_file(const std::string& path) {
    FontBytes font{path, read_file("/usr/share/fonts/" + path), {}};
    font.digest = sha256(font.bytes);
    return font;
}

/// Each cluster's text goes to its first glyph in visual order.
void assign_text(std::vector<Glyph>& glyphs, std::uint32_t text_end, bool right_to_left) {
    const std::size_t count = glyphs.size();
    std::uint32_t end = text_end, last = text_end;
    for (std::size_t i = 0; i < count; ++i) {
        Glyph& glyph = glyphs[right_to_left ? i : count - 1 - i];
        if (glyph.text_begin != last) end = last;
        last = glyph.text_begin;
        glyph.text_end = end;
    }
    for (std::size_t i = count; i-- > 1;)
        if (glyphs[i].text_begin == glyphs[i - 1].text_begin)
            glyphs[i].text_begin = glyphs[i].text_end;
}

} // namespace

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

const FontLibrary& fonts() {
    static const FontLibrary library{{font_file("truetype/noto/NotoSerif-Regular.ttf"),
                                      font_file("truetype/noto/NotoNaskhArabic-Regular.ttf"),
                                      font_file("opentype/urw-base35/C059-Roman.otf")}};
    return library;
}

GlyphRun shaped(std::string_view text, Point origin, RunOptions options) {
    const std::string& bytes = fonts().at(options.font).bytes;
    hb_blob_t* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                     HB_MEMORY_MODE_READONLY, nullptr, nullptr);
    hb_face_t* face = hb_face_create(blob, 0);
    hb_font_t* font = hb_font_create(face);
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
    hb_buffer_set_direction(buffer, options.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* glyph = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* position = hb_buffer_get_glyph_positions(buffer, &count);
    const std::int64_t em = hb_face_get_upem(face);
    const auto length = [&](hb_position_t units) { return scaled(options.size, units, em); };
    GlyphRun run{options.font, options.size,         {}, origin, std::string(text),
                 {},           options.right_to_left};
    for (unsigned i = 0; i < count; ++i)
        run.glyphs.push_back({glyph[i].codepoint, length(position[i].x_advance),
                              length(position[i].x_offset), length(position[i].y_offset),
                              glyph[i].cluster, 0});
    assign_text(run.glyphs, static_cast<std::uint32_t>(text.size()), options.right_to_left);
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return run;
}

PageMaker::PageMaker() {
    pages.properties.title = "A title";
    pages.properties.author = "Example e. V.";
    pages.properties.description = "A page – made by hand";
    pages.properties.keywords = {"one", "two"};
    pages.properties.rights = "© Example";
    pages.properties.language = {"en"};
    pages.properties.timestamp = 1'621'324'800; // 2021-05-18T08:00:00Z
    pages.elements.emplace_back().role = StructureRole::document;
    next_page();
}

ElementId PageMaker::element(StructureRole role, ElementId parent) {
    const ElementId id{static_cast<std::uint32_t>(pages.elements.size())};
    pages.elements.emplace_back().role = role;
    at(parent).kids.push_back(id);
    return id;
}

ContentId PageMaker::content(ElementId element) {
    const ContentId id{pages.contents++};
    at(element).kids.push_back(id);
    return id;
}

ElementId PageMaker::paragraph(std::string_view text, RunOptions options) {
    const ElementId id = element(StructureRole::paragraph, document);
    line(content(id), text, options);
    return id;
}

void PageMaker::line(ContentId content, std::string_view text, RunOptions options) {
    item({shaped(text, {margin, baseline_}, options), content, {}});
    baseline_ += leading;
}

void PageMaker::next_page() {
    pages.pages.push_back({page_width, page_height, {}});
    baseline_ = margin;
}

namespace {

void add_table(PageMaker& maker) {
    const ElementId table = maker.element(StructureRole::table, PageMaker::document);
    const ElementId head = maker.element(StructureRole::table_head, table);
    const ElementId body = maker.element(StructureRole::table_body, table);
    for (const auto& [group, role, texts] :
         {std::tuple{head, StructureRole::table_header_cell, std::array{"Year", "Law"}},
          std::tuple{body, StructureRole::table_data_cell, std::array{"1989", "Convention"}}}) {
        const ElementId row = maker.element(StructureRole::table_row, group);
        for (const char* text : texts) {
            const ElementId cell = maker.element(role, row);
            if (role == StructureRole::table_header_cell) maker.at(cell).scope = CellScope::column;
            maker.line(maker.content(cell), text);
        }
    }
}

void add_list(PageMaker& maker) {
    const ElementId list = maker.element(StructureRole::list, PageMaker::document);
    maker.at(list).marks = ListMarks::disc;
    const ElementId item = maker.element(StructureRole::list_item, list);
    maker.line(maker.content(maker.element(StructureRole::label, item)), "•");
    const ElementId body = maker.element(StructureRole::list_body, item);
    maker.line(maker.content(maker.element(StructureRole::paragraph, body)), "A point");
}

void add_link_and_note(PageMaker& maker) {
    const ElementId paragraph = maker.paragraph("See ");
    const ElementId link = maker.element(StructureRole::link, paragraph);
    maker.line(maker.content(link), "the site");
    maker.pages.links.push_back({0,
                                 {{72'000}, {100'000}, {50'000}, {12'000}},
                                 "https://example.org/дете",
                                 link,
                                 "the site, example.org"});
    const ElementId reference = maker.element(StructureRole::reference, paragraph);
    maker.line(maker.content(reference), "1");
    const ElementId note = maker.element(StructureRole::note, PageMaker::document);
    maker.at(note).id = "crc34";
    maker.line(maker.content(note), "1 Article 34.");
    maker.pages.links.push_back({0,
                                 {{72'000}, {120'000}, {5'000}, {12'000}},
                                 Destination{0, {200'000}},
                                 reference,
                                 "note 1"});
}

} // namespace

PageMaker everything() {
    PageMaker maker;
    maker.item(
        {shaped("Running header", {{72'000}, {40'000}}), ArtifactKind::pagination_header, {}});
    maker.item({Rectangle{{{0}, {0}, {595'276}, {50'000}}, {240, 240, 200}},
                ArtifactKind::background,
                {}});
    maker.item({Stroke{{{72'000}, {52'000}}, {{523'000}, {52'000}}, {500}, {10, 20, 30}},
                ArtifactKind::layout,
                {}});
    const ElementId heading = maker.element(StructureRole::heading_1, PageMaker::document);
    maker.line(maker.content(heading), "The heading");
    maker.pages.outline.push_back({1, "The heading", {0, {72'000}}});
    maker.pages.outline.push_back({2, "Später", {1, {72'000}}});
    add_list(maker);
    add_link_and_note(maker);
    add_table(maker);
    const ElementId split = maker.element(StructureRole::paragraph, PageMaker::document);
    const ContentId content = maker.content(split);
    maker.line(content, "It begins here and ");
    maker.next_page();
    maker.line(content, "ends there.");
    return maker;
}

} // namespace presskit::render::testing
