// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/content_tokens.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace presskit::verify;

namespace {

/// Operators with their operands' source, a line each; at the end the fault, if any.
std::string told(std::string_view content) {
    ContentTokens tokens(content);
    std::string out;
    while (tokens.next()) {
        for (const ContentToken& token : tokens.operands()) out.append(token.bytes).append(" ");
        out.append(tokens.name()).append("\n");
    }
    return out.append(tokens.fault());
}

std::string string_of(const std::string& source) {
    ContentTokens tokens(source);
    if (!tokens.next() || tokens.operands().size() != 1) return "unread";
    std::string out;
    read_string_bytes(tokens.operands().front(), out);
    return out;
}

} // namespace

TEST_CASE("content: operators come with all of their operands") {
    CHECK(told("q 1 0 0 -1 .5 +7. cm\nBT/F1 12 Tf[(a)-20<41>]TJ ET Q") ==
          "q\n1 0 0 -1 .5 +7. cm\nBT\n/F1 12 Tf\n[ (a) -20 <41> ] TJ\nET\nQ\n");
    CHECK(told("/P <</MCID 3/ActualText(x)>>BDC EMC % rest\n%more") ==
          "/P << /MCID 3 /ActualText (x) >> BDC\nEMC\n");
    CHECK(told("true null false sc") == "true null false sc\n");
    CHECK(told(" \n%only a comment") == "");
}

TEST_CASE("content: strings mean what ISO 32000-1 7.3.4 says") {
    CHECK(string_of("(a(b)c) Tj") == "a(b)c");
    CHECK(string_of("(\\n\\(\\)\\\\\\101\\7\\q) Tj") == "\n()\\A\7q");
    CHECK(string_of("(a\\\r\nb\r\nc) Tj") == "ab\nc");
    CHECK(string_of("<4 1\n4> Tj") == "A@");
    CHECK(string_of("() Tj").empty());
    CHECK(told("(\\)) Tj") == "(\\)) Tj\n");
}

TEST_CASE("content: an inline image is one operator, whatever its data looks like") {
    CHECK(told("q BI /W 1 /H 1 /I true ID (<[EI]\x01 >> \nEI Q") == "q\n/W 1 /H 1 /I true EI\nQ\n");
    CHECK(told("BI /W 1 ID abc") == "an inline image does not end");
    CHECK(told("BI /W BI ID a EI") == "an inline image is malformed");
    CHECK(told("1 BI ID a EI") == "an inline image is malformed");
    CHECK(told("ID") == "an inline image is malformed");
}

TEST_CASE("content: what is malformed ends it with a reason") {
    CHECK(told("(open") == "a string does not end");
    CHECK(told("<4G> Tj") == "a hexadecimal string is malformed");
    CHECK(told("[1 2 m") == "an operator stands inside an operand");
    CHECK(told("[1 >> m") == "brackets do not match");
    CHECK(told("] m") == "brackets do not match");
    CHECK(told("q > Q") == "q\na `>` stands alone");
    CHECK(told("{ }") == "a bracket stands alone");
    CHECK(told("1-2 m") == "a number is malformed");
    CHECK(told("1.2.3 m") == "a number is malformed");
    CHECK(told("- m") == "a number is malformed");
    CHECK(told("1 2") == "it ends amid operands");
    CHECK(told(std::string(100, '[')) == "operands are nested too deeply");
    std::string many;
    for (int i = 0; i < 100'001; ++i) many += "1 ";
    CHECK(told(many + "m") == "an operator has too many operands");
}

TEST_CASE("content: numbers beyond what fits are saturated, not wrapped") {
    ContentTokens tokens("-99999999999999999999999 m");
    REQUIRE(tokens.next());
    CHECK(tokens.operands().front().number == -999'999'999'999'999'999);
}

TEST_CASE("content: a dictionary's values are found by key, at the top of it only") {
    ContentTokens tokens("/P <</A <</MCID 1>> /B [/MCID 2] /MCID 3 /D>> BDC");
    REQUIRE(tokens.next());
    const ContentOperands dictionary = operand_at(tokens.operands(), 1);
    REQUIRE(value_of(dictionary, "MCID").size() == 1);
    CHECK(value_of(dictionary, "MCID").front().number == 3);
    CHECK(value_of(dictionary, "A").size() == 4);
    CHECK(value_of(dictionary, "D").empty());
    CHECK(value_of(tokens.operands(), "MCID").empty());
    CHECK(read_name({ContentToken::Kind::name, "/A#42#4", 0}) == "AB#4");
}

TEST_CASE("content: whatever the bytes are, reading ends") {
    const std::string good = "q BT /F1 9 Tf [(a\\)b) -2 <4142>] TJ ET /P <</MCID 1>> BDC EMC "
                             "BI /W 1 ID x\nEI [<</A [1]>>] sc Q";
    for (std::size_t size = 0; size < good.size(); ++size)
        static_cast<void>(told(good.substr(0, size)));
    for (std::size_t i = 0; i < good.size(); ++i)
        for (int byte = 0; byte < 256; byte += 3) {
            std::string bytes = good;
            bytes[i] = static_cast<char>(byte);
            CHECK(told(bytes).size() < 2'000);
        }
}
