// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/xml.hpp"

#include "stages/verify/cmap.hpp"
#include "stages/verify/xmp.hpp"

#include <catch2/catch.hpp>

using namespace presskit::verify;

TEST_CASE("xml: namespaces and entities are resolved") {
    const auto elements = read_xml("<?xml version='1.0'?><a xmlns='u:' xmlns:p='v:'><p:b "
                                   "p:c='&lt;&#x41;'>x&amp;y</p:b><d/></a>\n");
    REQUIRE(elements);
    REQUIRE(elements->size() == 3);
    CHECK((*elements)[0].name == "u:a");
    CHECK((*elements)[1].name == "v:b");
    CHECK((*elements)[1].attributes.at("v:c") == "<A");
    CHECK((*elements)[1].text == "x&y");
    CHECK((*elements)[2].parent == 0);
}

TEST_CASE("xml: what is not well-formed or not bounded is refused") {
    for (const char* text :
         {"", "x", "<a>", "<a></b>", "</a>", "<a/><b/>", "<a b=c/>", "<a b='1' b='2'/>",
          "<a>&x;</a>", "<a>&#0;</a>", "<a>&lt</a>", "<!DOCTYPE a><a/>", "<p:a/>", "<a", "<a b='",
          "<a><!-- </a>", "<a>\xFF</a>", "<>", "<a/>x"})
        CHECK_FALSE(read_xml(text));
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<a>";
    CHECK_FALSE(read_xml(deep));
    std::string spaces = "<a";
    for (int i = 0; i < 100; ++i) spaces += " xmlns:p" + std::to_string(i) + "='u'";
    CHECK_FALSE(read_xml(spaces + "/>"));
}

TEST_CASE("to_unicode: characters and ranges are read, the malformed refused") {
    const auto texts =
        read_to_unicode("2 beginbfchar <0001><0041> <0002> <00660069> endbfchar 2 beginbfrange "
                        "<0010><0012><0061> <0020><0021>[<0030><0031>] endbfrange % end");
    REQUIRE(texts);
    CHECK(texts->size() == 7);
    CHECK(texts->at(2).size() == 4);
    CHECK(texts->at(0x12) == std::string("\0c", 2));
    CHECK(texts->at(0x21) == std::string("\0"
                                         "1",
                                         2));
    for (const char* cmap :
         {"beginbfchar <0001>", "beginbfchar <01><0041> endbfchar",
          "beginbfchar <000z><0041> endbfchar", "beginbfrange <0002><0001><0041> endbfrange",
          "beginbfrange <0001><0002>[<0041>] endbfrange",
          "beginbfrange <0000><FFFF><00FF> endbfrange", "beginbfchar <00"})
        CHECK_FALSE(read_to_unicode(cmap));
}
