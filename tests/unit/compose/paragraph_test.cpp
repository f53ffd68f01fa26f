// SPDX-License-Identifier: Apache-2.0
#include "type_case.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

/// The widths of the spaces between a line's words.
std::vector<Length> inner_spaces(const SetLine& line) {
    std::vector<Length> out;
    for (const PageItem& item : line.items) {
        const auto* run = std::get_if<GlyphRun>(&item.shape);
        if (run == nullptr) continue;
        for (const Glyph& glyph : run->glyphs)
            if (run->text.compare(glyph.text_begin, glyph.text_end - glyph.text_begin, " ") == 0 &&
                &glyph != &run->glyphs.back())
                out.push_back(glyph.advance);
    }
    return out;
}

} // namespace

TEST_CASE("paragraph: justified lines fill the measure exactly and keep every word") {
    TypeCase type;
    type.load_patterns("hyph_en_GB.dic");
    const Language en = language("en", "hyph_en_GB.dic");
    const auto lines =
        type.setter.set(type.text(en, english), {200_pt, TextAlign::justified, true, {}}, type.faults);
    REQUIRE(lines.size() > 5);
    CHECK(type.faults.empty());
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        CHECK(right_edge(lines[i], 200_pt).millipoints == 0);
    CHECK(right_edge(lines.back(), 200_pt).millipoints <= 0);
    CHECK(without_soft_hyphens(all_words(lines)) == english);
}

TEST_CASE("paragraph: ragged lines keep their spaces and never stick out") {
    TypeCase type;
    const Language sq = language("sq");
    const auto lines =
        type.setter.set(type.text(sq, english), {180_pt, TextAlign::start, true, {}}, type.faults);
    for (const SetLine& line : lines) CHECK(line.width <= 180_pt);
    CHECK(all_words(lines) == english);
}

TEST_CASE("paragraph: a hyphen added at a line end says U+00AD, one of the author's stays as it is") {
    TypeCase type;
    type.load_patterns("hyph_en_GB.dic");
    const Language en = language("en", "hyph_en_GB.dic");
    const auto lines = type.setter.set(
        type.text(en, "internationalisation of multi-stakeholder responsibilities"),
        {70_pt, TextAlign::justified, true, {}}, type.faults);
    const std::string words = all_words(lines);
    CHECK(words.find("\u00AD") != std::string::npos);
    CHECK(without_soft_hyphens(words) == "internationalisation of multi-stakeholder responsibilities");
}

TEST_CASE("paragraph: a no-break space never ends a line") {
    TypeCase type;
    const Language en = language("en");
    for (int width = 60; width < 120; width += 3) {
        const auto lines = type.setter.set(type.text(en, "as set out in Article\u00A034 of it and Article\u00A035"),
                                           {Length{width * 1000}, TextAlign::start, false, {}}, type.faults);
        for (const SetLine& line : lines) {
            CHECK_FALSE(words_of(line).ends_with("\u00A0"));
            CHECK_FALSE(words_of(line).starts_with("34"));
        }
    }
}

TEST_CASE("paragraph: a character that no font has names itself and its code point") {
    TypeCase type;
    const Language en = language("en");
    type.setter.set(type.text(en, "a \u4E2D b"), {100_pt, TextAlign::start, false, {}}, type.faults);
    const Diagnostics faults = type.typefaces.take_missing_glyphs();
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == "compose.missing-glyph");
    CHECK(faults[0].message == "no font of family `serif` has `\u4E2D` (U+4E2D)");
    CHECK(faults[0].hint.starts_with("add a family with this script"));
    CHECK(type.typefaces.take_missing_glyphs().empty());
}

TEST_CASE("paragraph: a narrow space that the font lacks is set with the font's own, at its width") {
    TypeCase type;
    const Language fr = language("fr");
    FontLibrary symbols;
    symbols.fonts.push_back({"symbols", bytes_of("/usr/share/fonts/truetype/noto/NotoSansSymbols-Regular.ttf"), {}});
    const FontFile face{"symbols", "fonts-noto-core", {}};
    Brand brand;
    brand.families["serif"] = {face, face, face, face, {}, {}};
    Fonts fonts(symbols);
    Typefaces typefaces(brand, fonts);
    ParagraphSetter setter(fonts, typefaces, type.patterns);
    const auto width = [&](const char* words) {
        return setter.set(type.text(fr, words), {300_pt, TextAlign::start, false, {}}, type.faults).at(0).width;
    };
    CHECK(width("15\u202F000") > width("15000"));
    CHECK(width("15\u202F000") < width("15 000"));
    CHECK(typefaces.take_missing_glyphs().empty());
}

