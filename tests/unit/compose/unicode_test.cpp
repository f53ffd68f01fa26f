// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/unicode.hpp"

#include <catch2/catch.hpp>
#include <unicode/uchar.h>

using namespace presskit::compose;

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
