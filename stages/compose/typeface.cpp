// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/typeface.hpp"

#include "pipeline/base/text.hpp"
#include "stages/compose/unicode.hpp"

#include <algorithm>
#include <cassert>

namespace presskit::compose {
namespace {

const FontFile& face(const FontFamily& family, std::size_t slot) {
    switch (slot) {
    case 1: return family.italic;
    case 2: return family.bold;
    case 3: return family.bold_italic;
    default: return family.regular;
    }
}

std::size_t slot_of(const TextLook& look) { return (look.bold ? 2u : 0u) + (look.italic ? 1u : 0u); }

Diagnostic missing_glyph(char32_t c, const TextStretch& stretch, std::uint32_t offset) {
    std::string character;
    append_utf8(character, c);
    Span at = stretch.span;
    const bool literal = stretch.span.end - stretch.span.begin == stretch.end - stretch.begin;
    if (literal && at.source) {
        at.begin += offset - stretch.begin;
        at.end = at.begin + static_cast<std::uint32_t>(character.size());
    }
    return {"compose.missing-glyph",
            "no font of family `" + stretch.look.family + "` has `" + character + "` (" +
                code_point_name(c) + ")",
            "add a family with this script to `families` in brand.yaml and name it under `fallback`, "
            "or write the word with other letters",
            at, ""};
}

} // namespace

Typefaces::Typefaces(const Brand& brand, Fonts& fonts) : fonts_(fonts) {
    for (const auto& [name, family] : brand.families) {
        auto& slots = chains_[name];
        for (std::size_t slot = 0; slot < slots.size(); ++slot) {
            const auto take = [&](const FontFamily& source) {
                if (const auto id = fonts.find(face(source, slot))) slots[slot].push_back(*id);
            };
            take(family);
            for (const std::string& fallback : family.fallback)
                if (const auto other = brand.families.find(fallback); other != brand.families.end())
                    take(other->second);
        }
    }
}

const std::vector<FontId>& Typefaces::chain(const TextLook& look) const {
    const auto family = chains_.find(look.family);
    assert(family != chains_.end() && "loading checks that a style's family exists");
    return family->second[slot_of(look)];
}

FontId Typefaces::font(const TextLook& look) const { return chain(look).front(); }

bool Typefaces::choose(const std::vector<FontId>& chain, char32_t code_point, FontId& font) {
    const auto found =
        std::ranges::find_if(chain, [&](FontId id) { return fonts_.covers(id, code_point); });
    if (found == chain.end()) return false;
    font = *found;
    return true;
}

std::vector<FontRun> Typefaces::runs(const StyledText& text, Diagnostics& faults) {
    std::vector<FontRun> runs;
    for (std::uint32_t s = 0; s < text.stretches.size(); ++s) {
        const TextStretch& stretch = text.stretches[s];
        const std::vector<FontId>& fonts = chain(stretch.look);
        runs.push_back({stretch.begin, stretch.begin, s, fonts.front(), stretch.look.language->script});
        for (std::uint32_t at = stretch.begin; at < stretch.end;) {
            const CodePoint c = decode(text.text, at);
            FontId font = runs.back().font;
            const char32_t shown = stretch.look.capitals ? to_capital(c.value) : c.value;
            const bool silent = c.value < 0x20 || c.value == 0xAD || is_extending(c.value);
            // A mark stays in its base's font if that has it, so that it attaches.
            const bool stays = silent && at != stretch.begin && fonts_.covers(font, shown);
            if (!stays && !choose(fonts, shown, font) && c.value >= 0x20 && c.value != 0xAD)
                faults.push_back(missing_glyph(c.value, stretch, at));
            const std::string_view script = c.value < 0x80 ? std::string_view{} : script_of(c.value);
            const bool other_script = !script.empty() && script != runs.back().script;
            if (font != runs.back().font || other_script) {
                std::string wanted = other_script ? std::string(script) : runs.back().script;
                if (runs.back().begin == runs.back().end) runs.pop_back();
                runs.push_back({at, at, s, font, std::move(wanted)});
            }
            at += c.bytes;
            runs.back().end = at;
        }
        if (runs.back().begin == runs.back().end) runs.pop_back();
    }
    return runs;
}

} // namespace presskit::compose
