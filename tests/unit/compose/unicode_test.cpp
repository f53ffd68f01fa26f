// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/unicode.hpp"

#include "pipeline/languages/languages.hpp"

#include <catch2/catch.hpp>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include <memory>
#include <string>
#include <vector>

using namespace presskit::compose;

namespace {

/// Where ICU lets lines of a text begin, in code points.
std::vector<int> icu_breaks(icu::BreakIterator& iterator, const std::string& utf8) {
    const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
    iterator.setText(text);
    std::vector<int> out;
    for (auto at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next())
        out.push_back(text.countChar32(0, at));
    return out;
}

std::vector<int> our_breaks(LineBreaker& breaker, const std::string& utf8) {
    std::vector<int> out;
    for (const std::uint32_t at : breaker.opportunities(utf8))
        out.push_back(icu::UnicodeString::fromUTF8(utf8.substr(0, at)).countChar32());
    return out;
}

} // namespace

TEST_CASE("unicode: lines may begin where ICU lets them, in any language") {
    // Words, and all that may stand beside them and change where they part.
    const std::vector<std::string> pieces{
        "word", "a", "Đul", "šć", "реч", "ј", "word", "реч", " ", " ", " ", " ", " ", "  ", ", ", ". ", ",",
        ".",    ";", ": ", "„", "“", "”", "’", "'", "\"", "«", "»", "(", ")", "[", "]", "-", "–", "—", "/",
        "12",   "3 000", "%", "€", "§", "…", "!", "?", "\u00A0", "\u00AD", "\u0301", "\u200B", "\u200D",
        "\u2060", "×", "ª", "\u0483", "҂", "ת", "כלל", "عام", "字", "ー", "ก", "😀", "\n", "-a", "\u2011"};
    std::uint32_t state = 1;
    const auto random = [&](std::size_t below) {
        state = state * 1'664'525 + 1'013'904'223;
        return static_cast<std::size_t>(state >> 8) % below;
    };
    for (const presskit::Language& language : presskit::languages::all()) {
        LineBreaker breaker(language.icu_locale);
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::BreakIterator> icu(
            icu::BreakIterator::createLineInstance(icu::Locale(language.icu_locale.c_str()), status));
        REQUIRE(U_SUCCESS(status));
        for (int round = 0; round < 600; ++round) {
            std::string text;
            for (auto length = random(24); length > 0; --length) text += pieces[random(pieces.size())];
            INFO(language.locale.tag << ": " << text);
            REQUIRE(our_breaks(breaker, text) == icu_breaks(*icu, text));
        }
    }
}

TEST_CASE("unicode: each plain letter beside a space is parted from another as ICU does") {
    LineBreaker breaker("en");
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> icu(
        icu::BreakIterator::createLineInstance(icu::Locale("en"), status));
    REQUIRE(U_SUCCESS(status));
    for (UChar32 c = 0x20; c < 0x600; ++c) {
        std::string letter;
        icu::UnicodeString(c).toUTF8String(letter);
        for (const std::string& text : {letter + " " + letter, letter + ", " + letter + "b a" + letter,
                                        "a" + letter + " a" + letter + "b. " + letter, "\" " + letter + "a b"}) {
            INFO(text);
            REQUIRE(our_breaks(breaker, text) == icu_breaks(*icu, text));
        }
    }
}

TEST_CASE("unicode: what is answered without ICU is what ICU says") {
    for (UChar32 c = 0; c < 0x3000; ++c) {
        const auto code_point = static_cast<char32_t>(c);
        INFO("U+" << std::hex << c);
        const bool extends = u_hasBinaryProperty(c, UCHAR_GRAPHEME_EXTEND) ||
                             u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
        const bool bracket = u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE) != U_BPT_NONE;
        if (is_extending(code_point) != extends) FAIL("is_extending");
        if (is_bracket(code_point) != bracket) FAIL("is_bracket");
        if (is_letter(code_point) != (u_isalpha(c) != 0)) FAIL("is_letter");
        if (to_small(code_point) != static_cast<char32_t>(u_tolower(c))) FAIL("to_small");
    }
    SUCCEED();
}

TEST_CASE("unicode: Latin words alone on a line of a right-to-left text keep their order") {
    // UAX #9 L2 turns lines down to the lowest odd level, and there is none in such a line.
    CHECK(visual_order({2, 2, 2}) == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(visual_order({1, 2, 2}) == std::vector<std::uint32_t>{1, 2, 0});
    CHECK(visual_order({2, 3, 3}) == std::vector<std::uint32_t>{0, 2, 1});
}

TEST_CASE("unicode: capitals follow the language and stand for the letters as written") {
    CHECK(to_capitals("istanbul’da ışık", "tr", false).text == "İSTANBUL’DA IŞIK");
    CHECK(to_capitals("istanbul", "en", false).text == "ISTANBUL");
    CHECK(to_capitals("δελτίο τύπου", "el", false).text == "ΔΕΛΤΙΟ ΤΥΠΟΥ");
    CHECK(to_capitals("μάιος", "el", false).text == "ΜΑΪΟΣ");

    using Bytes = std::vector<std::uint32_t>;
    const Capitals street = to_capitals("aße", "de", false);
    CHECK(street.text == "ASSE");
    CHECK(street.written == Bytes{0, 1, 3, 3, 4}); // the first S says ß, the second nothing
    CHECK(to_capitals("aße", "de", true).text == "AẞE");
    CHECK(to_capitals("aße", "de", true).written == Bytes{0, 1, 1, 1, 3, 4});
    CHECK(to_capitals("iz", "tr", false).written == Bytes{0, 0, 1, 2});
    CHECK(to_capitals("", "de", false).written == Bytes{0});
}
