// SPDX-License-Identifier: Apache-2.0
#include "stages/render/palette.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <vector>

namespace presskit::render {
namespace {

constexpr std::size_t max_colors = 256;
/// A picture with more colours is no flat artwork.
constexpr std::size_t max_counted = 4096;
constexpr int largest_difference = 3;
constexpr std::uint64_t one_in_replaced = 20; // pixels

constexpr std::uint32_t no_color = std::numeric_limits<std::uint32_t>::max();

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

/// All colours by value; none if there are too many. Runs of one colour are looked up once.
std::optional<std::vector<ColorUse>> colors_of(const std::string& samples) {
    std::vector<ColorUse> colors;
    std::uint32_t last = no_color;
    std::uint64_t run = 0;
    const auto count = [&] {
        if (run == 0) return;
        const auto place = std::ranges::lower_bound(colors, last, {}, &ColorUse::color);
        if (place != colors.end() && place->color == last)
            place->pixels += run;
        else
            colors.insert(place, {last, run, last});
        run = 0;
    };
    for (std::size_t at = 0; at + 3 <= samples.size(); at += 3) {
        const std::uint32_t color = color_at(samples, at);
        if (color != last) count();
        if (colors.size() > max_counted) return std::nullopt;
        last = color;
        ++run;
    }
    count();
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

/// Indices into the palette, row by row.
std::string index_rows(const Pixels& pixels, const std::vector<ColorUse>& colors,
                       const std::vector<std::uint32_t>& palette, int bits) {
    const auto index_of = [&](std::uint32_t color) {
        const auto use = std::ranges::lower_bound(colors, color, {}, &ColorUse::color);
        return static_cast<std::uint32_t>(std::ranges::lower_bound(palette, use->shown) -
                                          palette.begin());
    };
    std::string rows;
    std::size_t at = 0;
    std::uint32_t last = no_color, index = 0;
    for (std::uint32_t y = 0; y < pixels.height; ++y) {
        std::uint32_t byte = 0;
        int filled = 0;
        for (std::uint32_t x = 0; x < pixels.width; ++x, at += 3) {
            if (const std::uint32_t color = color_at(pixels.samples, at); color != last) {
                last = color;
                index = index_of(color);
            }
            byte = byte << bits | index;
            filled += bits;
            if (filled < 8) continue;
            rows += static_cast<char>(byte & 0xFF);
            byte = 0;
            filled = 0;
        }
        if (filled > 0) rows += static_cast<char>(byte << (8 - filled) & 0xFF);
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
    out.rows = index_rows(pixels, *colors, palette, out.bits);
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