TEST_CASE("paragraph: a minus sign that the font lacks is drawn as its dash, and still says minus") {
    TypeCase type;
    const Language en = language("en");
    const auto lines = type.setter.set(type.text(en, "\u22123 or 2\u20133"), {300_pt, TextAlign::start, false, {}}, type.faults);
    REQUIRE(lines.size() == 1);
    CHECK(type.typefaces.take_missing_glyphs().empty());
    CHECK(all_words(lines) == "\u22123 or 2\u20133");
    std::vector<std::uint32_t> dashes;
    for (const PageItem& item : lines[0].items)
        if (const auto* run = std::get_if<GlyphRun>(&item.shape))
            for (const Glyph& glyph : run->glyphs)
                if (glyph.text_end - glyph.text_begin == 3) dashes.push_back(glyph.id);
    REQUIRE(dashes.size() == 2);
    CHECK(dashes[0] == dashes[1]);
    CHECK(dashes[0] != 0);
}

TEST_CASE("paragraph: a text in a script that the brand lacks is one fault, with a font that has it") {
    TypeCase type;
    const Language en = language("en");
    for (const char* words : {"ประกาศ ข่าว", "ข่าว и ประกาศ \U0001F600"})
        type.setter.set(type.text(en, words), {100_pt, TextAlign::start, false, {}}, type.faults);
    const Diagnostics faults = type.typefaces.take_missing_glyphs();
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].message == "no font of family `serif` has `ป` (U+0E1B), `ร` (U+0E23), `ะ` (U+0E30), "
                               "`ก` (U+0E01), `า` (U+0E32), `ศ` (U+0E28) and 3 more characters of the "
                               "same script");
    CHECK(faults[0].hint.find("truetype/noto/NotoSerifThai-Regular.ttf, package: fonts-noto-core") !=
          std::string::npos);
    CHECK(faults[1].message == "no font of family `serif` has `\U0001F600` (U+1F600)");
}

namespace {

std::vector<Length> places_of(const SetLine& line) {
    std::vector<Length> places;
    for (const PageItem& item : line.items) {
        const auto& run = std::get<GlyphRun>(item.shape);
        places.push_back(run.origin.x);
        for (const Glyph& glyph : run.glyphs) places.push_back(glyph.advance);
    }
    return places;
}

} // namespace

TEST_CASE("paragraph: a text that was measured is set as one that was not") {
    TypeCase type;
    const Language en = language("en"), ar = language("ar");
    const StyledText latin = type.text(en, "“States shall” internationalise\u00A0it – \u4E2D: a-b");
    const StyledText arabic = type.text(ar, "حماية الأطفال 34 UNICEF");
    for (const int width : {20, 60, 90, 400})
        for (const bool hangs : {false, true})
            for (const auto& [text, direction] :
                 {std::pair{latin, Direction::left_to_right}, std::pair{arabic, Direction::right_to_left}}) {
                const ParagraphForm form{Length{width * 1000}, TextAlign::justified, false, direction, hangs};
                const auto plain = type.setter.set(text, form, type.faults);
                const auto measured = type.setter.set(text, type.setter.measure(text), form, type.faults);
                REQUIRE(measured.size() == plain.size());
                for (std::size_t i = 0; i < plain.size(); ++i) {
                    CHECK(words_of(measured[i]) == words_of(plain[i]));
                    CHECK(places_of(measured[i]) == places_of(plain[i]));
                    CHECK(measured[i].width == plain[i].width);
                }
            }
}

namespace {

std::vector<std::uint32_t> glyphs_of(TypeCase& type, const Language& language, const char* words, bool italic) {
    const auto lines = type.setter.set(type.text(language, words, italic),
                                       {200_pt, TextAlign::start, false, {}}, type.faults);
    std::vector<std::uint32_t> ids;
    for (const PageItem& item : lines.at(0).items)
        for (const Glyph& glyph : std::get<GlyphRun>(item.shape).glyphs) ids.push_back(glyph.id);
    return ids;
}

} // namespace

