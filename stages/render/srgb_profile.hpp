// SPDX-License-Identifier: Apache-2.0
/// The output intent's profile: sRGB as an ICC profile of version 4, in as few bytes as its tags take.
/// The profiles that systems install describe the curve point by point, six times as large; each of
/// our PDFs carries one.
#pragma once

#include <string>

namespace presskit::render {

/// A display profile of three matrix columns and one parametric curve. IEC 61966-2-1; ICC.1:2004-10
/// 8.3.3, adapted to D50 by the linear Bradford matrix (annex E).
std::string srgb_profile();

} // namespace presskit::render
