// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/missing_glyphs.hpp"

#include "pipeline/base/text.hpp"
#include "stages/compose/unicode.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace presskit::compose {
namespace {

constexpr std::size_t most_named = 6;

/// The family of fonts-noto-core that has a script, by ISO 15924 code.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> noto_faces{{
    {"Arab", "NotoNaskhArabic"},   {"Armn", "NotoSerifArmenian"},  {"Beng", "NotoSerifBengali"},
    {"Cyrl", "NotoSerif"},         {"Deva", "NotoSerifDevanagari"}, {"Ethi", "NotoSerifEthiopic"},
    {"Geor", "NotoSerifGeorgian"}, {"Grek", "NotoSerif"},          {"Gujr", "NotoSerifGujarati"},
    {"Guru", "NotoSansGurmukhi"},  {"Hebr", "NotoSerifHebrew"},    {"Khmr", "NotoSerifKhmer"},
    {"Knda", "NotoSerifKannada"},  {"Laoo", "NotoSerifLao"},       {"Latn", "NotoSerif"},
    {"Mlym", "NotoSerifMalayalam"}, {"Mymr", "NotoSerifMyanmar"},  {"Sinh", "NotoSerifSinhala"},
    {"Taml", "NotoSerifTamil"},    {"Telu", "NotoSerifTelugu"},    {"Thai", "NotoSerifThai"},
}};

Span span_of(char32_t character, const TextStretch& stretch, std::uint32_t offset) {
    Span at = stretch.span;
    const bool literal = stretch.span.end - stretch.span.begin == stretch.end - stretch.begin;
    if (!literal || !at.source) return at;
    std::string bytes;
    append_utf8(bytes, character);
    at.begin += offset - stretch.begin;
    at.end = at.begin + static_cast<std::uint32_t>(bytes.size());
    return at;
}

std::string first_of(const std::vector<char32_t>& characters) {
    std::string out;
    append_utf8(out, characters.front());
    return out;
}

std::string named(const std::vector<char32_t>& characters) {
    const std::size_t count = std::min(characters.size(), most_named);
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += i == 0 ? "`" : i + 1 < characters.size() ? ", `" : " and `";
        append_utf8(out, characters[i]);
        out += "` (" + code_point_name(characters[i]) + ")";
    }
    if (const std::size_t more = characters.size() - count; more > 0)
        out += " and " + std::to_string(more) + (more == 1 ? " more character" : " more characters") +
               " of the same script";
    return out;
}

std::string hint(const std::string& script, const std::string& family, const std::string& other) {
    if (!other.empty())
        return "name `" + other + "`, which has " + (script.empty() ? "it" : "this script") + ", under `fallback` of `" +
               family + "` in brand.yaml";
    const auto known =
        std::ranges::find(noto_faces, script, [](const auto& face) { return face.first; });
    const std::string example =
        known == noto_faces.end() ? ","
                                  : ", such as `regular: {system: truetype/noto/" + std::string(known->second) +
                                        "-Regular.ttf, package: fonts-noto-core}`,";
    return "add a family with this script to `families` in brand.yaml" + example +
           " and name it under `fallback`, or write the word with other letters";
}

} // namespace

void MissingGlyphs::note(char32_t character, const TextStretch& stretch, std::uint32_t offset,
                         const std::string& other) {
    const std::string_view script = script_of(character);
    auto group = std::ranges::find_if(groups_, [&](const Group& each) {
        return each.family == stretch.look.family && each.script == script;
    });
    if (group == groups_.end())
        group = groups_.insert(groups_.end(), {stretch.look.family, std::string(script), other, {}, {}});
    // Words may be measured before they are set, or be furniture, without a place.
    if (!group->first.source) group->first = span_of(character, stretch, offset);
    if (std::ranges::find(group->characters, character) == group->characters.end())
        group->characters.push_back(character);
}

Diagnostics MissingGlyphs::take() {
    Diagnostics faults;
    for (const Group& group : std::exchange(groups_, {}))
        faults.push_back({"compose.missing-glyph",
                          "no font of family `" + group.family + "` has " + named(group.characters),
                          hint(group.script, group.family, group.other), group.first, "",
                          Severity::error, Blame::content, first_of(group.characters), {}});
    return faults;
}

} // namespace presskit::compose
