// SPDX-License-Identifier: Apache-2.0
#include "stages/render/font_face.hpp"

#include "stages/render/big_endian.hpp"
#include "stages/render/cff.hpp"
#include "stages/render/cff_widths.hpp"

#include <algorithm>
#include <cassert>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <numeric>

namespace presskit::render {
namespace {

/// Subsets kept per font; a run over more glyph sets than this starts again.
constexpr std::size_t max_kept_subsets = 64;
constexpr std::size_t max_name_bytes = 63;
constexpr std::size_t tag_letters = 6;

template <class T, void (*destroy)(T*)>
struct Destroy {
    void operator()(T* handle) const { destroy(handle); }
};
using Blob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_t, hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroy<hb_face_t, hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, Destroy<hb_font_t, hb_font_destroy>>;
using SubsetInput =
    std::unique_ptr<hb_subset_input_t, Destroy<hb_subset_input_t, hb_subset_input_destroy>>;
using SubsetPlan =
    std::unique_ptr<hb_subset_plan_t, Destroy<hb_subset_plan_t, hb_subset_plan_destroy>>;

std::string_view bytes_of(const Blob& blob) {
    unsigned count = 0;
    const char* bytes = hb_blob_get_data(blob.get(), &count);
    return {bytes, count};
}

/// The font with only those tables that a PDF reads of a font program (ISO 32000-1 9.9). Subsets of
/// it need no list of tables to drop, and HarfBuzz no time for a character map that nobody asks
/// for.
Face program_of(hb_face_t* face) {
    constexpr std::array needed{HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
                                HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
                                HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
                                HB_TAG('C', 'F', 'F', ' ')};
    Face program{hb_face_builder_create()};
    for (const hb_tag_t tag : needed) {
        const Blob table{hb_face_reference_table(face, tag)};
        if (hb_blob_get_length(table.get()) > 0)
            hb_face_builder_add_table(program.get(), tag, table.get());
    }
    return program;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
    const Blob table{hb_face_reference_table(face, tag)};
    return hb_blob_get_length(table.get()) > 0;
}

/// The PostScript name, reduced to letters that need no escape in a name object.
std::string postscript_name(hb_face_t* face) {
    std::array<char, max_name_bytes + 1> buffer{};
    auto count = static_cast<unsigned>(buffer.size());
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &count,
                        buffer.data());
    std::string name(buffer.data(), std::min<std::size_t>(count, max_name_bytes));
    std::erase_if(name, [](char c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return !letter && !(c >= '0' && c <= '9') && c != '-' && c != '_';
    });
    return name.empty() ? "Font" : name;
}

/// Reads head, hhea, OS/2 and post; a field that is missing is 0.
FontMetrics read_metrics(hb_face_t* face) {
    const auto table = [&](hb_tag_t tag) { return Blob{hb_face_reference_table(face, tag)}; };
    const Blob head = table(HB_TAG('h', 'e', 'a', 'd')), hhea = table(HB_TAG('h', 'h', 'e', 'a')),
               os2 = table(HB_TAG('O', 'S', '/', '2')), post = table(HB_TAG('p', 'o', 's', 't'));
    const auto field = [](const Blob& blob, std::size_t at) {
        return static_cast<std::int64_t>(BigEndian(bytes_of(blob)).s16(at).value_or(0));
    };
    const std::int64_t em = hb_face_get_upem(face);
    const auto thousandths = [&](std::int64_t units) { return units * 1000 / em; };
    FontMetrics metrics;
    metrics.ascent = thousandths(field(hhea, 4));
    metrics.descent = thousandths(field(hhea, 6));
    for (std::size_t side = 0; side < 4; ++side)
        metrics.box[side] = thousandths(field(head, 36 + 2 * side));
    const std::int64_t weight = std::clamp<std::int64_t>(field(os2, 4), 100, 1000);
    metrics.stem_width =
        10 + 220 * (weight - 50) / 900; // no table says; this is the usual estimate
    const std::int64_t cap_height = field(os2, 0) >= 2 ? thousandths(field(os2, 88)) : 0;
    metrics.cap_height = cap_height > 0 ? cap_height : metrics.ascent * 7 / 10;
    const auto family_class = static_cast<std::uint16_t>(field(os2, 30)) >> 8;
    const auto serif_style = BigEndian(bytes_of(os2)).u8(33).value_or(0); // PANOSE
    metrics.serif = (family_class >= 1 && family_class <= 5) || family_class == 7 ||
                    (serif_style >= 2 && serif_style <= 10);
    const std::uint32_t angle = BigEndian(bytes_of(post)).u32(4).value_or(0); // 16.16
    metrics.italic_angle =
        static_cast<std::int64_t>(static_cast<std::int32_t>(angle)) * 1000 / 65536;
    metrics.italic = metrics.italic_angle != 0;
    metrics.fixed_pitch = BigEndian(bytes_of(post)).u32(12).value_or(0) != 0;
    return metrics;
}

std::vector<std::int64_t> read_advances(hb_face_t* face) {
    const Font font{hb_font_create(face)};
    const std::int64_t em = hb_face_get_upem(face);
    const unsigned count = hb_face_get_glyph_count(face);
    std::vector<hb_codepoint_t> glyphs(count);
    std::iota(glyphs.begin(), glyphs.end(), hb_codepoint_t{0});
    std::vector<hb_position_t> units(count);
    hb_font_get_glyph_h_advances(font.get(), count, glyphs.data(), sizeof(hb_codepoint_t),
                                 units.data(), sizeof(hb_position_t));
    std::vector<std::int64_t> advances;
    for (const hb_position_t unit : units)
        advances.push_back((std::int64_t{unit} * 1'000'000 + em / 2) / em);
    return advances;
}

/// Six letters that depend on the font and the glyphs alone. ISO 32000-1 9.6.4.
std::string subset_tag(const FontBytes& font, const std::vector<std::uint32_t>& glyphs) {
    std::string seed = to_hex(font.digest);
    for (const std::uint32_t glyph : glyphs) seed += "," + std::to_string(glyph);
    const Digest digest = sha256(seed);
    std::string tag;
    for (std::size_t i = 0; i < tag_letters; ++i)
        tag += static_cast<char>('A' + digest.bytes[i] % 26);
    return tag;
}

SubsetInput subset_input(const std::vector<std::uint32_t>& glyphs) {
    SubsetInput input{hb_subset_input_create_or_fail()};
    if (!input) return input;
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t* kept = hb_subset_input_glyph_set(input.get());
    for (const std::uint32_t glyph : glyphs) hb_set_add(kept, glyph);
    return input;
}

} // namespace

