// SPDX-License-Identifier: Apache-2.0
#include "stages/load/fonts.hpp"

#include "pipeline/base/text.hpp"
#include "pipeline/yaml/wording.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <tuple>

namespace presskit::load {
namespace {

using yaml::quoted;

struct DestroyBlob {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
struct DestroyFace {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
struct DestroySet {
    void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};
using Blob = std::unique_ptr<hb_blob_t, DestroyBlob>;
using Face = std::unique_ptr<hb_face_t, DestroyFace>;
using CodePoints = std::unique_ptr<hb_set_t, DestroySet>;

/// OS/2 fsType: OpenType 1.9.
enum FsType : unsigned {
    restricted = 0x0002,
    preview_and_print = 0x0004,
    editable = 0x0008,
    no_subsetting = 0x0100,
    bitmap_only = 0x0200,
};
constexpr std::size_t fs_type_offset = 8, units_per_em_offset = 18, number_of_widths_offset = 34;
// OpenType 1.9 head.
constexpr std::size_t magic_offset = 12, loca_format_offset = 50, head_bytes = 54;
constexpr unsigned first_of_magic = 0x5F0F, rest_of_magic = 0x3CF5;
constexpr unsigned least_units_per_em = 16, most_units_per_em = 16384;
constexpr unsigned most_faces = 256;   // as brand.schema.json
constexpr unsigned most_advance = 0x7FFF; // HarfBuzz takes what is wider for less than nothing

Diagnostic font_fault(const FontFile& font, std::string code, const std::string& what,
                      std::string hint) {
    return {"load." + std::move(code),
            "font " + quoted(font.path) + " " + what,
            std::move(hint),
            font.span,
            {},
            Severity::error,
            Blame::configuration};
}

std::size_t table_bytes(hb_face_t* face, hb_tag_t tag) {
    const Blob table(hb_face_reference_table(face, tag));
    return hb_blob_get_length(table.get());
}

unsigned big_endian(const char* two_bytes) {
    return static_cast<unsigned char>(two_bytes[0]) * 256u + static_cast<unsigned char>(two_bytes[1]);
}

/// The two bytes at `offset` of a table; none beyond its end.
std::optional<unsigned> number_in(hb_face_t* face, hb_tag_t tag, std::size_t offset) {
    const Blob table(hb_face_reference_table(face, tag));
    unsigned length = 0;
    const char* bytes = hb_blob_get_data(table.get(), &length);
    if (length < offset + 2) return std::nullopt;
    return big_endian(bytes + offset);
}

/// Of the first `count` glyphs in hmtx; none if it has not as many.
std::optional<unsigned> widest_advance(hb_face_t* face, unsigned count) {
    const Blob table(hb_face_reference_table(face, HB_TAG('h', 'm', 't', 'x')));
    unsigned length = 0, widest = 0;
    const char* bytes = hb_blob_get_data(table.get(), &length);
    if (length < std::size_t{count} * 4) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) widest = std::max(widest, big_endian(bytes + i * 4));
    return widest;
}

constexpr hb_tag_t head_tag = HB_TAG('h', 'e', 'a', 'd'), hhea_tag = HB_TAG('h', 'h', 'e', 'a');

/// HarfBuzz takes a head or an hhea that is cut or of another version for none, and makes subsets without it.
bool has_known_headers(hb_face_t* face) {
    return table_bytes(face, head_tag) >= head_bytes && number_in(face, head_tag, 0) == 1u &&
           number_in(face, head_tag, magic_offset) == first_of_magic &&
           number_in(face, head_tag, magic_offset + 2) == rest_of_magic && number_in(face, hhea_tag, 0) == 1u;
}

bool has_widths(hb_face_t* face) {
    const auto em = number_in(face, head_tag, units_per_em_offset);
    const auto widths = number_in(face, hhea_tag, number_of_widths_offset);
    if (!em || *em < least_units_per_em || *em > most_units_per_em) return false;
    if (!widths || *widths == 0 || *widths > hb_face_get_glyph_count(face)) return false;
    const auto widest = widest_advance(face, *widths);
    return widest && *widest <= most_advance;
}

/// Whether each glyph of a font with glyf has its place there, or none is asked for (CFF).
bool has_places(hb_face_t* face) {
    if (table_bytes(face, HB_TAG('g', 'l', 'y', 'f')) == 0) return true;
    const auto format = number_in(face, head_tag, loca_format_offset);
    const std::size_t entries = std::size_t{hb_face_get_glyph_count(face)} + 1;
    return format && *format <= 1 &&
           table_bytes(face, HB_TAG('l', 'o', 'c', 'a')) >= entries * (*format == 0 ? 2 : 4);
}

/// Whether all tables of a face lie inside the file; HarfBuzz takes what is there of one, and its last glyphs
/// then show nothing. ISO 14496-22 4.5, 4.6.
bool is_whole(std::string_view bytes, unsigned face) {
    const auto number = [&](std::size_t at, std::size_t size) {
        std::uint64_t out = 0;
        for (std::size_t i = at; i < at + size; ++i)
            out = out << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u);
        return out;
    };
    const std::size_t directory = bytes.starts_with("ttcf") ? number(12 + std::size_t{face} * 4, 4) : 0;
    const std::size_t tables = number(directory + 4, 2);
    for (std::size_t row = directory + 12; row < directory + 12 + tables * 16; row += 16)
        if (row + 16 > bytes.size() || number(row + 8, 4) + number(row + 12, 4) > bytes.size()) return false;
    return true;
}

/// HarfBuzz puts up with a font that does not say how wide its glyphs are, or where; a PDF's reader need not.
void check_glyphs(const FontFile& font, hb_face_t* face, Diagnostics& faults) {
    const auto damaged = [&](const std::string& how) {
        faults.push_back(font_fault(font, "damaged-font", "is damaged: " + how,
                                    "get the file from its maker again, or choose another font"));
    };
    if (!has_known_headers(face) || !has_widths(face))
        damaged("it does not say how wide its glyphs are (head, hhea, hmtx)");
    else if (!has_places(face))
        damaged("it does not say where its outlines are (head, loca)");
}

void check_permission(const FontFile& font, hb_face_t* face, Diagnostics& faults) {
    const auto permission = number_in(face, HB_TAG('O', 'S', '/', '2'), fs_type_offset);
    const std::string other = "choose another font, or ask its maker for an embeddable version";
    if (!permission) {
        faults.push_back(font_fault(font, "font-permission",
                                    "does not say whether it may be embedded (no OS/2 table)",
                                    other));
        return;
    }
    // In old fonts several of the first bits may be set; the most liberal then counts.
    const unsigned usage = *permission & 0x000Fu;
    if ((usage & restricted) != 0 && (usage & (preview_and_print | editable)) == 0)
        faults.push_back(
            font_fault(font, "font-permission", "forbids embedding (OS/2 fsType)", other));
    if ((*permission & bitmap_only) != 0)
        faults.push_back(font_fault(font, "font-permission",
                                    "allows only bitmaps to be embedded (OS/2 fsType)", other));
    if ((*permission & no_subsetting) != 0)
        faults.push_back(
            font_fault(font, "font-permission", "forbids subsets (OS/2 fsType)", other));
}

unsigned face_index(const FontFile& font) { return font.face == 0 ? 0 : static_cast<unsigned>(font.face) - 1; }

std::string full_name(hb_face_t* face) {
    std::array<char, 64> name{};
    auto length = static_cast<unsigned>(name.size());
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_FULL_NAME, HB_LANGUAGE_INVALID, &length, name.data());
    return name.data();
}

/// A file of several fonts does not say which of them is meant; its hint does.
Diagnostic face_fault(const FontFile& font, hb_blob_t* blob, unsigned count) {
    if (count > most_faces)
        return font_fault(font, "font-collection", "is a collection of " + std::to_string(count) + " fonts",
                          "name a file with one font (.ttf or .otf)");
    std::string known;
    for (unsigned i = 0; i < count; ++i)
        known += (i == 0 ? "`face: " : ", `face: ") + std::to_string(i + 1) + "` (" +
                 full_name(Face(hb_face_create(blob, i)).get()) + ")";
    return font_fault(font, "font-collection",
                      font.face == 0 ? "is a collection of " + std::to_string(count) + " fonts"
                                     : "has no face " + std::to_string(font.face),
                      "say which one beside the path: " + known);
}

bool has_characters(hb_face_t* face) {
    const CodePoints all(hb_set_create());
    hb_face_collect_unicodes(face, all.get());
    return hb_set_get_population(all.get()) > 0;
}

} // namespace

