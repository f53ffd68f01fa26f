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

TEST_CASE("proof: a language that the campaign has not is a wrong command line") {
    const TempFolder folder;
    const Run made = proof(sample_campaign(), folder.path("out"), "fr");
    CHECK(made.status == 2);
    CHECK(made.err.find("the campaign has no language `fr`") != std::string::npos);
    CHECK_FALSE(fs::exists(folder.path("out")));
}
