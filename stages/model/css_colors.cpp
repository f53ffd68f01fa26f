// SPDX-License-Identifier: Apache-2.0
#include "stages/model/css_colors.hpp"

namespace presskit {

std::string css_color(Color color) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "#";
    for (const std::uint8_t channel : {color.red, color.green, color.blue})
        out.append({digits[channel / 16], digits[channel % 16]});
    return out;
}

std::array<std::pair<std::string_view, Color>, 8> css_roles(const Brand& brand) {
    return {{{"paper", brand.paper},
             {"ink", brand.ink},
             {"accent", brand.accent},
             {"accent-ink", brand.accent_ink},
             {"muted", brand.muted},
             {"rule", brand.rule},
             {"tint", brand.tint},
             {"warning", brand.warning}}};
}

std::string css_colors(const Brand& brand) {
    std::string out;
    for (const auto& [name, color] : css_roles(brand))
        out.append("--").append(name).append(": ").append(css_color(color)).append("; ");
    out.pop_back();
    return out;
}

} // namespace presskit
