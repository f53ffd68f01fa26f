// SPDX-License-Identifier: Apache-2.0
#include "stages/render/srgb_profile.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace presskit::render {
namespace {

constexpr std::uint32_t version_4_2 = 0x04200000;
constexpr std::size_t header_bytes = 128, tag_row_bytes = 12;

// All numbers are 1/65536, ICC.1 4.6 (s15Fixed16Number).
using Xyz = std::array<std::int32_t, 3>;
constexpr Xyz d50{63190, 65536, 54061};
/// The primaries of IEC 61966-2-1 4.1, adapted; together they are white to the last bit.
constexpr Xyz red{28576, 14581, 912}, green{25239, 46983, 6361}, blue{9375, 3972, 46788};
static_assert(red[0] + green[0] + blue[0] == d50[0] && red[1] + green[1] + blue[1] == d50[1] &&
              red[2] + green[2] + blue[2] == d50[2]);
/// From D65 to D50, by rows.
constexpr std::array<std::int32_t, 9> adaptation{68674, 1502, -3291, 1939, 64912,
                                                 -1119, -606, 988,   49262};
/// (a x + b)^g from d on, c x below: g 2.4, a 1/1.055, b 0.055/1.055, c 1/12.92, d 0.04045.
constexpr std::array<std::int32_t, 5> curve{157286, 62119, 3417, 5072, 2651};

void append(std::string& out, std::uint32_t value, int bytes = 4) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        out += static_cast<char>(static_cast<unsigned char>((value >> shift) & 0xFF));
}

/// A tag's type and its numbers.
std::string numbers(std::string_view type, std::span<const std::int32_t> values) {
    std::string out(type);
    append(out, 0);
    for (const std::int32_t value : values) append(out, static_cast<std::uint32_t>(value));
    return out;
}

/// ICC.1 10.15, function type 3.
std::string parametric_curve() {
    std::string out = "para";
    append(out, 0);
    append(out, 3, 2);
    append(out, 0, 2);
    for (const std::int32_t value : curve) append(out, static_cast<std::uint32_t>(value));
    return out;
}

/// A text of ASCII in one language. ICC.1 10.13.
std::string localized_text(std::string_view text) {
    std::string out = "mluc";
    for (const std::uint32_t value : {0u, 1u, 12u}) append(out, value);
    out += "enUS";
    append(out, static_cast<std::uint32_t>(2 * text.size()));
    append(out, 28); // where the text begins
    for (const char c : text) append(out, static_cast<unsigned char>(c), 2);
    return out;
}

std::string header(std::size_t size) {
    std::string out;
    append(out, static_cast<std::uint32_t>(size));
    append(out, 0);
    append(out, version_4_2);
    out += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2004u, 10u, 1u, 0u, 0u, 0u}) append(out, part, 2);
    out += "acsp";
    out.append(28, '\0'); // no platform, maker or device; perceptual
    for (const std::int32_t value : d50) append(out, static_cast<std::uint32_t>(value));
    out.resize(header_bytes, '\0');
    return out;
}

} // namespace

std::string srgb_profile() {
    const std::vector<std::pair<std::string_view, std::string>> tags{
        {"desc", localized_text("sRGB")},
        {"cprt", localized_text("CC0")},
        {"wtpt", numbers("XYZ ", d50)},
        {"chad", numbers("sf32", adaptation)},
        {"rXYZ", numbers("XYZ ", red)},
        {"gXYZ", numbers("XYZ ", green)},
        {"bXYZ", numbers("XYZ ", blue)},
        {"rTRC", parametric_curve()},
        {"gTRC", {}}, // the same curve
        {"bTRC", {}},
    };
    std::string rows, data;
    append(rows, static_cast<std::uint32_t>(tags.size()));
    const std::size_t data_at = header_bytes + 4 + tags.size() * tag_row_bytes;
    std::size_t at = 0, size = 0;
    for (const auto& [name, bytes] : tags) {
        if (!bytes.empty()) {
            data.resize((data.size() + 3) / 4 * 4, '\0'); // ICC.1 7.3.1
            at = data_at + data.size();
            size = bytes.size();
            data += bytes;
        }
        rows += name;
        append(rows, static_cast<std::uint32_t>(at));
        append(rows, static_cast<std::uint32_t>(size));
    }
    data.resize((data.size() + 3) / 4 * 4, '\0');
    return header(data_at + data.size()) + rows + data;
}

} // namespace presskit::render
