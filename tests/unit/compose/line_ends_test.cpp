// SPDX-License-Identifier: Apache-2.0
// Which of a paragraph's line ends readers notice: short last lines, hyphens, letters parted from a word.
#include "type_case.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

TEST_CASE("line ends: a last line is not one short word where another way is as good") {
    TypeCase type;
    type.load_patterns("hyph_en_GB.dic");
    const Language en = language("en", "hyph_en_GB.dic");
    int short_lines = 0, paragraphs = 0;
    for (int width = 150; width < 300; ++width) {
        for (const TextAlign align : {TextAlign::justified, TextAlign::start}) {
            const Length measure{width * 1000};
            const auto lines = type.setter.set(type.text(en, english), {measure, align, true, {}}, type.faults);
            ++paragraphs;
            if (lines.size() > 1 && lines.back().width * 8 < measure) ++short_lines;
        }
    }
    // Some have no other way; without the rule, 33 of the 300 end so.
    INFO(short_lines << " of " << paragraphs);
    CHECK(short_lines < 20);
}

TEST_CASE("line ends: a last line is not the last letters of a word where more of it can come down") {
    TypeCase type;
    type.load_patterns("hyph_en_GB.dic");
    const Language en = language("en", "hyph_en_GB.dic");
    const std::string words = "Provide every service in Albanian and Serbian, and explain it in the languages of "
                              "smaller communities.";
    int rests = 0, paragraphs = 0;
    for (int width = 90; width < 480; ++width) {
        for (const TextAlign align : {TextAlign::justified, TextAlign::start}) {
            const Length measure{width * 1000};
            const auto lines = type.setter.set(type.text(en, words), {measure, align, true, {}}, type.faults);
            ++paragraphs;
            const bool divided = lines.size() > 1 && lines[lines.size() - 2].hyphenated;
            if (divided && words_of(lines.back()) == "ies.") ++rests;
        }
    }
    // Some have no other way; without the rule, 22 of the 780 end so.
    INFO(rests << " of " << paragraphs);
    CHECK(rests < 15);
}

TEST_CASE("line ends: two letters are parted from a word only where little else will do") {
    TypeCase type;
    type.load_patterns("hyph_en_GB.dic");
    const Language en = language("en", "hyph_en_GB.dic");
    int scraps = 0, lines_set = 0;
    for (int width = 150; width < 450; ++width) {
        const auto lines = type.setter.set(
            type.text(en, english), {Length{width * 1000}, TextAlign::justified, true, {}}, type.faults);
        for (const SetLine& line : lines) {
            ++lines_set;
            if (!line.hyphenated) continue;
            const std::string words = without_soft_hyphens(words_of(line));
            if (words.size() - words.find_last_of(' ') <= 3) ++scraps;
        }
    }
    // Some have no other way; without the rule, 101 lines end so.
    INFO(scraps << " of " << lines_set);
    CHECK(scraps < 85);
}

TEST_CASE("line ends: a ragged line rather ends early than in a hyphen") {
    TypeCase type;
    type.load_patterns("hyph_en_GB.dic");
    const Language en = language("en", "hyph_en_GB.dic");
    int hyphens = 0, lines_set = 0;
    for (int width = 80; width < 160; ++width) // no word is wider
        for (const char* term : {"Preservation of documentation", "Production order", "Order of proportionality"}) {
            const auto lines = type.setter.set(
                type.text(en, term), {Length{width * 1000}, TextAlign::start, true, {}}, type.faults);
            for (const SetLine& line : lines) hyphens += line.hyphenated ? 1 : 0;
            lines_set += static_cast<int>(lines.size());
        }
    // If a hyphen costs three quarters as much, 44 lines end in one.
    INFO(hyphens << " of " << lines_set);
    CHECK(hyphens < 40);
}

TEST_CASE("line ends: in a page's measure few words are divided, and hardly ever two lines running") {
    TypeCase type;
    type.load_patterns("hyph_en_GB.dic");
    const Language en = language("en", "hyph_en_GB.dic");
    int hyphens = 0, pairs = 0, lines_set = 0;
    for (int width = 300; width < 450; ++width) {
        ParagraphForm form{Length{width * 1000}, TextAlign::justified, true};
        form.glyph_scaling = 2;
        const auto lines = type.setter.set(type.text(en, english), form, type.faults);
        lines_set += static_cast<int>(lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i) {
            hyphens += lines[i].hyphenated ? 1 : 0;
            pairs += i > 0 && lines[i].hyphenated && lines[i - 1].hyphenated ? 1 : 0;
        }
    }
    INFO(hyphens << " and " << pairs << " pairs in " << lines_set);
    CHECK(hyphens < 35);
    CHECK(pairs == 0);
}

TEST_CASE("line ends: three lines running never end in a hyphen where words allow it") {
    TypeCase type;
    type.load_patterns("hyph_en_GB.dic");
    const Language en = language("en", "hyph_en_GB.dic");
    for (int width = 150; width < 300; width += 2) {
        const auto lines = type.setter.set(
            type.text(en, english), {Length{width * 1000}, TextAlign::justified, true, {}}, type.faults);
        std::size_t running = 0;
        for (const SetLine& line : lines) {
            running = line.hyphenated ? running + 1 : 0;
            INFO(width);
            CHECK(running < 3);
        }
    }
}

TEST_CASE("line ends: no line ends within a telephone number, however its digits are grouped") {
    TypeCase type;
    const Language en = language("en", "");
    for (const std::string number : {"+383 38 200 100", "+48 22 555-01-02", "+43 (0)1 200-100", "+49 30/555 01", "+1 555.010.1234"})
        for (int width = 130; width < 260; ++width) {
            INFO(number << " in " << width << " pt");
            const auto lines = type.setter.set(type.text(en, "Who is asked for by the press calls " + number + " at any time of the day."),
                                               {Length{width * 1000}, TextAlign::start, false, {}}, type.faults);
            CHECK(std::ranges::any_of(lines, [&](const SetLine& line) { return words_of(line).find(number) != std::string::npos; }));
        }
}
