// SPDX-License-Identifier: Apache-2.0
#include "stages/render/fonts.hpp"

#include "stages/render/syntax.hpp"

#include <algorithm>

namespace presskit::render {
namespace {

constexpr std::size_t bfchar_block = 100; // the most a block may hold, Technical Note 5014

// Font descriptor flags, ISO 32000-1 table 123.
constexpr int fixed_pitch_flag = 1, serif_flag = 2, symbolic_flag = 4, italic_flag = 64;

using Entries = std::vector<CodeTable::Entry>;

void append_hex_bytes(std::string& out, std::string_view bytes) {
    for (const char byte : bytes) append_hex(out, static_cast<unsigned char>(byte), 2);
}

/// A CMap from codes to UTF-16BE text. ISO 32000-1 9.10.3.
std::string to_unicode_map(const Entries& entries) {
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t begin = 0; begin < entries.size(); begin += bfchar_block) {
        const std::size_t end = std::min(begin + bfchar_block, entries.size());
        append_integer(map, static_cast<std::int64_t>(end - begin));
        map += " beginbfchar\n";
        for (std::size_t i = begin; i < end; ++i) {
            map += '<';
            append_hex(map, entries[i].code, 4);
            map += "> <";
            append_hex_bytes(map, to_utf16be(entries[i].text));
            map += ">\n";
        }
        map += "endbfchar\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// The W array: runs of consecutive codes. ISO 32000-1 9.7.4.3.
std::string widths(const DocumentFont& font, const Entries& entries) {
    std::string out = "[0[";
    append_decimal(out, font.face->advance(0));
    std::uint32_t expected = 1;
    for (const CodeTable::Entry& entry : entries) {
        if (entry.code == expected) {
            out += ' ';
        } else {
            out += ']';
            append_integer(out, entry.code);
            out += '[';
        }
        append_decimal(out, font.face->advance(entry.glyph));
        expected = entry.code + 1u;
    }
    return out + "]]";
}

/// Two bytes a code: the glyph's place in the subset. ISO 32000-1 table 117.
std::string glyph_map(const FontSubset& subset, const Entries& entries) {
    std::string map(2, '\0');
    for (const CodeTable::Entry& entry : entries) {
        const std::uint16_t position = subset.numbers.at(entry.glyph);
        map += static_cast<char>(static_cast<unsigned char>(position >> 8));
        map += static_cast<char>(static_cast<unsigned char>(position & 0xFF));
    }
    return map;
}

ObjectId write_program(PdfFile& file, const FontSubset& subset) {
    std::string entries = "/Filter /FlateDecode\n";
    if (subset.outlines == OutlineFormat::cff) {
        entries += "/Subtype /CIDFontType0C\n";
    } else {
        entries += "/Length1 ";
        append_integer(entries, static_cast<std::int64_t>(subset.program_bytes));
        entries += '\n';
    }
    return file.add_stream(std::move(entries), subset.program);
}

/// No CIDSet: optional in PDF/A-2, and wrong unless it lists every glyph (ISO 19005-2 6.2.11.4.2).
ObjectId write_descriptor(PdfFile& file, const FontMetrics& metrics, const FontSubset& subset) {
    const int flags = symbolic_flag | (metrics.fixed_pitch ? fixed_pitch_flag : 0) |
                      (metrics.serif ? serif_flag : 0) | (metrics.italic ? italic_flag : 0);
    std::string out = "/Type /FontDescriptor\n/FontName ";
    append_name(out, subset.name);
    const auto field = [&](std::string_view key, std::int64_t value) {
        out += key;
        append_integer(out, value);
    };
    field("\n/Flags ", flags);
    out += "\n/FontBBox [";
    for (const std::int64_t side : metrics.box) field(" ", side);
    out += " ]\n/ItalicAngle ";
    append_decimal(out, metrics.italic_angle);
    field("\n/Ascent ", metrics.ascent);
    field("\n/Descent ", metrics.descent);
    field("\n/CapHeight ", metrics.cap_height);
    field("\n/StemV ", metrics.stem_width);
    out += subset.outlines == OutlineFormat::cff ? "\n/FontFile3 " : "\n/FontFile2 ";
    append_reference(out, write_program(file, subset));
    return file.add(out + '\n');
}

ObjectId write_descendant(PdfFile& file, const DocumentFont& font, const Entries& entries,
                          Deflater& deflater) {
    const FontSubset& subset = font.codes.subset();
    const bool cff = subset.outlines == OutlineFormat::cff;
    std::string out = "/Type /Font\n/Subtype ";
    out += cff ? "/CIDFontType0" : "/CIDFontType2";
    out += "\n/BaseFont ";
    append_name(out, subset.name);
    out += "\n/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n/DW 0\n/W ";
    out += widths(font, entries);
    out += "\n/FontDescriptor ";
    append_reference(out, write_descriptor(file, font.face->metrics(), subset));
    if (!cff) {
        out += "\n/CIDToGIDMap ";
        append_reference(out, file.add_stream("/Filter /FlateDecode\n",
                                              deflater.deflate(glyph_map(subset, entries))));
    }
    return file.add(out + '\n');
}

} // namespace

std::map<FontId, std::vector<std::uint32_t>> glyphs_of(const Pages& pages) {
    std::map<FontId, std::vector<bool>> shown;
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* run = std::get_if<GlyphRun>(&item.shape)) {
                std::vector<bool>& marks = shown[run->font];
                for (const Glyph& glyph : run->glyphs) {
                    if (marks.size() <= glyph.id) marks.resize(glyph.id + std::size_t{1});
                    marks[glyph.id] = true;
                }
            }
    std::map<FontId, std::vector<std::uint32_t>> glyphs;
    for (const auto& [font, marks] : shown)
        for (std::uint32_t glyph = 0; glyph < marks.size(); ++glyph)
            if (marks[glyph]) glyphs[font].push_back(glyph);
    return glyphs;
}

ObjectId write_font(PdfFile& file, const DocumentFont& font, Deflater& deflater) {
    const Entries entries = font.codes.entries();
    const FontSubset& subset = font.codes.subset();
    std::string out = "/Type /Font\n/Subtype /Type0\n/BaseFont ";
    // A CIDFontType0's Type 0 font carries the CMap's name too, ISO 32000-1 table 121.
    append_name(out,
                subset.outlines == OutlineFormat::cff ? subset.name + "-Identity-H" : subset.name);
    out += "\n/Encoding /Identity-H\n/DescendantFonts [";
    append_reference(out, write_descendant(file, font, entries, deflater));
    out += "]\n/ToUnicode ";
    append_reference(
        out, file.add_stream("/Filter /FlateDecode\n", deflater.deflate(to_unicode_map(entries))));
    return file.add(out + '\n');
}

} // namespace presskit::render
