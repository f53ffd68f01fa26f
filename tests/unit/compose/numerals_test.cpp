// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/compose/type_case.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::compose;

namespace {

std::vector<std::uint32_t> glyphs(Fonts& fonts, std::string_view word, Numerals numerals) {
    std::vector<std::uint32_t> out;
    for (const ShapedGlyph& glyph : fonts.shape({FontId{0}, "en", "Latn", false, true, numerals}, word).glyphs)
        out.push_back(glyph.id);
    return out;
}

std::vector<std::uint32_t> glyphs(const std::vector<SetLine>& lines) {
    std::vector<std::uint32_t> out;
    for (const PageItem& item : lines.front().items)
        for (const Glyph& glyph : std::get<GlyphRun>(item.shape).glyphs) out.push_back(glyph.id);
    return out;
}

} // namespace

TEST_CASE("numerals: a font's other digits are shown where a style asks for them, and only digits") {
    FontLibrary library;
    library.fonts.push_back({"Vollkorn-Bold.ttf", bytes_of("/usr/share/fonts/truetype/vollkorn/Vollkorn-Bold.ttf"), {}});
    REQUIRE_FALSE(library.fonts.front().bytes.empty());
    Fonts fonts(library);
    const auto as_it_likes = glyphs(fonts, "2021", Numerals::of_font);
    CHECK(glyphs(fonts, "2021", Numerals::old_style) == as_it_likes);
    const auto lining = glyphs(fonts, "2021", Numerals::lining);
    REQUIRE(lining.size() == as_it_likes.size());
    for (std::size_t i = 0; i < lining.size(); ++i) CHECK(lining[i] != as_it_likes[i]);
    CHECK(glyphs(fonts, "May", Numerals::lining) == glyphs(fonts, "May", Numerals::of_font));
}

TEST_CASE("numerals: a style's choice reaches the line, in capitals too, and the text stays as written") {
    TypeCase type;
    const Language english = language("en");
    const auto set = [&](Numerals numerals, bool capitals) {
        StyledText text = type.text(english, "May 2021");
        text.stretches.front().look.numerals = numerals;
        text.stretches.front().look.capitals = capitals;
        return type.setter.set(text, {Length{400'000}}, type.faults);
    };
    for (const bool capitals : {false, true}) {
        const auto lines = set(Numerals::old_style, capitals);
        CHECK(glyphs(lines) != glyphs(set(Numerals::of_font, capitals)));
        CHECK(glyphs(set(Numerals::lining, capitals)) == glyphs(set(Numerals::of_font, capitals)));
        std::string said;
        for (const PageItem& item : lines.front().items) said += std::get<GlyphRun>(item.shape).text;
        CHECK(said == "May 2021");
    }
}