Diagnostic unusable_font(const std::string& path, std::string why) {
    return {"render.font-unusable",
            "the font `" + path + "` cannot be put into a PDF: " + std::move(why),
            "use a TrueType or OpenType font with `glyf` or `CFF` outlines",
            {},
            {},
            Severity::error,
            Blame::configuration};
}

struct FontFace::Parsed {
    const FontBytes& font;
    Face program;
    std::string name;
    OutlineFormat outlines = OutlineFormat::true_type;
    FontMetrics metrics;
    std::vector<std::int64_t> advances; ///< millionths of an em, by glyph

    Result<std::shared_ptr<const FontSubset>> make_subset(const std::vector<std::uint32_t>& glyphs,
                                                          Deflater& deflater);
    Diagnostics take_program_widths(std::string_view cff, const FontSubset& subset);
};

Result<std::shared_ptr<FontFace>> FontFace::open(const FontBytes& font) {
    const Blob blob{hb_blob_create(font.bytes.data(), static_cast<unsigned>(font.bytes.size()),
                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr)};
    const Face face{hb_face_create(blob.get(), 0)};
    const bool true_type = has_table(face.get(), HB_TAG('g', 'l', 'y', 'f'));
    if (hb_face_get_glyph_count(face.get()) == 0) return unusable_font(font.path, "it has no glyphs");
    if (!true_type && !has_table(face.get(), HB_TAG('C', 'F', 'F', ' ')))
        return unusable_font(font.path, "it has no outlines a PDF knows");
    auto parsed =
        std::make_unique<Parsed>(Parsed{font, program_of(face.get()), postscript_name(face.get()),
                                        true_type ? OutlineFormat::true_type : OutlineFormat::cff,
                                        read_metrics(face.get()), read_advances(face.get())});
    return std::shared_ptr<FontFace>(new FontFace(std::move(parsed)));
}

