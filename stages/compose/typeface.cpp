// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/typeface.hpp"

#include "pipeline/base/text.hpp"
#include "stages/compose/plain_words.hpp"
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

bool parts_words(char32_t c) { return c == ' ' || c == 0xA0 || is_bracket(c); }
/// What the font must have to show a character in capitals.
char32_t capital(const std::string& character, const Language& language) {
    const std::string shown = to_capitals(character, language.icu_locale, false).text;
    return decode(shown.empty() ? character : shown, 0).value;
}

bool is_shown_ascii(char c) { return c >= first_shown_ascii && c <= last_shown_ascii; }

bool is_ascii_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

} // namespace

Typefaces::Typefaces(const Brand& brand, Fonts& fonts)
    : fonts_(fonts), code_family_(brand.code_family) {
    for (const auto& [name, family] : brand.families) {
        auto& slots = chains_[name];
        for (std::size_t slot = 0; slot < slots.size(); ++slot) {
            const auto take = [&](const FontFamily& source) {
                const auto id = fonts.find(face(source, slot));
                if (!id) return;
                slots[slot].push_back(*id);
                fonts.set_scale(*id, source.scale);
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

/// Spaces, digits and punctuation belong to no script: in a word they are set as the letters before
/// them, elsewhere in the font of the language, where it has them.
bool Typefaces::choose_common(char32_t code_point, FontId home, FontId before,
                              const std::vector<FontId>& chain, FontId& font) {
    for (const FontId id : {parts_words(code_point) ? home : before, home})
        if (fonts_.covers(id, code_point)) {
            font = id;
            return true;
        }
    return choose(chain, code_point, font);
}

FontId Typefaces::home_of(const TextLook& look, const std::vector<FontId>& chain) {
    FontId home = chain.front();
    const Language& language = *look.language;
    if (look.family != code_family_ && !language.alphabet.empty())
        choose(chain, decode(language.alphabet.front(), 0).value, home);
    return home;
}

std::string Typefaces::family_with(char32_t code_point, const TextLook& look) const {
    for (const auto& [name, slots] : chains_) {
        const std::vector<FontId>& own = slots[slot_of(look)]; // those that stand in for it would not come along
        if (name != look.family && !own.empty() && fonts_.covers(own.front(), code_point)) return name;
    }
    return {};
}

std::vector<FontRun> Typefaces::runs(const StyledText& text) {
    std::vector<FontRun> runs;
    runs.reserve(text.stretches.size());
    for (std::uint32_t s = 0; s < text.stretches.size(); ++s) {
        const TextStretch& stretch = text.stretches[s];
        const std::vector<FontId>& fonts = chain(stretch.look);
        const FontId home = home_of(stretch.look, fonts);
        FontId before = home; // sets the letter before in the same word
        const bool is_simple = home == fonts.front() && !stretch.look.capitals;
        runs.push_back({stretch.begin, stretch.begin, s, home, stretch.look.language->script});
        for (std::uint32_t at = stretch.begin; at < stretch.end;) {
            // Most text: what the font of the language has, without a script of its own.
            if (is_simple && is_shown_ascii(text.text[at]) && runs.back().font == home &&
                fonts_.covers_ascii(home)) {
                while (at < stretch.end && is_shown_ascii(text.text[at])) ++at;
                runs.back().end = at;
                continue;
            }
            const CodePoint c = decode(text.text, at);
            if (is_simple && runs.back().font == home && script_of_plain_letter(c.value) == runs.back().script &&
                fonts_.covers(home, c.value)) {
                at += c.bytes;
                runs.back().end = at;
                continue;
            }
            FontId font = runs.back().font;
            const char32_t shown =
                stretch.look.capitals ? capital(text.text.substr(at, c.bytes), *stretch.look.language)
                                      : c.value;
            const bool silent = c.value < 0x20 || c.value == 0xAD || is_extending(c.value);
            // A mark stays in its base's font if that has it, so that it attaches.
            const bool stays = silent && at != stretch.begin && fonts_.covers(font, shown);
            const std::string_view script = c.value < 0x80 ? std::string_view{} : script_of(c.value);
            const bool common = script.empty() && !is_ascii_letter(c.value) && home != fonts.front();
            const bool found = stays || (common ? choose_common(shown, home, before, fonts, font)
                                                : choose(fonts, shown, font));
            before = parts_words(c.value) ? home : common ? before : font;
            if (!found && c.value >= 0x20 && !is_ignorable(c.value))
                missing_.note(c.value, stretch, at, family_with(shown, stretch.look));
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
