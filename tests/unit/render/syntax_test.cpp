// SPDX-License-Identifier: Apache-2.0
#include "stages/render/metadata.hpp"
#include "stages/render/navigation.hpp"
#include "stages/render/syntax.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace presskit;
using namespace presskit::render;

namespace {

template <class Append, class... Arguments>
std::string written(Append append, Arguments... arguments) {
    std::string out;
    append(out, arguments...);
    return out;
}

} // namespace

TEST_CASE("syntax: numbers have as few digits as they need") {
    CHECK(written(append_decimal, 0) == "0");
    CHECK(written(append_decimal, 12'500) == "12.5");
    CHECK(written(append_decimal, -5) == "-0.005");
    CHECK(written(append_decimal, 595'276) == "595.276");
    CHECK(written(append_decimal, -1'010) == "-1.01");
}

TEST_CASE("syntax: strings are escaped, text beyond ASCII is UTF-16") {
    CHECK(written(append_string, std::string_view("a(b)\\\r\n")) == "(a\\(b\\)\\\\\\r\\n)");
    CHECK(written(append_text, std::string_view("plain")) == "(plain)");
    CHECK(written(append_text, std::string_view("ž")) == std::string("(\xFE\xFF\x01\x7E)"));
    CHECK(to_utf16be("\U0001F600") == std::string("\xD8\x3D\xDE\x00", 4));
}

TEST_CASE("syntax: names hold regular characters only") {
    CHECK(written(append_name, std::string_view("A B#é")) == "/A#20B#23#C3#A9");
}

TEST_CASE("syntax: a box turns upside down") {
    CHECK(written(append_rectangle, Box{{10'000}, {20'000}, {30'000}, {40'000}}, Length{100'000}) ==
          "[10 40 40 80]");
}

TEST_CASE("metadata: dates come from the timestamp alone") {
    CHECK(pdf_date(1'621'324'800) == "D:20210518080000Z");
    CHECK(iso_date(0) == "1970-01-01T00:00:00Z");
    CHECK(iso_date(-1) == "1969-12-31T23:59:59Z");
    CHECK(iso_date(951'782'400) == "2000-02-29T00:00:00Z");
    CHECK(iso_date(-62'167'219'200) == "0000-01-01T00:00:00Z");
}

TEST_CASE("metadata: XMP stays well-formed whatever the title") {
    Properties properties;
    properties.title = "<&>\"'\x01\n]]>";
    properties.language = {"en"};
    const Metadata metadata(properties);
    CHECK(metadata.title == "<&>\"' ]]>");
    CHECK(xmp_packet(metadata, {}).find("&lt;&amp;&gt;&quot;&#39; ]]&gt;") != std::string::npos);
    CHECK(information_entries(metadata).find("/Title (<&>\"' ]]>)") != std::string::npos);
}

TEST_CASE("navigation: an address is ASCII") {
    CHECK(ascii_uri("https://example.org/a b/ž?q=1#x") == "https://example.org/a%20b/%C5%BE?q=1#x");
}
