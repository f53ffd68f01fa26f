// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/compose/edition_maker.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

constexpr std::int64_t two_percent = GlyphRun::unscaled / 50;

ParagraphForm form(Length measure, int glyph_scaling, TextAlign align = TextAlign::justified) {
    ParagraphForm form{measure, align};
    form.hyphenate = true;
    form.glyph_scaling = glyph_scaling;
    return form;
}

struct EnglishCase : TypeCase {
    Language en = language("en", "hyph_en_GB.dic");
    EnglishCase() { load_patterns("hyph_en_GB.dic"); }
    std::vector<SetLine> set(const ParagraphForm& form) { return setter.set(text(en, english), form, faults); }
};

const GlyphRun& run_of(const SetLine& line) { return std::get<GlyphRun>(line.items.at(0).shape); }

/// Steps of the spaces between words, as wide as they would be in letters that are not scaled.
std::vector<std::int64_t> plain_spaces(const SetLine& line) {
    const GlyphRun& run = run_of(line);
    std::vector<std::int64_t> spaces;
    for (std::size_t i = 0; i + 1 < run.glyphs.size(); ++i)
        if (run.text[run.glyphs[i].text_begin] == ' ')
            spaces.push_back(Length(run.glyphs[i].advance).millipoints * GlyphRun::unscaled / run.scaling);
    return spaces;
}

constexpr std::int64_t space = 2'600; // of Noto Serif at 10 pt, in millipoints

} // namespace

TEST_CASE("glyph scaling: letters of a justified line are a little wider or narrower before spaces are") {
    EnglishCase type;
    int by_letters_alone = 0, with_spaces = 0;
    for (int width = 200; width < 400; width += 10) {
        const Length measure{width * 1000};
        const auto lines = type.set(form(measure, 2));
        for (const SetLine& line : lines) {
            const std::int64_t change = std::abs(run_of(line).scaling - GlyphRun::unscaled);
            CHECK(change <= two_percent);
            if (&line == &lines.back()) continue;
            CHECK(std::abs(right_edge(line, measure).millipoints) <= 20);
            const bool even = change < two_percent;
            (even ? by_letters_alone : with_spaces) += 1;
            if (!even) continue;
            for (const std::int64_t width_of_space : plain_spaces(line)) CHECK(std::abs(width_of_space - space) <= 30);
        }
        CHECK(without_soft_hyphens(all_words(lines)) == english);
    }
    CHECK(by_letters_alone > 20);
    CHECK(with_spaces > 20);
}

TEST_CASE("glyph scaling: a word whose letters can be narrow enough does not stick out of its column") {
    EnglishCase type;
    for (const char* words : {"internationalisation of it", "responsibilities of all"}) {
        const Length word = type.setter.widths(type.text(type.en, words)).narrowest;
        for (int per_mille = 981; per_mille < 1000; ++per_mille) {
            const Length measure = word * per_mille / 1000;
            ParagraphForm whole_words = form(measure, 2);
            whole_words.hyphenate = false;
            for (const SetLine& line : type.setter.set(type.text(type.en, words), whole_words, type.faults)) {
                CHECK(line.fault == LineFault::none);
                CHECK(line.width <= measure);
            }
        }
    }
}

TEST_CASE("glyph scaling: a last line, ragged text and a brand that wants none keep their letters") {
    EnglishCase type;
    CHECK(run_of(type.set(form(300_pt, 5)).back()).scaling == GlyphRun::unscaled);
    for (const ParagraphForm& plain : {form(300_pt, 0), form(300_pt, 2, TextAlign::start),
                                       form(300_pt, 2, TextAlign::end), form(300_pt, 2, TextAlign::centre)})
        for (const SetLine& line : type.set(plain)) CHECK(run_of(line).scaling == GlyphRun::unscaled);
}

TEST_CASE("glyph scaling: spaces are more even and fewer words divided than without") {
    EnglishCase type;
    std::int64_t uneven[2] = {}, hyphens[2] = {};
    for (int width = 150; width < 450; width += 5)
        for (const int percent : {0, 2}) {
            const auto which = static_cast<std::size_t>(percent / 2);
            const auto lines = type.set(form(Length{width * 1000}, percent));
            for (const SetLine& line : lines) {
                hyphens[which] += line.hyphenated ? 1 : 0;
                if (&line != &lines.back())
                    for (const std::int64_t wide : plain_spaces(line))
                        uneven[which] += (wide - space) * (wide - space);
            }
        }
    INFO(hyphens[0] << " hyphens without, " << hyphens[1] << " with");
    CHECK(hyphens[1] * 4 < hyphens[0] * 3);
    CHECK(uneven[1] * 2 < uneven[0]);
}

TEST_CASE("glyph scaling: text from right to left fills its lines too") {
    TypeCase type;
    const Language ar = language("ar");
    const std::string words = "لا يحق لأي طفل أن يكون سلعة، وعلى الدول أن تحمي الأطفال من الاستغلال في 34 بلدا وفي UNICEF";
    ParagraphForm how = form(150_pt, 2);
    how.direction = Direction::right_to_left;
    const auto lines = type.setter.set(type.text(ar, words), how, type.faults);
    REQUIRE(lines.size() > 2);
    CHECK(all_words(lines) == words);
    CHECK(lines[0].width == 150_pt);
    CHECK(run_of(lines[0]).scaling != GlyphRun::unscaled);
}

TEST_CASE("glyph scaling: vowel signs keep their place over letters that are wider or narrower") {
    TypeCase type;
    const Language ar = language("ar");
    std::string words;
    for (int i = 0; i < 12; ++i) words += "كُتُبٌ مَكْتُوبَةٌ ";
    const auto glyphs_of = [&](int percent) {
        ParagraphForm how = form(115_pt, percent);
        how.direction = Direction::right_to_left;
        std::vector<std::pair<std::int64_t, Glyph>> out;
        for (const SetLine& line : type.setter.set(type.text(ar, words), how, type.faults))
            for (const PageItem& item : line.items)
                for (const Glyph& glyph : std::get<GlyphRun>(item.shape).glyphs)
                    if (glyph.offset_x != Length{}) out.emplace_back(std::get<GlyphRun>(item.shape).scaling, glyph);
        return out;
    };
    const auto plain = glyphs_of(0);
    int moved = 0;
    for (const auto& [scaling, glyph] : glyphs_of(2)) {
        const auto is_same = [&, factor = scaling](const auto& other) {
            const Length wanted = scaled(Length(other.second.offset_x), factor, GlyphRun::unscaled);
            return other.second.id == glyph.id && wanted == Length(glyph.offset_x);
        };
        CHECK(std::ranges::any_of(plain, is_same));
        moved += scaling != GlyphRun::unscaled ? 1 : 0;
    }
    CHECK(moved > 20);
}

TEST_CASE("glyph scaling: a brand says how far the letters of its documents give way") {
    for (const int percent : {0, 2}) {
        EditionMaker maker;
        maker.campaign.brand.glyph_scaling = percent;
        for (TextStyle& style : maker.campaign.brand.styles) style.align = TextAlign::justified;
        maker.body() = {paragraph({text(english)})};
        int scaled_runs = 0;
        for (const Page& page : maker.composed().pages)
            for (const PageItem& item : page.items)
                if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                    scaled_runs += run->scaling != GlyphRun::unscaled ? 1 : 0;
        CHECK((scaled_runs > 0) == (percent > 0));
    }
}
