// SPDX-License-Identifier: Apache-2.0
// What the finished PDFs of the sample campaign say beyond their words, as qpdf reads it from the
// objects.
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <tuple>

using namespace presskit::e2e;

namespace {

/// All objects of a PDF as JSON; text strings in UTF-8.
std::string objects_of(const std::string& kit, const std::string& name) {
    const Run printed = run("qpdf --json=2 --json-key=qpdf " +
                            quoted((built_sample().unpacked(kit) / name).string()));
    REQUIRE(printed.status == 0);
    return printed.out;
}

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

} // namespace

TEST_CASE("structure: abbreviations of the campaign are expanded in every language") {
    for (const auto& [kit, name, expansion] :
         {std::tuple{"al-en", "03-legal-guide-en.pdf", "Convention on the Rights of the Child"},
          std::tuple{"al-sq", "03-legal-guide-sq.pdf", "Konventa për të Drejtat e Fëmijës"},
          std::tuple{"mk-mk", "03-legal-guide-mk.pdf", "Меѓународна организација на трудот"},
          std::tuple{"rs-sr-Cyrl", "03-legal-guide-sr-Cyrl.pdf", "Међународна организација рада"},
          std::tuple{"rs-sr-Latn", "03-legal-guide-sr-Latn.pdf", "Međunarodna organizacija rada"},
          std::tuple{"region-de", "03-legal-guide-de.pdf", "Internationale Arbeitsorganisation"}}) {
        INFO(name);
        CHECK(count_of(objects_of(kit, name), "\"/E\": \"u:" + std::string(expansion) + "\"") > 0);
    }
}

TEST_CASE("structure: charts have words for what is drawn, their rows and columns have headers") {
    const std::string guide = objects_of("al-en", "03-legal-guide-en.pdf");
    CHECK(count_of(guide, "\"/Alt\": \"u:Timeline: Nine instruments in 22 years. All values are in "
                          "the table that follows.\"") == 1);
    CHECK(count_of(guide, "\"/Alt\": \"u:Bar chart: ") == 1);
    CHECK(count_of(guide, "\"/Alt\": \"u:party\"") == 35);
    CHECK(count_of(guide, "\"/Scope\": \"/Row\"") >= 9 + 7 + 7);
}