FontFace::FontFace(std::unique_ptr<Parsed> parsed) : parsed_(std::move(parsed)) {}
FontFace::~FontFace() = default;

const FontMetrics& FontFace::metrics() const { return parsed_->metrics; }

std::uint32_t FontFace::glyph_count() const {
    return static_cast<std::uint32_t>(parsed_->advances.size());
}

std::int64_t FontFace::advance(std::uint32_t glyph) const {
    assert(glyph < parsed_->advances.size());
    return parsed_->advances[glyph];
}

/// hmtx, which lines are set by, and the charstrings may differ; a program of TrueType outlines keeps its hmtx.
Diagnostics FontFace::Parsed::take_program_widths(std::string_view cff, const FontSubset& subset) {
    std::vector<std::uint16_t> cids;
    for (const auto& [glyph, cid] : subset.numbers) cids.push_back(cid);
    const auto widths = read_cff_widths(cff, cids);
    if (!widths) return {unusable_font(font.path, "its outlines are damaged")};
    auto width = widths->begin();
    for (const auto& [glyph, cid] : subset.numbers) {
        if (!*width) return {unusable_font(font.path, "the outline of its glyph " + std::to_string(glyph) + " is damaged")};
        advances[glyph] = **width++;
    }
    return {};
}

Result<std::shared_ptr<const FontSubset>>
FontFace::Parsed::make_subset(const std::vector<std::uint32_t>& glyphs, Deflater& deflater) {
    const SubsetInput input = subset_input(glyphs);
    const SubsetPlan plan{input ? hb_subset_plan_create_or_fail(program.get(), input.get())
                                : nullptr};
    const Face made{plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr};
    if (!made) return unusable_font(font.path, "its tables are damaged");
    const bool cff = outlines == OutlineFormat::cff;
    const Blob made_program{cff ? hb_face_reference_table(made.get(), HB_TAG('C', 'F', 'F', ' '))
                                : hb_face_reference_blob(made.get())};
    const auto charset = cff ? read_cff_charset(bytes_of(made_program)) : CffCharset{};
    if (!charset || bytes_of(made_program).empty())
        return unusable_font(font.path, "its outlines are damaged");
    auto subset = std::make_shared<FontSubset>();
    const hb_map_t* positions = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const std::uint32_t glyph : glyphs) {
        const hb_codepoint_t position = hb_map_get(positions, glyph);
        const bool known =
            position <= 0xFFFF && (!charset->cid_keyed || position < charset->cids.size());
        if (!known) return unusable_font(font.path, "its glyphs cannot be numbered");
        subset->numbers[glyph] =
            charset->cid_keyed ? charset->cids[position] : static_cast<std::uint16_t>(position);
    }
    if (cff)
        if (Diagnostics faults = take_program_widths(bytes_of(made_program), *subset); !faults.empty()) return faults;
    subset->outlines = outlines;
    subset->name = subset_tag(font, glyphs) + "+" + name;
    subset->program = deflater.deflate(bytes_of(made_program));
    subset->program_bytes = bytes_of(made_program).size();
    return std::shared_ptr<const FontSubset>(std::move(subset));
}

Result<std::shared_ptr<const FontSubset>> FontFace::subset(const std::vector<std::uint32_t>& glyphs,
                                                           Deflater& deflater) {
    if (const auto kept = subsets_.find(glyphs); kept != subsets_.end()) return kept->second;
    auto made = parsed_->make_subset(glyphs, deflater);
    if (!made) return made;
    if (subsets_.size() >= max_kept_subsets) subsets_.clear();
    subsets_.emplace(glyphs, *made);
    return made;
}

} // namespace presskit::render
