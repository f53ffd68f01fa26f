// SPDX-License-Identifier: Apache-2.0
#include "stages/render/srgb_profile.hpp"

#include "stages/render/big_endian.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace presskit::render;

TEST_CASE("profile: it is as long as it says, and every tag lies inside") {
    const std::string profile = srgb_profile();
    const BigEndian bytes(profile);
    CHECK(profile.size() < 600);
    CHECK(bytes.u32(0) == profile.size());
    CHECK(bytes.slice(36, 4) == "acsp");
    REQUIRE(bytes.u32(128) == 10u);
    for (std::size_t tag = 0; tag < 10; ++tag) {
        const std::size_t row = 132 + tag * 12;
        const auto at = bytes.u32(row + 4), size = bytes.u32(row + 8);
        REQUIRE((at && size));
        CHECK(*at % 4 == 0);
        CHECK(bytes.slice(*at, *size));
    }
}
