// SPDX-License-Identifier: Apache-2.0
#include "pipeline/languages/languages.hpp"
#include "stages/plan/mark_spaces.hpp"
#include "tests/unit/plan/small_campaign.hpp"

#include <catch2/catch.hpp>

using namespace presskit;

namespace {

/// A title after its spaces were looked at; no-break spaces are shown as `_`.
std::string title_in(const char* language, const std::string& title) {
    Document text = document(language, title, {});
    plan::keep_marks(text, *languages::find({language}));
    std::string shown = text.head.title;
    for (auto at = shown.find("\u00A0"); at != std::string::npos; at = shown.find("\u00A0")) shown.replace(at, 2, "_");
    return shown;
}

} // namespace

TEST_CASE("mark spaces: in French no line begins with a mark that a space stands before") {
    CHECK(title_in("fr", "Eau : que faire ? Agir !") == "Eau_: que faire_? Agir_!");
    CHECK(title_in("fr", "« L’eau, “un droit” ; voilà » (dit-elle).") == "«_L’eau, “un droit”_; voilà_» (dit-elle).");
    CHECK(title_in("fr", "« Vraiment ? », dit-il. « Non ! »") == "«_Vraiment_?_», dit-il. «_Non_!_»");
    CHECK(title_in("fr", "Déjà\u00A0: rien à changer\u00A0!") == "Déjà_: rien à changer_!");
}

TEST_CASE("mark spaces: what is no mark with a space of its own stays, and so do other languages") {
    CHECK(title_in("fr", "Le port :8080, le fichier !important") == "Le port :8080, le fichier !important");
    CHECK(title_in("fr", "Eau: sans espace, 12:30") == "Eau: sans espace, 12:30");
    CHECK(title_in("en", "Water : what next ?") == "Water : what next ?");
    CHECK(title_in("de", "Das »Wort« : hier") == "Das »Wort« : hier");
}

TEST_CASE("mark spaces: text, captions and notes are looked through, code is not") {
    Inline code{Code{"a : b"}, {}}, strong{Strong{{text("fort")}}, {}};
    Document made = document("fr", "Titre", {paragraph({text("Voir "), strong, text(" : "), code})});
    made.footnotes.push_back(footnote("n", {paragraph("Note : p. 3")}));
    plan::keep_marks(made, *languages::find({"fr"}));
    const auto& content = std::get<Paragraph>(made.body[0].node).content;
    CHECK(std::get<Text>(content[2].node).text == "\u00A0: ");
    CHECK(std::get<Code>(content[3].node).text == "a : b");
    const auto& noted = std::get<Paragraph>(made.footnotes[0].content[0].node).content;
    CHECK(std::get<Text>(noted[0].node).text == "Note\u00A0: p. 3");
}
