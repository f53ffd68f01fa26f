// SPDX-License-Identifier: Apache-2.0
#include "stages/load/contrast.hpp"

#include <catch2/catch.hpp>

using namespace presskit;
using namespace presskit::load;

namespace {
constexpr Color white{255, 255, 255}, black{0, 0, 0};
}

TEST_CASE("contrast: ratios are those that WCAG's own examples give") {
    CHECK(contrast_text(black, white) == "21.00");
    CHECK(contrast_text(white, black) == "21.00");
    CHECK(contrast_text(white, white) == "1.00");
    CHECK(contrast_text({0x77, 0x77, 0x77}, white) == "4.47"); // 4.478…, never rounded up to a pass
    CHECK(contrast_text({0x76, 0x76, 0x76}, white) == "4.54");
    CHECK(contrast_text({255, 0, 0}, white) == "3.99");
}

TEST_CASE("contrast: the threshold between #767676 and #777777 on white is exact") {
    CHECK(has_contrast({0x76, 0x76, 0x76}, white, text_contrast_tenths));
    CHECK_FALSE(has_contrast({0x77, 0x77, 0x77}, white, text_contrast_tenths));
    CHECK(has_contrast({0x94, 0x94, 0x94}, white, large_contrast_tenths));
    CHECK_FALSE(has_contrast({0x95, 0x95, 0x95}, white, large_contrast_tenths));
}

TEST_CASE("contrast: the nearest colour that passes does pass and keeps its hue") {
    const Color pale{0x80, 0xB0, 0xFF};
    const auto better = nearest_with_contrast(pale, white, text_contrast_tenths);
    REQUIRE(better);
    CHECK(has_contrast(*better, white, text_contrast_tenths));
    CHECK(better->blue > better->green);
    CHECK(better->green > better->red);
    CHECK(nearest_with_contrast(black, white, text_contrast_tenths) == black);
    CHECK_FALSE(nearest_with_contrast(white, {0x77, 0x77, 0x77}, 60));
}
