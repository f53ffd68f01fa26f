// SPDX-License-Identifier: Apache-2.0
/// The brand's colours for the style sheets of HTML pages, which set text only in pairs that loading
/// has checked.
#pragma once

#include "stages/model/brand.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace presskit {

/// "#0f4c5c".
std::string css_color(Color color);

/// The roles of the palette by their names in style sheets: "accent-ink".
std::array<std::pair<std::string_view, Color>, 8> css_roles(const Brand& brand);

/// "--paper: #ffffff; --ink: …;" for the roles of the palette.
std::string css_colors(const Brand& brand);

} // namespace presskit
