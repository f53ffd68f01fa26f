// SPDX-License-Identifier: Apache-2.0
#include "stages/model/css_colors.hpp"

#include <string_view>
#include <utility>

namespace presskit {

std::string css_color(Color color) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t channel : {color.red, color.green, color.blue})
        out.append({digits[channel / 16], digits[channel % 16]});
    return out;
}

std::string css_colors(const Brand& brand) {
    const std::pair<std::string_view, Color> roles[]{
        {"paper", brand.paper},   {"ink", brand.ink},
        {"accent", brand.accent}, {"accent-ink", brand.accent_ink},
        {"muted", brand.muted},   {"rule", brand.rule},
        {"tint", brand.tint},     {"warning", brand.warning}};
    std::string out;
    for (const auto& [name, color] : roles)
        out.append("--").append(name).append(": ").append(css_color(color)).append("; ");
    out.pop_back();
    return out;
}

} // namespace presskit
