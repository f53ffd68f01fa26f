// SPDX-License-Identifier: Apache-2.0
// One campaign, two brands: what a designer changes is how pages look, never what they say.
#include "tests/e2e/pdf_reading.hpp"
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace presskit::e2e;
namespace fs = std::filesystem;

namespace {

constexpr const char* branded_kit = "rs-sr-Cyrl";

/// The PDFs of the sample's Serbian kit in its second brand, by name.
struct SecondBrand {
    TempFolder folder;
    Run build;
    std::vector<fs::path> pdfs;

    SecondBrand() {
        build = run_presskit(folder, "build " + quoted(sample_campaign().string()) +
                                         " --brand courier --only rs/sr-Cyrl --out out");
        run("cd " + quoted(folder.path("out").string()) + " && unzip -q '*.zip' -d kit");
        for (const auto& entry : fs::recursive_directory_iterator(folder.path("out")))
            if (entry.path().extension() == ".pdf") pdfs.push_back(entry.path());
        std::ranges::sort(pdfs);
    }
};

const SecondBrand& second() {
    static const SecondBrand made;
    return made;
}

std::string fonts_of(const fs::path& pdf) { return run("pdffonts " + quoted(pdf.string())).out; }

} // namespace

TEST_CASE("brands: one option builds the same campaign in another brand, and verify is content") {
    INFO(second().build.err);
    REQUIRE(second().build.status == 0);
    REQUIRE(second().pdfs.size() == 3);
    for (const fs::path& pdf : second().pdfs) {
        const fs::path first = built_sample().unpacked(branded_kit) / pdf.filename();
        INFO(pdf.filename().string());
        CHECK(fonts_of(pdf).find("Vollkorn") != std::string::npos);
        CHECK(fonts_of(pdf).find("Noto") == std::string::npos);
        CHECK(fonts_of(first).find("Vollkorn") == std::string::npos);
    }
}

TEST_CASE("brands: a screen reader says the same in both") {
    std::vector<fs::path> both = second().pdfs;
    for (const fs::path& pdf : second().pdfs)
        both.push_back(built_sample().unpacked(branded_kit) / pdf.filename());
    const std::vector<PdfReading> read = read_pdfs(both);
    REQUIRE(read.size() == 6);
    for (std::size_t i = 0; i < 3; ++i) {
        INFO(read[i].file);
        CHECK(words_of(read[i].poppler) == words_of(read[i + 3].poppler));
    }
}

TEST_CASE("brands: one that the campaign does not have is a wrong command line") {
    const TempFolder folder;
    const Run result = run_presskit(folder, "check " + quoted(sample_campaign().string()) +
                                                " --brand couriers");
    CHECK(result.status == 2);
    CHECK(result.err.find("the campaign has no brand `couriers`") != std::string::npos);
    CHECK(result.err.find("did you mean `courier`?") != std::string::npos);
}

TEST_CASE("brands: a face of a collection sets what no other family has, as for Chinese, Japanese and Korean") {
    const fs::path fonts = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
    if (!fs::exists(fonts)) {
        WARN("skipped: install fonts-noto-cjk to test fonts in collections");
        return;
    }
    const TempFolder folder;
    Files files = small_campaign();
    std::string& brand = files["brand/brand.yaml"];
    brand.replace(brand.find("families:\n"), 10,
                  "families:\n  cjk:\n    regular: {system: opentype/noto/NotoSansCJK-Regular.ttc, package: "
                  "fonts-noto-cjk, face: 2}\n");
    for (auto at = brand.find("    fallback: ["); at != std::string::npos; at = brand.find("    fallback: [", at + 1))
        brand.insert(brand.find(']', at), ", cjk");
    files["texts/release/en.md"] += "\nWater in Japanese is [水]{lang=ja}, in Korean [물]{lang=ko}.\n";
    write_campaign(folder, files);
    const Run built = run_presskit(folder, "build c --out out");
    INFO(built.err);
    REQUIRE(built.status == 0);
    REQUIRE(run("cd " + quoted(folder.path("out")) + " && unzip -q '*.zip'").status == 0);
    const std::string pdf = quoted(folder.path("out/small-al-en-1.0.0/01-press-release-en.pdf"));
    CHECK(run("pdffonts " + pdf).out.find("NotoSansCJKkr-Regular") != std::string::npos);
    const std::string text = run("pdftotext " + pdf + " -").out;
    CHECK(text.find("Water in Japanese is 水, in Korean 물.") != std::string::npos);
}
