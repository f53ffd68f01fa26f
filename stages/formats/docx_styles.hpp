// SPDX-License-Identifier: Apache-2.0
/// What a word processor needs besides the words: styles, numbering and settings.
#pragma once

#include "stages/formats/copy.hpp"

#include <string>
#include <vector>

namespace presskit::formats {

/// Twentieths of a point a level.
inline constexpr int list_indent = 360;

/// Styles by the names that word processors know, in the brand's colours.
std::string docx_styles(const Copy& copy);

/// Numbering 1 is for bullets, from 2 on one for each of `starts`, the first number of its list.
std::string docx_numbering(const std::vector<int>& starts);

std::string docx_settings(const Copy& copy);

} // namespace presskit::formats
