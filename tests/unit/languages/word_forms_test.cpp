// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/word_forms.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::languages;

namespace {

/// What is found in a text, between brackets.
std::string found_in(const std::string& text, const std::vector<std::string>& words) {
    WordForms forms;
    for (const std::string& word : words) forms.push_back(word_form(word));
    std::string out;
    std::size_t at = 0;
    while (const auto found = find_words(text, forms, at)) {
        out += "[" + text.substr(found->begin, found->end - found->begin) + "]";
        at = found->end;
    }
    return out;
}

} // namespace

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