TEST_CASE("paragraph: г д п т of Serbian and Macedonian italics are other glyphs than the Russian ones") {
    TypeCase type;
    const Language ru = language("ru");
    for (const char* tag : {"sr", "mk"}) {
        INFO(tag);
        const Language own = language(tag);
        for (const char* letter : {"г", "д", "п", "т"}) {
            INFO(letter);
            CHECK(glyphs_of(type, own, letter, true) != glyphs_of(type, ru, letter, true));
            CHECK(glyphs_of(type, own, letter, false) == glyphs_of(type, ru, letter, false));
        }
        for (const char* letter : {"а", "в", "е", "ж", "и"})
            CHECK(glyphs_of(type, own, letter, true) == glyphs_of(type, ru, letter, true));
    }
    CHECK(glyphs_of(type, language("mk"), "ѓ", true).size() == 1);
}

TEST_CASE("paragraph: Macedonian italics have their letters in a font that knows only Serbian by name") {
    FontLibrary library;
    library.fonts.push_back({"i.ttf", bytes_of("/usr/share/fonts/truetype/vollkorn/Vollkorn-MediumItalic.ttf"), {}});
    Fonts fonts(library);
    const auto glyph = [&](const char* tag, const char* letter) {
        return fonts.shape({FontId{0}, tag, "Cyrl"}, letter).glyphs.at(0).id;
    };
    for (const char* letter : {"г", "д", "п", "т"}) {
        INFO(letter);
        CHECK(glyph("mk", letter) == glyph("sr", letter));
        CHECK(glyph("mk", letter) != glyph("ru", letter));
    }
}

TEST_CASE("paragraph: the upright б of Serbian and Macedonian is the common one") {
    TypeCase type;
    const auto common = glyphs_of(type, language("ru"), "б", false);
    CHECK(glyphs_of(type, language("sr"), "б", false) == common);
    CHECK(glyphs_of(type, language("mk"), "б", false) == common);
}

TEST_CASE("paragraph: Montenegrin letters of two code points are set as one letter and say both") {
    TypeCase type;
    Language cnr = language("cnr");
    cnr.shaping_language = "sr";
    const auto row = GENERATE(std::pair{"Latn", "s\u0301utra"}, std::pair{"Latn", "z\u0301enica"},
                              std::pair{"Cyrl", "с\u0301утра"}, std::pair{"Cyrl", "з\u0301еница"});
    cnr.script = row.first;
    const std::string word = row.second;
    for (const bool italic : {false, true}) {
        INFO(word << italic);
        const auto lines = type.setter.set(type.text(cnr, word, italic),
                                           {200_pt, TextAlign::start, false, {}}, type.faults);
        CHECK(type.faults.empty());
        REQUIRE(lines.at(0).items.size() == 1);
        const auto& run = std::get<GlyphRun>(lines[0].items[0].shape);
        CHECK(run.text == word);
        std::string said;
        for (const Glyph& glyph : run.glyphs) {
            CHECK(glyph.id != 0);
            said += run.text.substr(glyph.text_begin, glyph.text_end - glyph.text_begin);
        }
        CHECK(said == word);
        // One glyph for both, or an accent that takes no room of its own.
        const bool composed = run.glyphs[0].text_end == word.find("\u0301") + 2;
        CHECK((composed || run.glyphs[1].advance == Length{}));
        CHECK(composed == (cnr.script == "Latn"));
    }
}

TEST_CASE("paragraph: mixed directions are placed visually and kept in logical order") {
    const auto runs = bidi_levels("abc \u05D0\u05D1 12", Direction::left_to_right);
    REQUIRE(runs.size() >= 2);
    CHECK(runs[0].level == 0);
    CHECK(runs[1].level == 1);
    CHECK(visual_order({0, 1, 1, 0}) == std::vector<std::uint32_t>{0, 2, 1, 3});
    CHECK(visual_order({1, 2, 1}) == std::vector<std::uint32_t>{2, 1, 0});
}

