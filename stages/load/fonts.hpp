// SPDX-License-Identifier: Apache-2.0
/// Whether a font file can and may be embedded in a PDF.
#pragma once

#include "pipeline/base/diagnostic.hpp"
#include "stages/model/brand.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace presskit::load {

inline constexpr std::size_t max_font_bytes = 64u << 20;

/// Every font file of a brand once, sorted by path: first what to read, then what to check.
std::vector<FontFile> fonts_of(const Brand& brand);

/// Errors: not an OpenType font, or a collection without a `face` that is in it (the hint lists them), no outlines (glyf, CFF) or no places of them (loca), no
/// characters or no widths, an embedding permission that is restricted, bitmap-only or forbids subsets.
/// Spec: OpenType 1.9 OS/2 fsType.
Diagnostics check_font(const FontFile& font, std::string_view bytes);

/// The font as a file of its own: what a collection holds is known by `face` here and nowhere else. Others, and
/// what check_font refuses, come back as they are.
std::string single_font(const FontFile& font, std::string bytes);

} // namespace presskit::load
