// SPDX-License-Identifier: Apache-2.0
// Photographs taken with the camera turned, as Exif 2.32 4.6.4 A words the eight ways to do it.
#include "stages/pictures/upright.hpp"

#include "stages/pictures/colours.hpp"
#include "stages/pictures/jpeg.hpp"
#include "stages/pictures/pictures.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <string>

using namespace presskit;
using namespace presskit::pictures;

namespace {

/// What the stored picture's first row and first column show of the scene.
struct Turned {
    unsigned orientation;
    std::string row, column;
};
const std::array<Turned, 8> ways{{{1, "top", "left"},
                                  {2, "top", "right"},
                                  {3, "bottom", "right"},
                                  {4, "bottom", "left"},
                                  {5, "left", "top"},
                                  {6, "right", "top"},
                                  {7, "right", "bottom"},
                                  {8, "left", "bottom"}}};

/// No two quarters of it are alike.
Raster scene(int channels) {
    Raster raster{96, 64, channels, {}};
    for (std::uint32_t y = 0; y < 64; ++y)
        for (std::uint32_t x = 0; x < 96; ++x)
            for (int channel = 0; channel < channels; ++channel) {
                const int light = (x < 48 ? 0 : 80) + (y < 32 ? 0 : 160);
                raster.samples.push_back(static_cast<std::uint8_t>(channel == 1 ? 255 - light : light));
            }
    return raster;
}

/// The scene's line in which the stored line `index` lies, of `count`.
std::uint32_t line_of(const std::string& side, std::uint32_t index, std::uint32_t count) {
    return side == "top" || side == "left" ? index : count - 1 - index;
}

Raster stored(const Raster& seen, const Turned& way) {
    const bool on_side = way.row == "left" || way.row == "right";
    Raster raster{on_side ? seen.height : seen.width, on_side ? seen.width : seen.height, seen.channels, {}};
    for (std::uint32_t row = 0; row < raster.height; ++row)
        for (std::uint32_t column = 0; column < raster.width; ++column) {
            const std::uint32_t across = line_of(way.row, row, raster.height);
            const std::uint32_t along = line_of(way.column, column, raster.width);
            const std::size_t pixel = on_side ? along * seen.width + across : across * seen.width + along;
            for (int channel = 0; channel < seen.channels; ++channel)
                raster.samples.push_back(seen.samples[pixel * static_cast<std::size_t>(seen.channels) +
                                                      static_cast<std::size_t>(channel)]);
        }
    return raster;
}

/// As loading leaves it.
CampaignImage photograph(const Raster& seen, const Turned& way) {
    const std::string bytes = *encode_jpeg(stored(seen, way), 95);
    CampaignImage image{"images/a.jpg", ImageFormat::jpeg, seen.width, seen.height, bytes, sha256(bytes)};
    image.orientation = way.orientation;
    return image;
}

/// Along the edges of the quarters JPEG mixes colours, which have half the resolution of light.
bool look_alike(const Raster& a, const Raster& b) {
    if (a.width != b.width || a.height != b.height || a.channels != b.channels) return false;
    const auto channels = static_cast<std::size_t>(a.channels);
    for (std::size_t i = 0; i < a.samples.size(); ++i) {
        const auto x = static_cast<int>(i / channels % a.width), y = static_cast<int>(i / channels / a.width);
        const bool on_edge = std::abs(x - 48) < 8 || std::abs(y - 32) < 8;
        if (!on_edge && std::abs(a.samples[i] - b.samples[i]) > 30) return false; // quarters differ by 80
    }
    return true;
}

} // namespace

TEST_CASE("upright: each of the eight ways to hold a camera shows the scene") {
    for (const int channels : {1, 3})
        for (const Turned& way : ways) {
            INFO(way.orientation);
            const Raster seen = scene(channels);
            CHECK((stored(seen, way) == seen) == (way.orientation == 1));
            CHECK(upright(stored(seen, way), way.orientation) == seen);
        }
}

TEST_CASE("upright: a turned photograph is coded again, and one that was upright keeps its bytes") {
    for (const int channels : {1, 3})
        for (const Turned& way : ways) {
            INFO(way.orientation);
            const CampaignImage before = photograph(scene(channels), way);
            CampaignImage image = before, again = before;
            CHECK(standardize(image).empty());
            CHECK(image.orientation == 1);
            CHECK((image.bytes == before.bytes) == (way.orientation == 1));
            CHECK(image.digest == sha256(image.bytes));
            const auto pixels = pixels_of(image, web_width);
            REQUIRE(pixels);
            CHECK(look_alike(*pixels, scene(channels)));
            CHECK(standardize(again).empty());
            CHECK(again == image);
        }
}

TEST_CASE("upright: a photograph whose profile is damaged is turned all the same") {
    CampaignImage image = photograph(scene(3), ways[5]);
    image.profile = ColourProfile{"Adobe RGB (1998)", "no profile", {}};
    const Diagnostics faults = standardize(image);
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == "pictures.colour-profile");
    CHECK(look_alike(*pixels_of(image, web_width), scene(3)));
}
