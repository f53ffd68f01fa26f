// SPDX-License-Identifier: Apache-2.0
#include "stages/render/palette.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace presskit::render {
namespace {

constexpr std::size_t max_colors = 256;
/// A picture with more colours is no flat artwork.
constexpr std::size_t max_counted = 4096;
constexpr int largest_difference = 3;
constexpr std::uint64_t one_in_replaced = 20; // pixels

struct ColorUse {
    std::uint32_t color = 0;
    std::uint64_t pixels = 0;
    std::uint32_t shown = 0; ///< the colour of the palette that stands for it
};

std::uint32_t color_at(const std::string& samples, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return std::uint32_t{static_cast<unsigned char>(samples[at + i])};
    };
    return byte(0) << 16 | byte(1) << 8 | byte(2);
}

/// The byte at which the run of one colour that goes on at `at` ends. Flat artwork is long runs: many
/// pixels are compared at once, with what is a pixel before them.
std::size_t run_end(const std::string& samples, std::size_t at) {
    constexpr std::size_t pixel = 3, many = 16 * pixel;
    std::size_t end = at + pixel;
    while (end + many <= samples.size() &&
           std::memcmp(&samples[end], &samples[end - pixel], many) == 0)
        end += many;
    while (end + pixel <= samples.size() &&
           std::memcmp(&samples[end], &samples[end - pixel], pixel) == 0)
        end += pixel;
    return end;
}

/// All colours by value; none if there are too many. Runs of one colour are looked up once.
std::optional<std::vector<ColorUse>> colors_of(const std::string& samples) {
    std::vector<ColorUse> colors;
    for (std::size_t at = 0, end = 0; at + 3 <= samples.size(); at = end) {
        if (colors.size() > max_counted) return std::nullopt;
        end = run_end(samples, at);
        const std::uint32_t color = color_at(samples, at);
        const std::size_t pixels = (end - at) / 3;
        const auto place = std::ranges::lower_bound(colors, color, {}, &ColorUse::color);
        if (place != colors.end() && place->color == color)
            place->pixels += pixels;
        else
            colors.insert(place, {color, pixels, color});
    }
    return colors;
}

bool is_near(std::uint32_t a, std::uint32_t b) {
    for (const int shift : {0, 8, 16})
        if (std::abs(static_cast<int>(a >> shift & 0xFF) - static_cast<int>(b >> shift & 0xFF)) >
            largest_difference)
            return false;
    return true;
}

/// Lets rare colours be shown by frequent ones near them. False if too many would remain or change.
bool merge(std::vector<ColorUse>& colors) {
    std::vector<ColorUse*> by_use;
    for (ColorUse& color : colors) by_use.push_back(&color);
    std::ranges::sort(by_use, [](const ColorUse* a, const ColorUse* b) {
        return a->pixels != b->pixels ? a->pixels > b->pixels : a->color < b->color;
    });
    std::vector<std::uint32_t> kept;
    std::uint64_t all = 0, replaced = 0;
    for (ColorUse* color : by_use) {
        all += color->pixels;
        const auto near = std::ranges::find_if(
            kept, [&](std::uint32_t known) { return is_near(known, color->color); });
        if (near == kept.end()) {
            if (kept.size() == max_colors) return false;
            kept.push_back(color->color);
        } else {
            color->shown = *near;
            replaced += color->pixels;
        }
    }
    return replaced * one_in_replaced <= all;
}

/// The palette by value.
std::vector<std::uint32_t> palette_of(const std::vector<ColorUse>& colors) {
    std::vector<std::uint32_t> palette;
    for (const ColorUse& color : colors)
        if (color.shown == color.color) palette.push_back(color.color);
    return palette;
}

int bits_for(std::size_t colors) { return colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8; }

/// Each pixel's index into the palette, a byte each.
std::string indices_of(const std::string& samples, const std::vector<ColorUse>& colors,
                       const std::vector<std::uint32_t>& palette) {
    const auto index_of = [&](std::uint32_t color) {
        const auto use = std::ranges::lower_bound(colors, color, {}, &ColorUse::color);
        return static_cast<char>(std::ranges::lower_bound(palette, use->shown) - palette.begin());
    };
    std::string indices;
    indices.reserve(samples.size() / 3);
    for (std::size_t at = 0, end = 0; at + 3 <= samples.size(); at = end) {
        end = run_end(samples, at);
        indices.append((end - at) / 3, index_of(color_at(samples, at)));
    }
    return indices;
}

/// Rows of whole bytes, several indices of `bits` in each, the first in the high bits.
std::string packed(const std::string& indices, std::uint32_t width, int bits) {
    if (bits == 8) return indices;
    std::string rows;
    for (std::size_t begin = 0; begin < indices.size(); begin += width) {
        int filled = 8;
        for (std::size_t i = begin; i < begin + width; ++i) {
            if (filled == 8) {
                rows += '\0';
                filled = 0;
            }
            filled += bits;
            rows.back() = static_cast<char>(static_cast<unsigned char>(rows.back()) |
                                            static_cast<unsigned char>(indices[i]) << (8 - filled));
        }
    }
    return rows;
}

} // namespace

std::optional<IndexedPixels> to_palette(const Pixels& pixels) {
    if (pixels.channels != 3) return std::nullopt;
    auto colors = colors_of(pixels.samples);
    if (!colors || (colors->size() > max_colors && !merge(*colors))) return std::nullopt;
    const std::vector<std::uint32_t> palette = palette_of(*colors);
    IndexedPixels out;
    out.bits = bits_for(palette.size());
    for (const std::uint32_t color : palette)
        for (const int shift : {16, 8, 0}) out.colors += static_cast<char>(color >> shift & 0xFF);
    out.rows = packed(indices_of(pixels.samples, *colors, palette), pixels.width, out.bits);
    return out;
}

void drop_equal_channels(Pixels& pixels) {
    if (pixels.channels != 3) return;
    const std::string& samples = pixels.samples;
    for (std::size_t at = 0; at + 3 <= samples.size(); at += 3)
        if (samples[at] != samples[at + 1] || samples[at] != samples[at + 2]) return;
    std::string grey;
    grey.reserve(samples.size() / 3);
    for (std::size_t at = 0; at + 3 <= samples.size(); at += 3) grey += samples[at];
    pixels.samples = std::move(grey);
    pixels.channels = 1;
}

} // namespace presskit::render
