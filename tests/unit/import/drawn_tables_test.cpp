// SPDX-License-Identifier: Apache-2.0
#include "stages/import/drawn_tables.hpp"

#include <catch2/catch.hpp>

#include <sstream>

using namespace presskit::import;

namespace {

/// Paragraphs with a bar between them.
std::string paragraphs(std::string_view text) {
    std::istringstream lines{without_drawn_tables(text)};
    std::string out;
    bool begins = true;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty()) out += (out.empty() ? "" : begins ? " / " : " ") + line;
        begins = line.empty();
    }
    return out;
}

} // namespace

TEST_CASE("import: a table of a word processor is its cells, row by row, without what draws it") {
    CHECK(paragraphs("Before\n\n"
                     "  Country   Laws\n"
                     "  --------- ------\n"
                     "  Bosnia    three\n"
                     "  Serbia    two\n\n"
                     "After\n") == "Before / Country / Laws / Bosnia / three / Serbia / two / After");
    CHECK(paragraphs("+---------+--------+\n"
                     "| Country | Laws   |\n"
                     "+=========+========+\n"
                     "| Bosnia  | three  |\n"
                     "|         |        |\n"
                     "| and     | more   |\n"
                     "+---------+--------+\n") == "Country / Laws / Bosnia / and / three / more");
    CHECK(paragraphs("  --------------------\n"
                     "  A            B\n"
                     "  ------------ -------\n"
                     "  one          two\n\n"
                     "  three        four\n\n"
                     "  five         six\n"
                     "  --------------------\n\n"
                     "After  all\n") == "A / B / one / two / three / four / five / six / After  all");
}

TEST_CASE("import: a line drawn between paragraphs is no word, a dash in one is") {
    CHECK(paragraphs("One\n\n--------------------\n\nTwo - three -- four | five\n- a\n- b\n") ==
          "One / Two - three -- four | five - a - b");
}
