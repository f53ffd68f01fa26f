// SPDX-License-Identifier: Apache-2.0
// How titles and headings break.
#include "edition_maker.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

using namespace presskit;
using namespace presskit::compose;
using namespace presskit::literals;

namespace {

/// The words of each line of the document, from its top.
std::vector<std::string> lines_of(EditionMaker& maker) {
    std::map<Length, std::string> lines;
    const Pages pages = maker.composed();
    for (const PageItem& item : pages.pages.at(0).items)
        if (const auto* run = std::get_if<GlyphRun>(&item.shape);
            run && std::holds_alternative<ContentId>(item.tag))
            lines[run->origin.y] += run->text;
    std::vector<std::string> out;
    for (auto& [y, words] : lines) out.push_back(words);
    return out;
}

} // namespace

TEST_CASE("headings: no word of a title is left alone on a last line") {
    EditionMaker maker;
    maker.edition.document.head.title =
        "Western Balkans must do more to protect children from exploitation";
    TextStyle& title = maker.campaign.brand.styles[static_cast<std::size_t>(StyleRole::title)];
    title.size = 14_pt;
    title.leading = 17_pt;
    title.hyphenate = true;
    const auto filled = lines_of(maker);
    title.hyphenate = false;
    const auto level = lines_of(maker);
    REQUIRE(filled.size() == 2);
    REQUIRE(level.size() == 2);
    CHECK(filled[1].size() * 2 < filled[0].size());
    CHECK(level[1].size() * 3 > level[0].size() * 2);
}
