// SPDX-License-Identifier: Apache-2.0
// `presskit proof`: sheets that show a language in a brand's faces, and say what they lack.
#include "tests/e2e/pdf_reading.hpp"
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

Run proof(const fs::path& campaign, const fs::path& out, const std::string& language) {
    return run(quoted(PRESSKIT_PROGRAM) + " proof " + quoted(campaign) + " --language " + language +
               " --out " + quoted(out));
}

std::string words_on(const fs::path& pdf) {
    return collapsed(run("mutool draw -q -F txt " + quoted(pdf)).out);
}

} // namespace

TEST_CASE("proof: a sheet shows letters, quotation marks, dates, divided words and fixed words") {
    const TempFolder folder;
    const Run made = proof(sample_campaign(), folder.path("out"), "cnr");
    INFO(made.err);
    REQUIRE(made.status == 0);
    CHECK(made.out == "lighthouse\tcnr\t0\tproof-lighthouse-cnr.pdf\n");
    const fs::path pdf = folder.path("out") / "proof-lighthouse-cnr.pdf";
    const std::string words = words_on(pdf);
    for (const char* shown : {"Ś ś", "Ž ž Ź ź", "„Dokument ‘Jezik’“", "18. septembra 2021.", "1.234.567,5",
                              "ob-ja-vlji-va-nje", "Strana {page} od {pages}", "Nothing: every face"}) {
        INFO(shown);
        CHECK(words.find(shown) != std::string::npos);
    }
    CHECK(run("qpdf --check " + quoted(pdf)).status == 0);
    CHECK(run("pdfinfo " + quoted(pdf)).out.find("Tagged:          yes") != std::string::npos);
}

TEST_CASE("proof: characters that a face lacks are listed on the sheet and on standard error") {
    const TempFolder folder;
    fs::copy(sample_campaign(), folder.path("campaign"), fs::copy_options::recursive);
    const fs::path brand = folder.path("campaign") / "brand" / "brand.yaml";
    std::string text = bytes_of(brand);
    const std::string fallback = "    fallback: [sans-arabic]\n";
    REQUIRE(text.find(fallback) != std::string::npos);
    text.erase(text.find(fallback), fallback.size());
    std::ofstream(brand, std::ios::binary) << text;

    const Run made = proof(folder.path("campaign"), folder.path("out"), "ar");
    CHECK(made.status == 1);
    CHECK(made.err.find("family `sans`, bold italic, lacks characters of `ar`: U+060C") != std::string::npos);
    CHECK(made.out.find("lighthouse\tar\t") == 0);
    const std::string words = words_on(folder.path("out") / "proof-lighthouse-ar.pdf");
    CHECK(words.find("Family sans, upright: U+060C") != std::string::npos);
}

TEST_CASE("proof: a brand's families beyond the third are shown, too, and the body's comes first") {
    const TempFolder folder;
    fs::copy(sample_campaign(), folder.path("campaign"), fs::copy_options::recursive);
    const fs::path brand = folder.path("campaign") / "brand" / "brand.yaml";
    std::string text = bytes_of(brand);
    const std::string families = "families:\n", kicker = "  kicker: {family: sans,", deck = "  deck: {family: sans,";
    for (const std::string& place : {families, kicker, deck}) REQUIRE(text.find(place) != std::string::npos);
    text.replace(text.find(kicker), kicker.size(), "  kicker: {family: narrow,");
    text.replace(text.find(deck), deck.size(), "  deck: {family: display,");
    std::string more = families;
    for (const auto& [name, file] : {std::pair{"display", "SerifDisplay"}, std::pair{"narrow", "SansDisplay"}})
        for (const auto& [face, style] :
             {std::pair{"regular", "Regular"}, std::pair{"italic", "Italic"},
                                          std::pair{"bold", "Bold"}, std::pair{"bold_italic", "BoldItalic"}})
            more += (std::string(face) == "regular" ? "  " + std::string(name) + ":\n" : "") + "    " + face +
                    ": {system: truetype/noto/Noto" + file + "-" + style + ".ttf, package: fonts-noto-core}\n";
    text.replace(text.find(families), families.size(), more);
    std::ofstream(brand, std::ios::binary) << text;

    const Run made = proof(folder.path("campaign"), folder.path("out"), "de");
    INFO(made.err);
    REQUIRE(made.status == 0);
    const fs::path pdf = folder.path("out") / "proof-lighthouse-de.pdf";
    const std::string words = words_on(pdf);
    INFO(words);
    std::size_t alphabets = 0;
    for (std::size_t at = 0; (at = words.find("A a Ä ä", at)) != std::string::npos; ++at) ++alphabets;
    CHECK(alphabets == 5 * 4); // serif, display, mono, narrow, sans
    const std::string fonts = run("pdffonts " + quoted(pdf)).out;
    for (const char* face : {"NotoSerifDisplay-BoldItalic", "NotoSansDisplay-Italic"})
        CHECK(fonts.find(face) != std::string::npos);
    CHECK(words.find("Family serif") < words.find("Family display")); // the body's, though not the first by name
}

