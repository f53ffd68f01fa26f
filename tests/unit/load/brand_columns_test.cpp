// SPDX-License-Identifier: Apache-2.0
// The columns of a page, as a designer gives them, and what is told of those that cannot be.
#include "tests/unit/load/small_campaign.hpp"

using namespace presskit;
using namespace presskit::tests;
using namespace presskit::literals;

namespace {

Loaded with_grid(const std::string& grid, const std::string& layout = "contact_card: true") {
    FileTree tree = small_campaign();
    tree.files["brand/brand.yaml"] =
        replaced(replaced(brand_yaml(), "format: a4", "format: a4\n  grid: " + grid),
                 "contact_card: true", layout);
    return Loaded(tree);
}

GridRoom room(const Loaded& loaded, DocumentKind kind, GridPlace place) {
    INFO(loaded.report());
    REQUIRE(loaded.result);
    return loaded.result->brand.room(kind, place);
}

} // namespace

TEST_CASE("columns: without a grid all stands between the margins") {
    const Loaded loaded(small_campaign());
    const GridRoom text = room(loaded, DocumentKind::release, GridPlace::text);
    CHECK(text.x == Length{});
    CHECK(text.width == loaded.result->brand.page.width_between_margins());
    CHECK_FALSE(loaded.result->brand.layout(DocumentKind::guide).columns(GridPlace::marks));
}

TEST_CASE("columns: a place without columns of its own stands where text does, and the last ends at the margin") {
    const Loaded loaded = with_grid("{columns: 7, gutter: 4mm, spans: {text: [2, 7], masthead: [1, 7]}}");
    const Length all = 160_mm;
    const GridRoom text = room(loaded, DocumentKind::sheet, GridPlace::text);
    CHECK(text.x == (all + 4_mm) / 7);
    CHECK(text.x + text.width == loaded.result->brand.page.width_between_margins());
    CHECK(room(loaded, DocumentKind::sheet, GridPlace::tables).x == text.x);
    CHECK(room(loaded, DocumentKind::sheet, GridPlace::masthead).x == Length{});
    CHECK(loaded.result->brand.key_figures.gutter == 4_mm);
}

TEST_CASE("columns: a kind of document may have columns of its own") {
    const Loaded loaded = with_grid("{columns: 8, gutter: 4mm, spans: {text: [2, 8], tables: [1, 8]}}",
                                    "contact_card: true, spans: {text: [3, 8]}");
    const Length step = (160_mm + 4_mm) / 8;
    CHECK(room(loaded, DocumentKind::release, GridPlace::text).x == step * 2);
    CHECK(room(loaded, DocumentKind::release, GridPlace::cover).x == step * 2);
    CHECK(room(loaded, DocumentKind::release, GridPlace::tables).x == Length{});
    CHECK(room(loaded, DocumentKind::guide, GridPlace::text).x == step);
}

TEST_CASE("columns: those that cannot be are refused where they are written, once") {
    const auto refused = [](const std::string& grid, const std::string& code, const std::string& place) {
        const Loaded loaded = with_grid(grid);
        INFO(loaded.report());
        CHECK(loaded.codes() == Codes{code});
        CHECK(loaded.place_of(code) == place);
    };
    refused("{columns: 24, gutter: 6mm}", "load.narrow-columns", "24");
    refused("{columns: 8, gutter: 4mm, spans: {text: [1, 9]}}", "load.no-such-column", "[1, 9]");
    refused("{columns: 8, gutter: 4mm, spans: {text: [7, 1]}}", "load.columns-reversed", "[7, 1]");
    refused("{columns: 8, gutter: 4mm, spans: {text: [5, 8]}}", "load.narrow-span", "[5, 8]");
    refused("{columns: 8, gutter: 4mm, spans: {text: [2, 8], marks: [1, 2]}}", "load.marks-in-text", "[1, 2]");
    refused("{columns: 1, gutter: 4mm}", "load.out-of-range", "1");
}

TEST_CASE("columns: places on a page without columns are refused") {
    FileTree tree = small_campaign();
    tree.files["brand/brand.yaml"] =
        replaced(brand_yaml(), "contact_card: true", "contact_card: true, spans: {text: [1, 2]}");
    CHECK(Loaded(tree).codes() == Codes{"load.no-grid"});
}