std::vector<FontFile> fonts_of(const Brand& brand) {
    std::vector<FontFile> out;
    for (const auto& [name, family] : brand.families)
        for (const FontFile* font :
             {&family.regular, &family.italic, &family.bold, &family.bold_italic})
            out.push_back(*font);
    const auto same_file = [](const FontFile& a, const FontFile& b) {
        return a.path == b.path && a.package.empty() == b.package.empty() && a.face == b.face;
    };
    std::ranges::sort(out, {}, [](const FontFile& font) { return std::tuple(font.path, font.package, font.face, font.span); });
    const auto repeated = std::ranges::unique(out, same_file);
    out.erase(repeated.begin(), repeated.end());
    return out;
}

Diagnostics check_font(const FontFile& font, std::string_view bytes) {
    if (bytes.size() > max_font_bytes)
        return {font_fault(font, "font-too-large", "has " + human_bytes(bytes.size()),
                           "choose a file of at most " + human_bytes(max_font_bytes))};
    const Blob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const unsigned count = hb_face_count(blob.get());
    if (count > most_faces || (count > 1 && font.face == 0) || (count > 0 && font.face > static_cast<int>(count)))
        return {face_fault(font, blob.get(), count)};
    const Face face(hb_face_create(blob.get(), face_index(font)));
    if (count == 0 || hb_face_get_glyph_count(face.get()) == 0)
        return {
            font_fault(font, "not-a-font", "is not an OpenType font", "name a .ttf or .otf file")};
    Diagnostics faults;
    if (table_bytes(face.get(), HB_TAG('g', 'l', 'y', 'f')) == 0 &&
        table_bytes(face.get(), HB_TAG('C', 'F', 'F', ' ')) == 0)
        faults.push_back(font_fault(font, "font-without-outlines",
                                    "has no outlines that a PDF can hold (glyf or CFF)",
                                    "choose a font with outlines, not one of bitmaps"));
    if (!has_characters(face.get()))
        faults.push_back(
            font_fault(font, "not-a-font", "has no characters (cmap)", "choose another file"));
    if (faults.empty() && !is_whole(bytes, face_index(font)))
        faults.push_back(font_fault(font, "damaged-font", "is damaged: it ends before its tables do",
                                    "get the file from its maker again, or choose another font"));
    else
        check_glyphs(font, face.get(), faults);
    check_permission(font, face.get(), faults);
    return faults;
}

std::string single_font(const FontFile& font, std::string bytes) {
    const Blob blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr,
                                   nullptr));
    if (font.face == 0 || hb_face_count(blob.get()) < std::max(2u, face_index(font) + 1)) return bytes;
    const Face face(hb_face_create(blob.get(), face_index(font)));
    const Face single(hb_face_builder_create());
    std::array<hb_tag_t, 64> tags{};
    auto count = static_cast<unsigned>(tags.size());
    hb_face_get_table_tags(face.get(), 0, &count, tags.data());
    for (unsigned i = 0; i < count; ++i) {
        const Blob table(hb_face_reference_table(face.get(), tags[i]));
        hb_face_builder_add_table(single.get(), tags[i], table.get());
    }
    const Blob made(hb_face_reference_blob(single.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(made.get(), &length);
    return {data, length};
}

} // namespace presskit::load
