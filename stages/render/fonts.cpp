// SPDX-License-Identifier: Apache-2.0
#include "stages/render/fonts.hpp"

#include "stages/render/syntax.hpp"

#include <algorithm>

namespace presskit::render {
namespace {

constexpr std::string_view one_byte_map_name = "OneByteIdentityH";
constexpr std::size_t range_block = 100; // the most a block may hold, Technical Note 5014

// Font descriptor flags, ISO 32000-1 table 123.
constexpr int fixed_pitch_flag = 1, serif_flag = 2, symbolic_flag = 4, italic_flag = 64;

using Entries = std::vector<CodeTable::Entry>;

void append_hex_bytes(std::string& out, std::string_view bytes) {
    for (const char byte : bytes) append_hex(out, static_cast<unsigned char>(byte), 2);
}

/// Codes in a row whose texts are characters in a row.
struct TextRange {
    std::uint16_t first = 0, last = 0;
    std::string text; ///< of the first, UTF-16BE
};

/// Does `text` of `code` go on where `range` ends? Only the last byte counts up. ISO
/// 32000-1 9.10.3.
bool goes_on(const TextRange& range, std::uint16_t code, std::string_view text) {
    if (code != range.last + 1 || (code & 0xFF) == 0 || text.size() != 2 || range.text.size() != 2)
        return false;
    const auto byte = [](std::string_view of, std::size_t i) {
        return static_cast<unsigned char>(of[i]);
    };
    return text[0] == range.text[0] && byte(text, 1) == byte(range.text, 1) + (code - range.first);
}

std::vector<TextRange> text_ranges(const Entries& entries) {
    std::vector<TextRange> ranges;
    for (const CodeTable::Entry& entry : entries) {
        std::string text = to_utf16be(entry.text);
        if (!ranges.empty() && goes_on(ranges.back(), entry.code, text))
            ranges.back().last = entry.code;
        else
            ranges.push_back({entry.code, entry.code, std::move(text)});
    }
    return ranges;
}

/// A CMap from codes to UTF-16BE text. ISO 32000-1 9.10.3.
std::string to_unicode_map(const Entries& entries, int bytes_a_code) {
    std::string map = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                      "1 begincodespacerange\n";
    map += bytes_a_code == 1 ? "<00> <FF>" : "<0000> <FFFF>";
    map += "\nendcodespacerange\n";
    const auto append = [&](std::uint16_t code) {
        map += '<';
        append_hex(map, code, bytes_a_code * 2);
        map += "> ";
    };
    const std::vector<TextRange> ranges = text_ranges(entries);
    for (std::size_t begin = 0; begin < ranges.size(); begin += range_block) {
        const std::size_t end = std::min(begin + range_block, ranges.size());
        append_integer(map, static_cast<std::int64_t>(end - begin));
        map += " beginbfrange\n";
        for (std::size_t i = begin; i < end; ++i) {
            append(ranges[i].first);
            append(ranges[i].last);
            map += '<';
            append_hex_bytes(map, ranges[i].text);
            map += ">\n";
        }
        map += "endbfrange\n";
    }
    return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

/// A CMap of one byte a code, each the CID of that number. ISO 32000-1 9.7.5.4.
std::string one_byte_map() {
    return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
           "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> def\n"
           "/CMapName /" +
           std::string(one_byte_map_name) +
           " def\n/CMapType 1 def\n/WMode 0 def\n"
           "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
           "1 begincidrange\n<00> <FF> 0\nendcidrange\n"
           "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
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
    std::string map((entries.back().code + std::size_t{1}) * 2, '\0');
    for (const CodeTable::Entry& entry : entries) {
        const std::uint16_t position = subset.numbers.at(entry.glyph);
        map[entry.code * std::size_t{2}] = static_cast<char>(position >> 8);
        map[entry.code * std::size_t{2} + 1] = static_cast<char>(position & 0xFF);
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
        if (font.codes.is_identity())
            out += "/Identity";
        else
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

void FontWriter::append_encoding(std::string& out, int bytes_a_code) {
    if (bytes_a_code == 2) {
        out += "/Identity-H";
        return;
    }
    if (!one_byte_map_)
        one_byte_map_ = file_.add_stream(
            "/Type /CMap\n/CMapName /" + std::string(one_byte_map_name) +
                "\n/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>>\n"
                "/WMode 0\n/Filter /FlateDecode\n",
            deflater_.deflate(one_byte_map()));
    append_reference(out, *one_byte_map_);
}

ObjectId FontWriter::write(const DocumentFont& font) {
    const Entries entries = font.codes.entries();
    const int bytes_a_code = font.codes.bytes_a_code();
    const FontSubset& subset = font.codes.subset();
    std::string name = subset.name;
    // A CIDFontType0's Type 0 font carries the CMap's name too, ISO 32000-1 table 121.
    if (subset.outlines == OutlineFormat::cff)
        name.append("-").append(bytes_a_code == 1 ? one_byte_map_name : "Identity-H");
    std::string out = "/Type /Font\n/Subtype /Type0\n/BaseFont ";
    append_name(out, name);
    out += "\n/Encoding ";
    append_encoding(out, bytes_a_code);
    out += "\n/DescendantFonts [";
    append_reference(out, write_descendant(file_, font, entries, deflater_));
    out += "]\n/ToUnicode ";
    append_reference(out,
                     file_.add_stream("/Filter /FlateDecode\n",
                                      deflater_.deflate(to_unicode_map(entries, bytes_a_code))));
    return file_.add(out + '\n');
}

} // namespace presskit::render
