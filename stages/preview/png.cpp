// SPDX-License-Identifier: Apache-2.0
#include "stages/preview/png.hpp"

#include "pipeline/base/deflate.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

namespace presskit::preview {
namespace {

constexpr int deflate_level = 4;

std::string big_endian_32(std::uint32_t value) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
    return out;
}

std::string chunk(std::string_view type, std::string_view content) {
    const std::string body = std::string(type).append(content);
    return big_endian_32(static_cast<std::uint32_t>(content.size())) + body +
           big_endian_32(crc32_of(body));
}

std::string header(const Canvas& canvas, int depth, int color_type) {
    std::string content = big_endian_32(static_cast<std::uint32_t>(canvas.width())) +
                          big_endian_32(static_cast<std::uint32_t>(canvas.height()));
    for (const int field : {depth, color_type, 0, 0, 0}) content += static_cast<char>(field);
    return chunk("IHDR", content);
}

/// ISO 15948 11.3.4.5, XMP part 3 1.1.5: not compressed, by no method, in no language.
std::string rights_chunk(const ImageRights& rights) {
    return chunk("iTXt", std::string("XML:com.adobe.xmp").append(5, '\0') + to_xmp(rights));
}

/// Colours by where they first stand, and each pixel's place among them.
struct Indexed {
    std::vector<Pixel> palette;
    std::vector<std::uint8_t> indices;
};

constexpr std::size_t most_colors = 256;

/// The greatest difference of two colours in a channel.
int distance(Pixel one, Pixel other) {
    int most = 0;
    for (const int shift : {16, 8, 0})
        most = std::max(most, std::abs(static_cast<int>(one >> shift & 0xFF) -
                                       static_cast<int>(other >> shift & 0xFF)));
    return most;
}

/// Colours seen, by open addressing: a page has many pixels and few colours. Where strokes that are
/// blended with their ground meet, as joined letters do, there are more than a palette holds; these
/// few take a colour that no eye tells from theirs.
class ColorTable {
  public:
    /// The colour's number; nothing when a palette does not do.
    std::optional<std::uint8_t> number(Pixel color) {
        for (std::size_t slot = (color * 2'654'435'761U) >> 22;;
             slot = (slot + 1) % slots_.size()) {
            Slot& known = slots_[slot];
            if (known.is_taken && known.color == color) return known.number;
            if (known.is_taken) continue;
            if (seen_ == most_seen) return std::nullopt;
            const std::optional<std::uint8_t> number =
                palette_.size() < most_colors ? added(color) : close_to(color);
            if (number) {
                known = {true, *number, color};
                ++seen_;
            }
            return number;
        }
    }
    std::vector<Pixel> take() { return std::move(palette_); }

  private:
    static constexpr std::size_t most_seen = 768;
    static constexpr int unseen_difference = 8;

    std::uint8_t added(Pixel color) {
        palette_.push_back(color);
        return static_cast<std::uint8_t>(palette_.size() - 1);
    }
    std::optional<std::uint8_t> close_to(Pixel color) const {
        const auto nearest = std::ranges::min_element(
            palette_, {}, [&](Pixel known) { return distance(known, color); });
        if (distance(*nearest, color) > unseen_difference) return std::nullopt;
        return static_cast<std::uint8_t>(nearest - palette_.begin());
    }

    struct Slot {
        bool is_taken = false;
        std::uint8_t number = 0;
        Pixel color = 0;
    };
    std::array<Slot, 1'024> slots_{};
    std::size_t seen_ = 0;
    std::vector<Pixel> palette_;
};

/// Whether the row of `width` that begins at `begin` says what the row above it said. Pages are
/// mostly such rows, and what was made of one serves the next.
template <typename T>
bool repeats_row(const std::vector<T>& cells, std::size_t begin, std::size_t width) {
    return begin >= width &&
           std::memcmp(&cells[begin], &cells[begin - width], width * sizeof(T)) == 0;
}

std::optional<Indexed> indexed(const Canvas& canvas) {
    const std::vector<Pixel>& pixels = canvas.pixels();
    const auto width = static_cast<std::size_t>(canvas.width());
    Indexed out{{}, std::vector<std::uint8_t>(pixels.size())};
    ColorTable table;
    for (std::size_t begin = 0; begin < pixels.size(); begin += width) {
        if (repeats_row(pixels, begin, width)) {
            std::memcpy(&out.indices[begin], &out.indices[begin - width], width);
            continue;
        }
        for (std::size_t i = begin; i < begin + width;) {
            const auto number = table.number(pixels[i]);
            if (!number) return std::nullopt;
            const std::size_t run = i++;
            while (i < begin + width && pixels[i] == pixels[run]) ++i;
            std::memset(&out.indices[run], *number, i - run);
        }
    }
    out.palette = table.take();
    return out;
}

/// ISO 15948 7.2: several pixels a byte, the first in the high bits.
int depth_for(std::size_t colors) {
    return colors <= 2 ? 1 : colors <= 4 ? 2 : colors <= 16 ? 4 : 8;
}

/// One row, whole bytes first; `Depth` is known to the compiler, for this is done for each pixel.
template <int Depth>
void pack_row(const std::uint8_t* from, std::size_t width, char* to) {
    if constexpr (Depth == 8) {
        std::memcpy(to, from, width);
        return;
    }
    constexpr std::size_t in_byte = 8 / Depth;
    for (std::size_t i = 0; i < width; i += in_byte) {
        unsigned bits = 0;
        for (std::size_t k = 0; k < in_byte; ++k)
            bits = bits << Depth | (i + k < width ? from[i + k] : 0U);
        *to++ = static_cast<char>(bits);
    }
}

/// Rows without a filter: flat colours deflate best as they are.
std::string packed_rows(const Canvas& canvas, const std::vector<std::uint8_t>& indices, int depth) {
    const auto width = static_cast<std::size_t>(canvas.width());
    const std::size_t row_size = 1 + (width * static_cast<std::size_t>(depth) + 7) / 8;
    const auto pack = depth == 1   ? pack_row<1>
                      : depth == 2 ? pack_row<2>
                      : depth == 4 ? pack_row<4>
                                   : pack_row<8>;
    std::string rows(indices.size() / width * row_size, '\0');
    for (std::size_t begin = 0, to = 0; begin < indices.size(); begin += width, to += row_size)
        if (repeats_row(indices, begin, width))
            std::memcpy(&rows[to], &rows[to - row_size], row_size);
        else
            pack(&indices[begin], width, &rows[to + 1]);
    return rows;
}

int paeth(int left, int above, int corner) {
    const int estimate = left + above - corner;
    const int a = std::abs(estimate - left), b = std::abs(estimate - above),
              c = std::abs(estimate - corner);
    return a <= b && a <= c ? left : b <= c ? above : corner;
}

/// Rows by the Paeth filter (ISO 15948 9.4): what photographs deflate well by.
std::string color_rows(const Canvas& canvas) {
    const auto width = static_cast<std::size_t>(canvas.width());
    const std::vector<Pixel>& pixels = canvas.pixels();
    std::string rows;
    rows.reserve(pixels.size() * 3 + pixels.size() / width);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        const bool first = i % width == 0;
        if (first) rows += '\4';
        const Pixel left = first ? 0 : pixels[i - 1], above = i < width ? 0 : pixels[i - width];
        const Pixel corner = first || i < width ? 0 : pixels[i - width - 1];
        for (const int shift : {16, 8, 0}) {
            const auto channel = [&](Pixel pixel) {
                return static_cast<int>(pixel >> shift & 0xFF);
            };
            rows += static_cast<char>(channel(pixels[i]) -
                                      paeth(channel(left), channel(above), channel(corner)));
        }
    }
    return rows;
}

std::string palette_chunk(const std::vector<Pixel>& palette) {
    std::string content;
    for (const Pixel color : palette)
        for (const int shift : {16, 8, 0}) content += static_cast<char>(color >> shift & 0xFF);
    return chunk("PLTE", content);
}

} // namespace

std::string to_png(const Canvas& canvas, const ImageRights* rights) {
    constexpr int palette_type = 3, rgb_type = 2;
    const std::optional<Indexed> few = indexed(canvas);
    const int depth = few ? depth_for(few->palette.size()) : 8;
    std::string out = "\x89PNG\r\n\x1A\n" + header(canvas, depth, few ? palette_type : rgb_type);
    if (rights != nullptr) out += rights_chunk(*rights);
    out += chunk("sRGB", std::string_view("\0", 1));
    if (few) out += palette_chunk(few->palette);
    const std::string rows = few ? packed_rows(canvas, few->indices, depth) : color_rows(canvas);
    return out + chunk("IDAT", *Deflater(deflate_level).deflate(rows)) + chunk("IEND", {});
}

} // namespace presskit::preview
