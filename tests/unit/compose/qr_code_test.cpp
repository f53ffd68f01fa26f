// SPDX-License-Identifier: Apache-2.0
#include "stages/compose/qr_code.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace presskit;
using namespace presskit::compose;

TEST_CASE("QR codes: each address, size and colour has its own, however often they are asked for in turn") {
    const auto segments = [](const std::optional<VectorPath>& code) { return code ? code->segments.size() : 0; };
    const std::string near = "https://example.org/a", far = "https://example.org/kits/1.0.0/sr-Latn";
    const Length size{60'000};
    const Color ink{1, 2, 3}, other_ink{4, 5, 6};
    QrCodes codes;
    REQUIRE(segments(qr_code(near, size, ink)) != segments(qr_code(far, size, ink)));
    for (const std::string& address : {near, far, far, near})
        CHECK(segments(codes.find(address, size, ink)) == segments(qr_code(address, size, ink)));
    CHECK(codes.find(near, size, other_ink)->fill == other_ink);
    const auto right_edge = [](const VectorPath& code) {
        Length edge;
        VectorPath copy = code;
        for_each_point(copy, [&](const Point& point) { edge = std::max(edge, point.x); });
        return edge;
    };
    CHECK(right_edge(*codes.find(near, size * 2, ink)) == right_edge(*qr_code(near, size * 2, ink)));
    CHECK(right_edge(*codes.find(near, size * 2, ink)) > right_edge(*codes.find(near, size, ink)));
    CHECK_FALSE(codes.find(std::string(5'000, 'a'), size, ink)); // too long for any code
    CHECK(codes.find(near, size, ink));
}
