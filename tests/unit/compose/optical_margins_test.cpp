// SPDX-License-Identifier: Apache-2.0
#include "type_case.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

TEST_CASE("margins: stops, hyphens and quotes hang into the margin by a share of their width") {
    TypeCase type;
    type.load_patterns("hyph_en_GB.dic");
    const Language en = language("en", "hyph_en_GB.dic");
    std::string quoted;
    for (int i = 0; i < 12; ++i) quoted += "\u201CChildren,\u201D she said, \u201Care at risk.\u201D ";
    const std::string words = quoted + english;
    std::size_t hanging_left = 0, hanging_right = 0;
    const Length measure = 170_pt;
    const auto lines = type.setter.set(type.text(en, words),
                                       {measure, TextAlign::justified, true, {}, true}, type.faults);
    for (const SetLine& line : lines) {
        const std::string said = words_of(line);
        const Length left = -std::get<GlyphRun>(line.items.front().shape).origin.x;
        if (said.starts_with("\u201C")) {
            CHECK(left > 1_pt);
            ++hanging_left;
        }
        CHECK(left < 3_pt);
        if (&line == &lines.back()) continue;
        const Length right = right_edge(line, measure);
        const bool hangs = said.ends_with("\u00AD") || said.ends_with(", ") || said.ends_with(". ") ||
                           said.ends_with("\u201D ");
        if (hangs) {
            CHECK(right > 1_pt);
            ++hanging_right;
        }
        CHECK(right >= Length{});
        CHECK(right < 3_pt);
    }
    CHECK(hanging_left > 0);
    CHECK(hanging_right > 0);
    CHECK(without_soft_hyphens(all_words(lines)) == words);
}

TEST_CASE("margins: without them, and in text set to the end or centred, nothing hangs") {
    TypeCase type;
    const Language en = language("en");
    const std::string words = "\u201CChildren,\u201D she said, \u201Care at risk, and few can help.\u201D";
    const auto set = [&](TextAlign align, bool margins) {
        return type.setter.set(type.text(en, words), {90_pt, align, false, {}, margins}, type.faults);
    };
    for (const auto& lines : {set(TextAlign::start, false), set(TextAlign::end, true), set(TextAlign::centre, true)})
        for (const SetLine& line : lines) {
            CHECK(std::get<GlyphRun>(line.items.front().shape).origin.x.millipoints >= 0);
            CHECK(right_edge(line, 90_pt).millipoints <= 0);
        }
}
