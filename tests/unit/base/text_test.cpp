// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"

#include <catch2/catch.hpp>

using namespace presskit;

TEST_CASE("text: ill-formed UTF-8 is found at its first byte") {
    CHECK_FALSE(first_invalid_utf8("Shqipëri, Косово, \U0001F600"));
    CHECK(first_invalid_utf8("ab\xFFz") == 2u);
    CHECK(first_invalid_utf8("\xC0\xAF") == 0u);         // overlong
    CHECK(first_invalid_utf8("a\xED\xA0\x80") == 1u);    // surrogate
    CHECK(first_invalid_utf8("\xF4\x90\x80\x80") == 0u); // past U+10FFFF
    CHECK(first_invalid_utf8("ok \xE2\x82") == 3u);      // cut short
}

TEST_CASE("text: decimals carry no locale and no trailing zeros") {
    CHECK(decimal(0) == "0");
    CHECK(decimal(12500) == "12.5");
    CHECK(decimal(-1) == "-0.001");
    CHECK(decimal(-12340) == "-12.34");
    CHECK(decimal(INT64_MIN) == "-9223372036854775.808");
}

TEST_CASE("text: sizes are written for people") {
    CHECK(human_bytes(999) == "999 B");
    CHECK(human_bytes(1000) == "1.0 kB");
    CHECK(human_bytes(340'400) == "340 kB");
    CHECK(human_bytes(1'200'000) == "1.2 MB");
    CHECK(human_bytes(999'999) == "1.0 MB");
}

TEST_CASE("text: what goes to a terminal holds no control character") {
    CHECK(to_utf8(printable("a\x1B[31m\tb")) == "a\xEF\xBF\xBD[31m b");
    CHECK(to_utf8(printable("x\xE2\x80\xAEy")) == "x\xEF\xBF\xBDy");
}

TEST_CASE("text: code points have their U+ names") {
    CHECK(code_point_name(U'A') == "U+0041");
    CHECK(code_point_name(0x1F600) == "U+1F600");
}
