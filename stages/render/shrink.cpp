// SPDX-License-Identifier: Apache-2.0
#include "stages/render/shrink.hpp"

#include <algorithm>
#include <array>

namespace presskit::render {
namespace {

constexpr std::int64_t print_pixels_an_inch = 290;
constexpr std::int64_t millipoints_an_inch = 72'000;

/// Sums over one square. Without alpha every pixel weighs 255.
struct Square {
    std::array<std::uint64_t, 3> weighted{};
    std::uint64_t alpha = 0, pixels = 0;
};

std::uint8_t byte_at(const std::string& bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

Square sum(const Pixels& pixels, std::uint32_t left, std::uint32_t top, std::uint32_t factor) {
    const std::uint32_t right = std::min(left + factor, pixels.width),
                        bottom = std::min(top + factor, pixels.height);
    const auto channels = static_cast<std::size_t>(pixels.channels);
    Square square;
    for (std::uint32_t y = top; y < bottom; ++y)
        for (std::uint32_t x = left; x < right; ++x) {
            const std::size_t at = std::size_t{y} * pixels.width + x;
            const std::uint64_t weight = pixels.alpha.empty() ? 255u : byte_at(pixels.alpha, at);
            for (std::size_t c = 0; c < channels; ++c)
                square.weighted[c] += weight * byte_at(pixels.samples, at * channels + c);
            square.alpha += weight;
            ++square.pixels;
        }
    return square;
}

char rounded(std::uint64_t sum, std::uint64_t count) {
    return static_cast<char>(count == 0 ? 0 : (sum + count / 2) / count);
}

} // namespace

std::uint32_t spare_factor(std::uint32_t pixels, Length length) {
    if (length.millipoints <= 0) return 1;
    const std::int64_t an_inch = pixels * millipoints_an_inch / length.millipoints;
    return static_cast<std::uint32_t>(
        std::clamp<std::int64_t>(an_inch / print_pixels_an_inch, 1, pixels));
}

void shrink(Pixels& pixels, std::uint32_t factor) {
    if (factor <= 1) return;
    Pixels small{(pixels.width + factor - 1) / factor,
                 (pixels.height + factor - 1) / factor,
                 pixels.channels,
                 {},
                 {}};
    for (std::uint32_t y = 0; y < pixels.height; y += factor)
        for (std::uint32_t x = 0; x < pixels.width; x += factor) {
            const Square square = sum(pixels, x, y, factor);
            for (std::size_t c = 0; c < static_cast<std::size_t>(pixels.channels); ++c)
                small.samples += rounded(square.weighted[c], square.alpha);
            if (!pixels.alpha.empty()) small.alpha += rounded(square.alpha, square.pixels);
        }
    pixels = std::move(small);
}

} // namespace presskit::render