TEST_CASE("paragraph: a forced break ends a line without stretching it") {
    TypeCase type;
    const Language en = language("en");
    const auto lines = type.setter.set(type.text(en, "one two\nthree four"),
                                       {200_pt, TextAlign::justified, false, {}}, type.faults);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].width < 100_pt);
}

TEST_CASE("paragraph: a forced break says a space and takes no room for it") {
    TypeCase type;
    const Language en = language("en");
    const auto lines = type.setter.set(type.text(en, "one two\nthree four"),
                                       {200_pt, TextAlign::end, false, {}}, type.faults);
    CHECK(all_words(lines) == "one two three four");
    CHECK(right_edge(lines[0], 200_pt).millipoints == 0);
}

TEST_CASE("paragraph: a space at the end of a text or before a forced break takes no room") {
    TypeCase type;
    const Language en = language("en");
    const Length measure = type.setter.set(type.text(en, "24 hours"), {200_pt, TextAlign::start, false, {}},
                                           type.faults)[0].width;
    for (const TextAlign align : {TextAlign::start, TextAlign::justified}) {
        const ParagraphForm form{measure, align, false, {}};
        const auto at_end = type.setter.set(type.text(en, "24 hours "), form, type.faults);
        REQUIRE(at_end.size() == 1);
        CHECK(words_of(at_end[0]) == "24 hours ");
        CHECK(at_end[0].width == measure);
        CHECK(type.setter.set(type.text(en, "24 hours \n24 hours"), form, type.faults).size() == 2);
    }
}

TEST_CASE("paragraph: words tied by a no-break space are one word to a column's width") {
    TypeCase type;
    const Language en = language("en");
    const auto narrowest = [&](const char* words) {
        return type.setter.widths(type.text(en, words)).narrowest;
    };
    CHECK(narrowest("Article\u00A016") > narrowest("Article") + narrowest("16"));
    CHECK(narrowest("Article 16") == narrowest("Article"));
}

TEST_CASE("paragraph: no space is stretched past its bound; the line is left short and named") {
    TypeCase type;
    type.setter.report_lines();
    const Language sq = language("sq");
    const std::string words = "Ndërkombëtarizimi i jashtëzakonshëm bashkëpunimi ndërinstitucional";
    StyledText text = type.text(sq, words);
    text.stretches[0].span = {SourceId{0}, 0, static_cast<std::uint32_t>(words.size())};
    const auto lines = type.setter.set(text, {130_pt, TextAlign::justified, false, {}}, type.faults);
    const Length space{2'600}; // of Noto Serif at 10 pt
    bool left_short = false;
    for (const SetLine& line : lines) {
        for (const Length width : inner_spaces(line)) CHECK(width <= widest_space(space));
        left_short = left_short || line.fault == LineFault::loose;
    }
    CHECK(left_short);
    REQUIRE_FALSE(type.faults.empty());
    CHECK(type.faults[0].code == "compose.loose-line");
    CHECK(type.faults[0].severity == Severity::warning);
}

TEST_CASE("paragraph: no space shrinks so far that programs take two words for one") {
    FontLibrary library = noto();
    const FontFile vollkorn{"truetype/vollkorn/Vollkorn-Regular.ttf", "fonts-vollkorn", {}}; // a space has 0.2 em
    library.fonts.push_back({vollkorn.path, bytes_of("/usr/share/fonts/" + vollkorn.path), {}});
    Brand narrow = brand();
    narrow.families["serif"] = {vollkorn, vollkorn, vollkorn, vollkorn, {}, {}};
    Fonts fonts(library);
    Typefaces typefaces(narrow, fonts);
    ParagraphSetter::Patterns patterns;
    ParagraphSetter setter(fonts, typefaces, patterns);
    const TypeCase type;
    const Language en = language("en");
    Diagnostics faults;
    for (const int percent : {0, 2, 5}) {
        Length least{10'000};
        for (Length measure = 100_pt; measure < 300_pt; measure += 1_pt) {
            ParagraphForm form{measure, TextAlign::justified, true};
            form.glyph_scaling = percent;
            for (const SetLine& line : setter.set(type.text(en, english), form, faults))
                for (const Length width : inner_spaces(line)) least = std::min(least, width);
        }
        CHECK(least >= Length{1'600});
        CHECK(least < Length{1'900});
    }
}
