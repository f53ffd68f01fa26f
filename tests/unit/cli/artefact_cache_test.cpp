// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/artefact_cache.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::cli;

namespace {

MadeArtefact artefact(verify::PdfChecks& checks) {
    MadeArtefact made;
    made.pdf = std::string("%PDF\0bytes", 10);
    made.digest = sha256(made.pdf);
    made.use[render::ByteUse::fonts] = 10;
    made.pages = 2;
    made.title = "Fëmijët";
    made.release_notice = "Për publikim";
    made.images = {{"images/a.png", "a port", "The port", "A. Example"}};
    made.formats = {{DocumentFormat::html, "deflated", bundle::Inflated{99, 7}, sha256("html")},
                    {DocumentFormat::docx, "stored", std::nullopt, sha256("stored")}};
    made.card = {std::string("png\0", 4), "Fëmijët", sha256("png")};
    made.previews = {{{"previews/a.png", 3, sha256("abc"), 440, 622}, "abc"}};
    made.check = &checks.remember(made.digest, {{}, {}, 2, "sq", {true, false}});
    return made;
}

} // namespace

TEST_CASE("kept artefacts: what comes back is what was kept, down to the outcome of its check") {
    verify::PdfChecks before, after;
    const MadeArtefact made = artefact(before);
    const auto back = from_record(to_record(made), &after);
    REQUIRE(back);
    CHECK(back->pdf == made.pdf);
    CHECK(back->use.bytes == made.use.bytes);
    CHECK(back->release_notice == made.release_notice);
    CHECK(back->images == made.images);
    REQUIRE(back->formats.size() == 2);
    CHECK(back->formats[0].inflated->bytes == 99);
    CHECK(back->formats[0].digest == made.formats[0].digest);
    CHECK_FALSE(back->formats[1].inflated);
    REQUIRE(back->card);
    CHECK(back->card->png == made.card->png);
    CHECK(back->card->words == made.card->words);
    CHECK(back->card->digest == made.card->digest);
    REQUIRE(back->previews.size() == 1);
    CHECK(back->previews[0].page == made.previews[0].page);
    CHECK(back->previews[0].png == "abc");
    REQUIRE(back->check != nullptr);
    CHECK(back->check->pages == 2);
    CHECK(back->check->language == "sq");
    CHECK(back->check->claims == verify::Claims{true, false});
    CHECK(to_record(*back) == to_record(made));
}

TEST_CASE("kept artefacts: a record cut short, of another form or without a check is none") {
    verify::PdfChecks checks;
    MadeArtefact made = artefact(checks);
    const std::string whole = to_record(made);
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(from_record(whole.substr(0, size), nullptr));
    CHECK_FALSE(from_record(std::string("\xA0", 1), nullptr)); // a map without keys
    made.check = nullptr;
    CHECK(from_record(to_record(made), nullptr));
    CHECK_FALSE(from_record(to_record(made), &checks));
}
