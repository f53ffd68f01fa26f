// SPDX-License-Identifier: Apache-2.0
#include "stages/preview/canvas.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace presskit::preview {
namespace {

/// Sixteen steps of coverage look like 256, and a page then has few enough colours for a palette.
constexpr unsigned in_steps(unsigned coverage) { return (coverage + 8) / 17 * 17; }

constexpr unsigned mixed(unsigned below, unsigned above, unsigned coverage) {
    return (below * (255 - coverage) + above * coverage + 127) / 255;
}

Pixel blend(Pixel below, Pixel above, unsigned coverage) {
    return mixed(below >> 16, above >> 16, coverage) << 16 |
           mixed(below >> 8 & 0xFF, above >> 8 & 0xFF, coverage) << 8 |
           mixed(below & 0xFF, above & 0xFF, coverage);
}

void lay(Pixel& pixel, Pixel color, unsigned coverage) {
    if (coverage == 255)
        pixel = color;
    else if (coverage != 0)
        pixel = blend(pixel, color, coverage);
}

/// How much of the pixel at `at` lies between two edges, in 256ths.
std::int64_t share(std::int64_t at, std::int64_t from, std::int64_t to) {
    return std::clamp<std::int64_t>(std::min((at + 1) * 256, to) - std::max(at * 256, from), 0, 256);
}

/// The whole pixels that a range of 256ths touches.
std::pair<int, int> touched(std::int64_t from, std::int64_t to, int limit) {
    const auto clamped = [&](std::int64_t v) { return static_cast<int>(std::clamp<std::int64_t>(v, 0, limit)); };
    return {clamped(from >> 8), clamped((to + 255) >> 8)};
}

/// Sums of a picture's samples over an area, as red, green, blue and alpha.
struct Sum {
    std::array<std::uint64_t, 4> channels{};
    std::uint64_t weight = 0;
};

void add_sample(Sum& sum, const Raster& picture, std::size_t x, std::size_t y) {
    const auto channels = static_cast<std::size_t>(picture.channels);
    const std::uint8_t* sample = picture.samples.data() + (y * picture.width + x) * channels;
    const std::uint64_t alpha = has_alpha(picture) ? sample[channels - 1] : 255;
    for (std::size_t i = 0; i < 3; ++i)
        sum.channels[i] += sample[channels >= 3 ? i : 0] * alpha;
    sum.channels[3] += alpha;
    ++sum.weight;
}

/// The samples from `first` to `last` of `size` that a pixel stands for; one at least.
std::pair<std::size_t, std::size_t> samples_under(std::int64_t pixel, std::int64_t from, std::int64_t to,
                                                  std::uint32_t size) {
    const std::int64_t span = std::max<std::int64_t>(to - from, 1), last = size;
    const auto at = [&](std::int64_t edge) { return (edge * 256 - from) * size / span; };
    const std::int64_t first = std::clamp<std::int64_t>(at(pixel), 0, last - 1);
    const std::int64_t end = std::clamp<std::int64_t>(at(pixel + 1), first + 1, last);
    return {static_cast<std::size_t>(first), static_cast<std::size_t>(end)};
}

} // namespace

void Canvas::span(int x, int y, int count, unsigned coverage, Pixel color) {
    if (y < 0 || y >= height_) return;
    const int begin = std::max(x, 0), end = std::min(x + count, width_);
    const unsigned step = in_steps(coverage);
    Pixel* const pixels = row(y);
    if (step == 255 && begin < end) std::fill(pixels + begin, pixels + end, color);
    if (step != 255)
        for (int i = begin; i < end; ++i) lay(pixels[i], color, step);
}

void Canvas::fill(const PixelBox& box, Pixel color) {
    const auto [left, right] = touched(box.left, box.right, width_);
    const auto [top, bottom] = touched(box.top, box.bottom, height_);
    for (int y = top; y < bottom; ++y) {
        const std::int64_t down = share(y, box.top, box.bottom);
        const auto columns = [&](int x, int count) {
            const std::int64_t area = down * share(x, box.left, box.right);
            span(x, y, count, static_cast<unsigned>(area * 255 / 65'536), color);
        };
        if (left < right) columns(left, 1);
        if (left + 2 < right) columns(left + 1, right - left - 2); // all between the edges alike
        if (left + 1 < right) columns(right - 1, 1);
    }
}

void Canvas::stamp(const Coverage& shape, int x, int y, Pixel color) {
    const int left = x + shape.left, top = y + shape.top;
    for (int j = std::max(0, -top); j < shape.height && top + j < height_; ++j) {
        const std::uint8_t* samples =
            shape.samples.data() + static_cast<std::size_t>(j) * static_cast<std::size_t>(shape.width);
        Pixel* const pixels = row(top + j);
        const int end = std::min(shape.width, width_ - left);
        for (int i = std::max(0, -left); i < end; ++i)
            lay(pixels[left + i], color, in_steps(samples[i]));
    }
}

void Canvas::place(const Raster& picture, const PixelBox& box) {
    if (picture.width == 0 || picture.height == 0) return;
    const auto [left, right] = touched(box.left, box.right, width_);
    const auto [top, bottom] = touched(box.top, box.bottom, height_);
    for (int y = top; y < bottom; ++y) {
        const auto [first_row, last_row] = samples_under(y, box.top, box.bottom, picture.height);
        for (int x = left; x < right; ++x) {
            const auto [first, last] = samples_under(x, box.left, box.right, picture.width);
            Sum sum;
            for (std::size_t j = first_row; j < last_row; ++j)
                for (std::size_t i = first; i < last; ++i) add_sample(sum, picture, i, j);
            const std::uint64_t alpha = sum.channels[3];
            if (alpha == 0) continue;
            const auto channel = [&](std::size_t i) {
                return static_cast<Pixel>((sum.channels[i] + alpha / 2) / alpha);
            };
            const Pixel color = channel(0) << 16 | channel(1) << 8 | channel(2);
            const auto opacity = static_cast<std::int64_t>(alpha / sum.weight);
            const std::int64_t area = share(y, box.top, box.bottom) * share(x, box.left, box.right);
            lay(row(y)[x], color, static_cast<unsigned>(area * opacity / 65'536));
        }
    }
}

} // namespace presskit::preview
