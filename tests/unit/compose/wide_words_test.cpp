// SPDX-License-Identifier: Apache-2.0
#include "edition_maker.hpp"
#include "type_case.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

TEST_CASE("wide words: a word wider than its column is divided by its syllables where these fit") {
    TypeCase type;
    type.load_patterns("hyph_en_GB.dic");
    const Language en = language("en", "hyph_en_GB.dic");
    // A heading of a table is one of the texts that keep their words whole where these fit.
    for (const bool hyphenate : {true, false})
        for (const TextAlign align : {TextAlign::justified, TextAlign::start})
            for (int width = 40; width < 80; ++width) {
                ParagraphForm form{Length{width * 1000}, align, hyphenate};
                form.glyph_scaling = 3;
                const StyledText text = type.text(en, "all responsibilities of international institutions");
                for (const SetLine& line : type.setter.set(text, form, type.faults))
                    CHECK(line.fault != LineFault::divided);
            }
}

TEST_CASE("wide words: a word wider than its column is divided as its language does, if its parts fit") {
    TypeCase type;
    type.load_patterns("hyph_de_DE.dic");
    const Language de = language("de", "hyph_de_DE.dic");
    const std::string words = "die Institutionalisierungsbemühungen";
    for (const TextAlign align : {TextAlign::start, TextAlign::justified}) {
        const auto lines = type.setter.set(type.text(de, words), {90_pt, align, true, {}}, type.faults);
        REQUIRE(lines.size() >= 2);
        bool hyphenated = false;
        for (const SetLine& line : lines) {
            CHECK(line.fault != LineFault::divided);
            hyphenated = hyphenated || line.hyphenated;
        }
        CHECK(hyphenated);
    }
    CHECK(type.faults.empty());
    const auto narrow = type.setter.set(type.text(de, words), {14_pt, TextAlign::start, true, {}}, type.faults);
    CHECK(std::ranges::any_of(narrow, [](const SetLine& line) { return line.fault == LineFault::divided; }));
    CHECK(std::ranges::none_of(narrow, [](const SetLine& line) { return line.fault == LineFault::overfull; }));
}

TEST_CASE("wide words: a letter wider than its column stays whole, whatever stands beside it") {
    TypeCase type;
    const Language en = language("en");
    for (const char* words : {"W", "W W", "a W internationalisation"}) {
        const auto lines = type.setter.set(type.text(en, words), {4_pt, TextAlign::start, true, {}}, type.faults);
        REQUIRE_FALSE(lines.empty());
        CHECK(words_of(lines.back()) != "");
        CHECK(without_soft_hyphens(all_words(lines)) == words);
    }
}

TEST_CASE("wide words: an address wider than the measure is divided rather than sticking out") {
    TypeCase type;
    const Language en = language("en");
    const std::string address = "https://example.org/" + std::string(90, 'x');
    const auto lines =
        type.setter.set(type.text(en, address), {100_pt, TextAlign::start, false, {}}, type.faults);
    for (const SetLine& line : lines) CHECK(line.width <= 100_pt);
    CHECK(all_words(lines) == address);
}

TEST_CASE("wide words: a word that is divided anywhere is the one that the fault shows") {
    TypeCase type;
    const Language en = language("en");
    StyledText text = type.text(en, "see https://example.org/" + std::string(60, 'a'));
    text.stretches.front().span = {SourceId{1}, 100, 100 + static_cast<std::uint32_t>(text.text.size())};
    type.setter.report_lines();
    type.setter.set(text, {200_pt, TextAlign::start, true, {}}, type.faults);
    REQUIRE_FALSE(type.faults.empty());
    CHECK(type.faults[0].code == "compose.divided-word");
    CHECK(type.faults[0].span.begin == 104);
}

TEST_CASE("wide words: key figures stand in as few columns as their values need, and no value is divided") {
    const auto runs = [](const std::vector<std::string>& values) {
        EditionMaker maker;
        List list;
        for (const std::string& value : values)
            list.items.push_back({{{Paragraph{{{Strong{{text(value)}}, {}}, text(" what it counts")}}, {}}}, {}});
        maker.body() = {{Section{SectionKind::figures, {{std::move(list), {}}}}, {}}};
        std::vector<std::pair<std::string, Point>> out;
        for (const Page& page : maker.composed().pages)
            for (const PageItem& item : page.items)
                if (const auto* run = std::get_if<GlyphRun>(&item.shape))
                    if (std::holds_alternative<ContentId>(item.tag)) out.emplace_back(run->text, run->origin);
        CHECK(maker.faults.empty());
        return out;
    };
    const auto place_of = [](const auto& found, const std::string& words) {
        const auto it = std::ranges::find_if(found, [&](const auto& run) { return run.first.starts_with(words); });
        INFO(words);
        REQUIRE(it != found.end());
        return it->second;
    };
    const auto few = runs({"61", "62", "63", "64"});
    CHECK(place_of(few, "61").y == place_of(few, "64").y);
    const auto long_ones = runs({"1,250,000,000,000,000", "62", "63", "64"});
    CHECK(place_of(long_ones, "1,250,000,000,000,000").y == place_of(long_ones, "62").y);
    CHECK(place_of(long_ones, "63").y > place_of(long_ones, "62").y);
}
