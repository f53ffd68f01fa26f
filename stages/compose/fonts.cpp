// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/fonts.hpp"

#include "pipeline/base/text.hpp"
#include "stages/compose/unicode.hpp"
#include "stages/compose/word_table.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <functional>
#include <list>
#include <utility>

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

hb_script_t script_of(const ShapingContext& context) {
    return hb_script_from_string(context.script.data(), static_cast<int>(context.script.size()));
}

hb_language_t language_of(std::string_view tag) {
    return hb_language_from_string(tag.data(), static_cast<int>(tag.size()));
}

/// Those that are not on or off by default.
std::vector<hb_feature_t> features_of(const ShapingContext& context) {
    std::vector<hb_feature_t> out;
    const auto turn = [&](hb_tag_t feature, std::uint32_t value) {
        out.push_back({feature, value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END});
    };
    if (!context.local_forms) turn(HB_TAG('l', 'o', 'c', 'l'), 0);
    if (context.numerals == Numerals::lining) turn(HB_TAG('l', 'n', 'u', 'm'), 1);
    if (context.numerals == Numerals::old_style) turn(HB_TAG('o', 'n', 'u', 'm'), 1);
    return out;
}

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

/// A ligature of a right-to-left script stands for several letters in one glyph, which readers of PDFs
/// put in order as if it were one from left to right. So it says its first letter, and a space glyph
/// without a step of its own, just left of it, says each of the others. Blank glyphs that a font has
/// in such a place are no longer needed.
void say_letters_apart(ShapedWord& word, std::string_view text, std::uint32_t space,
                       std::int32_t units_per_em, const std::function<bool(std::uint32_t)>& is_blank) {
    const auto several = [&](const ShapedGlyph& glyph) {
        return glyph.end > glyph.begin + decode(text, glyph.begin).bytes;
    };
    if (space == 0 || std::ranges::none_of(word.glyphs, several)) return;
    std::vector<ShapedGlyph> out; // from right to left
    std::uint32_t rest = 0, end = 0; // letters of the cluster that are yet to be said
    const auto fill = [&] {
        for (std::int32_t nth = 1; rest < end; ++nth) {
            const auto next = rest + static_cast<std::uint32_t>(decode(text, rest).bytes);
            out.push_back({space, 0, -nth * units_per_em / 50, 0, rest, next});
            rest = next;
        }
    };
    for (auto glyph = word.glyphs.rbegin(); glyph != word.glyphs.rend(); ++glyph) {
        const bool goes_on = glyph->begin == glyph->end;
        if (!goes_on) fill();
        if (goes_on && rest < end) {
            if (glyph->advance == 0 && is_blank(glyph->id)) continue;
            glyph->begin = rest;
            glyph->end = rest += static_cast<std::uint32_t>(decode(text, rest).bytes);
        } else if (!goes_on) {
            rest = glyph->begin + static_cast<std::uint32_t>(decode(text, glyph->begin).bytes);
            end = std::exchange(glyph->end, rest);
        }
        out.push_back(*glyph);
    }
    fill();
    std::ranges::reverse(out);
    word.glyphs = std::move(out);
}

/// Readers of PDFs sort letters by their left edges. A letter without a step of its own, the alef of
/// a lam-alef, begins where the letter before it begins: it is moved by a hair, to come after it.
void set_back_stepless(ShapedWord& word, std::string_view text, std::int32_t units_per_em) {
    for (ShapedGlyph& glyph : word.glyphs) {
        const bool says = glyph.advance == 0 && glyph.end > glyph.begin;
        if (says && is_letter(decode(text, glyph.begin).value)) glyph.offset_x -= units_per_em / 200;
    }
}

constexpr char32_t minus_sign = 0x2212, en_dash = 0x2013;

/// What is set, at the right width, for a space, hyphen or minus sign that a font lacks; 0 for all else. HarfBuzz
/// knows the spaces and the hyphen.
char32_t stand_in(char32_t c) {
    if ((c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0xA0) return U' ';
    if (c == minus_sign) return en_dash;
    return c == 0x2011 ? 0x2010 : 0;
}

/// Nothing where there is none. Both signs have as many bytes: places in the word stay as they are.
std::string with_dashes_for_minus(std::string_view word) {
    constexpr std::string_view minus = "\u2212", dash = "\u2013";
    std::size_t at = word.find(minus);
    if (at == std::string_view::npos) return {};
    std::string out(word);
    for (; at != std::string::npos; at = out.find(minus, at)) out.replace(at, minus.size(), dash);
    return out;
}

} // namespace

