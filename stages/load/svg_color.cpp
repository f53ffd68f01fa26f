// SPDX-License-Identifier: Apache-2.0
#include "pipeline/base/text.hpp"
#include "stages/load/svg_values.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace presskit::load {
namespace {

struct NamedColor {
    std::string_view name;
    Color color;
};
/// CSS 2.1 4.3.6; the many that SVG adds are written by hand only, and a hint names the way out.
constexpr std::array<NamedColor, 18> named_colors{{{"aqua", {0, 255, 255}},   {"black", {0, 0, 0}},
                                                   {"blue", {0, 0, 255}},     {"fuchsia", {255, 0, 255}},
                                                   {"gray", {128, 128, 128}}, {"green", {0, 128, 0}},
                                                   {"grey", {128, 128, 128}}, {"lime", {0, 255, 0}},
                                                   {"maroon", {128, 0, 0}},   {"navy", {0, 0, 128}},
                                                   {"olive", {128, 128, 0}},  {"orange", {255, 165, 0}},
                                                   {"purple", {128, 0, 128}}, {"red", {255, 0, 0}},
                                                   {"silver", {192, 192, 192}}, {"teal", {0, 128, 128}},
                                                   {"white", {255, 255, 255}}, {"yellow", {255, 255, 0}}}};

/// `rgb(11, 79, 92)`, without percentages.
std::optional<Color> channels_of(std::string_view text) {
    if (!text.starts_with("rgb(") || !text.ends_with(')')) return std::nullopt;
    text = text.substr(4, text.size() - 5);
    std::array<std::uint8_t, 3> channels{};
    for (std::uint8_t& channel : channels) {
        const auto number = take_number(text);
        if (!number || *number < 0 || *number > 255'000 || *number % 1000 != 0) return std::nullopt;
        channel = static_cast<std::uint8_t>(*number / 1000);
    }
    if (!text.empty()) return std::nullopt;
    return Color{channels[0], channels[1], channels[2]};
}

/// `#0B4F5C` or `#abc`; with a fourth channel if it covers wholly.
std::optional<Color> hexadecimal_of(std::string_view text) {
    if (text.size() == 9 && lower_ascii(text.substr(7)) == "ff") text = text.substr(0, 7);
    if (!text.starts_with('#') || (text.size() != 7 && text.size() != 4)) return std::nullopt;
    const std::size_t digits = text.size() == 7 ? 2 : 1;
    std::array<std::uint8_t, 3> channels{};
    for (std::size_t i = 0; i < 3; ++i) {
        const int high = hex_digit(text[1 + i * digits]);
        const int low = hex_digit(text[i * digits + digits]);
        if (high < 0 || low < 0) return std::nullopt;
        channels[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return Color{channels[0], channels[1], channels[2]};
}

} // namespace

std::optional<std::optional<Color>> svg_color(std::string_view text) {
    const std::string color = lower_ascii(trim_ascii(text));
    if (color == "none" || color == "transparent") return std::optional<Color>();
    const auto named = std::ranges::find(named_colors, color, &NamedColor::name);
    if (named != named_colors.end()) return std::optional(named->color);
    if (const auto channels = channels_of(color)) return channels;
    if (const auto channels = hexadecimal_of(color)) return channels;
    return std::nullopt;
}

} // namespace presskit::load
