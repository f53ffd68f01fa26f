// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/telephone.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace presskit;

namespace {

/// The numbers of a text, with a bar between.
std::string found(std::string_view text) {
    std::string out;
    for (const auto& [begin, end] : telephone_numbers(text))
        out += (out.empty() ? "" : "|") + std::string(text.substr(begin, end - begin));
    return out;
}

} // namespace

TEST_CASE("telephone: a number is found with all of its groups, and nothing that follows it") {
    CHECK(found("Call +383 38 200 100.") == "+383 38 200 100");
    CHECK(found("+22527203040, or +43 (0)1 200-100 or +49 (30) 123456-7") ==
          "+22527203040|+43 (0)1 200-100|+49 (30) 123456-7");
    CHECK(found("+355\u00A04\u202F222.33/44") == "+355\u00A04\u202F222.33/44");
    CHECK(found("+383 38 200 100. 5 people came") == "+383 38 200 100");
    CHECK(found("(+383 38 200 100)") == "+383 38 200 100");
}

TEST_CASE("telephone: what is too short or no international number is none") {
    CHECK(found("") == "");
    CHECK(found("1 + 1 = 2, C++ 11, +12 %, +5 000 more") == "");
    CHECK(found("038 200 100") == "");
    CHECK(found("+") == "");
    CHECK(found("+1234567890123456") == "+123456789012345"); // E.164 has 15 digits at most
}