/// Code points below this are looked up in a font's cmap once; the scripts we set most lie here.
constexpr std::size_t remembered_code_points = 0x600;

struct Fonts::Face {
    HbBlob blob;
    HbFace face;
    HbFont font;
    std::int32_t units_per_em = 1000;
    int scale = 100; ///< percent
    enum class Covered : std::uint8_t { unknown, yes, no };
    std::array<Covered, remembered_code_points> covered{};
    std::optional<bool> covers_ascii;

    bool has(char32_t c) const {
        hb_codepoint_t glyph = 0;
        return hb_font_get_nominal_glyph(font.get(), c, &glyph) != 0 && glyph != 0;
    }
};

/// What a font has for a script and language, by number: a language that it has no rules of its own
/// for is set by the script's.
struct FontRules {
    struct Table {
        unsigned script = 0, language = 0;
        bool operator==(const Table&) const = default;
    };
    Table substitution, positioning; ///< GSUB and GPOS
    bool operator==(const FontRules&) const = default;
};

FontRules::Table rules_of(hb_face_t* face, hb_tag_t table, const ShapingContext& context) {
    std::array<hb_tag_t, HB_OT_MAX_TAGS_PER_SCRIPT> scripts{};
    std::array<hb_tag_t, HB_OT_MAX_TAGS_PER_LANGUAGE> languages{};
    unsigned script_count = scripts.size(), language_count = languages.size();
    hb_ot_tags_from_script_and_language(script_of(context), language_of(context.language), &script_count,
                                        scripts.data(), &language_count, languages.data());
    FontRules::Table rules;
    hb_ot_layout_table_select_script(face, table, script_count, scripts.data(), &rules.script,
                                     nullptr);
    hb_ot_layout_script_select_language(face, table, rules.script, language_count,
                                        languages.data(), &rules.language);
    return rules;
}

/// Macedonian italics have the letters of Serbian ones, which some fonts know by the name of Serbian alone.
std::string_view language_for_rules(hb_face_t* face, const ShapingContext& context) {
    const bool has_own = context.language != "mk" || rules_of(face, HB_OT_TAG_GSUB, context).language !=
                                                         HB_OT_LAYOUT_DEFAULT_LANGUAGE_INDEX;
    return has_own ? context.language : "sr";
}

/// The words shaped so far by the same rules of a font: languages that it makes no difference
/// between share them.
struct Vocabulary {
    FontId font;
    std::string language; ///< that they are shaped in
    std::string script;
    FontRules rules;
    bool right_to_left = false, local_forms = true;
    Numerals numerals = Numerals::of_font;
    WordTable<ShapedWord> words;

    bool is_for(const ShapingContext& context, const FontRules& wanted) const {
        return font == context.font && script == context.script && rules == wanted &&
               right_to_left == context.right_to_left && local_forms == context.local_forms &&
               numerals == context.numerals;
    }
};

/// Which words answer a context.
struct KnownContext {
    FontId font;
    std::string language, script;
    bool right_to_left = false, local_forms = true;
    Numerals numerals = Numerals::of_font;
    Vocabulary* vocabulary = nullptr;

    bool is(const ShapingContext& context) const {
        return font == context.font && right_to_left == context.right_to_left &&
               local_forms == context.local_forms && numerals == context.numerals &&
               language == context.language && script == context.script;
    }
};

struct Fonts::Cache {
    std::list<Vocabulary> vocabularies;
    std::list<KnownContext> contexts;
    const KnownContext* last = nullptr;
    std::size_t words = 0;
    HbBuffer buffer{hb_buffer_create()};

    Vocabulary& vocabulary(const ShapingContext& context, hb_face_t* face) {
        if (last != nullptr && last->is(context)) return *last->vocabulary;
        auto known = std::ranges::find_if(
            contexts, [&](const KnownContext& each) { return each.is(context); });
        if (known == contexts.end())
            known = contexts.insert(
                known, {context.font, std::string(context.language), std::string(context.script),
                        context.right_to_left, context.local_forms, context.numerals,
                        &vocabulary_by_rules(context, face)});
        last = &*known;
        return *last->vocabulary;
    }

