// SPDX-License-Identifier: Apache-2.0
/// What a picture's own colour profile says its colours are.
#pragma once

#include <string>
#include <string_view>

namespace presskit::load {

/// The description of a profile of RGB, grey or CMYK whose colours are not those of sRGB ("Adobe RGB
/// (1998)"), as far as its name tells; empty for sRGB and for what is no profile. Spec: ICC.1:2010 7.2,
/// 9.2.41.
std::string other_profile(std::string_view icc);

} // namespace presskit::load
