// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/fonts.hpp"

#include <hb.h>

#include <algorithm>
#include <unordered_map>

namespace presskit::compose {
namespace {

/// Words beyond this many are forgotten all at once; a campaign's vocabulary is far smaller.
constexpr std::size_t most_cached_words = 60'000;

template <class T, void (*destroy)(T*)>
struct Destroy {
    void operator()(T* handle) const { destroy(handle); }
};
using HbBlob = std::unique_ptr<hb_blob_t, Destroy<hb_blob_t, hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Destroy<hb_face_t, hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroy<hb_font_t, hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_t, hb_buffer_destroy>>;

struct TransparentHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// Clusters from HarfBuzz are byte offsets of their first character; this gives each cluster's first
/// glyph (in logical order) the whole range up to the next cluster.
void assign_text(ShapedWord& word, const hb_glyph_info_t* infos, std::size_t size, bool backwards) {
    const std::size_t count = word.glyphs.size();
    const auto logical = [&](std::size_t k) { return backwards ? count - 1 - k : k; };
    auto limit = static_cast<std::uint32_t>(size); // where the cluster after this one begins
    for (std::size_t k = count; k-- > 0;) {
        ShapedGlyph& glyph = word.glyphs[logical(k)];
        glyph.begin = infos[logical(k)].cluster;
        const bool first = k == 0 || infos[logical(k - 1)].cluster != glyph.begin;
        glyph.end = first ? limit : glyph.begin;
        if (first) limit = glyph.begin;
    }
}

} // namespace

struct Fonts::Face {
    HbBlob blob;
    HbFace face;
    HbFont font;
    std::int32_t units_per_em = 1000;
};

struct Fonts::Cache {
    // Only ever looked up by key, never walked: its order cannot reach an output.
    std::unordered_map<std::string, ShapedWord, TransparentHash, std::equal_to<>> words;
    std::string key;
    HbBuffer buffer{hb_buffer_create()};
};

Fonts::Fonts(const FontLibrary& library) : library_(library), cache_(std::make_unique<Cache>()) {
    for (const FontBytes& bytes : library.fonts) {
        auto face = std::make_unique<Face>();
        face->blob.reset(hb_blob_create(bytes.bytes.data(), static_cast<unsigned>(bytes.bytes.size()),
                                        HB_MEMORY_MODE_READONLY, nullptr, nullptr));
        face->face.reset(hb_face_create(face->blob.get(), 0));
        face->font.reset(hb_font_create(face->face.get()));
        face->units_per_em = static_cast<std::int32_t>(hb_face_get_upem(face->face.get()));
        faces_.push_back(std::move(face));
    }
}
Fonts::~Fonts() = default;

std::optional<FontId> Fonts::find(const FontFile& file) const {
    const auto found = std::ranges::find(library_.fonts, file.path, &FontBytes::path);
    if (found == library_.fonts.end()) return std::nullopt;
    return FontId{static_cast<std::uint32_t>(found - library_.fonts.begin())};
}

bool Fonts::covers(FontId font, char32_t code_point) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(faces_[font.value]->font.get(), code_point, &glyph) != 0 &&
           glyph != 0;
}

std::int32_t Fonts::units_per_em(FontId font) const { return faces_[font.value]->units_per_em; }

void Fonts::trim() {
    if (cache_->words.size() >= most_cached_words) cache_->words.clear();
}

const ShapedWord& Fonts::shape(const ShapingContext& context, std::string_view word) {
    std::string& key = cache_->key;
    key = std::to_string(context.font.value);
    key += context.right_to_left ? '<' : '>';
    key += context.local_forms ? 'l' : '-';
    key.append(context.language).append(1, '\0').append(context.script).append(1, '\0').append(word);
    if (const auto known = cache_->words.find(std::string_view(key)); known != cache_->words.end())
        return known->second;
    hb_buffer_t* buffer = cache_->buffer.get();
    hb_buffer_reset(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_add_utf8(buffer, word.data(), static_cast<int>(word.size()), 0,
                       static_cast<int>(word.size()));
    hb_buffer_set_direction(buffer, context.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, hb_script_from_string(context.script.data(),
                                                       static_cast<int>(context.script.size())));
    hb_buffer_set_language(buffer, hb_language_from_string(context.language.data(),
                                                           static_cast<int>(context.language.size())));
    const hb_feature_t no_local_forms{HB_TAG('l', 'o', 'c', 'l'), 0, HB_FEATURE_GLOBAL_START,
                                      HB_FEATURE_GLOBAL_END};
    hb_shape(faces_[context.font.value]->font.get(), buffer, &no_local_forms,
             context.local_forms ? 0 : 1);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    ShapedWord shaped;
    shaped.glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        shaped.glyphs.push_back({infos[i].codepoint, positions[i].x_advance, positions[i].x_offset,
                                 positions[i].y_offset, 0, 0});
        shaped.advance += positions[i].x_advance;
    }
    assign_text(shaped, infos, word.size(), context.right_to_left);
    return cache_->words.emplace(key, std::move(shaped)).first->second;
}

} // namespace presskit::compose
