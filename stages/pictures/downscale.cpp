// SPDX-License-Identifier: Apache-2.0
#include "stages/pictures/downscale.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace presskit::pictures {
namespace {

constexpr std::uint64_t full_light = 65'535;

/// By bisection: the standard's library may round `pow` otherwise on another machine.
constexpr double fifth_root(double value) {
    double low = 0, high = 1;
    for (int step = 0; step < 60; ++step) {
        const double middle = (low + high) / 2;
        (middle * middle * middle * middle * middle < value ? low : high) = middle;
    }
    return low;
}

/// x to the 2.4th is x squared times the fifth root of x squared.
constexpr std::uint16_t light_of(int level) {
    const double x = level / 255.0;
    const double knee = (x + 0.055) / 1.055;
    const double light = x <= 0.04045 ? x / 12.92 : knee * knee * fifth_root(knee * knee);
    // NOLINTNEXTLINE(bugprone-incorrect-roundings): std::lround is not constexpr, light never below 0.
    return static_cast<std::uint16_t>(light * static_cast<double>(full_light) + 0.5);
}

constexpr std::array<std::uint16_t, 256> light_table() {
    std::array<std::uint16_t, 256> table{};
    for (int level = 0; level < 256; ++level) table[static_cast<std::size_t>(level)] = light_of(level);
    return table;
}
constexpr auto light = light_table();
static_assert(light[0] == 0 && light[255] == full_light && light[128] == 14'146);

/// The level whose light is nearest.
std::uint8_t level_of(std::uint64_t value) {
    const auto above = std::ranges::lower_bound(light, value);
    if (above == light.begin()) return 0;
    if (above == light.end()) return 255;
    const bool is_nearer = *above - value <= value - *(above - 1);
    return static_cast<std::uint8_t>(above - light.begin() - (is_nearer ? 0 : 1));
}

std::uint64_t rounded(std::uint64_t sum, std::uint64_t count) {
    return count == 0 ? 0 : (sum + count / 2) / count;
}

/// A side of `from` pixels onto one of `to`: pixel i covers [i*to, (i+1)*to) and each new pixel `from`
/// of the same units. Calls `take(new pixel, units)` for each that pixel i has a part in.
template <class Take>
void for_each_share(std::uint64_t i, std::uint64_t from, std::uint64_t to, const Take& take) {
    const std::uint64_t begin = i * to, end = begin + to;
    for (std::uint64_t at = begin; at < end;) {
        const std::uint64_t target = at / from;
        const std::uint64_t stop = std::min(end, (target + 1) * from);
        take(static_cast<std::size_t>(target), stop - at);
        at = stop;
    }
}

/// Sums of light over areas. The largest, 12 000 x 12 000 x 255 x 65 535, takes 52 bits.
class Sums {
  public:
    Sums(const Raster& from, Raster& to)
        : from_(from), to_(to), channels_(static_cast<std::size_t>(from.channels)),
          row_(to.width * channels_), sums_(to.width * channels_) {}

    void run() {
        for (std::uint32_t y = 0; y < from_.height; ++y) {
            add_row(y);
            for_each_share(y, from_.height, to_.height, [&](std::size_t target, std::uint64_t units) {
                while (target > done_) finish_row();
                for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += units * row_[i];
            });
        }
        finish_row();
    }

  private:
    /// One row of the old picture, summed into the columns of the new one.
    void add_row(std::uint32_t y) {
        std::ranges::fill(row_, 0u);
        const bool alpha = has_alpha(from_);
        const std::size_t colors = channels_ - (alpha ? 1 : 0);
        const std::uint8_t* pixel = from_.samples.data() + std::size_t{y} * from_.width * channels_;
        for (std::uint32_t x = 0; x < from_.width; ++x, pixel += channels_) {
            const std::uint64_t weight = alpha ? pixel[colors] : 255u;
            for_each_share(x, from_.width, to_.width, [&](std::size_t target, std::uint64_t units) {
                std::uint64_t* sum = row_.data() + target * channels_;
                for (std::size_t c = 0; c < colors; ++c) sum[c] += units * weight * light[pixel[c]];
                if (alpha) sum[colors] += units * weight;
            });
        }
    }

    void finish_row() {
        const bool alpha = has_alpha(from_);
        const std::size_t colors = channels_ - (alpha ? 1 : 0);
        const std::uint64_t area = std::uint64_t{from_.width} * from_.height;
        for (std::size_t at = 0; at < sums_.size(); at += channels_) {
            const std::uint64_t weight = alpha ? sums_[at + colors] : area * 255;
            for (std::size_t c = 0; c < colors; ++c)
                to_.samples.push_back(level_of(rounded(sums_[at + c], weight)));
            if (alpha) to_.samples.push_back(static_cast<std::uint8_t>(rounded(weight, area)));
        }
        std::ranges::fill(sums_, 0u);
        ++done_;
    }

    const Raster& from_;
    Raster& to_;
    std::size_t channels_;
    std::vector<std::uint64_t> row_, sums_;
    std::size_t done_ = 0; ///< rows of the new picture
};

} // namespace

Raster downscale(const Raster& raster, std::uint32_t width) {
    assert(width > 0 && width <= raster.width && raster.width <= 12'000 && raster.height <= 12'000);
    const std::uint64_t height = rounded(std::uint64_t{raster.height} * width, raster.width);
    Raster small{width, static_cast<std::uint32_t>(std::max<std::uint64_t>(height, 1)),
                 raster.channels, {}};
    small.samples.reserve(std::size_t{small.width} * small.height *
                          static_cast<std::size_t>(small.channels));
    Sums(raster, small).run();
    return small;
}

} // namespace presskit::pictures