TEST_CASE("proof: neither brand of the sample lacks a letter or sign of any language") {
    const TempFolder folder;
    for (const char* brand : {"", " --brand courier"}) {
        const Run made = run(quoted(PRESSKIT_PROGRAM) + " -q proof " + quoted(sample_campaign()) + brand + " --out " +
                             quoted(folder.path("out")));
        INFO(made.err);
        CHECK(made.status == 0);
    }
}

TEST_CASE("proof: italics that a font has in Russian shapes alone are warned of") {
    const TempFolder folder;
    const auto proof_of = [&](const std::string& language, const std::string& brand) {
        return run(quoted(PRESSKIT_PROGRAM) + " proof " + quoted(sample_campaign()) + " --language " + language +
                   brand + " --out " + quoted(folder.path("out")));
    };
    for (const char* language : {"sr-Cyrl", "mk"}) {
        INFO(language);
        CHECK(proof_of(language, "").err.find("warning") == std::string::npos);
        const Run lato = proof_of(language, " --brand courier");
        CHECK(lato.status == 0);
        CHECK(lato.err.find("family `text`, italic, has no shapes of `" + std::string(language) +
                            "` for U+0433, U+0434, U+043F, U+0442") != std::string::npos);
        CHECK(lato.err.find("family `display`") == std::string::npos);
    }
    CHECK(words_on(folder.path("out") / "proof-courier-mk.pdf").find("own shapes of U+0433") != std::string::npos);
    CHECK(proof_of("cnr", " --brand courier").err.find("warning") == std::string::npos);
}

TEST_CASE("proof: letters that another family puts into a face's words are warned of") {
    const TempFolder folder;
    fs::copy(sample_campaign(), folder.path("campaign"), fs::copy_options::recursive);
    const fs::path brand = folder.path("campaign") / "brand" / "brand.yaml";
    std::string text = bytes_of(brand);
    // A font with a to z alone; the letters that it lacks are those of its fallback.
    for (const auto& [from, to] : {std::pair{"NotoSans-Bold.ttf", "NotoSansMath-Regular.ttf"},
                                   std::pair{"fallback: [sans-arabic]", "fallback: [serif, sans-arabic]"}}) {
        REQUIRE(text.find(from) != std::string::npos);
        text.replace(text.find(from), std::string_view(from).size(), to);
    }
    std::ofstream(brand, std::ios::binary) << text;
    const Run mixed = proof(folder.path("campaign"), folder.path("out"), "hr");
    CHECK(mixed.status == 0);
    CHECK(mixed.err.find("words of `hr` in family `sans`, bold, have letters of other families among their own: "
                         "U+0106") != std::string::npos);
    CHECK(mixed.err.find("`serif`") == std::string::npos);
    const std::string words = words_on(folder.path("out") / "proof-lighthouse-hr.pdf");
    CHECK(words.find("Family sans, bold: only other families have U+0106") != std::string::npos);
    // A script that the family leaves to another is not mixed into words.
    CHECK(proof(folder.path("campaign"), folder.path("out"), "ar").err.find("`ar`") == std::string::npos);
}

TEST_CASE("proof: a language that the campaign has not is a wrong command line") {
    const TempFolder folder;
    const Run made = proof(sample_campaign(), folder.path("out"), "fr");
    CHECK(made.status == 2);
    CHECK(made.err.find("the campaign has no language `fr`") != std::string::npos);
    CHECK_FALSE(fs::exists(folder.path("out")));
}
