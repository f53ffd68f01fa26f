// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/word_forms.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::languages;

namespace {

/// What is found in a text, between brackets.
std::string found_in(const std::string& text, const std::vector<std::string>& words) {
    WordForms forms;
    for (const std::string& word : words) forms.push_back(word_form(word));
    const WordFinder finder(std::move(forms));
    std::string out;
    std::size_t at = 0;
    while (const auto found = finder.find(text, at)) {
        out += "[" + text.substr(found->begin, found->end - found->begin) + "]";
        at = found->end;
    }
    return out;
}

/// The same, each form looked for alone: the first place, of several there the longest.
std::string found_one_by_one(const std::string& text, const std::vector<std::string>& words) {
    std::string out;
    for (std::size_t at = 0;;) {
        std::optional<FoundWords> best;
        for (const std::string& word : words)
            if (const auto found = WordFinder({word_form(word)}).find(text, at);
                found && (!best || found->begin < best->begin ||
                          (found->begin == best->begin && found->end > best->end)))
                best = found;
        if (!best) return out;
        out += "[" + text.substr(best->begin, best->end - best->begin) + "]";
        at = best->end;
    }
}

} // namespace

TEST_CASE("word forms: looked for together they are found where each is found alone") {
    const std::vector<std::string> letters{"a", "b", "A", "č", "Č", "ж", "Ж", "í", "ĺ", "ع", "İ",
                                           " ", " ", "\u00A0", "-", "/", "1", "\u0301", "😀", "*"};
    const std::vector<std::string> words{"a", "ab*", "č", "ča b", "ж*", "žж", "1/a", "a a", "aa a*", "í",
                                         "İa", "i", "ع", "-a", "b", "", "*", "a"};
    std::uint32_t state = 1;
    const auto random = [&](std::size_t below) {
        state = state * 1'664'525 + 1'013'904'223;
        return static_cast<std::size_t>(state >> 8) % below;
    };
    std::size_t found = 0;
    for (int round = 0; round < 3'000; ++round) {
        std::string text;
        for (auto length = random(16); length > 0; --length) text += letters[random(letters.size())];
        const std::string together = found_in(text, words);
        INFO(text);
        REQUIRE(together == found_one_by_one(text, words));
        if (!together.empty()) ++found;
    }
    CHECK(found > 1'000);
}

TEST_CASE("word forms: whole words are found, in any case, and stems with any ending") {
    CHECK(found_in("The CRC, the crc and CRCs", {"CRC"}) == "[CRC][crc]");
    CHECK(found_in("Kosovo, Kosova, Kosovar", {"Kosov*"}) == "[Kosovo][Kosova][Kosovar]");
    CHECK(found_in("ЛАНСАРОТЕ и Лансаротску", {"Лансарот*"}) == "[ЛАНСАРОТЕ][Лансаротску]");
    CHECK(found_in("OPSC-së", {"OPSC"}) == "[OPSC]");
}

TEST_CASE("word forms: words of a name follow one another, with any space between") {
    CHECK(found_in("Konventës për të Drejtat e Fëmijës", {"Konvent* për të Drejtat e Fëmijës"}) ==
          "[Konventës për të Drejtat e Fëmijës]");
    CHECK(found_in("No.\u00A0182 and No. 182", {"No. 182"}) == "[No.\u00A0182][No. 182]");
    CHECK(found_in("Convention, on Rights", {"Convention on Rights"}) == "");
    CHECK(found_in("Convention on", {"Convention on Rights"}) == "");
}

TEST_CASE("word forms: of two at one place the longer is found") {
    CHECK(found_in("Optional Protocol to the CRC", {"CRC", "Optional Protocol", "Optional Protocol to the CRC"}) ==
          "[Optional Protocol to the CRC]");
    CHECK(found_in("Directive 2011/36/EU", {"2011/36", "2011/36/EU"}) == "[2011/36/EU]");
}

TEST_CASE("word forms: nothing is found by nothing") {
    CHECK(word_form(" * ").words.empty());
    CHECK(found_in("Words", {"", "*"}) == "");
}