    void forget() {
        last = nullptr;
        contexts.clear();
        vocabularies.clear();
        words = 0;
    }

  private:
    Vocabulary& vocabulary_by_rules(ShapingContext context, hb_face_t* face) {
        context.language = language_for_rules(face, context);
        const FontRules rules{rules_of(face, HB_OT_TAG_GSUB, context),
                              rules_of(face, HB_OT_TAG_GPOS, context)};
        const auto known = std::ranges::find_if(
            vocabularies, [&](const Vocabulary& each) { return each.is_for(context, rules); });
        if (known != vocabularies.end()) return *known;
        return vocabularies.emplace_back(
            Vocabulary{context.font, std::string(context.language), std::string(context.script), rules,
                       context.right_to_left, context.local_forms, context.numerals, {}});
    }
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
    const auto found = std::ranges::find(library_.fonts, file.name(), &FontBytes::path);
    if (found == library_.fonts.end()) return std::nullopt;
    return FontId{static_cast<std::uint32_t>(found - library_.fonts.begin())};
}

bool Fonts::covers(FontId font, char32_t code_point) {
    Face& face = *faces_[font.value];
    const auto look_up = [&] {
        return face.has(code_point) || (stand_in(code_point) != 0 && face.has(stand_in(code_point)));
    };
    if (code_point >= remembered_code_points) return look_up();
    Face::Covered& covered = face.covered[code_point];
    if (covered == Face::Covered::unknown)
        covered = look_up() ? Face::Covered::yes : Face::Covered::no;
    return covered == Face::Covered::yes;
}

bool Fonts::covers_ascii(FontId font) {
    std::optional<bool>& known = faces_[font.value]->covers_ascii;
    if (!known) {
        known = true;
        for (char c = first_shown_ascii; c <= last_shown_ascii; ++c)
            known = *known && covers(font, static_cast<char32_t>(c));
    }
    return *known;
}

void Fonts::set_scale(FontId font, int percent) { faces_[font.value]->scale = percent; }

Length Fonts::size(FontId font, Length size) const {
    const int scale = faces_[font.value]->scale;
    return scale == 100 ? size : size * scale / 100;
}

std::int32_t Fonts::units_per_em(FontId font) const { return faces_[font.value]->units_per_em; }

void Fonts::trim() {
    if (cache_->words < most_cached_words) return;
    cache_->forget();
}

const ShapedWord& Fonts::shape(const ShapingContext& context, std::string_view word) {
    Vocabulary& vocabulary =
        cache_->vocabulary(context, faces_[context.font.value]->face.get());
    if (const ShapedWord* known = vocabulary.words.find(word)) return *known;
    ++cache_->words;

    hb_buffer_t* buffer = cache_->buffer.get();
    hb_buffer_reset(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    std::string dashed = with_dashes_for_minus(word);
    if (!dashed.empty() && faces_[context.font.value]->has(minus_sign)) dashed.clear();
    hb_buffer_add_utf8(buffer, dashed.empty() ? word.data() : dashed.data(), static_cast<int>(word.size()), 0,
                       static_cast<int>(word.size()));
    hb_buffer_set_direction(buffer, context.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, script_of(context));
    hb_buffer_set_language(buffer, language_of(vocabulary.language));
    const std::vector<hb_feature_t> features = features_of(context);
    hb_shape(faces_[context.font.value]->font.get(), buffer, features.data(),
             static_cast<unsigned>(features.size()));

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
    if (context.right_to_left) {
        set_back_stepless(shaped, word, faces_[context.font.value]->units_per_em);
        const Face& face = *faces_[context.font.value];
        hb_codepoint_t space = 0;
        hb_font_get_nominal_glyph(face.font.get(), ' ', &space);
        say_letters_apart(shaped, word, space, face.units_per_em, [&](std::uint32_t glyph) {
            hb_glyph_extents_t box{};
            return hb_font_get_glyph_extents(face.font.get(), glyph, &box) == 0 ||
                   (box.width == 0 && box.height == 0);
        });
    }
    return vocabulary.words.add(word, std::move(shaped));
}

} // namespace presskit::compose
